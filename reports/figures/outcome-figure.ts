/** Makes a figure per outcome of teams by their score on the indicator of the line. In: a context and facts; out: figures. */
import type { OutcomeLink, ReleaseOutcome } from "../../schemas/release.ts";
import { chartOutcomeByTeam, type OutcomeAxis, stepOf } from "../charts/outcome-by-team.ts";
import { coverValues } from "../charts/row-chart.ts";
import { type Context, titleMeasure } from "../context.ts";
import type { Assessed, Facts } from "../facts.ts";
import { formatFigure, formatNumber } from "../formats.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { columnsOf, type Figure, type FigureTable } from "./figure.ts";

/** Teams in a chart, and in all charts of outcomes together: a page must stay small. */
const mostDots = 250;
const mostInAll = 400;
const mostNamed = 12;
const mostRows = 40;

export type Linked = Readonly<{ link: OutcomeLink; outcome: ReleaseOutcome }>;
type Correlated = Linked & Readonly<{ correlation: Correlation }>;
type Dot = TeamRow & Readonly<{ figure: number; value: number }>;

/** Of the newest wave, in the order of the release; empty without any. */
export const listLinks = ({ index }: Context): Linked[] =>
  (index.release.links ?? []).flatMap((link) => {
    const outcome = index.release.outcomes?.find((one) => one.outcome === link.outcome);
    return link.wave !== index.newest?.wave || outcome === undefined ? [] : [{ link, outcome }];
  });

type Correlation = NonNullable<OutcomeLink["correlation"]>;

/** What a higher score goes together with; unclear: the interval holds 0. */
export function nameDirection({ low, high }: Correlation): "unclear" | "higher" | "lower" {
  if (low > 0) return "higher";
  return high < 0 ? "lower" : "unclear";
}

/** None without a correlation: a few dots look like a pattern before they are one. */
export function makeOutcomeFigures(context: Context, { assessed }: Facts): Figure[] {
  if (assessed === null) return [];
  const drawn = listLinks(context).flatMap(({ link, outcome }) => {
    const { correlation } = link;
    const dots = listDots(link, assessed);
    if (link.measure !== assessed.measure.measure || correlation === null || dots.length < 2) return [];
    return [{ linked: { link, outcome, correlation }, dots }];
  });
  const most = Math.min(mostDots, Math.floor(mostInAll / drawn.length));
  return drawn.map(({ linked, dots }) => makeFigure(context, assessed, linked, dots, most));
}

function makeFigure(
  context: Context,
  assessed: Assessed,
  linked: Correlated,
  dots: readonly Dot[],
  most: number,
): Figure {
  const { index, language, texts } = context;
  const { outcomes } = texts.charts;
  const { link, outcome, correlation } = linked;
  const title = outcome.title[language];
  const measure = titleMeasure(context, assessed.measure);
  const named = `${title} (${outcome.unit_of_value[language]})`;
  const shown = chooseDots(dots, most);
  const write = (count: number) => formatNumber(count, 0, language);
  const { first, last } = link.periods;
  const words = {
    title: outcomes.chartTitles[nameDirection(correlation)](title, measure),
    description: outcomes.description(shown.length, measure, title),
  };
  return {
    name: `outcome-${outcome.outcome}-by-team`,
    ...words,
    key: "levels",
    subtitle: outcomes.subtitle(named, measure, first === last ? first : outcomes.periods(first, last)),
    notes: [
      stateCorrelation(context, linked),
      outcomes.noCause,
      ...(shown.length < dots.length ? [outcomes.top(shown.length, write(dots.length))] : []),
    ],
    reading: [outcomes.middleTeam],
    spec: (layout) =>
      chartOutcomeByTeam(
        shown.map((dot) => ({
          key: `team:${index.keyOf(dot.unit)}`,
          figure: dot.figure,
          value: dot.value,
          level: dot.level,
          label: dot.level === "elevated" && assessed.counts.elevated <= mostNamed ? dot.team : "",
        })),
        { ...words, language, layout, ...describeAxes(context, assessed, linked, dots) },
      ),
    table: tabulate(context, assessed, named, shown),
  };
}

/** Teams in the order of their evidence. */
function listDots({ teams }: OutcomeLink, assessed: Assessed): Dot[] {
  const linked = new Map(teams.map((team) => [team.unit, team]));
  return assessed.teams.flatMap((team) => {
    const own = linked.get(team.unit);
    return own === undefined ? [] : [{ ...team, figure: own.figure, value: own.value }];
  });
}

/** Where there are too many, one in so many from the lowest score to the highest: choosing the extremes would show more than there is. */
function chooseDots(dots: readonly Dot[], most: number): readonly Dot[] {
  if (dots.length <= most) return dots;
  const ordered = [...dots].sort((one, other) => one.figure - other.figure);
  const chosen = new Set(
    Array.from({ length: most }, (_, at) => ordered[Math.round((at * (dots.length - 1)) / (most - 1))]),
  );
  return dots.filter((dot) => chosen.has(dot));
}

function stateCorrelation({ language, texts }: Context, { link, correlation: { rho, low, high } }: Correlated): string {
  const write = (value: number) => formatNumber(value, 2, language);
  return texts.charts.outcomes.correlation(
    write(rho),
    write(low),
    write(high),
    formatNumber(link.teams.length, 0, language),
  );
}

function describeAxes(
  context: Context,
  { measure }: Assessed,
  { outcome }: Linked,
  dots: readonly Dot[],
): { figure: OutcomeAxis & { domain: [number, number] }; value: OutcomeAxis } {
  const { language, texts } = context;
  const { outcomes } = texts.charts;
  const figures = dots.map(({ figure }) => figure);
  const values = dots.map(({ value }) => value);
  const [middleFigure, middleValue] = [findMiddle(figures), findMiddle(values)];
  const span = measure.maximum - measure.minimum;
  return {
    figure: {
      title: titleMeasure(context, measure),
      direction: outcomes.directions[measure.higher_is === "worse" ? "right" : "left"](outcomes.mean),
      middle: middleFigure,
      middleLabel: outcomes.middle(formatFigure(middleFigure, measure, language)),
      domain: coverValues(figures, span > 50 ? 10 : span > 12 ? 5 : 0.25, [measure.minimum, measure.maximum]),
    },
    value: {
      title: outcome.title[language],
      direction: outcomes.directions[outcome.higher_is === "worse" ? "top" : "bottom"](outcome.unit_of_value[language]),
      middle: middleValue,
      middleLabel: outcomes.middle(formatNumber(middleValue, decimalsOf(values), language)),
    },
  };
}

/** Half of the values are at most this, half at least: the lower one of two in the middle, so that it is a figure of a team. */
const findMiddle = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length / 2) - 1] ?? 0;

/** One more than the steps of the axis have, at most 3. */
const decimalsOf = (values: readonly number[]): number =>
  Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(stepOf(values)) + 1e-9)));

function tabulate(context: Context, { measure }: Assessed, named: string, shown: readonly Dot[]): FigureTable {
  const { language, texts } = context;
  const decimals = decimalsOf(shown.map(({ value }) => value));
  return {
    caption: texts.table.openFirst(Math.min(shown.length, mostRows), shown.length),
    columns: columnsOf([texts.columns.team, texts.columns.label, titleMeasure(context, measure), named], 2),
    rows: shown
      .slice(0, mostRows)
      .map((dot) => [
        dot.team,
        texts.levelsShort[dot.level],
        formatFigure(dot.figure, measure, language),
        formatNumber(dot.value, decimals, language),
      ]),
  };
}
