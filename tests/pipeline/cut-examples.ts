/** Published cuts on whole scales and the sums of complete answers at which they change, worked out by hand. */
import type { Cut, Instrument } from "../../schemas/instrument.ts";
import { makeScale } from "./scored-examples.ts";

/** `at`: the first sum that is at the cut (at_least, above), or the last one (at_most, below). */
export type CutExample = readonly [name: string, instrument: Instrument, cut: Cut, at: number];

const scale23 = makeScale(23, [1, 5]);
const scale12 = makeScale(12, [1, 5]);
const scale8 = makeScale(8, [1, 5]);
const scale5 = makeScale(5, [1, 5]);
const fatigue = makeScale(5, [1, 7]);
const demands = makeScale(3, [1, 4]);
const autonomy = makeScale(5, [1, 3]);
const wellbeing = makeScale(5, [0, 5], { rescaled: true });
const points = makeScale(5, [0, 5], { score: "sum" });

// By hand: cut x items, up to a whole sum; 2.59 x 23 = 59.57, 3.02 x 23 = 69.46, 3.06 x 8 = 24.48, 3.31 x 8 = 26.48,
// 2.54 x 12 = 30.48, 2.96 x 12 = 35.52, 3.20 x 5 = 16, 3.21 x 5 = 16.05; of 0 to 5 rescaled one point is 4 of 100.
export const cutExamples: readonly CutExample[] = [
  ["23 items at least 2.59", scale23, { at_least: 2.59 }, 60],
  ["23 items at least 3.02", scale23, { at_least: 3.02 }, 70],
  ["8 items at least 3.06", scale8, { at_least: 3.06 }, 25],
  ["8 items at least 3.31", scale8, { at_least: 3.31 }, 27],
  ["5 items at least 2.5", scale5, { at_least: 2.5 }, 13],
  ["5 items at least 3.1", scale5, { at_least: 3.1 }, 16],
  ["5 items at least 2.7", scale5, { at_least: 2.7 }, 14],
  ["5 items at least 2.1", scale5, { at_least: 2.1 }, 11],
  ["5 items at least 2.9", scale5, { at_least: 2.9 }, 15],
  ["12 items at least 2.54", scale12, { at_least: 2.54 }, 31],
  ["12 items at least 2.96", scale12, { at_least: 2.96 }, 36],
  ["5 items of 1 to 7 at least 3.20", fatigue, { at_least: 3.2 }, 16],
  ["5 items of 1 to 7 above 3.20", fatigue, { above: 3.2 }, 17],
  ["5 items of 1 to 7 at least 3.21", fatigue, { at_least: 3.21 }, 17],
  ["3 items of 1 to 4 at least 2.5", demands, { at_least: 2.5 }, 8],
  ["5 items of 1 to 3 below 2.5", autonomy, { below: 2.5 }, 12],
  ["5 items of 1 to 3 below 2.4, which a sum reaches", autonomy, { below: 2.4 }, 11],
  ["5 items of 0 to 5 rescaled at most 50", wellbeing, { at_most: 50 }, 12],
  ["5 items of 0 to 5 rescaled at most 28, which a sum reaches", wellbeing, { at_most: 28 }, 7],
  ["5 items of 0 to 5 rescaled below 28", wellbeing, { below: 28 }, 6],
  ["the sum of 5 items at most 12.5", points, { at_most: 12.5 }, 12],
  ["the sum of 5 items above 12", points, { above: 12 }, 13],
];

/** A sum that is at the cut and its neighbour that is not. */
export const findNeighbours = ([, , cut, at]: CutExample): { inside: number; outside: number } =>
  "at_least" in cut || "above" in cut ? { inside: at, outside: at - 1 } : { inside: at, outside: at + 1 };
