/** Combines the same columns of several files: what all their records hold. */
import type { Column, ColumnContent } from "../../schemas/inspection.ts";

/** One column per position; a file without answers in a column says nothing about it. */
export function combineColumns(files: readonly (readonly Column[])[]): Column[] {
  const [first = [], ...others] = files;
  return first.map((column, index) => {
    const same = others.flatMap((columns) => columns[index] ?? []);
    const identified = [column, ...same].find(({ identifier }) => identifier !== null) ?? column;
    return {
      ...identified,
      role: same.every(({ role }) => role === column.role) ? column.role : null,
      content: same.map(({ content }) => content).reduce(combineContent, column.content),
    };
  });
}

function combineContent(one: ColumnContent, other: ColumnContent): ColumnContent {
  if (other.kind === "empty") return one;
  if (one.kind === "empty") return other;
  if (one.kind === "numbers" && other.kind === "numbers")
    return { kind: "numbers", scales: one.scales.filter((scale) => other.scales.includes(scale)) };
  if (one.kind === "labels" && other.kind === "labels")
    return keepShared(one.response_sets.filter((set) => other.response_sets.includes(set)));
  if (one.kind === "dates" && other.kind === "dates")
    return { kind: "dates", order: one.order === other.order ? one.order : null };
  return one.kind === other.kind ? one : { kind: "mixed" };
}

const keepShared = (sets: readonly string[]): ColumnContent =>
  sets.length > 0 ? { kind: "labels", response_sets: sets } : { kind: "mixed" };
