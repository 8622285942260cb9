/**
 * Compares the published figures of teams with a reference: the organisation or their own department. In: an indexed release; out: one
 * row per team and measure with how far it lies off and how clear that is.
 */
import type { Measure, ReleasedCell } from "../../schemas/release.ts";
import { figureOf, type ReleaseIndex } from "../index-release.ts";

/**
 * worse and better are the unfavourable and the favourable side of the reference. clear: the 95 % interval lies wholly on that
 * side; leaning: more than half of the interval's arm away; near: closer, or without an interval.
 */
export type Stand = "worse_clear" | "worse_leaning" | "near" | "better_leaning" | "better_clear";

export type Comparison = Readonly<{ value: number; reference: number; stand: Stand }>;

/** Where a released cell stands against a published figure of the same measure; undefined when it has no figure. */
export function compareWith(cell: ReleasedCell, measure: Measure, reference: number): Comparison | undefined {
  const value = figureOf(cell);
  if (value === undefined) return undefined;
  return { value, reference, stand: nameStand(cell, measure, value - reference) };
}

function nameStand(cell: ReleasedCell, { higher_is }: Measure, distance: number): Stand {
  if (cell.interval === undefined || distance === 0) return "near";
  const { low, high } = cell.interval;
  const value = figureOf(cell) ?? 0;
  const reference = value - distance;
  const side = distance > 0 === (higher_is === "worse") ? "worse" : "better";
  if (distance > 0 ? low > reference : high < reference) return `${side}_clear`;
  const arm = distance > 0 ? value - low : high - value;
  return Math.abs(distance) > arm / 2 ? `${side}_leaning` : "near";
}

/** A team against the organisation as published in the same wave; undefined when either is not shown. */
export function compareWithOrganisation(
  index: ReleaseIndex,
  wave: string,
  unit: string,
  measure: Measure,
): Comparison | undefined {
  const cell = index.releasedOf(wave, unit, measure.measure);
  const whole = index.releasedOf(wave, index.organisation?.unit ?? "", measure.measure);
  const reference = whole === undefined ? undefined : figureOf(whole);
  return cell === undefined || reference === undefined ? undefined : compareWith(cell, measure, reference);
}

/** A team against the department it belongs to; undefined when either is not shown or there is no department. */
export function compareWithDepartment(
  index: ReleaseIndex,
  wave: string,
  unit: string,
  measure: Measure,
): Comparison | undefined {
  const cell = index.releasedOf(wave, unit, measure.measure);
  const parent = index.unitOf(index.unitOf(unit)?.parent ?? "");
  if (cell === undefined || parent === undefined || parent.parent === null) return undefined;
  const department = index.releasedOf(wave, parent.unit, measure.measure);
  const reference = department === undefined ? undefined : figureOf(department);
  return reference === undefined ? undefined : compareWith(cell, measure, reference);
}
