/**
 * Recognises people in several memberships of one base. In: memberships of a questionnaire. Out: cohorts, one row per set of
 * respondents who are at the same place in each.
 *
 * Answers are what is unknown. Seen by answers, a person whose answers were corrected is another unknown; the versions of one
 * person weigh one person together. With ids the versions are known. Without ids, people are recognised by their record, as
 * often as it occurs, at the same place first; whoever is in j of m memberships may have a version in each of the others, and
 * weighs 1 / (m - j + 1): never more than the people there are. Seen by people, a person is one unknown whatever was answered.
 */
import type { Membership, MembershipRow } from "../../schemas/membership.ts";
import { areComparable, areIdentified } from "./compare-ids.ts";
import { isAnswered, listEntries, readPerson, readRecord } from "./list-entries.ts";

export type View = "answers" | "people";

/** `places`: per membership the position of a row, -1 where they are not. A version weighs 1 / versions of a person. */
export type Cohort = Readonly<{ places: readonly number[]; people: number; versions: number }>;

/**
 * The people who have all scales of `instrument` in any of the memberships. View `people` needs ids. Every person of one
 * membership alone is a cohort of its row.
 */
export function matchPeople(memberships: readonly Membership[], instrument: string, view: View): Cohort[] {
  const [only] = memberships;
  if (memberships.length === 1 && only !== undefined && view === "answers") return takeRows(only, instrument);
  const identified = view === "people" ? areIdentified(memberships) : areComparable(memberships, instrument);
  if (view === "people" && !identified) throw new Error("People without ids can't be told apart over waves.");
  const readKey = view === "people" ? readPerson : identified ? (entry: string) => entry : readRecord;
  const { ends, steps } = walkEntries(memberships, instrument, readKey);
  const slots = steps.map((_, end) => (ends.counts.has(end) ? fillSlots(memberships, readPath(steps, end)) : []));
  const countVersions =
    view === "answers" && identified ? countPersonVersions(ends.byKey, slots) : () => undefined as number | undefined;
  return gather(ends.byKey, slots, (key, slot, own) =>
    identified ? (countVersions(key) ?? own) : memberships.length - slot.places.filter((row) => row >= 0).length + 1,
  );
}

const takeRows = (membership: Membership, instrument: string): Cohort[] =>
  membership.rows.flatMap((row, index) =>
    isAnswered(membership, row, instrument) ? [{ places: [index], people: row.people.length, versions: 1 }] : [],
  );

/** `count` times at `row` of membership `at`, after the step `from` (-1: the first). */
type Step = { readonly from: number; readonly at: number; readonly row: number; readonly count: number };

type Ends = Readonly<{
  /** Key to the last step of where it occurs. */
  byKey: ReadonlyMap<string, number>;
  /** Last step to how many keys end there. */
  counts: ReadonlyMap<number, number>;
}>;

/**
 * Where each key occurs, as a path of steps that keys share: nearly everyone walks one of few paths. Entries that are the same
 * and stand together make one step.
 */
function walkEntries(memberships: readonly Membership[], instrument: string, readKey: (entry: string) => string) {
  const steps: Step[] = [];
  const known = new Map<string, number>();
  const byKey = new Map<string, number>();
  const take = (key: string, at: number, row: number, count: number) => {
    const from = byKey.get(key) ?? -1;
    const name = `${from},${at},${row},${count}`;
    const step = known.get(name) ?? steps.push({ from, at, row, count }) - 1;
    known.set(name, step);
    byKey.set(key, step);
  };
  let run: { key: string; at: number; row: number; count: number } | undefined;
  for (const { at, row, entry } of listEntries(memberships, instrument)) {
    const key = readKey(entry);
    if (run?.key === key && run.at === at && run.row === row) run.count += 1;
    else {
      if (run !== undefined) take(run.key, run.at, run.row, run.count);
      run = { key, at, row, count: 1 };
    }
  }
  if (run !== undefined) take(run.key, run.at, run.row, run.count);
  const counts = new Map<number, number>();
  for (const end of byKey.values()) counts.set(end, (counts.get(end) ?? 0) + 1);
  return { steps, ends: { byKey, counts } satisfies Ends };
}

function readPath(steps: readonly Step[], end: number): Step[] {
  const path: Step[] = [];
  for (let step = steps[end]; step !== undefined; step = steps[step.from]) path.push(step);
  return path.reverse();
}

/** People of one key who are at the same place in each membership. */
type Slot = Readonly<{ places: readonly number[]; people: number }>;

/** Follows the people of one key from membership to membership: who stands where somebody stood is taken to be the same. */
function fillSlots(memberships: readonly Membership[], path: readonly Step[]): Slot[] {
  let slots: Slot[] = [];
  for (const at of memberships.keys()) {
    const arriving = path.filter((step) => step.at === at);
    slots = joinSlots(memberships, slots, arriving, at);
  }
  return slots;
}

function joinSlots(memberships: readonly Membership[], before: readonly Slot[], arriving: readonly Step[], at: number) {
  const waiting = before.map(({ places, people }) => ({ places, people }));
  const coming = arriving.map(({ row, count }) => ({ row, count }));
  const joined: Slot[] = [];
  for (const describe of placeTexts(memberships)) {
    const seats = seat(waiting, describe);
    for (const one of coming)
      for (const slot of one.count > 0 ? (seats.get(describe(at, one.row)) ?? []) : []) {
        const people = Math.min(one.count, slot.people);
        if (people === 0) continue;
        joined.push({ places: [...slot.places, one.row], people });
        one.count -= people;
        slot.people -= people;
      }
  }
  const nowhere = Array<number>(at).fill(-1);
  return [
    ...joined,
    ...waiting.filter(({ people }) => people > 0).map(({ places, people }) => ({ places: [...places, -1], people })),
    ...coming.filter(({ count }) => count > 0).map(({ row, count }) => ({ places: [...nowhere, row], people: count })),
  ];
}

/** Those still waiting, by where they stood last. */
function seat<S extends Slot>(waiting: readonly S[], describe: (at: number, row: number) => string): Map<string, S[]> {
  const seats = new Map<string, S[]>();
  for (const slot of waiting) {
    if (slot.people === 0) continue;
    const last = slot.places.findLastIndex((row) => row >= 0);
    const text = describe(last, slot.places[last] as number);
    const there = seats.get(text);
    if (there === undefined) seats.set(text, [slot]);
    else there.push(slot);
  }
  return seats;
}

/** What makes two places the same: unit and the attributes that all memberships have, else the unit, else nothing. */
function placeTexts(memberships: readonly Membership[]): ((at: number, row: number) => string)[] {
  const shared = (memberships[0]?.attributes ?? []).filter((attribute) =>
    memberships.every(({ attributes }) => attributes.includes(attribute)),
  );
  const find = (at: number, row: number) => {
    const membership = memberships[at] as Membership;
    const { unit, values } = membership.rows[row] as MembershipRow;
    return { unit, values: shared.map((attribute) => values[membership.attributes.indexOf(attribute)] ?? null) };
  };
  return [(at, row) => JSON.stringify(find(at, row)), (at, row) => find(at, row).unit, () => ""];
}

/** For people with more than one record: how many versions of them there are. */
function countPersonVersions(
  ends: ReadonlyMap<string, number>,
  slots: readonly (readonly Slot[])[],
): (key: string) => number | undefined {
  const first = new Map<string, string>();
  const versions = new Map<string, number>();
  const count = (key: string) => (slots[ends.get(key) as number] ?? []).reduce((sum, { people }) => sum + people, 0);
  for (const key of ends.keys()) {
    const person = readPerson(key);
    const known = first.get(person);
    if (known === undefined) first.set(person, key);
    else versions.set(person, (versions.get(person) ?? count(known)) + count(key));
  }
  return (key) => versions.get(readPerson(key));
}

/** Slots of all keys, put together where places and versions are the same. */
function gather(
  ends: ReadonlyMap<string, number>,
  slots: readonly (readonly Slot[])[],
  readVersions: (key: string, slot: Slot, own: number) => number,
): Cohort[] {
  const cohorts = new Map<string, { places: readonly number[]; people: number; versions: number }>();
  for (const [key, end] of ends) {
    const filled = slots[end] ?? [];
    const own = filled.reduce((sum, { people }) => sum + people, 0);
    for (const slot of filled) {
      const versions = readVersions(key, slot, own);
      const name = `${slot.places.join(",")};${versions}`;
      const cohort = cohorts.get(name);
      if (cohort === undefined) cohorts.set(name, { places: slot.places, people: slot.people, versions });
      else cohort.people += slot.people;
    }
  }
  return [...cohorts.values()];
}
