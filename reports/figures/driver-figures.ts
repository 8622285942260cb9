/** Makes one figure per outcome of which scales go together with it, in the newest wave. In: a context; out: figures, none without drivers. */
import type { DriverModel } from "../../schemas/release.ts";
import { chartFigureByUnit } from "../charts/figure-by-unit.ts";
import { coverValues } from "../charts/row-chart.ts";
import { type Context, titleMeasure } from "../context.ts";
import { formatNumber, formatShare, joinWords } from "../formats.ts";
import { columnsOf, type Figure, type FigureTable } from "./figure.ts";

export const makeDriverFigures = (context: Context): Figure[] =>
  (context.index.release.drivers ?? [])
    .filter(({ wave }) => wave === context.index.newest?.wave)
    .map((model) => makeDriverFigure(context, model));

function makeDriverFigure(context: Context, model: DriverModel): Figure {
  const { language, texts } = context;
  const { drivers } = texts.signals;
  const outcome = nameMeasure(context, model.outcome);
  const share = (value: number) => formatShare(value, language);
  const count = (value: number) => formatNumber(value, 0, language);
  const title = titleOf(context, model, outcome);
  const ends = model.drivers.flatMap(({ weight, interval }) => [weight, interval.low, interval.high]);
  return {
    name: `drivers-${model.outcome.replaceAll(".", "-")}`,
    title,
    subtitle: texts.charts.drivers.subtitle(outcome),
    description: texts.charts.drivers.description(model.drivers.length, outcome),
    notes: [drivers.explained(share(model.explained), outcome, count(model.respondents), count(model.teams))],
    reading: [drivers.readWeights],
    spec: (layout) =>
      chartFigureByUnit(
        model.drivers.map(({ measure, weight, interval }) => ({
          name: nameMeasure(context, measure),
          organisation: false,
          value: weight,
          low: interval.low,
          high: interval.high,
          previous: null,
          written: share(weight),
          answers: "",
        })),
        {
          language,
          layout,
          title,
          description: texts.charts.drivers.description(model.drivers.length, outcome),
          domain: coverValues([0, ...ends], 0.1, [0, 1]),
          percent: true,
          zero: false,
          heads: { value: texts.charts.drivers.part, answers: "", now: "", before: "" },
        },
      ),
    table: tabulate(context, model),
  };
}

function titleOf(context: Context, { drivers }: DriverModel, outcome: string): string {
  const { and, charts } = context.texts;
  const names = drivers.filter(({ stands_out }) => stands_out).map(({ measure }) => nameMeasure(context, measure));
  return names.length === 0
    ? charts.drivers.nothing(outcome)
    : charts.drivers.chartTitle(joinWords(names, and), outcome, names.length);
}

function tabulate(context: Context, model: DriverModel): FigureTable {
  const { language, texts } = context;
  const { drivers } = texts.signals;
  const titles = [
    drivers.scale,
    drivers.goesWith,
    drivers.standsOut,
    drivers.weight,
    texts.columns.from,
    texts.columns.to,
  ];
  return {
    caption: texts.table.open,
    columns: columnsOf(titles, 3),
    rows: model.drivers.map(({ measure, weight, interval, goes_with, stands_out }) => [
      nameMeasure(context, measure),
      drivers.directions[goes_with],
      stands_out ? drivers.yes : drivers.no,
      ...[weight, interval.low, interval.high].map((value) => formatShare(value, language)),
    ]),
  };
}

function nameMeasure(context: Context, code: string): string {
  const measure = context.index.measureOf(code);
  return measure === undefined ? code : titleMeasure(context, measure);
}
