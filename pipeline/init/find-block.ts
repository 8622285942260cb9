/**
 * Finds an instrument by a block: as many columns in a row as it has items, all on its answer scale. A block is a guess about
 * the order of the items, so each of its columns is a question.
 */
import type { Column } from "../../schemas/inspection.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { findSet, fitsAnswers, listSharedSets } from "./fit-answers.ts";
import type { InstrumentMatch, Search } from "./instrument-match.ts";

/** Fewer columns on one scale are too common to point to an instrument. */
const smallestBlock = 3;

/** The first block that fits this instrument, and no rival unless the columns are called after this one. */
export function findBlock(search: Search): InstrumentMatch | null {
  const { instrument, rivals } = search;
  const block = splitBlocks(search, instrument).find(
    (one) =>
      isCalledAfter(one, instrument) ||
      !rivals.some((rival) => splitBlocks(search, rival).some((other) => other[0] === one[0])),
  );
  if (block === undefined) return null;
  const items = instrument.items.map((item, index) => ({
    item,
    columns: block.slice(index, index + 1),
    question: `is this "${item.label.en}"? Guessed from the order`,
  }));
  return { instrument, items };
}

/**
 * Columns in a row that belong to one question, or that are all questions of their own, as many as the instrument has items.
 * Columns of the tool and of the person may stand between them: comments and timings follow each question.
 */
function splitBlocks({ columns, free }: Search, instrument: Instrument): Column[][] {
  const blocks: Column[][] = [];
  let last: string | null = null;
  for (const column of columns.filter(({ role, identifier }) => role === null && identifier === null)) {
    const key = free.has(column) && fitsAnswers(column.content, instrument) ? nameBlock(column) : null;
    if (key !== null && key === last) blocks.at(-1)?.push(column);
    else if (key !== null) blocks.push([column]);
    last = key;
  }
  const { length } = instrument.items;
  return blocks.filter((block) => length >= smallestBlock && block.length === length && fitsItems(block, instrument));
}

const nameBlock = ({ name, content }: Column) => `${content.kind} ${findStem(name)}`;

/** A longer name is a question of its own. */
const longestCode = 1000;

/** What columns of one question share: `BAT[1]`, `BAT_1`, `BAT1` and `BAT | never` give "bat"; a whole question gives "". */
function findStem(name: string): string {
  if (name.length > longestCode) return "";
  const stem =
    name.match(/^(.*) \| /s)?.[1] ?? name.match(/^(.*)\[[^[\]]*\]$/s)?.[1] ?? name.match(/^(\S+?)[_.#-]*\d+$/)?.[1];
  return stem?.trim().toLowerCase() ?? "";
}

/** Every column fits the item at its place, and the items of one response set share their labels. */
function fitsItems(block: readonly Column[], instrument: Instrument): boolean {
  const placed = block.flatMap((column, index) => {
    const item = instrument.items[index];
    return item === undefined ? [] : [{ column, item, set: findSet(item, instrument) }];
  });
  return placed.every(({ column, item, set }) => {
    const others = placed.filter((one) => one.set === set).map((one) => one.column);
    return fitsAnswers(column.content, instrument, [item]) && sharesLabels(others);
  });
}

const sharesLabels = (columns: readonly Column[]) =>
  columns.every(({ content }) => content.kind !== "labels") || listSharedSets(columns).length > 0;

/** The first letters of the instrument's name: `bat` of bat_12. */
const isCalledAfter = ([column]: readonly Column[], { instrument }: Instrument) =>
  column !== undefined && findStem(column.name).startsWith(instrument.match(/^[a-z]+/)?.[0] ?? instrument);
