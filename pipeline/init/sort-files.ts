/** Sorts inspected files into rosters and exports. Out: one group per kind of export; its files are waves of one questionnaire. */
import type { Column, Inspection } from "../../schemas/inspection.ts";
import { combineColumns } from "./combine-columns.ts";

/** Files with the same columns, by name: 2025 comes before 2026, and 9 before 10. `columns` says what all of them hold. */
export type FileGroup = Readonly<{ files: readonly Inspection[]; columns: readonly Column[] }>;

/** No files give no groups. */
export function sortFiles(files: readonly Inspection[]): { rosters: Inspection[]; groups: FileGroup[] } {
  const sorted = sortByName(files);
  const groups = new Map<string, Inspection[]>();
  for (const file of sorted.filter((one) => !isRoster(one))) {
    const key = JSON.stringify([file.profile, file.columns.map(({ name }) => name)]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return {
    rosters: sorted.filter(isRoster),
    groups: [...groups.values()].map((same) => ({
      files: same,
      columns: combineColumns(same.map(({ columns }) => columns)),
    })),
  };
}

/** 2025 before 2026, 9 before 10. */
export const sortByName = (files: readonly Inspection[]): Inspection[] =>
  [...files].sort((one, other) => byName.compare(one.file, other.file) || (one.file < other.file ? -1 : 1));

const byName = new Intl.Collator("en", { numeric: true });

/** A roster is our own format: a tree needs these two columns. */
function isRoster({ columns }: Inspection): boolean {
  const names = columns.map(({ name }) => name.trim().toLowerCase());
  return names.includes("unit") && names.includes("parent");
}
