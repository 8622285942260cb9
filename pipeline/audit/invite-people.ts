/**
 * The people behind participation: everyone invited, whether they answered or not.
 *
 * In: memberships of one questionnaire; out: the same with one row per unit, and the invited placed in them. Who was invited
 * is known per unit only; where more people answered than were invited, those who answered count as the invited. An invited
 * person of a unit is taken for the same one in all memberships as far as their numbers are equal.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { Place } from "./place-people.ts";

export type Invited = Readonly<{ memberships: readonly Membership[]; places: readonly Place[] }>;

/** Rows without people; the people are in the places. */
export const invitePeople = (memberships: readonly Membership[]): Invited => {
  const counts = memberships.map(countInvited);
  const units = [...new Set(counts.flatMap((count) => [...count.keys()]))];
  const rowOf = counts.map((count) => new Map([...count.keys()].map((unit, row) => [unit, row])));
  return {
    memberships: memberships.map((membership, index) => ({
      ...membership,
      rows: [...(counts[index] as Map<string, number>).keys()].map((unit) => ({
        unit,
        values: membership.attributes.map(() => null),
        answered: membership.instruments.map(() => true),
        people: [],
      })),
    })),
    places: units.flatMap((unit) =>
      placeUnit(
        counts.map((count) => count.get(unit) ?? 0),
        rowOf.map((rows) => rows.get(unit) ?? -1),
      ),
    ),
  };
};

/** People directly in each unit: as many as were invited, or as many as answered if that is more. */
const countInvited = ({ units, rows }: Membership): Map<string, number> => {
  const counts = new Map(units.map(({ unit }) => [unit, 0]));
  for (const { unit, people } of rows) counts.set(unit, (counts.get(unit) ?? 0) + people.length);
  for (const { unit, invited } of units) counts.set(unit, Math.max(counts.get(unit) ?? 0, invited ?? 0));
  return counts;
};

/** From the number that all memberships share to what only some have more. */
const placeUnit = (counts: readonly number[], rows: readonly number[]): Place[] => {
  const levels = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  return levels.map((level, index) => ({
    rows: rows.map((row, membership) => ((counts[membership] as number) >= level ? row : -1)),
    people: level - (levels[index - 1] ?? 0),
    versions: 1,
  }));
};
