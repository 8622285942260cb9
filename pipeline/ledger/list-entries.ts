/** Reads the people of memberships one by one. In: memberships of a questionnaire. Out: who is where, by keyed hashes. */
import type { Membership, MembershipRow } from "../../schemas/membership.ts";

/** `at`: position of the membership. `row`: position in its rows. */
export type Entry = Readonly<{ at: number; row: number; entry: string }>;

/** Everybody who has all scales of the instrument, membership by membership and row by row. */
export function* listEntries(memberships: readonly Membership[], instrument: string): Generator<Entry> {
  for (const [at, membership] of memberships.entries())
    for (const [row, content] of membership.rows.entries())
      if (isAnswered(membership, content, instrument)) for (const entry of content.people) yield { at, row, entry };
}

/** True when the people of a row have all scales of the instrument. */
export const isAnswered = (
  { instruments }: Pick<Membership, "instruments">,
  { answered }: Pick<MembershipRow, "answered">,
  instrument: string,
): boolean => answered[instruments.indexOf(instrument)] === true;

/** Blank for somebody without an id. */
export const readPerson = (entry: string): string => entry.slice(0, entry.indexOf("."));
export const readRecord = (entry: string): string => entry.slice(entry.indexOf(".") + 1);
