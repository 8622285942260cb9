/**
 * Finds questionnaires that are waves of one another: the same items in columns of the same names, beside columns that came or went.
 * In: drafts of questionnaires. Out: one draft for those that can be read alike, at the place of its first.
 */
import type { Column } from "../../schemas/inspection.ts";
import type { UnitProposal } from "./find-unit.ts";
import type { InstrumentMatch, ItemMatch } from "./instrument-match.ts";
import { nameColumn } from "./name-column.ts";
import { type FileGroup, sortByName } from "./sort-files.ts";

/** A group of files, what was found in it and where its units are. */
type Found = Readonly<{ group: FileGroup; matches: readonly InstrumentMatch[]; unit: UnitProposal }>;

/** A draft in which no instrument was found stays by itself. */
export function mergeWaves<Draft extends Found>(drafts: readonly Draft[]): Draft[] {
  const alike = new Map<string, Draft>();
  for (const [index, draft] of drafts.entries()) {
    const key = draft.matches.length === 0 ? String(index) : nameMapping(draft);
    const earlier = alike.get(key);
    alike.set(key, earlier === undefined ? draft : merge(earlier, draft));
  }
  return [...alike.values()];
}

/** What scan.yaml would say of the columns: equal for drafts that one questionnaire can describe. */
function nameMapping({ group: { files, columns }, matches, unit }: Found): string {
  const names = matches.flatMap(({ items }) =>
    items.map(({ item, columns: own }) => [item.item, ...own.map((column) => nameColumn(column, columns))]),
  );
  return JSON.stringify([
    files[0]?.profile,
    unit.column === null ? null : nameColumn(unit.column, columns),
    names.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
  ]);
}

function merge<Draft extends Found>(one: Draft, other: Draft): Draft {
  const questions = new Map(
    other.matches.flatMap(({ items }) => items.map(({ item, question }) => [item.item, question])),
  );
  const mergeItem = (match: ItemMatch): ItemMatch => ({
    ...match,
    question: match.question ?? questions.get(match.item.item) ?? null,
  });
  return {
    ...one,
    group: {
      files: sortByName([...one.group.files, ...other.group.files]),
      columns: [...one.group.columns, ...listNew(one.group.columns, other.group.columns)],
    },
    matches: one.matches.map(({ instrument, items }) => ({ instrument, items: items.map(mergeItem) })),
    unit: { ...one.unit, question: one.unit.question ?? other.unit.question },
  };
}

/** Columns that only the other file has; a file's own position says nothing about the first. */
const listNew = (known: readonly Column[], others: readonly Column[]): Column[] =>
  others.filter(({ name }) => !known.some((column) => column.name === name));
