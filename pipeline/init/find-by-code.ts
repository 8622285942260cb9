/** Finds an instrument by its item codes in the columns' names: BAT01, bat_01, Q12_BAT01, BAT[BAT01], VIT[E1] for VIT_E1. */
import type { Column } from "../../schemas/inspection.ts";
import type { Instrument, Item } from "../../schemas/instrument.ts";
import { doubtAnswers } from "./fit-answers.ts";
import type { InstrumentMatch, ItemMatch, Search } from "./instrument-match.ts";

/**
 * The instrument when every item's code is there. A part of them proves nothing: columns that are merely numbered BAT01 to
 * BAT12 have some of the codes of BAT-12, at the wrong items.
 */
export function findByCode({ free, instrument }: Search): InstrumentMatch | null {
  const items = instrument.items.map((item) => matchItem([...free], item, instrument));
  return items.every((match) => match.columns.length > 0) ? { instrument, items } : null;
}

/** The instrument when at least half of the codes are there; every item is then a question. */
export function findSomeByCode({ free, instrument }: Search): InstrumentMatch | null {
  const items = instrument.items.map((item) => matchItem([...free], item, instrument));
  const missing = items.filter((match) => match.columns.length === 0).length;
  if (missing * 2 > items.length) return null;
  return { instrument, items: items.map((match) => ({ ...match, question: match.question ?? wordDoubt(match) })) };
}

const wordDoubt = ({ item, columns }: ItemMatch) =>
  columns.length === 0
    ? `which column is "${item.label.en}"?`
    : `is this "${item.label.en}"? Not all codes of the instrument were found`;

function matchItem(columns: readonly Column[], item: Item, instrument: Instrument): ItemMatch {
  const found = findCode(columns, item.item);
  const doubts = found.map((column) => doubtAnswers(column, instrument, item));
  const question =
    found.length > 1
      ? "is at most one of these filled in for each respondent? Else keep the right one"
      : (doubts[0] ?? null);
  return { item, columns: found, question };
}

/** Columns that hold the code, those that are only the code before those that also hold more. */
function findCode(columns: readonly Column[], code: string): Column[] {
  const runs = code.match(/[a-z]+|\d+/gi) ?? [];
  const spelled = runs.map((run) => (/\d/.test(run) ? `0*${run.replace(/^0+(?=\d)/, "")}` : run)).join("[\\s_.\\-[(]*");
  const within = new RegExp(`(?<![\\p{L}\\p{N}])${spelled}(?![\\p{L}\\p{N}])`, "iu");
  const whole = new RegExp(`^${spelled}[\\])]?$`, "iu");
  const found = columns.filter(({ name, text }) => within.test(name) || within.test(text ?? ""));
  const exact = found.filter(({ name }) => whole.test(name.trim()));
  return exact.length > 0 ? exact : found;
}
