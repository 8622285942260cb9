/**
 * Chooses which measures a report shows where, from what was published; knows no instrument by name.
 * Measures stand in the order of demands and resources: demands, resources, well-being, outcomes, those without an area, participation.
 */
import { Area } from "../../schemas/instrument.ts";
import type { Measure, PublishedCell } from "../../schemas/release.ts";
import type { ReleaseIndex } from "../index-release.ts";

/** Scales of an instrument in one area, shown side by side; `alone` when the instrument has no others to show like this. */
export type Dimensions = Readonly<{
  instrument: string;
  area: Area | null;
  alone: boolean;
  measures: readonly Measure[];
}>;

/** The order of the report; measures of one area keep theirs. */
export const orderMeasures = (measures: readonly Measure[]): Measure[] =>
  [...measures].sort((one, other) => rankMeasure(one) - rankMeasure(other));

function rankMeasure({ kind, area }: Measure): number {
  if (kind === "participation") return Area.options.length + 1;
  return area === null ? Area.options.length : Area.options.indexOf(area);
}

/** All cells wave by wave, measures in the order of the report; the cells of one measure keep theirs. */
export function orderCells({ release }: ReleaseIndex): PublishedCell[] {
  const waves = new Map(release.waves.map(({ wave }, position) => [wave, position]));
  const ranks = new Map(orderMeasures(release.measures).map(({ measure }, position) => [measure, position]));
  const waveOf = (cell: PublishedCell) => waves.get(cell.wave) ?? waves.size;
  const rankOf = (cell: PublishedCell) => ranks.get(cell.measure) ?? ranks.size;
  return [...release.cells].sort((one, other) => waveOf(one) - waveOf(other) || rankOf(one) - rankOf(other));
}

/** Measures of one kind that have a released figure for the organisation or a unit in the newest wave. */
export const chooseKind = ({ release, shownMeasures }: ReleaseIndex, kind: Measure["kind"]): Measure[] =>
  orderMeasures(release.measures.filter((measure) => measure.kind === kind && shownMeasures.has(measure.measure)));

/**
 * The main scales of every instrument that is scored as a mean, in each area it has scales of: its total, the line's, one that
 * has no other to stand beside, else its first. Together with the dimensions that is every scale.
 */
export function chooseMainMeasures(index: ReleaseIndex): Measure[] {
  const lines = new Set(index.release.models.map((model) => model.measure));
  const chosen = groupMeasures(chooseKind(index, "mean")).flatMap(({ measures }) => {
    const single = measures.filter(({ scale }) => scale !== "total").length === 1;
    const main = measures.filter(({ scale, measure }) => single || scale === "total" || lines.has(measure));
    return main.length > 0 ? main : measures.slice(0, 1);
  });
  return orderMeasures(chosen);
}

/** Instruments with two or more scales of one area beside a total. */
export function chooseDimensions(index: ReleaseIndex): Dimensions[] {
  const groups = groupMeasures(chooseKind(index, "mean")).flatMap(({ measures, ...group }) => {
    const parts = measures.filter((measure) => measure.scale !== "total");
    return parts.length >= 2 ? [{ ...group, measures: parts }] : [];
  });
  return groups.map((group) => ({
    ...group,
    alone: groups.filter(({ instrument }) => instrument === group.instrument).length === 1,
  }));
}

type Group = { instrument: string; area: Area | null; measures: Measure[] };

/** Measures by instrument and area, in the order they come. */
function groupMeasures(measures: readonly Measure[]): Group[] {
  const groups: Group[] = [];
  for (const measure of measures) {
    const { area } = measure;
    const instrument = measure.instrument ?? measure.questionnaire;
    const group = groups.find((one) => one.instrument === instrument && one.area === area);
    if (group === undefined) groups.push({ instrument, area, measures: [measure] });
    else group.measures.push(measure);
  }
  return groups;
}
