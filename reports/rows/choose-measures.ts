/** Chooses which measures a report shows where, from what was published; knows no instrument by name. */
import type { Measure } from "../../schemas/release.ts";
import type { ReleaseIndex } from "../index-release.ts";

/** An instrument with several scales, shown side by side. */
export type Dimensions = Readonly<{ instrument: string; measures: readonly Measure[] }>;

/** Measures of one kind that have a released figure for the organisation or a unit in the newest wave. */
export function chooseKind(index: ReleaseIndex, kind: Measure["kind"]): Measure[] {
  const shown = new Set(
    index.release.cells
      .filter((cell) => cell.wave === index.newest?.wave && cell.status === "released")
      .map((cell) => cell.measure),
  );
  return index.release.measures.filter((measure) => measure.kind === kind && shown.has(measure.measure));
}

/** The main scale of every instrument that is scored as a mean: its total, its only scale, the line's, else its first. */
export function chooseMainMeasures(index: ReleaseIndex): Measure[] {
  const lines = new Set(index.release.models.map((model) => model.measure));
  return [...groupByInstrument(chooseKind(index, "mean")).values()].flatMap((measures) => {
    const chosen = measures.filter((measure) => measure.scale === "total" || lines.has(measure.measure));
    return chosen.length > 0 ? chosen : measures.slice(0, 1);
  });
}

/** Instruments with two or more scales beside a total, on one answer scale. */
export function chooseDimensions(index: ReleaseIndex): Dimensions[] {
  return [...groupByInstrument(chooseKind(index, "mean"))].flatMap(([instrument, measures]) => {
    const parts = measures.filter((measure) => measure.scale !== "total");
    return parts.length >= 2 ? [{ instrument, measures: parts }] : [];
  });
}

function groupByInstrument(measures: readonly Measure[]): Map<string, Measure[]> {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    const key = measure.instrument ?? measure.questionnaire;
    groups.set(key, [...(groups.get(key) ?? []), measure]);
  }
  return groups;
}
