/** Makes the figure with all assessed teams. In: facts of the newest wave; out: a figure, and the table of teams. */

import type { Level } from "../../schemas/release.ts";
import { chartTeamsByProbability, type TeamDot } from "../charts/teams-by-probability.ts";
import type { Context } from "../context.ts";
import type { Assessed } from "../facts.ts";
import { formatFigure, formatNumber, formatProbability, shortenProbability } from "../formats.ts";
import { countLevels, type TeamRow } from "../rows/team-rows.ts";
import { columnsOf, type Figure, type FigureTable } from "./figure.ts";

/** Teams in the chart; the rest is in the tables. */
export const mostTeams = 60;

/** The hero figure. The chart holds the first `mostTeams`, by evidence. */
export function makeTeamFigure(context: Context, assessed: Assessed): Figure {
  const { texts } = context;
  const shown = chooseTeams(assessed.teams);
  const title = texts.teams.chartTitle(assessed.counts.elevated, assessed.side, assessed.line);
  const description = texts.teams.description(shown.length, assessed.measure.title[context.language]);
  return {
    name: "teams-by-probability",
    title,
    description,
    notes: [
      texts.teams.reading(assessed.side),
      ...(shown.length < assessed.teams.length ? [texts.teams.top(shown.length, assessed.teams.length)] : []),
    ],
    spec: (layout) =>
      chartTeamsByProbability(
        shown.map((team) => writeTeam(context, assessed, team)),
        { ...frameOf(context, assessed, shown), layout, title, description },
      ),
    table: tableOfTeams(context, assessed, shown, texts.table.open),
  };
}

/** The most telling teams: by probability, whatever their label. */
function chooseTeams(teams: readonly TeamRow[]): readonly TeamRow[] {
  if (teams.length <= mostTeams) return teams;
  const chosen = new Set([...teams].sort((a, b) => b.probability - a.probability).slice(0, mostTeams));
  return teams.filter((team) => chosen.has(team));
}

const writeTeam = (context: Context, assessed: Assessed, team: TeamRow): TeamDot => ({
  team: team.team,
  department: team.department,
  level: team.level,
  estimate: team.estimate,
  low: Math.max(team.low, assessed.measure.minimum),
  high: Math.min(team.high, assessed.measure.maximum),
  sure: shortenProbability(team.probability, context.language),
  answers: writeAnswers(context, team),
});

const writeAnswers = ({ language, texts }: Context, team: TeamRow): string =>
  texts.table.ofInvited(
    formatNumber(team.respondents, 0, language),
    team.invited === null ? null : formatNumber(team.invited, 0, language),
  );

/** "6", or "49 of 88" where the chart holds the first 49 of 88 teams. */
function writeCounts({ texts }: Context, assessed: Assessed, shown: readonly TeamRow[]): Record<Level, string> {
  const counts = countLevels(shown);
  const write = (level: Level): string => {
    const all = assessed.counts[level];
    return texts.table.ofInvited(String(counts[level]), counts[level] === all ? null : String(all));
  };
  return {
    elevated: write("elevated"),
    watch: write("watch"),
    no_signal: write("no_signal"),
    too_little_evidence: write("too_little_evidence"),
  };
}

const frameOf = (context: Context, assessed: Assessed, shown: readonly TeamRow[]) => {
  const { language, texts } = context;
  const { model, measure } = assessed;
  return {
    language,
    levels: texts.levelsShort,
    counts: writeCounts(context, assessed, shown),
    heads: { sure: texts.columns.sure, answers: texts.columns.answers },
    line: model.line.value,
    lineLabel: texts.teams.line(assessed.line),
    mean: model.mean,
    meanLabel: texts.teams.mean(formatFigure(model.mean, measure, language)),
    limits: [measure.minimum, measure.maximum] as const,
  };
};

/** Every number of the given teams, written for readers. */
export function tableOfTeams(
  context: Context,
  assessed: Assessed,
  teams: readonly TeamRow[],
  caption: string,
): FigureTable {
  const { language, texts } = context;
  const { columns } = texts;
  const write = (value: number) => formatFigure(value, assessed.measure, language);
  const departments = teams.some((team) => team.department !== null);
  const members = assessed.model.claim === "members";
  return {
    caption,
    columns: columnsOf(
      [
        columns.team,
        ...(departments ? [columns.department] : []),
        columns.label,
        columns.sure,
        ...(members ? [columns.sureAsSuch] : []),
        columns.estimate,
        columns.from,
        columns.to,
        columns.answers,
      ],
      departments ? 3 : 2,
    ),
    rows: teams.map((team) => [
      team.team,
      ...(departments ? [team.department ?? ""] : []),
      texts.levelsShort[team.level],
      formatProbability(team.probability, language),
      ...(members ? [formatProbability(team.probability_team_as_such, language)] : []),
      write(team.estimate),
      write(team.low),
      write(team.high),
      writeAnswers(context, team),
    ]),
  };
}
