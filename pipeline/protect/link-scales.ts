/**
 * Finds which scales of a block are made of other scales of it, so that a bound on one can't be undone through another.
 *
 * In: measures with their item codes; out: per composite scale its parts. A total of 16 items over three published
 * scales of 6, 5 and 5 items gives away any of the three when the other two are known. Limit: only a scale whose items
 * are exactly those of other scales that don't overlap is recognised, and answers left blank make the tie approximate.
 */
import type { MeasureDefinition } from "../../schemas/cell.ts";

/** The parts of a composite: `items` of its `of` items belong to the measure `part`. Empty: not a composite. */
export type MadeOf = readonly Readonly<{ part: string; items: number; of: number }>[];

/** Composite measures and their parts; measures without item codes are left out. */
export const findMadeOf = (measures: readonly MeasureDefinition[]): ReadonlyMap<string, MadeOf> =>
  new Map(measures.map((measure) => [measure.measure, findParts(measure, measures)]));

const findParts = (whole: MeasureDefinition, measures: readonly MeasureDefinition[]): MadeOf => {
  const codes = new Set(whole.item_codes);
  const inside = measures
    .filter((part) => part !== whole && isInside(part, whole, codes))
    .sort((left, right) => right.items - left.items);
  return (cover(codes, inside) ?? []).map((part) => ({
    part: part.measure,
    items: part.item_codes?.length ?? 0,
    of: codes.size,
  }));
};

const isInside = (part: MeasureDefinition, whole: MeasureDefinition, codes: ReadonlySet<string>): boolean => {
  const items = part.item_codes ?? [];
  const sameRange = part.minimum === whole.minimum && part.maximum === whole.maximum;
  return sameRange && items.length > 0 && items.length < codes.size && items.every((item) => codes.has(item));
};

/** Scales that together hold every code exactly once, largest first; undefined when there are none. */
const cover = (
  codes: ReadonlySet<string>,
  scales: readonly MeasureDefinition[],
): readonly MeasureDefinition[] | undefined => {
  if (codes.size === 0) return [];
  for (const [index, scale] of scales.entries()) {
    const items = scale.item_codes ?? [];
    if (!items.every((item) => codes.has(item))) continue;
    const left = new Set([...codes].filter((code) => !items.includes(code)));
    const rest = cover(left, scales.slice(index + 1));
    if (rest !== undefined) return [scale, ...rest];
  }
  return undefined;
};
