/**
 * Decides whether the numbers that a column prints before its labels are the numbers of its scale.
 * In: all numbered labels of the column. Out: true when they do not contradict each other or a shipped response set.
 */
import { listResponseSets, listSpellings } from "../answers/list-response-sets.ts";

type Limits = Readonly<{ minimum: number; maximum: number }>;

/** A number on the scale and the normalised label printed with it; `known` is what the column's own labels say it stands for. */
export type PrintedNumber = Readonly<{ number: number; label: string; known: number | null }>;

/** True when every number goes with one label, every label with one number, and no label is known to stand for another number. */
export function trustNumbers(printed: readonly PrintedNumber[], limits: Limits): boolean {
  return (
    isOneToOne(printed) &&
    printed.every(({ number, label, known }) =>
      known === null ? !contradictsSets(label, number, limits) : known === number,
    )
  );
}

function isOneToOne(printed: readonly PrintedNumber[]): boolean {
  const pairs = new Set(printed.map(({ number, label }) => `${number} ${label}`)).size;
  return (
    new Set(printed.map(({ number }) => number)).size === pairs &&
    new Set(printed.map(({ label }) => label)).size === pairs
  );
}

/**
 * True when the response sets that know a label deny its number. Sets with as many options as the scale has numbers must put it on
 * that number; where only others know it, their label must not lie in the half opposite to the number's.
 */
function contradictsSets(label: string, number: number, { minimum, maximum }: Limits): boolean {
  const places = findPlaces(label);
  const fitting = places.filter(({ options }) => options === maximum - minimum + 1);
  if (fitting.length > 0) return fitting.every(({ index }) => minimum + index !== number);
  const half = findHalf(number - minimum, maximum - minimum);
  return places.length > 0 && places.every(({ index, options }) => findHalf(index, options - 1) * half < 0);
}

/** -1 in the lower half, 0 in the middle, 1 in the upper half of 0 to `last`. */
const findHalf = (index: number, last: number): number => Math.sign(2 * index - last);

/** Where a label stands in one response set. */
type LabelPlace = Readonly<{ index: number; options: number }>;

let shipped: ReadonlyMap<string, readonly LabelPlace[]> | undefined;

function findPlaces(label: string): readonly LabelPlace[] {
  shipped ??= readPlaces();
  return shipped.get(label) ?? [];
}

function readPlaces(): ReadonlyMap<string, readonly LabelPlace[]> {
  const places = new Map<string, LabelPlace[]>();
  for (const { options } of listResponseSets())
    for (const [index, option] of options.entries())
      for (const label of new Set(listSpellings(option)))
        places.set(label, [...(places.get(label) ?? []), { index, options: options.length }]);
  return places;
}
