/**
 * Proposes one questionnaire per kind of export. In: groups of files and instruments. Out: for each questionnaire its code,
 * where its items and units are, and the file with the units when that is another one.
 */
import type { Column, Inspection } from "../../schemas/inspection.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { findUnit, isCalledUnit, type UnitProposal } from "./find-unit.ts";
import { type InstrumentMatch, listColumns } from "./instrument-match.ts";
import { matchInstruments } from "./match-instruments.ts";
import { mergeWaves } from "./merge-waves.ts";
import type { FileGroup } from "./sort-files.ts";
import { listSome, quoteShort } from "./yaml-lines.ts";

/** A second file with the unit of each respondent, and the column that both files have. */
export type Attributes = Readonly<{ group: FileGroup; key: Column; question: string | null }>;

export type Questionnaire = Readonly<{
  code: string;
  group: FileGroup;
  matches: readonly InstrumentMatch[];
  /** In the attributes when there are any. */
  unit: UnitProposal;
  attributes: Attributes | null;
}>;

/** Without groups: one questionnaire without files, to be filled in. */
export function proposeQuestionnaires(
  groups: readonly FileGroup[],
  instruments: readonly Instrument[],
): Questionnaire[] {
  const found = mergeWaves(
    (groups.length > 0 ? groups : [{ files: [], columns: [] }]).map((group) => proposeOne(group, instruments)),
  );
  const joined = found.map((one) => joinAttributes(one, found));
  const attributes = joined.flatMap((one) => one.attributes?.group ?? []);
  return nameEach(joined.filter(({ group }) => !attributes.includes(group)));
}

type Draft = Omit<Questionnaire, "code">;

function proposeOne(group: FileGroup, instruments: readonly Instrument[]): Draft {
  const matches = isLong(group) ? [] : matchInstruments(group.columns, instruments);
  const used = matches.flatMap(listColumns);
  const unit = findUnit(group.columns.filter((column) => !used.includes(column)));
  return { group, matches, unit, attributes: null };
}

/** True for files with one row per answer: their items are texts in a column. */
export const isLong = ({ files }: FileGroup): boolean => files[0]?.profile === "long";

/** Takes the units from another file when only that one has them and both share a column. */
function joinAttributes(draft: Draft, others: readonly Draft[]): Draft {
  if (draft.group.columns.some(isCalledUnit)) return draft;
  for (const { group, matches, unit } of others) {
    if (matches.length > 0 || !group.columns.some(isCalledUnit)) continue;
    const keys = group.columns.filter((column) => mayBeKey(column) && hasKey(draft.group, column));
    const likely = keys.filter(isCalledKey);
    const [key, ...rest] = likely.length > 0 ? likely : keys;
    if (key === undefined) continue;
    const question =
      rest.length > 0 ? wordChoice(rest) : likely.length > 0 ? null : "does this column join the two files?";
    return { ...draft, unit, attributes: { group, key, question } };
  }
  return draft;
}

const wordChoice = (others: readonly Column[]) =>
  `is this what joins the two files, or ${listSome(others.map(({ name }) => quoteShort(name)))}?`;

/** A pseudonym may join two files; a name or an e-mail address may not. */
const mayBeKey = ({ identifier }: Column) => identifier === null || identifier === "reference";

const hasKey = ({ columns }: FileGroup, { name }: Column) =>
  columns.some((one) => mayBeKey(one) && one.name.trim() === name.trim());

const isCalledKey = ({ name, identifier }: Column) =>
  identifier === "reference" || /(?<!\p{L})(id|key|token|pseudonym|sleutel|nummer|number)$/iu.test(name.trim());

/** A questionnaire of one instrument is called after it. */
function nameEach(drafts: readonly Draft[]): Questionnaire[] {
  const names = drafts.map(({ matches: [first, second] }) =>
    first !== undefined && second === undefined ? first.instrument.instrument : "questionnaire",
  );
  const taken = new Set<string>();
  return drafts.map((draft, index) => {
    const name = names[index] as string;
    let code = name;
    for (let number = 2; taken.has(code); number++) code = `${name}_${number}`;
    taken.add(code);
    return { code, ...draft };
  });
}

/** Files of the attributes for each file of the questionnaire: one for all, or as many as there are waves. */
export function findAttributesFile({ attributes }: Questionnaire, index: number): Inspection | null {
  if (attributes === null) return null;
  return attributes.group.files[index] ?? attributes.group.files.at(-1) ?? null;
}
