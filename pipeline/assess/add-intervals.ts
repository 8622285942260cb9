/**
 * Adds a 95 % interval to the released means and eNPS; one row per cell in, the same rows in the same order out.
 *
 * eNPS with promoters and detractors: adjusted Wald from those published counts. Otherwise mean or eNPS with the pooled
 * variance within teams of that measure and wave; no interval when that is not released, or is 0, which cannot say how sure a mean is.
 * This is noise between people within teams and treats the answers as a sample; at the level of a department
 * the differences between its teams are not in it. Where answers were bounded, the interval also covers what the bound leaves open;
 * how far a bounded segment reaches does not follow from what is published, so it has no interval.
 */
import type { Interval, Measure, PublishedCell, ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";
import { meanInterval } from "../stats/mean-interval.ts";
import { npsInterval } from "../stats/nps-interval.ts";
import { roundTo } from "../stats/round-to.ts";
import { type Reach, reachOfBounds } from "./reach-of-bounds.ts";

/** `varianceOf` gives the released pooled variance within teams, points squared; undefined when there is none to use. */
export type IntervalInput = Readonly<{
  cells: readonly PublishedCell[];
  units: readonly ReleaseUnit[];
  measures: readonly Measure[];
  varianceOf: (wave: string, measure: string) => number | undefined;
}>;

/** Withheld cells and participation come back as they are; interval ends have 6 decimals and stay on the scale. */
export function addIntervals({ cells, units, measures, varianceOf }: IntervalInput): PublishedCell[] {
  const byMeasure = new Map(measures.map((measure) => [measure.measure, measure]));
  const intervals = new Map<PublishedCell, Interval>();
  for (const { wave, measure: name, released } of groupReleased(cells)) {
    const measure = byMeasure.get(name);
    if (!measure || measure.kind === "participation") continue;
    for (const [cell, interval] of findIntervals(released, units, measure, varianceOf(wave, name)))
      intervals.set(cell, interval);
  }
  return cells.map((cell) => {
    const interval = intervals.get(cell);
    return interval && cell.status === "released" ? { ...cell, interval } : cell;
  });
}

type Group = Readonly<{ wave: string; measure: string; released: ReleasedCell[] }>;

function groupReleased(cells: readonly PublishedCell[]): Iterable<Group> {
  const waves = new Map<string, Map<string, Group>>();
  for (const cell of cells) {
    if (cell.status !== "released") continue;
    const measures = waves.get(cell.wave) ?? new Map<string, Group>();
    waves.set(cell.wave, measures);
    const group = measures.get(cell.measure);
    if (group) group.released.push(cell);
    else measures.set(cell.measure, { wave: cell.wave, measure: cell.measure, released: [cell] });
  }
  return [...waves.values()].flatMap((measures) => [...measures.values()]);
}

function* findIntervals(
  cells: readonly ReleasedCell[],
  units: readonly ReleaseUnit[],
  measure: Measure,
  variance: number | undefined,
): Generator<[ReleasedCell, Interval]> {
  const reaches = reachOfBounds(
    cells.filter(({ segment }) => segment === null),
    units,
    measure,
  );
  for (const cell of cells) {
    if (cell.segment !== null && cell.bound !== undefined) continue;
    const interval = findSamplingInterval(cell, measure, variance);
    if (interval)
      yield [cell, extend(interval, cell, measure, cell.segment === null ? reaches.get(cell.unit) : undefined)];
  }
}

function findSamplingInterval(cell: ReleasedCell, measure: Measure, variance?: number): Interval | undefined {
  const { promoters, detractors, respondents } = cell;
  const value = cell.mean ?? cell.enps;
  if (promoters !== undefined && detractors !== undefined) return npsInterval({ promoters, detractors, respondents });
  if (variance === undefined || value === undefined) return undefined;
  const { minimum, maximum } = measure;
  return meanInterval({ mean: value, respondents, variance, minimum, maximum });
}

/** The band may hide a value up to `reach` away: the interval covers that value, and its noise as well. */
function extend(interval: Interval, cell: ReleasedCell, measure: Measure, reach?: Reach): Interval {
  const { below, above } = reach ?? { below: 0, above: 0 };
  const value = cell.mean ?? cell.enps ?? 0;
  const low = below > 0 ? Math.min(interval.low, value) - below : interval.low;
  const high = above > 0 ? Math.max(interval.high, value) + above : interval.high;
  return { low: roundTo(Math.max(measure.minimum, low), 6), high: roundTo(Math.min(measure.maximum, high), 6) };
}
