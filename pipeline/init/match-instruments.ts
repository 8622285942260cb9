/**
 * Matches instruments to the columns of an export: by item code, by what a question asks, and by its answer scale.
 * In: columns and instruments. Out: one match per instrument that was found. Only codes and clear questions are sure;
 * everything else carries a question.
 */
import type { Column } from "../../schemas/inspection.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { findBlock } from "./find-block.ts";
import { findByCode, findSomeByCode } from "./find-by-code.ts";
import { findByQuestion } from "./find-by-question.ts";
import { isCalledUnit } from "./find-unit.ts";
import { type Finder, type InstrumentMatch, listColumns } from "./instrument-match.ts";

/** From sure to unsure: a column that one of them took is not there for the next. */
const finders: readonly Finder[] = [findByCode, findByQuestion, findBlock, findSomeByCode];

/** At most one match per instrument and item code, in the order of the file; each column is used once. */
export function matchInstruments(columns: readonly Column[], instruments: readonly Instrument[]): InstrumentMatch[] {
  const possible = columns.filter(
    (column) => column.role === null && column.identifier === null && !isCalledUnit(column),
  );
  const largestFirst = [...instruments].sort((one, other) => other.items.length - one.items.length);
  const matches: InstrumentMatch[] = [];
  for (const find of finders)
    for (const instrument of largestFirst) {
      const open = largestFirst.filter((one) => !matches.some((match) => sharesItem(match.instrument, one)));
      if (!open.includes(instrument)) continue;
      const used = new Set(matches.flatMap(listColumns));
      const free = new Set(possible.filter((column) => !used.has(column)));
      const match = find({ columns, free, instrument, rivals: open.filter((one) => one !== instrument) });
      if (match !== null) matches.push(match);
    }
  return matches.sort((one, other) => findStart(one) - findStart(other));
}

const findStart = (match: InstrumentMatch) => Math.min(...listColumns(match).map(({ position }) => position));

/** A scan can't have two items with one code; capitals don't tell them apart. */
function sharesItem(one: Instrument, other: Instrument): boolean {
  const codes = new Set(one.items.map(({ item }) => item.toLowerCase()));
  return other.items.some(({ item }) => codes.has(item.toLowerCase()));
}
