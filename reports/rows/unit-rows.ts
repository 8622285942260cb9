/** Lists what is published about the organisation and its departments. In: an indexed release; out: one row per unit. */
import type { Bound, Measure, ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";
import type { Language } from "../../schemas/text.ts";
import { formatFigure } from "../formats.ts";
import { figureOf, type ReleaseIndex } from "../index-release.ts";
import type { Texts } from "../texts/texts.ts";

/** One row per unit with a released figure in a wave; figures in the unit of the measure. */
export type UnitRow = Readonly<{
  unit: string;
  name: string;
  organisation: boolean;
  wave: string;
  value: number;
  low: number | null;
  high: number | null;
  bound: Bound | null;
  respondents: number;
  invited: number | null;
  /** The released figure of the wave before. */
  previous: number | null;
  previous_bound: Bound | null;
}>;

/** One row per unit with a released distribution: how many people answered in each part. */
export type PartsRow = Readonly<{
  unit: string;
  name: string;
  organisation: boolean;
  promoters: number;
  passives: number;
  detractors: number;
  respondents: number;
  moved: boolean;
}>;

/** The organisation and the departments, released or not; the first row of every chart is the organisation. */
export const listUnits = (index: ReleaseIndex): readonly ReleaseUnit[] =>
  index.organisation === undefined ? index.departments : [index.organisation, ...index.departments];

/** One row per unit of `units` that has a released figure of the measure in the wave. */
export function listFigures(
  index: ReleaseIndex,
  units: readonly ReleaseUnit[],
  wave: string,
  measure: string,
): UnitRow[] {
  const position = index.waves.findIndex((candidate) => candidate.wave === wave);
  const before = index.waves[position - 1]?.wave;
  return units.flatMap((unit) => {
    const cell = index.releasedOf(wave, unit.unit, measure);
    const value = cell === undefined ? undefined : figureOf(cell);
    if (cell === undefined || value === undefined) return [];
    const earlier = before === undefined ? undefined : index.releasedOf(before, unit.unit, measure);
    return [
      {
        ...nameUnit(unit),
        wave,
        value,
        low: cell.interval?.low ?? null,
        high: cell.interval?.high ?? null,
        bound: cell.bound ?? null,
        respondents: cell.respondents,
        invited: cell.invited,
        previous: earlier === undefined ? null : (figureOf(earlier) ?? null),
        previous_bound: earlier?.bound ?? null,
      },
    ];
  });
}

/** One row per unit whose promoters, passives and detractors are released. */
export function listParts(
  index: ReleaseIndex,
  units: readonly ReleaseUnit[],
  wave: string,
  measure: string,
): PartsRow[] {
  return units.flatMap((unit) => {
    const cell = index.releasedOf(wave, unit.unit, measure);
    return cell === undefined ? [] : partsOf(unit, cell);
  });
}

function partsOf(unit: ReleaseUnit, cell: ReleasedCell): PartsRow[] {
  const { promoters, passives, detractors, respondents } = cell;
  if (promoters === undefined || passives === undefined || detractors === undefined) return [];
  return [{ ...nameUnit(unit), promoters, passives, detractors, respondents, moved: cell.parts_bound !== undefined }];
}

const nameUnit = (unit: ReleaseUnit) => ({ unit: unit.unit, name: unit.name, organisation: unit.parent === null });

/** A figure with the words of its bound: "80 of hoger". */
export function writeFigure(
  value: number,
  bound: Bound | null | undefined,
  measure: Measure,
  language: Language,
  texts: Texts,
): string {
  const written = formatFigure(value, measure, language);
  return bound === null || bound === undefined ? written : texts.bounds[bound](written);
}
