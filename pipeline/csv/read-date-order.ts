/** Recognises dates, with or without a time, and tells from them whether day or month comes first. */
import type { DateOrder } from "../../schemas/inspection.ts";

const time = String.raw`([T ,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?[AaPp]\.?[Mm]\.?)?( ?(Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2}))?)?`;
const yearFirst = new RegExp(String.raw`^\d{4}([-/.])(\d{1,2})\1(\d{1,2})${time}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}$`);

/** True for a date such as 2026-04-24, 24-4-2026 10:59 or 4/24/26 10:59:37 AM, not for a number or a time alone. */
export const isDate = (text: string): boolean => readOrder(text) !== "none";

/**
 * The order that all `texts` (dates; others are passed over) agree on: one whose day is over 12 decides for the others.
 * "ambiguous": none decides, or there is no date. "contradictory": two decide differently, or no order fits.
 */
export function readDateOrder(texts: readonly string[]): DateOrder | "ambiguous" | "contradictory" {
  const orders = new Set(texts.map(readOrder));
  orders.delete("none");
  if (orders.has("contradictory")) return "contradictory";
  const undecided = orders.delete("ambiguous");
  const [order, other] = orders as ReadonlySet<DateOrder>;
  if (order === undefined) return "ambiguous";
  return other !== undefined || (undecided && order === "year_first") ? "contradictory" : order;
}

function readOrder(text: string): DateOrder | "ambiguous" | "contradictory" | "none" {
  if (yearFirst.test(text)) return "year_first";
  const found = yearLast.exec(text);
  if (found === null) return "none";
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (first > 12 && second > 12) return "contradictory";
  if (first > 12) return "day_first";
  return second > 12 ? "month_first" : "ambiguous";
}
