/**
 * Judges one text: does every number in it belong to whom the text is about?
 * In: a text and what is known about its place; out: what is wrong, once per kind. The number itself is never handed on.
 */
import type { Allowance } from "./allowance.ts";
import { type Figure, holdsFigure, type Keys, type Stated } from "./figures.ts";
import type { FindingKind } from "./finding.ts";
import type { IsConstant } from "./index-constants.ts";
import type { Mention, NameIndex } from "./index-names.ts";
import { listCuts, organisationWords, teamWords } from "./layout.ts";
import { type NumberInText, readNumbers } from "./read-numbers.ts";

/** What all parts of the scan ask. */
export type Rulebook = Readonly<{
  names: NameIndex;
  allowance: Allowance;
  isConstant: IsConstant;
  standingOf: (place: Place) => Standing;
  /** In a file about a unit: that unit, beside which no other one may be named except those above it. */
  about: string | null;
}>;

/**
 * Whom a place is about. `units`: none for the scan as a whole. `isRow`: figures of the units only, no sentence around them. `isOpen`: it
 * need not be about them, so that figures of everyone may stand there too.
 */
export type Place = Readonly<{ units: readonly string[]; isRow: boolean; isOpen: boolean; keys: Keys }>;

/** A place about nobody. */
export const anywhere: Place = { units: [], isRow: false, isOpen: false, keys: {} };

/** What may stand there, for a reader of the error. */
export const expectation: Readonly<Partial<Record<FindingKind, string>>> = {
  number: "a number that is a released figure, a count of what is released, or part of the reports' own sentences",
  withheld: "no number beside a group that is not shown",
  attribution: "a released figure of the unit that stands beside it",
  name: "no other unit than the one that the file is about",
  form: "a date on which a wave opened or closed, or its line was set",
};

/**
 * The kinds of mistakes in a text; empty when all is well. A text that names units itself is about these, else about its place. `marked`: units
 * whose names were taken out of the text before.
 */
export function judgeText(
  book: Rulebook,
  text: string,
  place: Place,
  marked: readonly string[] = [],
): readonly FindingKind[] {
  const mentions = book.names.inText(text);
  const sure = mentions.flatMap(({ names, unsure }) => (unsure ? [] : names));
  const named = [...marked, ...sure.flatMap(({ kind, id }) => (kind === "unit" ? [id] : []))];
  const mixed: FindingKind[] = [
    ...(mixesHidden(book, mentions, marked) ? (["withheld"] as const) : []),
    ...(namesOthers(book, named) ? (["name"] as const) : []),
  ];
  if (!/\d/.test(text)) return mixed;
  const { numbers, dates } = readNumbers(text);
  const isNamed = (number: NumberInText) =>
    mentions.some(({ start, end }) => number.start >= start && number.end <= end);
  const own = place.isRow ? place : placeOfText(book, text, mentions, place, marked);
  const wrong = new Set<FindingKind>(mixed);
  const listed = new Set(own.units).size;
  for (const number of numbers) {
    if (isNamed(number) || (!own.isRow && book.isConstant(text, number))) continue;
    const kind = judgeNumber(book, text, number, own, listed);
    if (kind !== null) wrong.add(kind);
  }
  if (dates.some(({ date, start, end }) => !book.allowance.dates.has(date) && !isNamed({ start, end } as NumberInText)))
    wrong.add("form");
  return [...wrong];
}

/** True when a file is about a unit and one of these is neither that unit nor above it. */
export const namesOthers = ({ allowance, about }: Rulebook, units: readonly string[]): boolean =>
  about !== null && units.some((unit) => unit !== about && !allowance.ancestorsOf(about).includes(unit));

/** A unit without any figure that is named among units that have some: the list says something about it. Its own teams or department may be. */
function mixesHidden({ allowance }: Rulebook, mentions: readonly Mention[], marked: readonly string[]): boolean {
  const named = mentions.flatMap(({ names, unsure }) =>
    unsure || names.some(({ kind, id }) => kind !== "unit" || !allowance.isHidden(id, {}))
      ? []
      : names.map(({ id }) => id),
  );
  const hidden = [...named, ...marked.filter((unit) => allowance.isHidden(unit, {}))];
  if (hidden.length === 0) return false;
  const all = new Set([
    ...marked,
    ...mentions.flatMap(({ names }) => names.flatMap(({ kind, id }) => (kind === "unit" ? [id] : []))),
  ]);
  const shown = [...all].filter((unit) => !allowance.isHidden(unit, {}) && !allowance.isOrganisation(unit));
  return shown.some((unit) =>
    hidden.every(
      (other) => !allowance.ancestorsOf(unit).includes(other) && !allowance.ancestorsOf(other).includes(unit),
    ),
  );
}

/** Units that a text surely names; else those it may name; else the place's own. The organisation by name opens its figures only. */
function placeOfText(
  book: Rulebook,
  text: string,
  mentions: readonly Mention[],
  place: Place,
  marked: readonly string[],
): Place {
  const { isOrganisation } = book.allowance;
  const listUnits = (some: readonly Mention[]) =>
    some.flatMap(({ names }) => names.flatMap(({ kind, id }) => (kind === "unit" && !isOrganisation(id) ? [id] : [])));
  const sure = [
    ...marked.filter((unit) => !isOrganisation(unit)),
    ...listUnits(mentions.filter(({ unsure }) => !unsure)),
  ];
  const namesOrganisation =
    organisationWords.test(text) || mentions.some(({ names }) => names.some(({ id }) => isOrganisation(id)));
  if (sure.length > 0) return { ...place, units: sure, isOpen: namesOrganisation };
  const perhaps = listUnits(mentions);
  if (perhaps.length > 0) return { ...place, units: [...place.units, ...perhaps], isOpen: true };
  return namesOrganisation ? { ...place, isOpen: true } : place;
}

function judgeNumber(
  book: Rulebook,
  text: string,
  number: NumberInText,
  place: Place,
  named: number,
): FindingKind | null {
  const ofTeams = teamWords.test(text.slice(number.end, number.end + 12));
  const states = number.readings.map((reading) => ({ ...reading, percent: number.percent, ofTeams }));
  const kind = judgeStated(book, states, place);
  const isOfSentence = kind === "attribution" && !place.isRow;
  return isOfSentence && (holdsAny(book.allowance.frame, states, {}) || isRest(book.allowance, states, named))
    ? null
    : kind;
}

/** What is wrong with a number that can be read in these ways; null when it is a figure that may stand there. */
export function judgeStated(book: Rulebook, states: readonly Stated[], place: Place): FindingKind | null {
  const { allowance } = book;
  const { figures, isHidden, isAboutUnits } = book.standingOf(place);
  if (holdsAny(figures, states, place.keys)) return null;
  if (isHidden && !place.isOpen) return "withheld";
  if (!isAboutUnits) {
    const others = place.isRow && place.units.length > 0 ? allowance.organisation : allowance.everyone;
    return holdsAny(others, states, place.keys) ? null : "number";
  }
  return place.isOpen && holdsAny(allowance.everyone, states, place.keys) ? null : "attribution";
}

const holdsAny = (figures: readonly Figure[], states: readonly Stated[], keys: Keys): boolean =>
  states.some((stated) => holdsFigure(figures, stated, keys));

/** The figures that fit a place. isHidden: it is about units, none of which has any. isAboutUnits: about others than the organisation. */
export type Standing = Readonly<{ figures: readonly Figure[]; isHidden: boolean; isAboutUnits: boolean }>;

const nobody: Standing = { figures: [], isHidden: false, isAboutUnits: false };

const mostKept = 2_000;

/** Keeps the last answers: the same row stands in several files, and its cells come one after the other. */
export function indexStandings(allowance: Allowance): (place: Place) => Standing {
  const known = new Map<string, Standing>();
  let last: Place | undefined;
  let standing = nobody;
  return (place) => {
    if (place.units.length === 0) return nobody;
    if (place === last) return standing;
    const { wave = "", measure = "", segment = "", level = "" } = place.keys;
    const key = [...place.units, wave, measure, segment, level].join("\n");
    standing = known.get(key) ?? describeStanding(allowance, place);
    if (known.size >= mostKept) known.clear();
    known.set(key, standing);
    last = place;
    return standing;
  };
}

function describeStanding(allowance: Allowance, { units, keys }: Place): Standing {
  const figures = units.flatMap((unit) => allowance.ofUnit(unit, keys));
  const isAboutUnits = units.some((unit) => !allowance.isOrganisation(unit));
  const isHidden = isAboutUnits && figures.every(({ kind }) => kind === "teams");
  return { figures, isHidden, isAboutUnits };
}

/** "and 3 other teams" after a list that is cut off: with those that are named it is a count of the release. */
const isRest = ({ everyone }: Allowance, states: readonly Stated[], named: number): boolean =>
  listCuts.includes(named) &&
  states.some(({ value, ...stated }) =>
    everyone.some(
      (figure) => figure.kind === "count" && holdsFigure([figure], { ...stated, value: value + named }, {}),
    ),
  );
