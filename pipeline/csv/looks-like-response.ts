/** Recognises a first line that holds a response instead of column names, so that it is never shown as names. */

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const address = /^\d{1,3}(\.\d{1,3}){3}$/;
const day = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d{1,2}:\d{2}.*)?$/;
const number = /^[+-]?\d+([.,]\d+)?$/;

/** True when a name is an e-mail address, an IP address or a date, or at least half of the names are numbers. */
export function looksLikeResponse(names: readonly string[]): boolean {
  const filled = names.filter((name) => name !== "");
  const numbers = filled.filter((name) => number.test(name)).length;
  return filled.some((name) => email.test(name) || address.test(name) || day.test(name)) || numbers * 2 > filled.length;
}
