/** Gathers what the answer, the summary and the method say about the newest wave. In: a context; out: one object of facts. */
import type { Level, Measure, Model } from "../schemas/release.ts";
import { type Context, titleMeasure } from "./context.ts";
import { formatFigure, formatNumber, formatProbability, formatShare } from "./formats.ts";
import type { ReleaseWave } from "./index-release.ts";
import { chooseKind } from "./rows/choose-measures.ts";
import { countLevels, listTeams, type TeamRow } from "./rows/team-rows.ts";

export type AssessedModel = Extract<Model, { status: "assessed" }>;

/** The assessment of the newest wave, or why there is none. */
export type Assessed = Readonly<{
  model: AssessedModel;
  measure: Measure;
  /** The unfavourable side is above the line for worse, below it for better. */
  side: "worse" | "better";
  line: string;
  teams: readonly TeamRow[];
  counts: Record<Level, number>;
  /** Probabilities of the elevated teams, on what flags them, written; empty without them. */
  lowest: string;
  highest: string;
  /** The sentence on teams that are there wrongly; empty without elevated teams. */
  wrong: string;
}>;

export type Facts = Readonly<{
  wave: ReleaseWave | undefined;
  assessed: Assessed | null;
  /** Why no team was assessed, as a sentence; null when teams were assessed. */
  reason: string | null;
  /** Teams with a released figure in the newest wave, and teams that are withheld there. */
  shownTeams: number;
  hiddenTeams: number;
  /** One sentence per questionnaire on who answered. */
  response: readonly string[];
}>;

/** Everything that is said in words about the newest wave. */
export function gatherFacts(context: Context): Facts {
  const wave = context.index.newest;
  const model = wave === undefined ? undefined : context.index.modelOf(wave.wave);
  const teams = countTeams(context, model);
  return {
    wave,
    assessed: model?.status === "assessed" ? describeAssessed(context, model) : null,
    reason: model?.status === "assessed" ? null : describeReason(context, model),
    shownTeams: teams.shown,
    hiddenTeams: teams.hidden,
    response: describeResponse(context),
  };
}

function describeAssessed(context: Context, model: AssessedModel): Assessed | null {
  const { index, language } = context;
  const measure = index.measureOf(model.measure);
  if (measure === undefined) return null;
  const teams = listTeams(index, model.wave, model.measure);
  const elevated = teams
    .filter((team) => team.level === "elevated")
    .map((team) => team.through.at(1)?.probability ?? team.probability)
    .sort((one, other) => other - one);
  const write = (probability: number | undefined) =>
    probability === undefined ? "" : formatProbability(probability, language);
  return {
    model,
    measure,
    side: measure.higher_is,
    line: formatFigure(model.line.value, measure, language),
    teams,
    counts: countLevels(teams),
    lowest: write(elevated.at(-1)),
    highest: write(elevated[0]),
    wrong: describeWrong(context, index.release.expected_wrong_flags ?? model.expected_wrong_flags, elevated.length),
  };
}

/** For one team a probability, for several the expected number. */
function describeWrong({ language, texts }: Context, expected: number, elevated: number): string {
  if (elevated === 0) return "";
  if (elevated === 1) return texts.answer.wrong(elevated, formatProbability(expected, language));
  const say = expected < 0.95 ? texts.answer.wrongFew : texts.answer.wrong;
  return say(elevated, formatNumber(expected, 1, language));
}

function describeReason(context: Context, model: Model | undefined): string {
  const { texts } = context;
  const { notAssessed } = texts;
  if (model?.status !== "not_assessed") return `${notAssessed.no_model} ${notAssessed.meaning}`;
  return `${notAssessed[model.reason]} ${notAssessed.teams(model.teams)} ${notAssessed.meaning}`;
}

/** Teams with a released figure in the newest wave, and teams withheld there: for the line's measure when there is one. */
function countTeams(context: Context, model: Model | undefined): { shown: number; hidden: number } {
  const { index } = context;
  const leaves = new Set(index.leaves.map((unit) => unit.unit));
  const cells = index.cells.filter((cell) => cell.wave === index.newest?.wave && leaves.has(cell.unit));
  const asked = cells.filter((cell) => cell.measure === model?.measure);
  const counted = asked.length > 0 ? asked : cells;
  const shown = new Set(counted.filter((cell) => cell.status === "released").map((cell) => cell.unit));
  return { shown: shown.size, hidden: new Set(counted.map((cell) => cell.unit)).size - shown.size };
}

function describeResponse(context: Context): string[] {
  const { index, language, texts } = context;
  const wave = index.newest?.wave ?? "";
  const unit = index.organisation?.unit ?? "";
  const count = (value: number) => formatNumber(value, 0, language);
  const shares = chooseKind(index, "participation").flatMap((measure) => {
    const cell = index.releasedOf(wave, unit, measure.measure);
    if (cell?.share === undefined || cell.invited === null) return [];
    const share = formatShare(cell.share, language);
    return [texts.answer.response(titleMeasure(context, measure), share, count(cell.respondents), count(cell.invited))];
  });
  if (shares.length > 0) return shares;
  const asked = [...chooseKind(index, "enps"), ...chooseKind(index, "mean")].flatMap((measure) => {
    const cell = index.releasedOf(wave, unit, measure.measure);
    return cell === undefined ? [] : [texts.answer.respondents(measure.title[language], count(cell.respondents))];
  });
  return [...asked.slice(0, 1), texts.answer.responseUnknown];
}
