/**
 * Judges whether ids tell who is who in several memberships. In: memberships of a questionnaire. Out: whether everybody has an
 * id, whether ids are the same ids in each, whether somebody's record changed.
 */
import type { Membership } from "../../schemas/membership.ts";
import { listEntries, readPerson, readRecord } from "./list-entries.ts";

/** True when everybody in all memberships has an id. */
export const areIdentified = (memberships: readonly Membership[]): boolean =>
  memberships.every(
    ({ identified, rows }) => identified && rows.every(({ people }) => people.every((entry) => !entry.startsWith("."))),
  );

/**
 * True when everybody in the memberships of one wave has an id, and it is the same id in each. They are other ids when fewer people
 * have one in common than have not, and at least half of these have the same answers in the same unit: a key that was added
 * later, or an export that was numbered anew. Taken at their word such ids would make everybody a stranger.
 */
export const areComparable = (memberships: readonly Membership[], instrument: string): boolean =>
  areIdentified(memberships) &&
  memberships.every((one, index) =>
    memberships.slice(index + 1).every((other) => !haveOtherIds(one, other, instrument)),
  );

function haveOtherIds(one: Membership, other: Membership, instrument: string): boolean {
  const [before, after] = [listPersons(one, instrument), listPersons(other, instrument)];
  const gone = listAnswers(one, instrument, after);
  const come = listAnswers(other, instrument, before);
  const fewer = Math.min(gone.length, come.length);
  const common = [...before].filter((person) => after.has(person)).length;
  return fewer > 0 && common < fewer && countAlike(gone, come) * 2 >= fewer;
}

const listPersons = (membership: Membership, instrument: string): ReadonlySet<string> =>
  new Set([...listEntries([membership], instrument)].map(({ entry }) => readPerson(entry)));

/** Unit and record of everybody who is not among the others. */
const listAnswers = (membership: Membership, instrument: string, others: ReadonlySet<string>): string[] =>
  [...listEntries([membership], instrument)]
    .filter(({ entry }) => !others.has(readPerson(entry)))
    .map(({ row, entry }) => JSON.stringify([membership.rows[row]?.unit, readRecord(entry)]));

/** How many of each can be paired. */
function countAlike(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of some) left.set(one, (left.get(one) ?? 0) + 1);
  let alike = 0;
  for (const other of others) {
    const count = left.get(other) ?? 0;
    if (count > 0) alike += 1;
    left.set(other, count - 1);
  }
  return alike;
}

/** True when a person has more than one record; only to be asked of people with ids. */
export function hasCorrections(memberships: readonly Membership[], instrument: string): boolean {
  const entries = new Map<string, string>();
  for (const { entry } of listEntries(memberships, instrument)) {
    const person = readPerson(entry);
    const known = entries.get(person);
    if (known !== undefined && known !== entry) return true;
    entries.set(person, entry);
  }
  return false;
}
