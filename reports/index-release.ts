/** Makes a release easy to read: waves in order, units, measures and cells by key. In: a release; out: look-ups over it. */
import type {
  Assessment,
  Measure,
  Model,
  OrganisationStatistic,
  PublishedCell,
  Release,
  ReleasedCell,
  ReleaseUnit,
} from "../schemas/release.ts";

export type ReleaseWave = Release["waves"][number];

/** Look-ups over one release; nothing in it is computed except the order of the waves. */
export type ReleaseIndex = Readonly<{
  release: Release;
  /** By closing date, oldest first. */
  waves: readonly ReleaseWave[];
  newest: ReleaseWave | undefined;
  previous: ReleaseWave | undefined;
  organisation: ReleaseUnit | undefined;
  /** Units directly under the organisation that have units below them. */
  departments: readonly ReleaseUnit[];
  /** Teams: units without units below them. A roll-up is none. */
  leaves: readonly ReleaseUnit[];
  /** Units that put small units of one department together, to be shown as the rest of it. */
  rollUps: readonly ReleaseUnit[];
  /** Cells about everyone in a unit, and cells about a segment of it. */
  cells: readonly PublishedCell[];
  segmentCells: readonly PublishedCell[];
  /** Codes of the measures that somebody's figure is shown of in the newest wave. */
  shownMeasures: ReadonlySet<string>;
  unitOf: (unit: string) => ReleaseUnit | undefined;
  measureOf: (measure: string) => Measure | undefined;
  cellOf: (wave: string, unit: string, measure: string) => PublishedCell | undefined;
  /** The cell when it is released, else undefined. */
  releasedOf: (wave: string, unit: string, measure: string) => ReleasedCell | undefined;
  /** Name of the unit directly above; null under the organisation itself. */
  departmentOf: (unit: string) => string | null;
  /** Marks a team in every chart and table of a report: t0, t1 … in the order of the release. */
  keyOf: (unit: string) => string;
  /** Of a team. */
  assessmentOf: (wave: string, unit: string) => Assessment | undefined;
  modelOf: (wave: string) => Model | undefined;
  statisticOf: (wave: string, measure: string, statistic: OrganisationStatistic["statistic"]) => number | undefined;
}>;

/** Indexes a release once; every section, table and summary reads through the result. */
export function indexRelease(release: Release): ReleaseIndex {
  const waves = [...release.waves].sort((a, b) => compare(a.closed_date, b.closed_date) || compare(a.wave, b.wave));
  const units = new Map(release.units.map((unit) => [unit.unit, unit]));
  const measures = new Map(release.measures.map((measure) => [measure.measure, measure]));
  const whole = release.cells.filter((cell) => cell.segment === null);
  const cells = new Map(whole.map((cell) => [keyOf(cell.wave, cell.unit, cell.measure), cell]));
  const newest = waves.at(-1);
  const assessments = new Map(release.assessments.map((one) => [keyOf(one.wave, one.unit, ""), one]));
  const positions = new Map(release.units.map((unit, position) => [unit.unit, position]));
  const cellOf: ReleaseIndex["cellOf"] = (wave, unit, measure) => cells.get(keyOf(wave, unit, measure));
  return {
    release,
    waves,
    newest,
    previous: waves.at(-2),
    organisation: release.units.find((unit) => unit.parent === null),
    departments: release.units.filter((unit) => unit.level === 1 && !unit.leaf && unit.members === undefined),
    leaves: release.units.filter((unit) => unit.leaf && unit.parent !== null && unit.members === undefined),
    rollUps: release.units.filter((unit) => unit.members !== undefined),
    cells: whole,
    segmentCells: release.cells.filter((cell) => cell.segment !== null),
    shownMeasures: new Set(
      whole.flatMap(({ wave, status, measure }) => (wave === newest?.wave && status === "released" ? [measure] : [])),
    ),
    unitOf: (unit) => units.get(unit),
    measureOf: (measure) => measures.get(measure),
    cellOf,
    releasedOf: (wave, unit, measure) => {
      const cell = cellOf(wave, unit, measure);
      return cell?.status === "released" ? cell : undefined;
    },
    departmentOf: (unit) => {
      const parent = units.get(units.get(unit)?.parent ?? "");
      return parent === undefined || parent.parent === null ? null : parent.name;
    },
    keyOf: (unit) => `t${positions.get(unit) ?? 0}`,
    assessmentOf: (wave, unit) => assessments.get(keyOf(wave, unit, "")),
    modelOf: (wave) => release.models.find((model) => model.wave === wave),
    statisticOf: (wave, measure, statistic) =>
      release.statistics.find((row) => row.wave === wave && row.measure === measure && row.statistic === statistic)
        ?.value,
  };
}

/** The figure of a released cell in the unit of its measure: points, or a share 0-1. */
export const figureOf = (cell: ReleasedCell): number | undefined => cell.mean ?? cell.enps ?? cell.share;

const keyOf = (wave: string, unit: string, measure: string): string => JSON.stringify([wave, unit, measure]);

/** Orders texts by code unit, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
