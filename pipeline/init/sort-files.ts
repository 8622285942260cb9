/** Sorts inspected files into rosters, outcomes and exports. Out: one group per kind of export; its files are waves of one questionnaire. */
import type { Column, Inspection } from "../../schemas/inspection.ts";
import { outcomeColumns } from "../../schemas/outcome.ts";
import { combineColumns } from "./combine-columns.ts";

/** Files with the same columns, by name: 2025 comes before 2026, and 9 before 10. `columns` says what all of them hold. */
export type FileGroup = Readonly<{ files: readonly Inspection[]; columns: readonly Column[] }>;

/** No files give no groups. */
export function sortFiles(files: readonly Inspection[]): {
  rosters: Inspection[];
  outcomes: Inspection[];
  groups: FileGroup[];
} {
  const sorted = sortByName(files);
  const groups = new Map<string, Inspection[]>();
  for (const file of sorted.filter((one) => !isRoster(one) && !isOutcome(one))) {
    const key = JSON.stringify([file.profile, file.columns.map(({ name }) => name)]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return {
    rosters: sorted.filter(isRoster),
    outcomes: sorted.filter(isOutcome),
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
export function isRoster(file: Inspection): boolean {
  const names = listNames(file);
  return names.includes("unit") && names.includes("parent");
}

/** Figures of the organisation's own administration: our own format too, in either language. */
export function isOutcome(file: Inspection): boolean {
  const names = listNames(file);
  return Object.values(outcomeColumns).every((known) => known.some((name) => names.includes(name)));
}

const listNames = ({ columns }: Inspection): string[] => columns.map(({ name }) => name.trim().toLowerCase());
