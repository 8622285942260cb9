/**
 * Takes a drawn organisation through the real code: sums per unit, protection, the figures that pass the wall, assessment.
 * In: an organisation. Out: what would be published about it. Only reading the export and adding it up are left out.
 */
import { type Assessed, assess } from "../../pipeline/assess/assess.ts";
import { assessGroups } from "../../pipeline/assess/assess-groups.ts";
import { chooseParticipation, chooseShown } from "../../pipeline/protect/choose-shown.ts";
import { makePolicy } from "../../pipeline/protect/make-policy.ts";
import { releaseBlock } from "../../pipeline/protect/release-cells.ts";
import { releaseStatistics } from "../../pipeline/protect/release-statistics.ts";
import { prepareScoring } from "../../pipeline/score.ts";
import type { Block, Cell, ItemMoments, MeasureDefinition } from "../../schemas/cell.ts";
import { Instrument } from "../../schemas/instrument.ts";
import { PolicyChoice } from "../../schemas/policy.ts";
import type { GroupAssessment, OrganisationStatistic, PublishedCell } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { type DrawnOrganisation, type DrawnTeam, itemCount, limitsOf, type Scenario } from "./draw-organisation.ts";

export type Scan = Readonly<{
  cells: readonly PublishedCell[];
  statistics: readonly OrganisationStatistic[];
  assessed: Assessed;
  groups: readonly GroupAssessment[];
}>;

const wave = "2026";
export const itemNames = Array.from({ length: itemCount }, (_, index) => `S${String(index + 1).padStart(2, "0")}`);
const text = { nl: "belasting", en: "strain" };

/** An instrument of twelve items of which every one must be answered; its mean is the measure. */
export const makeInstrument = (scenario: Scenario, instrument = "strain"): Instrument =>
  Instrument.parse({
    instrument,
    version: 1,
    title: text,
    citation: "Made for this benchmark.",
    licence: { id: "MIT", redistribute_text: true },
    answers: limitsOf(scenario),
    items: itemNames.map((item) => ({ item, label: text })),
    scales: [
      {
        scale: "total",
        title: text,
        meaning: text,
        items: itemNames,
        score: "mean",
        minimum_answered: itemCount,
        higher_is: "worse",
      },
    ],
  });

/** A fixed line: the benchmark lies one of its standard deviations below it. */
export const makeLine = (line: number, measure = "strain.total"): ResolvedLine => ({
  kind: "absolute",
  measure,
  benchmark_mean: Math.round((line - 1) * 1e6) / 1e6,
  benchmark_standard_deviation: 1,
  delta: 1,
  source: "drawn",
});

export const runScan = (scenario: Scenario, organisation: DrawnOrganisation): Scan =>
  runIndicators(scenario, [{ instrument: "strain", organisation }]);

/** What the same people answered about one thing; without a line of its own the organisation's. */
export type Indicator = Readonly<{ instrument: string; organisation: DrawnOrganisation; line?: ResolvedLine }>;

/** Several indicators on one list, the primary one first: the same teams with the same people in each. */
export function runIndicators(scenario: Scenario, indicators: readonly Indicator[]): Scan {
  const units = describeUnits(indicators[0]?.organisation.teams ?? []);
  const parts = indicators.map((indicator) => protectIndicator(scenario, indicator, units));
  const [cells, statistics] = [parts.flatMap((part) => part.cells), parts.flatMap((part) => part.statistics)];
  const [line, ...others] = parts.map((part) => part.line);
  const input = {
    waves: [wave],
    units: units.map(({ unit, name, parent, level, leaf }) => ({ unit, name, parent, level, leaf })),
    measures: parts.map(({ measure }) => measure),
    cells,
    statistics,
    line: line as ResolvedLine,
    indicators: others,
  };
  const assessed = assess(input);
  return { cells, statistics, assessed, groups: assessGroups({ ...input, models: assessed.models }) };
}

function protectIndicator(scenario: Scenario, { instrument, organisation, line }: Indicator, units: readonly Unit[]) {
  const definition = defineMeasure(scenario, instrument);
  const block: Block = {
    wave,
    questionnaire: "main",
    instrument,
    measures: [definition],
    cells: addUpCells(organisation.teams, definition),
  };
  const policy = makePolicy(PolicyChoice.parse({}));
  const respondents = new Map(block.cells.map((cell) => [cell.unit, cell.respondents]));
  const answering = chooseParticipation({ units, answered: respondents, policy });
  const shown = chooseShown({ units, respondents, policy, within: answering });
  const moments = addUpItems(
    definition,
    organisation.teams.filter(({ unit }) => shown.mean.has(unit)),
  );
  const itemMoments = new Map([[definition.measure, moments]]);
  const { factor: _, items: __, step: ___, made_of: ____, ...measure } = definition;
  return {
    measure: { ...measure, questionnaire: "main", area: "well_being" as const },
    cells: releaseBlock({ units, block, shown, policy, answering }),
    statistics: releaseStatistics({ block, units, shown, itemMoments, policy, given: {} }),
    line: line ?? makeLine(organisation.line, definition.measure),
  };
}

function defineMeasure(scenario: Scenario, instrument: string): MeasureDefinition {
  return prepareScoring([makeInstrument(scenario, instrument)])[0]?.scales[0]?.definition as MeasureDefinition;
}

/** One organisation, its teams directly below it or in the departments they name. */
export function describeUnits(teams: readonly DrawnTeam[]): Unit[] {
  const describe = (unit: string, parent: string | null, level: number, below: readonly DrawnTeam[]): Unit => {
    const total = addUp(below.map(({ invited }) => invited));
    const leaf = below.length === 1 && below[0]?.unit === unit;
    return { unit, name: unit, parent, level, leaf, invited: leaf ? total : 0, invited_total: total };
  };
  return [
    describe(top, null, 0, teams),
    ...listDepartments(teams).map(([department, own]) => describe(department, top, 1, own)),
    ...teams.map((team) => describe(team.unit, team.department ?? top, team.department ? 2 : 1, [team])),
  ];
}

const top = "ORG";

function listDepartments(teams: readonly DrawnTeam[]): [string, DrawnTeam[]][] {
  const departments = new Map<string, DrawnTeam[]>();
  for (const team of teams)
    if (team.department !== undefined)
      departments.set(team.department, [...(departments.get(team.department) ?? []), team]);
  return [...departments];
}

/** The factor is the number of items: a person's whole-number score is the sum of the answers. */
function addUpCells(teams: readonly DrawnTeam[], { measure }: MeasureDefinition): Cell[] {
  const describe = (unit: string, below: readonly DrawnTeam[]): Cell => {
    const scores = below.flatMap(({ answers }) => answers.map(addUp));
    const squares = addUp(scores.map((score) => score ** 2));
    return { unit, measure, respondents: scores.length, sum: BigInt(addUp(scores)), sum_squares: BigInt(squares) };
  };
  return [
    describe(top, teams),
    ...listDepartments(teams).map(([department, own]) => describe(department, own)),
    ...teams.map((team) => describe(team.unit, [team])),
  ];
}

function addUpItems({ measure }: MeasureDefinition, teams: readonly DrawnTeam[]): ItemMoments {
  const people = teams.flatMap(({ answers }) => answers);
  const sums = new Array<number>(itemCount).fill(0);
  const squares = new Array<number>(itemCount).fill(0);
  let [total, totalSquares] = [0, 0];
  for (const answers of people) {
    const score = addUp(answers);
    total += score;
    totalSquares += score ** 2;
    answers.forEach((answer, index) => {
      sums[index] = (sums[index] as number) + answer;
      squares[index] = (squares[index] as number) + answer ** 2;
    });
  }
  return {
    measure,
    respondents: people.length,
    teams: teams.filter(({ answers }) => answers.length > 0).length,
    item_sums: sums.map(BigInt),
    item_sums_squares: squares.map(BigInt),
    total_sum: BigInt(total),
    total_sum_squares: BigInt(totalSquares),
  };
}

const addUp = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
