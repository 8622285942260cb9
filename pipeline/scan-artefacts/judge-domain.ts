/**
 * Judges the ends of a scale: they must follow from the rows of the chart, or be the ends of the answer scale.
 * In: a domain and the values drawn on it; out: whether it follows.
 */
import { axisSteps } from "./layout.ts";
import { roundStep } from "./round-step.ts";

/** Lower and upper end of an answer scale. */
export type Limits = readonly [number, number];

/**
 * True for a whole answer scale, for 0 to 1, and for the smallest domain that holds the values, with or without zero, and ends on whole
 * steps or at an end of the answer scale. A domain that is wider could have been made for something that is not shown.
 */
export function followsFromValues(
  domain: readonly number[],
  values: readonly number[],
  limits: readonly Limits[],
): boolean {
  const [low, high] = domain;
  if (domain.length !== 2 || low === undefined || high === undefined) return false;
  const isDomain = ([one, other]: readonly [number, number]) => isNear(one, low) && isNear(other, high);
  if ([...limits, [0, 1] as const].some(isDomain)) return true;
  const all: readonly Limits[] = [...limits, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]];
  return [values, [0, ...values]].some(
    (some) =>
      some.length > 0 &&
      [...axisSteps, roundStep(values)].some((step) =>
        all.some((limit) => [1e-9, -1e-9].some((margin) => isDomain(cover(some, step, limit, margin)))),
      ),
  );
}

/** A value that is a whole step may have a step beyond it or not: `margin`. */
function cover(values: readonly number[], step: number, [minimum, maximum]: Limits, margin: number): [number, number] {
  const ends = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
    Infinity,
    -Infinity,
  ] as const);
  const low = Math.floor(ends[0] / step - margin) * step;
  const high = Math.ceil(ends[1] / step + margin) * step;
  return [Math.max(low, minimum), Math.min(high, maximum)];
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 1e-5;
