/** Recognises a first line that holds a response instead of column names, so that it is never shown as names. */
import { isDate } from "./read-date-order.ts";

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const address = /^\d{1,3}(\.\d{1,3}){3}$/;
const longestForm = 100;
const number = /^[+-]?\d+([.,]\d+)?$/;

/** So many names that are numbers or come back below them are no chance, even when they are only half of the names. */
const fewestSigns = 3;

/**
 * True when a name is an e-mail address, an IP address or a date, or when most of the names are numbers or are found again in
 * their own column in the rows `below`.
 */
export function looksLikeResponse(names: readonly string[], below: readonly (readonly string[])[] = []): boolean {
  const cells = names.map((name) => name.trim().slice(0, longestForm));
  const filled = cells.filter((name) => name !== "");
  if (filled.some((name) => email.test(name) || address.test(name) || isDate(name))) return true;
  const recurs = findRecurring(cells, below);
  const signs = cells.filter((name, index) => number.test(name) || recurs[index]).length;
  return signs * 2 > filled.length || (signs >= fewestSigns && signs * 2 === filled.length);
}

/** How many of the cells are also in a later row, in their own column. */
export const recurringCells = (cells: readonly string[], below: readonly (readonly string[])[]): number =>
  findRecurring(cells, below).filter(Boolean).length;

const findRecurring = (cells: readonly string[], below: readonly (readonly string[])[]): boolean[] =>
  cells.map((cell, index) => cell !== "" && below.some((row) => row[index]?.trim().slice(0, longestForm) === cell));
