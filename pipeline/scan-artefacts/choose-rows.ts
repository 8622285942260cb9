/**
 * Chooses the rows of a chart that a layer of a drawing can be about, when it draws only some of them. In: marks and rows; out: rows in their order.
 */
import type { JsonObject } from "./read-chart.ts";
import type { Mark } from "./read-drawing.ts";

/** The rows of the teams that the marks are about; a team with several rows stands in their order. */
export function chooseByTeam(marks: readonly Mark[], rows: readonly JsonObject[]): JsonObject[] {
  let at = 0;
  return marks.flatMap(({ team }) => {
    while (at < rows.length && rows[at]?.["key"] !== `team:${team}`) at += 1;
    const row = rows[at];
    at += 1;
    return row === undefined ? [] : [row];
  });
}

/** The rows whose label the marks say, in the order of the rows. */
export function chooseByText(marks: readonly Mark[], rows: readonly JsonObject[]): JsonObject[] {
  let at = 0;
  return marks.flatMap(({ text }) => {
    while (at < rows.length && !isSaidAs(String(rows[at]?.["label"] ?? ""), text ?? "")) at += 1;
    const row = rows[at];
    at += 1;
    return row === undefined || text === null || text === "" ? [] : [row];
  });
}

/** The rows with the widest parts of a bar: on a telephone fewer of them have room for their number. */
export function chooseWidest(number: number, rows: readonly JsonObject[]): readonly JsonObject[] {
  const widthOf = ({ from, to }: JsonObject) => Number(to) - Number(from);
  const widest = new Set([...rows].sort((one, other) => widthOf(other) - widthOf(one)).slice(0, number));
  return rows.filter((row) => widest.has(row));
}

/** A text as it is, without its four digits of order, made shorter, or broken at its hyphens. */
export function isSaidAs(value: string, text: string): boolean {
  const plain = value.replace(/^\d{4} /, "").trim();
  if (plain === text || value === text || plain.replaceAll("-", " ") === text) return true;
  const start = text.endsWith("…") ? text.slice(0, -1).trimEnd() : text;
  const other = plain.endsWith("…") ? plain.slice(0, -1).trimEnd() : plain;
  return (
    (text.endsWith("…") && plain.startsWith(start) && start !== "") ||
    (plain.endsWith("…") && text.startsWith(other) && other !== "")
  );
}
