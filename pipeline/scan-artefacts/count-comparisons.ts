/**
 * Counts how many published figures clearly lie beyond another one, as the reports say in their headings. In: a release; out: counts per wave, of
 * one unit and of everyone. They follow from release.json alone.
 */
import { Area } from "../../schemas/instrument.ts";
import type { Measure, Release, ReleasedCell } from "../../schemas/release.ts";
import { type CellOf, type Compared, compareFigures, figureOf, indexCells, sideOf } from "./compare-figures.ts";
import { counts, type Figure, untagged } from "./figures.ts";
import { bandWidth, fewestTeams, mostDepartments, mostMeasures, mostOwn, mostUnits } from "./layout.ts";

export type Comparisons = Readonly<{
  /** On how many scales a unit clearly lies on the unfavourable side of the organisation, and on how many both have a figure. */
  ofUnit: (unit: string) => readonly Figure[];
  ofEveryone: readonly Figure[];
}>;

export function indexComparisons(release: Release): Comparisons {
  const cellOf = indexCells(release);
  const units = new Map(release.units.map((unit) => [unit.unit, unit]));
  const root = release.units.find(({ parent }) => parent === null)?.unit ?? "";
  const parentOf: ParentOf = (unit) => units.get(unit)?.parent ?? "";
  const withRoot = compareFigures(release, cellOf, () => root).filter(({ unit }) => unit !== root);
  const withOwn = compareFigures(release, cellOf, parentOf).filter(({ unit }) => parentOf(unit) !== root);
  const ofUnits = countByUnit(withRoot);
  return {
    ofUnit: (unit) => ofUnits.get(unit) ?? [],
    ofEveryone: release.waves.flatMap(({ wave }) => {
      const isInWave = (one: Compared) => one.wave === wave;
      const found = [
        ...countTeams(release, withRoot.filter(isInWave)),
        ...countDepartments(release, withRoot.filter(isInWave)),
        ...countOwn(release, withOwn.filter(isInWave), parentOf),
        ...countOutside(release, cellOf, wave),
        ...countGroups(release, root, (measure) => cellOf(wave, root, measure), wave),
        ...countFavourable(release, (measure) => cellOf(wave, root, measure)),
        ...countAffected(release, (unit) => units.get(parentOf(unit))?.name ?? "", wave),
      ];
      return counts(found, { ...untagged, wave });
    }),
  };
}

type ParentOf = (unit: string) => string;

function countByUnit(compared: readonly Compared[]): ReadonlyMap<string, Figure[]> {
  const groups = new Map<string, Compared[]>();
  for (const one of compared) {
    const key = `${one.unit}\n${one.wave}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const figures = new Map<string, Figure[]>();
  for (const own of groups.values()) {
    const { unit, wave } = own[0] as Compared;
    const found = counts([own.length, worse(own).length], { ...untagged, wave });
    figures.set(unit, [...(figures.get(unit) ?? []), ...found]);
  }
  return figures;
}

const worse = (compared: readonly Compared[]): Compared[] => compared.filter(({ side }) => side === "worse");

/** Teams against the organisation on every scale, or on totals where there are too many; and how many chance alone would show. */
function countTeams({ units, measures }: Release, compared: readonly Compared[]): number[] {
  const teams = new Set(units.filter(({ leaf, members }) => leaf && members === undefined).map(({ unit }) => unit));
  const used = new Set(compared.map(({ measure }) => measure.measure));
  const all = orderMeasures(measures).filter(({ measure }) => used.has(measure));
  const chosen =
    all.length <= mostMeasures
      ? all
      : all.filter(({ scale, kind }) => scale === "total" || kind === "enps").slice(0, mostMeasures);
  const own = compared.filter(({ unit, measure }) => teams.has(unit) && chosen.includes(measure));
  const onEnps = all
    .filter(({ kind }) => kind === "enps")
    .map((measure) => compared.filter((one) => teams.has(one.unit) && one.measure === measure));
  return [own.length, worse(own).length, chosen.length, ...[own, ...onEnps].map(countByChance)];
}

/** Half of the 5 % that lies outside an interval of 95 % lies on the unfavourable side. */
const countByChance = (compared: readonly Compared[]): number => Math.round(compared.length * 0.025);

const orderMeasures = (measures: readonly Measure[]): Measure[] =>
  [...measures].sort((one, other) => rankArea(one) - rankArea(other));

const rankArea = ({ area }: Measure): number => (area === null ? Area.options.length : Area.options.indexOf(area));

/** Departments that are clearly worse than the organisation on one scale or more, per instrument and area. */
function countDepartments({ units, measures }: Release, compared: readonly Compared[]): number[] {
  const departments = units.filter(({ level, leaf, members }) => level === 1 && !leaf && members === undefined);
  const shown = new Set(departments.slice(0, mostUnits).map(({ unit }) => unit));
  const own = worse(compared).filter(({ unit, measure }) => shown.has(unit) && measure.scale !== "total");
  const groups = new Set(measures.map(({ instrument, area }) => `${instrument}\n${area}`));
  return [...groups].map((group) => {
    const ofGroup = own.filter(({ measure }) => `${measure.instrument}\n${measure.area}` === group);
    return new Set(ofGroup.map(({ unit }) => unit)).size;
  });
}

/** Teams that clearly differ from their own department, all of them, and the departments of all and of those in a chart; on the line's measure. */
function countOwn(
  { assessments, models, units }: Release,
  compared: readonly Compared[],
  parentOf: ParentOf,
): number[] {
  const assessed = new Set(assessments.map(({ wave, unit }) => `${wave}\n${unit}`));
  const lines = new Set(models.map(({ wave, measure }) => `${wave}\n${measure}`));
  const own = compared.filter(
    ({ wave, unit, measure }) => assessed.has(`${wave}\n${unit}`) && lines.has(`${wave}\n${measure.measure}`),
  );
  const clear = own.filter(({ side }) => side !== null);
  const inOrder = [...own].sort((one, other) => placeOf(one) - placeOf(other) || urgencyOf(other) - urgencyOf(one));
  const shown = [...clear, ...inOrder.filter(({ side }) => side === null)].slice(0, mostOwn);
  return [
    own.length,
    clear.length,
    ...[own, shown].map((some) => new Set(some.map(({ unit }) => parentOf(unit))).size),
  ];

  function placeOf({ unit }: Compared): number {
    return units.findIndex((one) => one.unit === parentOf(unit));
  }
}

/** Higher for a less favourable figure. */
const urgencyOf = ({ cell, measure }: Compared): number =>
  measure.higher_is === "worse" ? figureOf(cell) : -figureOf(cell);

/** Assessed teams outside the band in which chance puts 95 % of teams that are equal, and all of them. */
function countOutside(release: Release, cellOf: CellOf, wave: string): number[] {
  const model = release.models.find((one) => one.wave === wave);
  const variance = release.statistics.find(
    (one) => one.wave === wave && one.measure === model?.measure && one.statistic === "pooled_within_variance",
  )?.value;
  if (model?.status !== "assessed" || variance === undefined) return [];
  const cells = release.assessments.flatMap(({ wave: of, unit }) =>
    of === wave ? (cellOf(wave, unit, model.measure) ?? []) : [],
  );
  const isOutside = (cell: ReleasedCell) =>
    Math.abs(figureOf(cell) - model.mean) > bandWidth * Math.sqrt(variance / cell.respondents);
  return [cells.length, cells.filter(isOutside).length];
}

/** Groups of people in the organisation that are clearly worse than all of it, per attribute and measure. */
function countGroups(
  { cells, measures }: Release,
  root: string,
  cellOf: (measure: string) => ReleasedCell | undefined,
  wave: string,
): number[] {
  const own = cells.filter((cell) => cell.wave === wave && cell.unit === root && cell.segment !== null);
  const numbers = new Map<string, number>();
  for (const cell of own) {
    const whole = cellOf(cell.measure);
    const measure = measures.find((one) => one.measure === cell.measure);
    if (cell.status === "withheld" || whole === undefined || measure === undefined) continue;
    const key = `${cell.segment?.attribute}\n${cell.measure}`;
    const isWorse = sideOf(cell, figureOf(whole), measure) === "worse";
    numbers.set(key, (numbers.get(key) ?? 0) + (isWorse ? 1 : 0));
  }
  return [...numbers.values()];
}

/** Scales of the organisation, and those whose whole interval lies in the favourable half. */
function countFavourable({ measures }: Release, cellOf: (measure: string) => ReleasedCell | undefined): number[] {
  const shown = measures.flatMap((measure) => {
    const cell = cellOf(measure.measure);
    return cell === undefined ? [] : [isFavourable(cell, measure)];
  });
  return [shown.length, shown.filter((favourable) => favourable).length];
}

function isFavourable(cell: ReleasedCell, { minimum, maximum, higher_is }: Measure): boolean {
  const { low, high } = cell.interval ?? { low: figureOf(cell), high: figureOf(cell) };
  const placeOf = (value: number) => Number(((value - minimum) / (maximum - minimum)).toFixed(4));
  return higher_is === "better" ? placeOf(low) > 0.5 : placeOf(high) < 0.5;
}

/** Departments with assessed teams, those with an elevated one, and the rows of a chart that puts small ones together. */
function countAffected({ assessments }: Release, nameOf: (unit: string) => string, wave: string): number[] {
  const teams = assessments.filter((one) => one.wave === wave);
  const sizes = new Map<string, number>();
  for (const { unit } of teams) sizes.set(nameOf(unit), (sizes.get(nameOf(unit)) ?? 0) + 1);
  const elevated = new Set(teams.filter(({ level }) => level === "elevated").map(({ unit }) => nameOf(unit)));
  const large = [...sizes.values()].filter((size) => size >= fewestTeams).length;
  const shown = Math.min(large, mostDepartments);
  return [sizes.size, elevated.size, shown < sizes.size ? shown + 1 : shown];
}
