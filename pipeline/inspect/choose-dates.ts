/** Chooses the order of day and month for a whole file. In: its columns and a sample of their cells. Out: the order and how sure it is. */
import type { Column, DateOrder } from "../../schemas/inspection.ts";
import type { Profile } from "../../schemas/profile.ts";
import { readDateOrder } from "../csv/read-date-order.ts";

/** `doubt` says why records do not tell the order, or that they tell another than the one stated; null when there is none. */
export type Dates = Readonly<{
  order: DateOrder | null;
  doubt: "ambiguous" | "contradictory" | "other_than_stated" | null;
}>;

/**
 * What the analyst states counts, then what the dates themselves decide, then the tool's habit. The tool's own dates are
 * looked at; other dates, which people may have typed, only when it wrote none.
 */
export function chooseDates(
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  { dates: habit }: Profile,
  stated: DateOrder | undefined,
): Dates {
  const dated = columns.filter(({ content }) => content.kind === "dates");
  const own = dated.filter(({ role }) => role === "started" || role === "ended" || role === "submitted");
  const texts = (own.length > 0 ? own : dated).flatMap(({ position }) => cells[position - 1] ?? []);
  const read = readDateOrder(texts.map((text) => text.trim()));
  if (stated !== undefined)
    return { order: stated, doubt: read === stated || read === "ambiguous" ? null : "other_than_stated" };
  if (read === "contradictory") return { order: null, doubt: "contradictory" };
  if (read !== "ambiguous") return { order: read, doubt: null };
  const settled = dated.length === 0 || habit === "day_first" || habit === "month_first";
  return settled ? { order: habit, doubt: null } : { order: null, doubt: "ambiguous" };
}
