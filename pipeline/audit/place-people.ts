/**
 * Follows every respondent through several memberships of one questionnaire.
 *
 * In: memberships; out: one row per set of people who stand in the same rows of all of them, with how many they are. A person
 * is known by the keyed entry; without ids equal entries are told apart by where they stand, those that stay put first.
 */
import type { Membership, MembershipRow } from "../../schemas/membership.ts";

/**
 * `rows`: per membership the position in its rows, -1 where these people are not in it. `versions`: as how many entries one of these
 * people may occur in all memberships; each then weighs that part of a person.
 */
export type Place = Readonly<{ rows: readonly number[]; people: number; versions: number }>;

/**
 * What is taken for one unknown. answers: an entry, so that a corrected answer is another one. people: a person, whatever was
 * answered; somebody without a person part is as with answers.
 */
export type View = "answers" | "people";

/**
 * Places in the order in which they are first met. With ids it is known as how many entries a person occurs. Without them, or
 * where ids changed between memberships, people are known by their record, and whoever is in j of m memberships of a wave may
 * be another entry in each of the others: m - j + 1 versions.
 */
export const placePeople = (memberships: readonly Membership[], view: View): Place[] => {
  const [only] = memberships;
  if (only !== undefined && memberships.length === 1 && view === "answers")
    return only.rows.map(({ people }, row) => ({ rows: [row], people: people.length, versions: 1 }));
  const haveIds = view === "people" || haveSameIds(memberships);
  const people = startPeople(memberships.length);
  const namePerson = view === "people" ? byPerson : haveIds ? (entry: string) => entry : readRecord;
  for (const [index, membership] of memberships.entries()) join(people, membership, index, namePerson);
  return countPlaces(people, haveIds ? prepareVersions(people, memberships, view) : byAbsence(people, memberships));
};

const readPerson = (entry: string): string => entry.slice(0, entry.indexOf("."));
const readRecord = (entry: string): string => entry.slice(entry.indexOf(".") + 1);

type NamePerson = (entry: string, membership: Membership) => string;

const byPerson: NamePerson = (entry, { wave }) => {
  const person = readPerson(entry);
  return person === "" ? `${wave} ${entry}` : `${person}.`;
};

/** False without ids, and when two memberships have less than half of the smaller one's people in common. */
const haveSameIds = (memberships: readonly Membership[]): boolean => {
  if (!memberships.every(({ identified }) => identified)) return false;
  const persons = memberships.map(({ rows }) => new Set(rows.flatMap(({ people }) => people.map(readPerson))));
  return persons.every((some, index) => persons.slice(index + 1).every((others) => shareHalf(some, others)));
};

const shareHalf = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => {
  const [fewer, more] = some.size < others.size ? [some, others] : [others, some];
  let common = 0;
  for (const person of fewer) if (more.has(person)) common += 1;
  return common * 2 >= fewer.size;
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

type CountVersions = (person: number) => number;

/** As many as the person has entries; seen as people everyone is one. */
const prepareVersions = (people: People, memberships: readonly Membership[], view: View): CountVersions => {
  const absent = byAbsence(people, memberships);
  const nameOf = (person: number) => readPerson(people.names[person] as string);
  if (view === "people") return (person) => (people.names[person]?.endsWith(".") ? 1 : absent(person));
  const entries = new Map<string, number>();
  for (const person of people.names.keys()) entries.set(nameOf(person), (entries.get(nameOf(person)) ?? 0) + 1);
  return (person) => (nameOf(person) === "" ? absent(person) : (entries.get(nameOf(person)) as number));
};

/** One more than the memberships of the waves somebody is in that do not have them. */
const byAbsence =
  ({ rows, width }: People, memberships: readonly Membership[]): CountVersions =>
  (person) => {
    const isIn = (index: number) => rows[person * width + index] !== -1;
    const waves = new Set(memberships.flatMap(({ wave }, index) => (isIn(index) ? [wave] : [])));
    return 1 + memberships.filter(({ wave }, index) => waves.has(wave) && !isIn(index)).length;
  };

const countPlaces = ({ rows, seen, width }: People, countVersions: CountVersions): Place[] => {
  const counts = new Map<string, { rows: number[]; people: number; versions: number }>();
  for (let person = 0; person < seen.length; person += 1) {
    const own = rows.slice(person * width, (person + 1) * width);
    const versions = countVersions(person);
    const key = `${own.join()} ${versions}`;
    const place = counts.get(key);
    if (place === undefined) counts.set(key, { rows: own, people: 1, versions });
    else place.people += 1;
  }
  return [...counts.values()];
};
