/** Makes a figure per indicator of the scales that go together with it. In: a context; out: figures, the most telling scale first in each. */
import type { DriverModel } from "../../schemas/release.ts";
import { chartDrivers } from "../charts/drivers.ts";
import { type Context, titleCode } from "../context.ts";
import { capitalise, formatNumber, formatShare, joinWords } from "../formats.ts";
import { columnsOf, type Figure, type FigureTable } from "./figure.ts";

type Driver = DriverModel["drivers"][number];

/** Scales that the title names; of more it gives the number. */
const mostNamed = 3;

/** Of the newest wave; empty when nothing was weighed. */
export const listDriverModels = ({ index }: Context): DriverModel[] =>
  (index.release.drivers ?? []).filter(({ wave, drivers }) => wave === index.newest?.wave && drivers.length > 0);

/** None when nothing was weighed. */
export const makeDriverFigures = (context: Context): Figure[] =>
  listDriverModels(context).map((model) => makeFigure(context, model));

function makeFigure(context: Context, model: DriverModel): Figure {
  const { language, texts } = context;
  const { charts, signals } = texts;
  const outcome = titleCode(context, model.outcome);
  const drivers = [...model.drivers].sort((one, other) => other.weight - one.weight);
  const equal = model.explained / drivers.length;
  const share = (value: number) => formatShare(value, language);
  const count = (value: number) => formatNumber(value, 0, language);
  const words = {
    title: stateFinding(context, drivers, outcome),
    description: charts.drivers.description(drivers.length),
  };
  return {
    name: `drivers-${model.outcome.replaceAll(".", "-")}`,
    ...words,
    subtitle: charts.drivers.subtitle(outcome),
    notes: [signals.drivers.explained(share(model.explained), outcome, count(model.respondents), count(model.teams))],
    reading: [charts.drivers.reading],
    spec: (layout) =>
      chartDrivers(
        drivers.map(({ measure, weight, interval, stands_out, goes_with }) => ({
          name: capitalise(titleCode(context, measure)),
          weight,
          ...interval,
          stands_out,
          written: share(weight),
          goes_with: charts.drivers.directions[goes_with],
        })),
        {
          ...words,
          language,
          layout,
          equalShare: { value: equal, label: charts.drivers.equalShare(formatShare(equal, language, 1)) },
          weightHead: charts.drivers.weightHead,
        },
      ),
    table: tabulate(context, drivers),
  };
}

function stateFinding(context: Context, drivers: readonly Driver[], outcome: string): string {
  const { charts, and } = context.texts;
  const clear = drivers.filter(({ stands_out }) => stands_out);
  const names = joinWords(
    clear.map(({ measure }) => titleCode(context, measure)),
    and,
  );
  return clear.length > mostNamed
    ? charts.drivers.chartTitleMany(clear.length, drivers.length, outcome)
    : charts.drivers.chartTitle(clear.length, names, outcome);
}

function tabulate(context: Context, rows: readonly Driver[]): FigureTable {
  const { language, texts } = context;
  const { drivers } = texts.signals;
  return {
    caption: texts.table.open,
    columns: columnsOf(
      [drivers.scale, drivers.goesWith, drivers.standsOut, drivers.weight, texts.columns.from, texts.columns.to],
      3,
    ),
    rows: rows.map(({ measure, weight, interval, goes_with, stands_out }) => [
      titleCode(context, measure),
      drivers.directions[goes_with],
      stands_out ? drivers.yes : drivers.no,
      ...[weight, interval.low, interval.high].map((value) => formatShare(value, language)),
    ]),
  };
}
