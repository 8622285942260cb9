/**
 * Judges one text: does every number in it belong to whom the text is about?
 * In: a text and what is known about its place; out: what is wrong, once per kind. The number itself is never handed on.
 */
import type { Allowance } from "./allowance.ts";
import { type Figure, fits, holdsFigure, type Keys, type Stated } from "./figures.ts";
import type { FindingKind } from "./finding.ts";
import type { IsConstant } from "./index-constants.ts";
import type { Mention, NameIndex } from "./index-names.ts";
import { organisationWords } from "./layout.ts";
import { type NumberInText, readNumbers } from "./read-numbers.ts";

/** What all parts of the scan ask. */
export type Rulebook = Readonly<{ names: NameIndex; allowance: Allowance; isConstant: IsConstant }>;

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
  form: "a date on which a wave opened or closed",
};

/** The kinds of mistakes in a text; empty when all is well. A text that names units itself is about these, else about its place. */
export function judgeText(book: Rulebook, text: string, place: Place): readonly FindingKind[] {
  if (!/\d/.test(text)) return [];
  const mentions = book.names.inText(text);
  const { numbers, dates } = readNumbers(text);
  const isNamed = (number: NumberInText) => mentions.some(({ start, end }) => number.start >= start && number.end <= end);
  const own = place.isRow ? place : placeOfText(book, text, mentions, place);
  const wrong = new Set<FindingKind>();
  const named = new Set(own.units).size;
  for (const number of numbers) {
    if (isNamed(number) || (!own.isRow && book.isConstant(text, number))) continue;
    const kind = judgeNumber(book, number, own, named);
    if (kind !== null) wrong.add(kind);
  }
  if (dates.some(({ date, start, end }) => !book.allowance.dates.has(date) && !isNamed({ start, end } as NumberInText))) wrong.add("form");
  return [...wrong];
}

/** Units that a text surely names; else those it may name; else the place's own. The organisation by name opens its figures only. */
function placeOfText(book: Rulebook, text: string, mentions: readonly Mention[], place: Place): Place {
  const { isOrganisation } = book.allowance;
  const listUnits = (some: readonly Mention[]) =>
    some.flatMap(({ names }) => names.flatMap(({ kind, id }) => (kind === "unit" && !isOrganisation(id) ? [id] : [])));
  const sure = listUnits(mentions.filter(({ unsure }) => !unsure));
  const namesOrganisation =
    organisationWords.test(text) || mentions.some(({ names }) => names.some(({ id }) => isOrganisation(id)));
  if (sure.length > 0) return { ...place, units: sure, isOpen: namesOrganisation };
  const perhaps = listUnits(mentions);
  if (perhaps.length > 0) return { ...place, units: [...place.units, ...perhaps], isOpen: true };
  return namesOrganisation ? { ...place, isOpen: true } : place;
}

function judgeNumber(book: Rulebook, number: NumberInText, place: Place, named: number): FindingKind | null {
  const { allowance } = book;
  const states = number.readings.map((reading) => ({ ...reading, percent: number.percent }));
  const holds = (figures: readonly Figure[]) => states.some((stated) => holdsFigure(figures, stated, place.keys));
  const units = place.units.filter((unit) => !allowance.isOrganisation(unit));
  const isHidden = (unit: string) => !allowance.ofUnit(unit).some((figure) => fits(figure, place.keys));
  if (units.length > 0 && !place.isOpen && units.every(isHidden)) return "withheld";
  if (place.units.some((unit) => holds(allowance.ofUnit(unit)))) return null;
  if (units.length === 0) return holds(place.isRow && place.units.length > 0 ? allowance.organisation : allowance.everyone) ? null : "number";
  if (place.isOpen && holds(allowance.everyone)) return null;
  if (!place.isRow && (holds(allowance.frame) || isRest(allowance, states, named))) return null;
  return "attribution";
}

/** "and 3 other teams": with those that are named it is a count of the release. */
const isRest = ({ everyone }: Allowance, states: readonly Stated[], named: number): boolean =>
  states.some((stated) => holdsFigure(everyone.filter(({ kind }) => kind === "count"), { ...stated, value: stated.value + named }, {}));
