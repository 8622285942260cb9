/**
 * Follows every respondent through several memberships of one questionnaire.
 *
 * In: memberships; out: one row per set of people who stand in the same rows of all of them, with how many they are. A person
 * is known by the keyed entry; without ids equal entries are told apart by where they stand, those that stay put first.
 */
import type { Membership, MembershipRow } from "../../schemas/membership.ts";

/** `rows`: per membership the position in its rows, -1 where these people are not in it. */
export type Place = Readonly<{ rows: readonly number[]; people: number }>;

/** How an entry of a membership names a person, the same in all memberships that are to be compared. */
export type NamePerson = (entry: string, membership: Membership) => string;

/** By the whole entry, or by the record where a membership tells nobody apart. */
export const byEntry = (memberships: readonly Membership[]): NamePerson =>
  memberships.every(({ identified }) => identified) ? (entry) => entry : (entry) => entry.slice(entry.indexOf(".") + 1);

/** By the person across waves; who has no person part stays in the own wave. */
export const byPerson: NamePerson = (entry, { wave }) => {
  const person = entry.slice(0, entry.indexOf("."));
  return person === "" ? `${wave} ${entry}` : person;
};

/** Places in the order in which they are first met. A single membership needs no names. */
export const placePeople = (memberships: readonly Membership[], namePerson: NamePerson): Place[] => {
  const [only] = memberships;
  if (only !== undefined && memberships.length === 1)
    return only.rows.map(({ people }, row) => ({ rows: [row], people: people.length }));
  const people = startPeople(memberships.length);
  for (const [index, membership] of memberships.entries()) join(people, membership, index, namePerson);
  return countPlaces(people);
};

/** Persons by position; `rows` has `width` numbers for each. */
type People = Readonly<{
  width: number;
  names: string[];
  rows: number[];
  /** Number of the unit, attributes and instruments of the row in which a person was last seen. */
  seen: number[];
  places: Map<string, number>;
}>;

const startPeople = (width: number): People => ({ width, names: [], rows: [], seen: [], places: new Map() });

/** Adds a membership: who stands where a namesake stood first, then any namesake, then somebody new. */
const join = (people: People, membership: Membership, index: number, namePerson: NamePerson): void => {
  const staying = listBy(people, (person) => `${people.seen[person]} ${people.names[person]}`);
  const moved: Arrival[] = [];
  for (const [row, { people: entries, ...rest }] of membership.rows.entries()) {
    const place = numberPlace(people, rest);
    for (const entry of entries) {
      const arrival = { name: namePerson(entry, membership), row, place };
      const person = staying.take(`${place} ${arrival.name}`);
      if (person === undefined) moved.push(arrival);
      else settle(people, person, index, arrival);
    }
  }
  const leaving = listBy(people, (person) =>
    people.rows[person * people.width + index] === -1 ? (people.names[person] as string) : null,
  );
  for (const arrival of moved)
    settle(people, leaving.take(arrival.name) ?? addPerson(people, arrival.name), index, arrival);
};

type Arrival = Readonly<{ name: string; row: number; place: number }>;

const numberPlace = ({ places }: People, { unit, values, answered }: Omit<MembershipRow, "people">): number => {
  const key = JSON.stringify([unit, values, answered]);
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return place;
};

/** Persons by a key, to be taken once each; those without a key are left out. */
const listBy = ({ names }: People, findKey: (person: number) => string | null) => {
  const heads = new Map<string, number>();
  const next = new Int32Array(names.length);
  for (let person = names.length - 1; person >= 0; person -= 1) {
    const key = findKey(person);
    if (key === null) continue;
    next[person] = heads.get(key) ?? -1;
    heads.set(key, person);
  }
  return {
    take: (key: string): number | undefined => {
      const person = heads.get(key);
      if (person === undefined || person === -1) return undefined;
      heads.set(key, next[person] as number);
      return person;
    },
  };
};

const addPerson = ({ names, rows, seen, width }: People, name: string): number => {
  for (let index = 0; index < width; index += 1) rows.push(-1);
  seen.push(-1);
  return names.push(name) - 1;
};

const settle = (people: People, person: number, index: number, { row, place }: Arrival): void => {
  people.rows[person * people.width + index] = row;
  people.seen[person] = place;
};

const countPlaces = ({ rows, seen, width }: People): Place[] => {
  const counts = new Map<string, { rows: number[]; people: number }>();
  for (let person = 0; person < seen.length; person += 1) {
    const own = rows.slice(person * width, (person + 1) * width);
    const key = own.join();
    const place = counts.get(key);
    if (place === undefined) counts.set(key, { rows: own, people: 1 });
    else place.people += 1;
  }
  return [...counts.values()];
};
