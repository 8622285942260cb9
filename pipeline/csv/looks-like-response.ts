/** Recognises a first line that holds a response instead of column names, so that it is never shown as names. */
import { isDate } from "./read-date-order.ts";
import { holdsPeople, isPersonal, isPersonName, recogniseIdentifier } from "./recognise-identifier.ts";

const longestForm = 100;
const number = /^[+-]?\d+([.,]\d+)?$/;

/** So many names that are numbers or come back below them are no chance, even when they are only half of the names. */
const fewestSigns = 3;

/**
 * True when a name is a date or what can only be one person's (an e-mail address, a telephone number), or when most of the names
 * are numbers, are found again in their own column in the rows `below`, or are names of people above names of people.
 */
export function looksLikeResponse(names: readonly string[], below: readonly (readonly string[])[] = []): boolean {
  const cells = names.map((name) => name.trim().slice(0, longestForm));
  const filled = cells.filter((name) => name !== "");
  if (filled.some((name) => isPersonal(name) || isDate(name))) return true;
  const recurs = findRecurring(cells, below);
  const signs = cells.filter(
    (name, index) => number.test(name) || recurs[index] || isPerson(name, index, below),
  ).length;
  return signs * 2 > filled.length || (signs >= fewestSigns && signs * 2 === filled.length);
}

/** True for "Anna de Vries" above other people's names, false for "Full Name". */
const isPerson = (cell: string, index: number, below: readonly (readonly string[])[]): boolean =>
  isPersonName(cell) &&
  recogniseIdentifier(cell) === null &&
  holdsPeople(below.map((row) => row[index]?.trim() ?? "").filter((text) => text !== ""));

/** How many of the cells are also in a later row, in their own column. */
export const recurringCells = (cells: readonly string[], below: readonly (readonly string[])[]): number =>
  findRecurring(cells, below).filter(Boolean).length;

const findRecurring = (cells: readonly string[], below: readonly (readonly string[])[]): boolean[] =>
  cells.map((cell, index) => cell !== "" && below.some((row) => row[index]?.trim().slice(0, longestForm) === cell));
