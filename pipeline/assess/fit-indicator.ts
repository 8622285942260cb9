/**
 * Assesses one indicator in one wave: decides whether a model can carry it, fits it, and writes the signals in the measure's own
 * orientation. In: the cells of the measure in the wave. Out: the model without its list, one signal per released leaf unit.
 */
import type { Interval, Measure, Model, PublishedCell, Signal } from "../../schemas/release.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { detectableChange } from "../stats/detectable-change.ts";
import { intervalFactor } from "../stats/interval-factor.ts";
import { roundTo } from "../stats/round-to.ts";
import { findTippingPoint } from "./doubt-silence.ts";
import type { Estimate, TurnedLine } from "./estimate-team.ts";
import { countMembers, type Fit, type FitInput, fitTeams, type Team, type TeamFit } from "./fit-teams.ts";
import { compareCodes } from "./label-teams.ts";

/**
 * `variance` within teams in points squared and `reliability` 0-1; undefined when not released. `mixed` is what people of a group that holds
 * several teams differ by beyond that: the variance between teams, points squared.
 */
export type IndicatorInput = Readonly<{
  wave: string;
  measure: Measure | undefined;
  line: ResolvedLine;
  leaves: ReadonlySet<string>;
  cells: readonly PublishedCell[];
  variance: number | undefined;
  reliability: number | undefined;
  mixed?: number;
}>;

type AssessedModel = Extract<Model, { status: "assessed" }>;
type NotAssessedModel = Extract<Model, { status: "not_assessed" }>;

/** A fitted model still lacks what only the joint list can tell. */
export type FittedModel = Omit<AssessedModel, "elevated" | "expected_wrong_flags">;
export type UnitSignal = Readonly<{ unit: string; signal: Signal }>;

/** Signals by unit code, none when the indicator is not assessed. */
export type FittedIndicator = Readonly<{ model: FittedModel | NotAssessedModel; signals: readonly UnitSignal[] }>;

type Assessable = IndicatorInput & Readonly<{ measure: Measure; variance: number; teams: readonly Team[] }>;

/**
 * Below this many teams the data do not fix the mean of teams: only a fixed line, with the benchmark as prior where there is one.
 * The cut of a band is no benchmark: it does not say where teams lie.
 */
const enoughTeams = 10;
/** Standard deviation of the benchmark prior on the mean of teams, in standard deviations within teams. */
const benchmarkSpread = 0.3;
const shownCoverage = 0.8;

/**
 * The reason for not assessing is the obstacle that would remain longest: no such measure, then too few teams for any line,
 * then too few for a line of the own organisation, then no variance.
 */
export function fitIndicator(input: IndicatorInput): FittedIndicator {
  const { wave, measure, line, cells, variance } = input;
  const teams = readTeams(input);
  const leave = (reason: NotAssessedModel["reason"]): FittedIndicator => ({
    model: { wave, measure: line.measure, status: "not_assessed", reason, teams: teams.length },
    signals: [],
  });
  if (!measure || cells.length === 0) return leave("measure_not_in_wave");
  if (teams.length < 2) return leave("fewer_than_two_teams");
  if (teams.length < enoughTeams && line.kind === "own_organisation")
    return leave("fewer_than_ten_teams_and_no_absolute_line");
  if (variance === undefined) return leave("variance_not_released");
  return fitMeasure({ ...input, measure, variance, teams });
}

function fitMeasure(input: Assessable): FittedIndicator {
  const { wave, measure, teams } = input;
  const reliability = measure.kind === "enps" ? 1 : input.reliability;
  const placed = placeLine(input);
  const variance = input.variance + (input.mixed ?? 0);
  const fit = fitTeams({ teams, variance, reliability, ...placed });
  const line = locateLine(placed.line, fit);
  const signals = fit.teams.map((one, index) => ({
    unit: one.unit,
    signal: writeSignal(one, teams[index] as Team, line, { measure, variance }),
  }));
  const described = { ...describeFit(input, fit), line: describeLine(input.line, turnOf(measure) * line) };
  return { model: { wave, measure: measure.measure, status: "assessed", ...described }, signals };
}

/** Released leaf units by unit code, turned so that higher is worse. */
function readTeams({ cells, leaves, measure }: IndicatorInput): Team[] {
  const turn = turnOf(measure);
  return cells
    .filter((cell) => cell.status === "released")
    .filter(({ unit, segment }) => segment === null && leaves.has(unit))
    .map(({ unit, mean, enps, respondents, invited }) => ({
      unit,
      mean: turn * (mean ?? enps ?? 0),
      respondents,
      invited,
    }))
    .sort((one, other) => compareCodes(one.unit, other.unit));
}

/** Factor that makes higher mean worse. */
export function turnOf(measure: Pick<Measure, "higher_is"> | undefined): 1 | -1 {
  return measure?.higher_is === "better" ? -1 : 1;
}

/** A fixed line is rounded as published, so that a mean on the line is not beyond it. */
function placeLine({ line, measure, variance, teams }: Assessable): Pick<FitInput, "line" | "benchmark"> {
  if (line.kind === "own_organisation")
    return { line: { kind: line.kind, distance: line.delta * Math.sqrt(variance) } };
  if (line.kind === "band") return { line: { kind: "absolute", value: roundTo(turnOf(measure) * line.value, 6) } };
  const mean = turnOf(measure) * line.benchmark_mean;
  const value = roundTo(mean + line.delta * line.benchmark_standard_deviation, 6);
  const placed: TurnedLine = { kind: "absolute", value };
  if (teams.length >= enoughTeams) return { line: placed };
  return { line: placed, benchmark: { mean, variance: benchmarkSpread ** 2 * variance } };
}

/** Where the line lies, points, higher is worse. */
function locateLine(placed: TurnedLine, fit: Fit): number {
  return placed.kind === "absolute" ? placed.value : fit.mean + placed.distance;
}

function writeSignal(
  fit: TeamFit,
  team: Team,
  line: number,
  { measure, variance }: Pick<Assessable, "measure" | "variance">,
): Signal {
  const turn = turnOf(measure);
  const claimed = fit.members ?? fit.asSuch;
  return {
    measure: measure.measure,
    probability: roundTo(claimed.probability, 3),
    probability_team_as_such: roundTo(fit.asSuch.probability, 3),
    estimate: roundTo(turn * claimed.mean, 6),
    interval: findInterval(claimed, measure, turn),
    ...describeSilence(fit, team, line, variance),
    detectable_change: roundTo(detectableChange(team.respondents, variance), 6),
  };
}

/** "8 in 10": estimate +- 1.28 standard deviations, kept on the scale. */
function findInterval({ mean, sd }: Estimate, { minimum, maximum }: Measure, turn: number): Interval {
  const reach = intervalFactor(shownCoverage) * sd;
  return {
    low: roundTo(Math.max(minimum, turn * mean - reach), 6),
    high: roundTo(Math.min(maximum, turn * mean + reach), 6),
  };
}

function describeSilence(fit: TeamFit, team: Team, line: number, variance: number): Pick<Signal, "silent"> {
  const { members, probabilityIfWorse } = fit;
  if (members === null || probabilityIfWorse === undefined) return {};
  const tipping = findTippingPoint(countMembers(team), members.mean, line, Math.sqrt(variance));
  if (tipping === undefined) return {};
  return { silent: { tipping_point: roundTo(tipping, 2), probability_if_worse: roundTo(probabilityIfWorse, 3) } };
}

function describeFit({ measure, reliability }: Assessable, fit: Fit) {
  const members = fit.missing.length === 0;
  const isUsed = members && measure.kind === "mean" && reliability !== undefined;
  return {
    claim: members ? ("members" as const) : ("team_as_such" as const),
    teams: fit.teams.length,
    mean: roundTo(turnOf(measure) * fit.mean, 6),
    between_team_sd: roundTo(fit.sd, 6),
    reliability: isUsed ? roundTo(reliability, 6) : null,
    missing: fit.missing,
  };
}

function describeLine(line: ResolvedLine, place: number): AssessedModel["line"] {
  const value = roundTo(place, 6);
  const { kind } = line;
  if (kind === "own_organisation") return { kind, value, delta: line.delta };
  if (kind === "absolute") return { kind, value, delta: line.delta, source: line.source };
  const { source, population, year, verified } = line;
  const own = kind === "norm" ? { delta: line.delta } : { band: line.band };
  return { kind, value, ...own, source, population, year, verified };
}
