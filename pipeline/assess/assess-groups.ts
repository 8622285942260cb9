/**
 * Assesses what is not a team by the rules for teams: units above the teams level by level, and segments per attribute and level of unit.
 * In: what teams are assessed from, and their models. Out: one row per wave and kind of group with a released figure of an indicator.
 *
 * Groups of one kind share no people, so each kind is a scan of its own with its own mean, spread and budget of errors, and teams keep
 * their levels. A group that holds several teams is taken for a sample of its people: they differ by the variance within teams plus that
 * between teams. That is cautious where every team answers equally well, and right where some answer and others don't.
 */
import type { GroupAssessment, Model, PublishedCell, ReleaseUnit } from "../../schemas/release.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { type AssessInput, findReliability, findStatistic } from "./assess.ts";
import { assessWave } from "./assess-wave.ts";
import type { IndicatorInput } from "./fit-indicator.ts";

/** `models` are those of teams. */
export type GroupInput = AssessInput & Readonly<{ models: readonly Model[] }>;

/** Groups that share no people: `level` null for leaf units. */
type Kind = Pick<GroupAssessment, "wave" | "attribute" | "level">;
type KindCells = Readonly<{ kind: Kind; cells: PublishedCell[] }>;

/** Waves in the order given; whole units first, then attributes by name; levels from the top down, teams last. */
export function assessGroups(input: GroupInput): GroupAssessment[] {
  const order = new Map(input.waves.map((wave, index) => [wave, index]));
  return sortKinds(sortCells(input), order)
    .filter(({ cells }) => cells.some(({ status }) => status === "released"))
    .map(({ kind, cells }) => assessKind(input, kind, cells));
}

/** Cells of indicators by the kind of group they are about; teams, the organisation and what no model can carry are left out. */
function sortCells({ units, cells, line, indicators = [] }: GroupInput): KindCells[] {
  const byUnit = new Map(units.map((unit) => [unit.unit, unit]));
  const measures = new Set([line, ...indicators].map(({ measure }) => measure));
  const kinds = new Map<string, KindCells>();
  for (const cell of cells) {
    const unit = byUnit.get(cell.unit);
    if (unit === undefined || !measures.has(cell.measure) || isLeftOut(cell, unit)) continue;
    const kind = {
      wave: cell.wave,
      attribute: cell.segment?.attribute ?? null,
      level: unit.leaf ? null : unit.level,
    };
    const key = JSON.stringify(kind);
    const known = kinds.get(key);
    if (known) known.cells.push(cell);
    else kinds.set(key, { kind, cells: [cell] });
  }
  return [...kinds.values()];
}

/** A roll-up is shown, never modelled. How far a bounded segment reaches does not follow from what is published. */
function isLeftOut(cell: PublishedCell, unit: ReleaseUnit): boolean {
  if (unit.members !== undefined) return true;
  if (cell.segment === null) return unit.leaf || unit.parent === null;
  return cell.status === "released" && cell.bound !== undefined;
}

function sortKinds(kinds: readonly KindCells[], order: ReadonlyMap<string, number>): KindCells[] {
  const placeOf = ({ kind }: KindCells) => [
    order.get(kind.wave) ?? 0,
    kind.attribute ?? "",
    kind.level ?? Number.POSITIVE_INFINITY,
  ];
  const compare = (one: string | number, other: string | number) => (one === other ? 0 : one < other ? -1 : 1);
  return kinds.toSorted((one, other) => {
    const [wave, attribute, level] = placeOf(one).map((place, index) =>
      compare(place, placeOf(other)[index] as string | number),
    );
    return wave || attribute || level || 0;
  });
}

function assessKind(input: GroupInput, kind: Kind, cells: readonly PublishedCell[]): GroupAssessment {
  const named = cells.map((cell) => ({ ...cell, unit: nameGroup(cell), segment: null }));
  const groups = new Map(cells.map((cell) => [nameGroup(cell), { unit: cell.unit, segment: cell.segment }]));
  const lines = [input.line, ...(input.indicators ?? [])];
  const { models, assessments, expected_wrong_flags } = assessWave(
    lines.map((line) => describeIndicator(input, kind, line, named)),
  );
  return {
    ...kind,
    models,
    assessments: assessments.map((one) => ({ ...one, ...groups.get(one.unit) })),
    expected_wrong_flags,
  };
}

const nameGroup = ({ unit, segment }: PublishedCell): string => (segment === null ? unit : `${unit}\n${segment.value}`);

function describeIndicator(
  { measures, statistics, models }: GroupInput,
  { wave, level }: Kind,
  line: ResolvedLine,
  cells: readonly PublishedCell[],
): IndicatorInput {
  const { measure } = line;
  const model = models.find((one) => one.wave === wave && one.measure === measure);
  const isMixed = level !== null && model?.status === "assessed";
  return {
    wave,
    measure: measures.find((one) => one.measure === measure),
    line,
    leaves: new Set(cells.map(({ unit }) => unit)),
    cells: cells.filter((cell) => cell.measure === measure),
    variance: findStatistic(statistics, wave, measure, "pooled_within_variance"),
    reliability: isMixed
      ? findStatistic(statistics, wave, measure, "reliability")
      : findReliability(statistics, wave, measure),
    mixed: isMixed ? model.between_team_sd ** 2 : 0,
  };
}
