/**
 * Makes a realistic, invented release for the tests of the reports: one organisation, departments, teams, waves.
 * In: what should differ from the standard example; out: a `Release`, the same on every run (seeded).
 * The figures imitate a model's output with simple shrinkage; they are no test of the model.
 */
import { type Model, type PublishedCell, Release, type ReleaseUnit } from "../../schemas/release.ts";
import { makeAssessments } from "./example-model.ts";
import { departmentNames, type ExampleMeasure, instruments, measures, teamNames } from "./example-parts.ts";
import { round, seededNormal } from "./seeded.ts";

export type ExampleOptions = Readonly<{
  teams?: number;
  departments?: number;
  waves?: readonly string[];
  /** Instruments that were asked. */
  instruments?: readonly string[];
  invitedKnown?: boolean;
  assessed?: boolean;
  /** false withholds every team and department. */
  teamsReleased?: boolean;
  names?: readonly string[];
}>;

type Figure = { unit: string; respondents: number; invited: number; value: number; parts: [number, number, number] };

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A complete release; the options make the edge cases. Throws when the result does not fit the schema. */
export function exampleRelease(options: ExampleOptions = {}): Release {
  const chosen = { ...standard, ...options };
  const units = makeUnits(chosen.teams, chosen.departments, chosen.names);
  const asked = measures.filter((measure) =>
    measure.instrument === null
      ? chosen.invitedKnown && chosen.instruments.some((name) => measure.questionnaire === questionnaireOf(name))
      : chosen.instruments.includes(measure.instrument),
  );
  const cells = chosen.waves.flatMap((wave, index) => makeCells(wave, index, units, asked, chosen));
  const models = chosen.waves.map((wave) => makeAssessments(wave, units, cells, chosen));
  return Release.parse({
    format: "vitascan-release/1",
    organisation: "Stichting Waterrand",
    language: "nl",
    policy: {
      preset: "standard",
      k: { mean: 5, detail: 10, crossed: 10 },
      insiders: 0,
      enps_band: { low: -80, high: 80, below: 10 },
      open_share: 0.5,
      statistics: { teams: 5, degrees_of_freedom: 50 },
      stayers: "may_change",
      roll_up: true,
      hash: "a".repeat(64),
    },
    waves: chosen.waves.map((wave, index) => ({
      wave,
      opened_date: `20${24 + index}-10-01`,
      closed_date: `20${24 + index}-10-21`,
    })),
    units,
    attributes: [],
    measures: asked.map(({ centre: _centre, sd: _sd, ...measure }) => measure),
    cells,
    statistics: chosen.waves.flatMap((wave) => makeStatistics(wave, cells, asked)),
    models: models.map((made) => made.model),
    assessments: models.flatMap((made) => made.assessments),
    expected_wrong_flags: expectedWrong(models.at(-1)?.model),
    responses: {
      test: "exclude",
      partial: "exclude",
      too_fast: "remark",
      seconds_per_item: 1.5,
      straight_lined: "remark",
    },
    accept: { answer_out_of_scale: "missing", duplicate_response: "reject" },
    data_quality: chosen.waves.flatMap((wave, index) =>
      makeDataQuality(wave, index).filter(({ questionnaire }) => listQuestionnaires(chosen).includes(questionnaire)),
    ),
    instruments: instruments.filter((instrument) => chosen.instruments.includes(instrument.instrument)),
    provenance: {
      inputs: chosen.waves.flatMap((wave, index) => [
        makeRoster(wave),
        ...listQuestionnaires(chosen).map((questionnaire) => makeInput(wave, index, questionnaire)),
      ]),
      tool: "vitascan 0.1.0",
      config_hash: "b".repeat(64),
    },
  });
}

const standard = {
  teams: 62,
  departments: 8,
  waves: ["najaar-2024", "najaar-2025"] as readonly string[],
  instruments: ["enps", "bat_12", "vitality"] as readonly string[],
  invitedKnown: true,
  assessed: true,
  teamsReleased: true,
  names: teamNames,
};

const questionnaireOf = (instrument: string): string => (instrument === "enps" ? "enps" : "wellbeing");

function makeUnits(teams: number, departments: number, names: readonly string[]): ReleaseUnit[] {
  const parents = Array.from({ length: departments }, (_, index) => `D${index + 1}`);
  return [
    { unit: "ORG", name: "Stichting Waterrand", parent: null, level: 0, leaf: false },
    ...parents.map((unit, index) => ({
      unit,
      name: departmentNames[index] ?? `Afdeling ${index + 1}`,
      parent: "ORG",
      level: 1,
      leaf: false,
    })),
    ...Array.from({ length: teams }, (_, index) => ({
      unit: `T${String(index + 1).padStart(3, "0")}`,
      name: names[index] ?? `Team ${index + 1}`,
      parent: parents[index % Math.max(departments, 1)] ?? "ORG",
      level: departments > 0 ? 2 : 1,
      leaf: true,
    })),
  ];
}

function makeCells(
  wave: string,
  waveIndex: number,
  units: readonly ReleaseUnit[],
  asked: readonly ExampleMeasure[],
  options: typeof standard,
): PublishedCell[] {
  return asked.flatMap((measure) => {
    const figures = figuresOf(measure, waveIndex, units);
    return figures.map((figure, index): PublishedCell => {
      const unit = units[index] as ReleaseUnit;
      const hidden = unit.level > 0 && (!options.teamsReleased || isWithheld(figure, unit));
      if (hidden) return { wave, unit: figure.unit, segment: null, measure: measure.measure, status: "withheld" };
      return releasedCell(wave, measure, figure, options.invitedKnown);
    });
  });
}

/** Fewer than five answers, and one more team that would give those away: team 9 beside team 1. */
const isWithheld = (figure: Figure, unit: ReleaseUnit): boolean =>
  figure.respondents < 5 || (unit.leaf && unit.unit === "T009");

function figuresOf(measure: ExampleMeasure, waveIndex: number, units: readonly ReleaseUnit[]): Figure[] {
  const figures = new Map<string, Figure>();
  const leaves = units.filter((unit) => unit.leaf);
  const children = new Map<string, Figure[]>();
  leaves.forEach((unit, index) => {
    const figure = leafFigure(measure, waveIndex, unit.unit, index);
    figures.set(unit.unit, figure);
    for (const parent of new Set([unit.parent as string, "ORG"])) {
      const siblings = children.get(parent) ?? [];
      siblings.push(figure);
      children.set(parent, siblings);
    }
  });
  for (const unit of units) if (!unit.leaf) figures.set(unit.unit, rollUp(unit.unit, children.get(unit.unit) ?? []));
  return units.map((unit) => figures.get(unit.unit) as Figure);
}

function leafFigure(measure: ExampleMeasure, waveIndex: number, unit: string, index: number): Figure {
  const normal = seededNormal(1000 + index);
  const size = clamp(Math.round(Math.exp(2.62 + 0.42 * normal())), 6, 45);
  const response = clamp(0.68 + 0.13 * normal() + 0.02 * waveIndex, 0.3, 1);
  const respondents = index === 0 ? 3 : Math.max(4, Math.round(size * response));
  const strain = 0.42 * normal() + 0.3 * waveIndex * (index % 5 === 0 ? 1 : 0);
  const noise = seededNormal(77 * (index + 1) + waveIndex * 13 + measure.measure.length)();
  const direction = measure.higher_is === "worse" ? 1 : -1;
  const value = measure.centre + measure.sd * (direction * strain + (direction * noise) / Math.sqrt(respondents));
  const score = clamp(round(value, 6), measure.minimum, measure.maximum);
  const shareOfPromoters = clamp(0.3 + score / 200, 0, 1);
  const promoters = Math.round(shareOfPromoters * respondents);
  const detractors = clamp(Math.round(promoters - (score / 100) * respondents), 0, respondents - promoters);
  const parts: Figure["parts"] = [promoters, respondents - promoters - detractors, detractors];
  return { unit, respondents, invited: Math.max(size, respondents), value: score, parts };
}

function rollUp(unit: string, below: readonly Figure[]): Figure {
  const total = (pick: (figure: Figure) => number) => below.reduce((sum, figure) => sum + pick(figure), 0);
  const respondents = Math.max(
    total((figure) => figure.respondents),
    1,
  );
  return {
    unit,
    respondents,
    invited: total((figure) => figure.invited),
    value: round(total((figure) => figure.value * figure.respondents) / respondents, 6),
    parts: [total((figure) => figure.parts[0]), total((figure) => figure.parts[1]), total((figure) => figure.parts[2])],
  };
}

function releasedCell(wave: string, measure: ExampleMeasure, figure: Figure, invitedKnown: boolean): PublishedCell {
  const { respondents, parts } = figure;
  const base = {
    wave,
    unit: figure.unit,
    segment: null,
    measure: measure.measure,
    status: "released" as const,
    respondents,
    invited: invitedKnown ? figure.invited : null,
  };
  if (measure.kind === "participation") return { ...base, share: round(respondents / figure.invited, 6) };
  const enps = round((100 * (parts[0] - parts[2])) / respondents, 6);
  const value = measure.kind === "enps" ? enps : figure.value;
  const half = (1.96 * measure.sd) / Math.sqrt(respondents);
  const interval = {
    low: clamp(round(value - half, 6), measure.minimum, measure.maximum),
    high: clamp(round(value + half, 6), measure.minimum, measure.maximum),
  };
  if (measure.kind === "mean") return { ...base, mean: value, interval, ...meanBound(figure.unit) };
  if (respondents >= 10)
    return { ...base, enps, interval, promoters: parts[0], passives: parts[1], detractors: parts[2] };
  if (figure.unit === "T010" || enps > 80)
    return { ...base, enps: 80, bound: "at_least", interval: { low: 40, high: 100 } };
  return { ...base, enps: clamp(enps, -80, 80), interval, ...(enps < -80 ? { bound: "at_most" as const } : {}) };
}

const meanBound = (unit: string): { bound?: "about" } => (unit === "T011" ? { bound: "about" } : {});

function makeStatistics(wave: string, cells: readonly PublishedCell[], asked: readonly ExampleMeasure[]) {
  return asked
    .filter((measure) => measure.kind !== "participation")
    .flatMap((measure) => {
      const leaves = cells.filter((cell) => cell.wave === wave && cell.measure === measure.measure);
      const released = leaves.flatMap((cell) =>
        cell.status === "released" && cell.unit.startsWith("T") ? [cell] : [],
      );
      if (released.length < 5) return [];
      const respondents = released.reduce((sum, cell) => sum + cell.respondents, 0);
      const row = { wave, measure: measure.measure, respondents, teams: released.length };
      return [
        { ...row, statistic: "pooled_within_variance" as const, value: round(measure.sd ** 2, 6) },
        { ...row, statistic: "icc1_mean_group_size" as const, value: 0.094321 },
        ...(measure.kind === "mean" ? [{ ...row, statistic: "reliability" as const, value: 0.873512 }] : []),
      ];
    });
}

const expectedWrong = (model: Model | undefined): number | null =>
  model?.status === "assessed" ? model.expected_wrong_flags : null;

const listQuestionnaires = (options: typeof standard): string[] => [
  ...new Set(options.instruments.map(questionnaireOf)),
];

type InputRecord = Release["provenance"]["inputs"][number];

const makeRoster = (wave: string): InputRecord => ({
  wave,
  questionnaire: null,
  file: `roster-${wave}.csv`,
  sha256: null,
  records: 71,
  loaded: 71,
  rejected: 0,
  excluded: 0,
});

/** The first wave adds up; in the second a count below k keeps the totals back. */
function makeInput(wave: string, index: number, questionnaire: string): InputRecord {
  const input = { wave, questionnaire, file: `${questionnaire}-${wave}.csv`, sha256: null };
  if (questionnaire === "enps")
    return { ...input, records: null, loaded: 689, rejected: { fewer_than: 5 }, excluded: 0 };
  return index === 0
    ? { ...input, records: 702, loaded: 690, rejected: 0, excluded: 12 }
    : { ...input, records: null, loaded: 691, rejected: 0, excluded: null };
}

function makeDataQuality(wave: string, index: number): Release["data_quality"] {
  const wellbeing = { wave, questionnaire: "wellbeing", chosen: false };
  const enps = { wave, questionnaire: "enps", chosen: false };
  const few = { fewer_than: 5 };
  const duplicate = { ...enps, rule: "duplicate_response", action: "rejected", chosen: true, count: few } as const;
  if (index === 0) return [{ ...wellbeing, rule: "partial_response", action: "excluded", count: 12 }, duplicate];
  return [
    { ...wellbeing, rule: "test_response", action: "excluded", count: few },
    { ...wellbeing, rule: "partial_response", action: "excluded", count: 18 },
    { ...wellbeing, rule: "too_fast", action: "remark", chosen: true, count: 23 },
    { ...wellbeing, rule: "straight_lined", action: "remark", count: few },
    { ...wellbeing, rule: "not_shown", action: "missing", count: 1240 },
    { ...wellbeing, rule: "left_blank", action: "missing", count: 87 },
    { ...wellbeing, rule: "no_opinion", action: "missing", count: 64 },
    { ...wellbeing, rule: "answer_out_of_scale", action: "missing", chosen: true, count: 9 },
    { ...wellbeing, rule: "incomplete_block", instrument: "bat_12", action: "remark", count: 9 },
    duplicate,
    { ...enps, rule: "blank_answers", action: "missing", count: 8 },
    { ...enps, rule: "more_answers_than_invited", action: "remark", count: 1 },
  ];
}
