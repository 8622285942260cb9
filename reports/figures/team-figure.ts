/** Makes the figure with all assessed teams. In: facts of the newest wave; out: a figure, and the table of teams. */

import { chartTeamMap, type TeamMark } from "../charts/team-map.ts";
import { type Context, stateDirection } from "../context.ts";
import type { Assessed } from "../facts.ts";
import { formatFigure, formatNumber, formatProbability, shortenProbability } from "../formats.ts";
import { countLevels, type TeamRow } from "../rows/team-rows.ts";
import { columnsOf, type Figure, type FigureTable } from "./figure.ts";

/** Teams in the chart; the rest is in the tables. */
export const mostTeams = 250;
/** Rows of the table below the chart; the table of all teams is longer. */
const mostRows = 40;
/** Teams that are named at their sign. */
const mostNamed = 40;

/** The hero figure. The chart holds the first `mostTeams`, by evidence. */
export function makeTeamFigure(context: Context, assessed: Assessed): Figure {
  const { texts } = context;
  const shown = chooseTeams(assessed.teams);
  const title = stateSpread(context, assessed);
  const description = texts.teams.description(shown.length, assessed.measure.title[context.language]);
  return {
    name: "team-map",
    title,
    subtitle: `${texts.teams.subtitle(assessed.measure.title[context.language])} ${stateDirection(context, assessed.measure)}`,
    description,
    notes: [
      texts.teams.reading(assessed.side),
      ...(shown.length < assessed.teams.length ? [texts.teams.top(shown.length, assessed.teams.length)] : []),
    ],
    spec: (layout) =>
      chartTeamMap(listMarks(context, shown), { ...frameOf(context, assessed), layout, title, description }),
    table: tableOfTeams(context, assessed, shown.slice(0, mostRows), captionRows(context, shown.length)),
  };
}

const captionRows = ({ texts }: Context, teams: number): string =>
  texts.table.openFirst(Math.min(teams, mostRows), teams);

/** Over how many departments the elevated teams are spread; without departments how many there are. */
function stateSpread({ texts }: Context, { counts, side, line, teams }: Assessed): string {
  const elevated = teams.filter((team) => team.level === "elevated");
  const departments = new Set(elevated.map((team) => team.department));
  return elevated.length < 2 || departments.has(null)
    ? texts.teams.chartTitle(counts.elevated, side, line)
    : texts.teams.spread(elevated.length, departments.size);
}

/** The most telling teams: by probability, whatever their label. */
function chooseTeams(teams: readonly TeamRow[]): readonly TeamRow[] {
  if (teams.length <= mostTeams) return teams;
  const chosen = new Set([...teams].sort((a, b) => b.probability - a.probability).slice(0, mostTeams));
  return teams.filter((team) => chosen.has(team));
}

/** Elevated teams are named; those to watch too where there is room. */
function listMarks(context: Context, teams: readonly TeamRow[]): TeamMark[] {
  const counts = countLevels(teams);
  const nameable = (team: TeamRow, position: number) =>
    position < mostNamed && (team.level === "elevated" || (team.level === "watch" && counts.watch <= 12));
  return teams.map((team, position) => ({
    key: `team:${context.index.keyOf(team.unit)}`,
    group: groupOf(context, team),
    level: team.level,
    estimate: team.estimate,
    low: team.low,
    high: team.high,
    label: nameable(team, position) ? team.team : "",
    sure: nameable(team, position) ? shortenProbability(team.probability, context.language) : "",
  }));
}

const groupOf = ({ index }: Context, team: TeamRow): string => team.department ?? index.organisation?.name ?? "";

const writeAnswers = ({ language, texts }: Context, team: TeamRow): string =>
  texts.table.ofInvited(
    formatNumber(team.respondents, 0, language),
    team.invited === null ? null : formatNumber(team.invited, 0, language),
  );

const frameOf = (context: Context, assessed: Assessed) => {
  const { language, texts } = context;
  const { model, measure } = assessed;
  const sizes = new Map<string, number>();
  for (const team of assessed.teams) sizes.set(groupOf(context, team), (sizes.get(groupOf(context, team)) ?? 0) + 1);
  return {
    language,
    line: model.line.value,
    lineLabel: texts.teams.line(assessed.line),
    mean: model.mean,
    meanLabel: texts.teams.mean(formatFigure(model.mean, measure, language)),
    limits: [measure.minimum, measure.maximum] as const,
    beyond: assessed.side === "worse" ? ("right" as const) : ("left" as const),
    count: (drawn: number, group: string) => texts.teams.count(sizes.get(group) ?? drawn),
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
