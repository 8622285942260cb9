/**
 * Counts the invited people of several memberships, of whom only their number per unit is known. In: memberships of a
 * questionnaire in a wave. Out: one cohort per unit and step in its number: the people in common, and those who are in some only.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { Cohort } from "./match-people.ts";

/**
 * `places` are positions in the units of each membership, -1 where the cohort is not invited. Where more people answered than
 * were invited, those who answered count. As many as possible are taken to be the same people, so that a difference is about
 * as few as it can be.
 */
export function countInvited(memberships: readonly Membership[]): Cohort[] {
  const invited = memberships.map(countPeople);
  const positions = memberships.map(({ units }) => new Map(units.map(({ unit }, position) => [unit, position])));
  const units = [...new Set(memberships.flatMap((membership) => membership.units.map(({ unit }) => unit)))];
  return units.flatMap((unit) => {
    const counts = invited.map((people) => people.get(unit) ?? 0);
    const steps = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
    return steps.map((step, index) => ({
      places: counts.map((count, at) => (count >= step ? (positions[at]?.get(unit) ?? -1) : -1)),
      people: step - (steps[index - 1] ?? 0),
      versions: 1,
    }));
  });
}

/** People directly in each unit. */
function countPeople({ units, rows }: Membership): ReadonlyMap<string, number> {
  const answered = new Map<string, number>();
  for (const { unit, people } of rows) answered.set(unit, (answered.get(unit) ?? 0) + people.length);
  return new Map(units.map(({ unit, invited }) => [unit, Math.max(invited ?? 0, answered.get(unit) ?? 0)]));
}
