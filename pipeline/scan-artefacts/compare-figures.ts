/**
 * Compares published figures with each other, as a reader of release.json can. In: a release; out: one row per figure with how it lies.
 * A figure lies clearly beyond another one when its 95 % interval lies wholly on one side of it.
 */
import type { Measure, Release, ReleasedCell } from "../../schemas/release.ts";
import { measuresOf } from "./figures.ts";

/** side: where it clearly lies of the other one; null where that is not clear. */
export type Compared = Readonly<{
  wave: string;
  unit: string;
  measure: Measure;
  cell: ReleasedCell;
  side: "worse" | "better" | null;
}>;

/** Finds released figures about everyone in a unit, on scales and eNPS. */
export type CellOf = (wave: string, unit: string, measure: string) => ReleasedCell | undefined;

export function indexCells({ cells, measures }: Release): CellOf {
  const scales = new Set(measures.flatMap(({ measure, kind }) => (kind === "participation" ? [] : [measure])));
  const known = new Map(
    cells.flatMap((cell) =>
      cell.status === "released" && cell.segment === null && scales.has(cell.measure)
        ? [[`${cell.wave}\n${cell.unit}\n${cell.measure}`, cell] as const]
        : [],
    ),
  );
  return (wave, unit, measure) => known.get(`${wave}\n${unit}\n${measure}`);
}

/** One row per figure of a unit whose reference has one of the same measure and wave. */
export function compareFigures(release: Release, cellOf: CellOf, referenceOf: (unit: string) => string): Compared[] {
  const measures = measuresOf(release);
  return release.cells.flatMap((one) => {
    const { wave, unit, measure } = one;
    const cell = one.segment === null ? cellOf(wave, unit, measure) : undefined;
    const reference = cellOf(wave, referenceOf(unit), measure);
    const definition = measures.get(measure);
    if (cell === undefined || reference === undefined || definition === undefined) return [];
    return [{ wave, unit, measure: definition, cell, side: sideOf(cell, figureOf(reference), definition) }];
  });
}

/** In points; a cell of a scale has one. */
export const figureOf = ({ mean, enps }: ReleasedCell): number => mean ?? enps ?? Number.NaN;

/** Where an interval wholly lies of another figure; null for one that holds it and for a figure without an interval. */
export function sideOf({ interval }: ReleasedCell, reference: number, { higher_is }: Measure): Compared["side"] {
  if (interval === undefined) return null;
  if (interval.low > reference) return higher_is;
  return interval.high < reference ? (higher_is === "worse" ? "better" : "worse") : null;
}
