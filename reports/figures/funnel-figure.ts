/** Makes the figure of team means by number of respondents. In: a context and the assessed wave; out: a figure, or none. */
import { chartFunnel, type FunnelBand } from "../charts/funnel.ts";
import { coverValues } from "../charts/row-chart.ts";
import type { Context } from "../context.ts";
import type { Assessed, Facts } from "../facts.ts";
import { formatFigure, formatNumber } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { columnsOf, type Figure } from "./figure.ts";

/** Teams in the chart; the others lie nearer to the middle of the band. */
const mostDots = 250;
const mostNamed = 12;
const mostRows = 40;

type Dot = TeamRow & Readonly<{ value: number }>;

/** None when the spread between people within teams is not published. */
export function makeFunnelFigure(context: Context, { assessed }: Facts): Figure[] {
  if (assessed === null) return [];
  const { index, language, texts } = context;
  const { model, measure } = assessed;
  const variance = index.statisticOf(model.wave, model.measure, "pooled_within_variance");
  if (variance === undefined || assessed.teams.length < 2) return [];
  const { funnel } = texts.charts;
  const dots = listDots(context, assessed);
  const bandOf = makeBand(model.mean, variance);
  const outside = dots.filter(({ value, respondents }) => {
    const { low, high } = bandOf(respondents);
    return value < low || value > high;
  });
  const shown = chooseDots(dots, model.mean);
  const write = (value: number) => formatFigure(value, measure, language);
  const words = { title: funnel.chartTitle(outside.length, dots.length), description: funnel.description(dots.length) };
  const most = Math.ceil(Math.max(...dots.map(({ respondents }) => respondents)) / 5) * 5;
  return [
    {
      name: "funnel",
      ...words,
      key: "levels",
      subtitle: funnel.subtitle(measure.title[language]),
      notes: [funnel.reading, ...(shown.length < dots.length ? [funnel.top(shown.length, dots.length)] : [])],
      spec: (layout) =>
        chartFunnel(
          shown.map((dot) => ({
            key: `team:${index.keyOf(dot.unit)}`,
            respondents: dot.respondents,
            value: dot.value,
            level: dot.level,
            label: dot.level === "elevated" && assessed.counts.elevated <= mostNamed ? dot.team : "",
          })),
          {
            ...words,
            language,
            layout,
            band: Array.from({ length: most - 2 }, (_, position) => clip(bandOf(position + 3), measure)),
            mean: model.mean,
            line: model.line.value,
            meanLabel: texts.teams.mean(write(model.mean)),
            lineLabel: texts.teams.line(assessed.line),
            bandLabel: funnel.band,
            respondentsLabel: funnel.respondents,
            domain: chooseDomain(dots, assessed, bandOf(5)),
            most,
          },
        ),
      table: {
        caption: texts.table.openFirst(Math.min(shown.length, mostRows), shown.length),
        columns: columnsOf([texts.columns.team, funnel.place, texts.columns.respondents, texts.columns.value], 2),
        rows: shown
          .slice(0, mostRows)
          .map((dot) => [
            dot.team,
            outside.includes(dot) ? funnel.outside : funnel.inside,
            formatNumber(dot.respondents, 0, language),
            write(dot.value),
          ]),
      },
    },
  ];
}

function listDots({ index }: Context, { model, teams }: Assessed): Dot[] {
  return teams.flatMap((team) => {
    const cell = index.releasedOf(model.wave, team.unit, model.measure);
    const value = cell === undefined ? undefined : figureOf(cell);
    return value === undefined ? [] : [{ ...team, value }];
  });
}

/** Where there are too many, those that chance explains least. */
function chooseDots(dots: readonly Dot[], mean: number): readonly Dot[] {
  if (dots.length <= mostDots) return dots;
  const strength = ({ value, respondents }: Dot) => Math.abs(value - mean) * Math.sqrt(respondents);
  const chosen = new Set([...dots].sort((one, other) => strength(other) - strength(one)).slice(0, mostDots));
  return dots.filter((dot) => chosen.has(dot));
}

/** Where 95 % of the means of equal teams lie, by number of respondents. */
const makeBand =
  (mean: number, variance: number) =>
  (respondents: number): FunnelBand => {
    const arm = 1.96 * Math.sqrt(variance / respondents);
    return { respondents, low: mean - arm, high: mean + arm };
  };

const clip = (band: FunnelBand, { minimum, maximum }: Readonly<{ minimum: number; maximum: number }>): FunnelBand => ({
  ...band,
  low: Math.max(band.low, minimum),
  high: Math.min(band.high, maximum),
});

/** Holds the teams, the line and the band from five respondents. */
function chooseDomain(dots: readonly Dot[], { model, measure }: Assessed, widest: FunnelBand): [number, number] {
  const span = measure.maximum - measure.minimum;
  const values = [...dots.map(({ value }) => value), model.line.value, widest.low, widest.high];
  return coverValues(values, span > 50 ? 10 : span > 12 ? 5 : 0.25, [measure.minimum, measure.maximum]);
}
