/** Makes the figure of one team beside the organisation on every scale that was asked. In: a context and a team; out: a figure, or none. */
import type { Measure, ReleaseUnit } from "../../schemas/release.ts";
import { chartTeamAndOrganisation, type TeamScale } from "../charts/team-and-organisation.ts";
import type { Context } from "../context.ts";
import { capitalise, decimalsOf, formatFigure, formatNumber } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import { chooseKind, orderMeasures } from "../rows/choose-measures.ts";
import { compareWithOrganisation } from "../rows/compare-rows.ts";
import { writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure, type FigureTable } from "./figure.ts";

/** Every team has the same rows, so that a scale that is not shown leaves a gap. */
export function makeTeamScalesFigure(context: Context, unit: ReleaseUnit): Figure[] {
  const { index, language, texts } = context;
  const { manager } = texts;
  const measures = orderMeasures([...chooseKind(index, "enps"), ...chooseKind(index, "mean")]);
  if (measures.length === 0) return [];
  const scales = measures.map((measure) => describeScale(context, unit, measure));
  const clear = scales.filter(({ stand }) => stand === "worse_clear").length;
  const words = {
    title: manager.chartTitle(clear, scales.filter(({ team }) => team !== null).length),
    description: manager.description(scales.length),
  };
  return [
    {
      name: "team-and-organisation",
      ...words,
      subtitle: manager.subtitle,
      key: "stands",
      notes: [manager.reading],
      spec: (layout) =>
        chartTeamAndOrganisation(scales, {
          ...words,
          language,
          layout,
          heads: { team: manager.team, organisation: manager.organisation },
        }),
      table: tabulate(context, unit, measures),
    },
  ];
}

function describeScale(context: Context, unit: ReleaseUnit, measure: Measure): TeamScale {
  const { index, language } = context;
  const wave = index.newest?.wave ?? "";
  const cell = index.releasedOf(wave, unit.unit, measure.measure);
  const value = cell === undefined ? undefined : figureOf(cell);
  const whole = index.releasedOf(wave, index.organisation?.unit ?? "", measure.measure);
  const reference = whole === undefined ? undefined : figureOf(whole);
  const place = (figure: number | undefined) =>
    figure === undefined ? null : Number(((figure - measure.minimum) / (measure.maximum - measure.minimum)).toFixed(4));
  const end = (figure: number) =>
    measure.kind === "enps"
      ? formatFigure(figure, measure, language)
      : formatNumber(figure, Number.isInteger(figure) ? 0 : decimalsOf(measure), language);
  return {
    scale: capitalise(measure.title[language]),
    team: place(value),
    low: place(cell?.interval?.low),
    high: place(cell?.interval?.high),
    organisation: place(reference),
    stand:
      compareWithOrganisation(index, wave, unit.unit, measure)?.stand ?? (value === undefined ? "not_shown" : "near"),
    team_written: write(context, unit.unit, measure, wave),
    organisation_written: write(context, index.organisation?.unit ?? "", measure, wave),
    lowest: end(measure.minimum),
    highest: end(measure.maximum),
  };
}

function write({ index, language, texts }: Context, unit: string, measure: Measure, wave: string): string {
  const cell = index.releasedOf(wave, unit, measure.measure);
  const value = cell === undefined ? undefined : figureOf(cell);
  return cell === undefined || value === undefined
    ? texts.table.notShown
    : writeFigure(value, cell.bound, measure, language, texts);
}

/** One row per scale and wave in which it was asked of the team, newest first. */
function tabulate(context: Context, unit: ReleaseUnit, measures: readonly Measure[]): FigureTable {
  const { index, language, texts } = context;
  const { charts, columns, manager } = texts;
  const organisation = index.organisation?.unit ?? "";
  return {
    caption: texts.table.open,
    columns: columnsOf(
      [columns.measure, columns.wave, charts.heat.stand, manager.team, columns.from, columns.to, manager.organisation],
      3,
    ),
    rows: measures.flatMap((measure) =>
      [...index.waves].reverse().flatMap(({ wave }) => {
        const cell = index.cellOf(wave, unit.unit, measure.measure);
        if (cell === undefined) return [];
        const interval = cell.status === "released" ? cell.interval : undefined;
        const stand = compareWithOrganisation(index, wave, unit.unit, measure)?.stand;
        return [
          [
            measure.title[language],
            wave,
            stand === undefined ? "" : charts.stands[stand],
            write(context, unit.unit, measure, wave),
            interval === undefined ? "" : formatFigure(interval.low, measure, language),
            interval === undefined ? "" : formatFigure(interval.high, measure, language),
            write(context, organisation, measure, wave),
          ],
        ];
      }),
    ),
  };
}
