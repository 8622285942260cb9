/**
 * Indexes what a table of a release may say. In: the release; out: per unit, in its code and its name, the numbers of its released cells and
 * assessments and of its limits over waves, and the numbers that are about no unit.
 */
import type { Release, ReleasedCell, Segment } from "../../../schemas/release.ts";
import type { LocalText } from "../../../schemas/text.ts";

/** What was released about one unit, wave, segment and measure. */
export type Allowed = Readonly<{
  wave: string;
  segment: Segment | null;
  measure: string;
  numbers: ReadonlySet<number>;
}>;

export type AllowedIndex = Readonly<{
  waves: ReadonlySet<string>;
  /** Every text that names a unit, to what may be said of any unit of that name. */
  units: ReadonlyMap<string, readonly Allowed[]>;
  /** Texts that name a measure, to the measures they can stand for. */
  measures: ReadonlyMap<string, ReadonlySet<string>>;
  /** Texts that name a value of an attribute. */
  values: ReadonlyMap<string, ReadonlySet<string>>;
  /** Statistics, models, counts and constants. */
  others: ReadonlySet<number>;
}>;

export const indexAllowed = (release: Release): AllowedIndex => {
  const released = release.cells.filter((cell) => cell.status === "released");
  const byUnit = new Map<string, Allowed[]>(release.units.map(({ unit }) => [unit, []]));
  for (const cell of released) byUnit.get(cell.unit)?.push(allowCell(cell));
  const ofGroups = (release.group_assessments ?? []).flatMap((one) => one.assessments);
  for (const { wave, unit, segment, signals } of [...release.assessments, ...ofGroups])
    for (const { measure, ...signal } of signals)
      byUnit.get(unit)?.push({ wave, segment, measure, numbers: allowSignal(signal) });
  for (const { unit, measure, points } of release.charts ?? [])
    for (const { wave, ...point } of points)
      byUnit.get(unit)?.push({ wave, segment: null, measure, numbers: spell(listNumbers(point)) });
  const units = new Map<string, Allowed[]>();
  for (const unit of release.units)
    for (const text of listNames(unit)) units.set(text, [...(units.get(text) ?? []), ...(byUnit.get(unit.unit) ?? [])]);
  const { cells: _, assessments: __, group_assessments, ...rest } = release;
  return {
    waves: new Set(release.waves.map(({ wave }) => wave)),
    units,
    measures: nameAll(release.measures.map(({ measure, title }) => ({ code: measure, title }))),
    values: nameAll(
      release.attributes.flatMap((attribute) =>
        attribute.values.flatMap(({ value, title }) => [
          { code: value, title },
          { code: value, title: nameGroup(attribute.title, title) },
        ]),
      ),
    ),
    others: spell(listNumbers([rest, group_assessments?.map(({ assessments: ___, ...about }) => about)])),
  };
};

/** Tables for people say what a group is a group of: "tenure: under a year". */
const nameGroup = (attribute: LocalText, value: LocalText): LocalText => ({
  nl: `${attribute.nl}: ${value.nl}`,
  en: `${attribute.en}: ${value.en}`,
});

/** A roll-up has its parent's name, and tables say that it is the rest of it. */
const listNames = ({ unit, name, members }: Release["units"][number]): readonly string[] =>
  members === undefined ? [...new Set([unit, name])] : [unit, `Rest van ${name}`, `Rest of ${name}`];

const allowCell = ({ wave, segment, measure, ...cell }: ReleasedCell): Allowed => ({
  wave,
  segment,
  measure,
  numbers: spell(listNumbers(cell)),
});

/** Probabilities are told to people in steps of 5 %, from 5 to 95. */
const allowSignal = (signal: Readonly<{ probability: number; probability_team_as_such: number }>): Set<number> => {
  const steps = [signal.probability, signal.probability_team_as_such].map(
    (probability) => Math.min(95, Math.max(5, Math.round(probability * 20) * 5)) / 100,
  );
  return spell([...listNumbers(signal), ...steps]);
};

const listNumbers = (value: unknown): number[] => {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(listNumbers);
};

/** As they are, and to the two decimals of the tables for people. */
const spell = (numbers: readonly number[]): Set<number> =>
  new Set(numbers.flatMap((number) => [number, Number(number.toFixed(2))]));

const nameAll = (
  rows: readonly Readonly<{ code: string; title: Readonly<{ nl: string; en: string }> }>[],
): Map<string, Set<string>> => {
  const names = new Map<string, Set<string>>();
  for (const { code, title } of rows)
    for (const text of [code, title.nl, title.en]) names.set(text, (names.get(text) ?? new Set()).add(code));
  return names;
};
