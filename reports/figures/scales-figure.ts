/** Makes the figure of the organisation on every scale, from demands and resources to outcomes. In: a context; out: a figure, or none. */
import type { Measure } from "../../schemas/release.ts";
import { chartScalesInOrder, type ScaleRow } from "../charts/scales-in-order.ts";
import type { Context } from "../context.ts";
import { capitalise, decimalsOf, formatFigure, formatNumber } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import { chooseKind, orderMeasures } from "../rows/choose-measures.ts";
import { writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure } from "./figure.ts";

const mostScales = 40;

/** None with fewer than two scales that the organisation has a figure on. */
export function makeScalesFigure(context: Context): Figure[] {
  const { language, texts } = context;
  const { scales } = texts.charts;
  const listed = listScales(context).slice(0, mostScales);
  if (listed.length < 2) return [];
  const favourable = listed.filter(({ row }) => (row.better === "high" ? row.low > 0.5 : row.high < 0.5)).length;
  const words = {
    title: scales.chartTitle(favourable, listed.length),
    description: scales.description(listed.length),
  };
  return [
    {
      name: "scales-in-order",
      ...words,
      subtitle: scales.subtitle,
      notes: [scales.reading, ...(hasBalance(context) ? [scales.model] : [])],
      spec: (layout) =>
        chartScalesInOrder(
          listed.map(({ row }) => row),
          { ...words, language, layout, heads: { value: texts.columns.value, favourable: scales.favourable } },
        ),
      table: {
        caption: texts.table.open,
        columns: columnsOf(
          [
            texts.columns.measure,
            texts.columns.value,
            texts.columns.from,
            texts.columns.to,
            scales.lowest,
            scales.highest,
          ],
          1,
        ),
        rows: listed.map(({ row, from, to }) => [row.scale, row.written, from, to, ...row.ends]),
      },
    },
  ];
}

/** Whether demands and resources are both measured. */
export function hasBalance({ index }: Context): boolean {
  const areas = new Set(chooseKind(index, "mean").map(({ area }) => area));
  return areas.has("demands") && areas.has("resources");
}

function listScales(context: Context): { row: ScaleRow; from: string; to: string }[] {
  const { index, language, texts } = context;
  const wave = index.newest?.wave ?? "";
  return orderMeasures([...chooseKind(index, "mean"), ...chooseKind(index, "enps")]).flatMap((measure) => {
    const cell = index.releasedOf(wave, index.organisation?.unit ?? "", measure.measure);
    const value = cell === undefined ? undefined : figureOf(cell);
    if (cell === undefined || value === undefined) return [];
    const { low, high } = cell.interval ?? { low: value, high: value };
    const row: ScaleRow = {
      area: texts.areas[measure.area ?? "none"],
      scale: capitalise(measure.title[language]),
      at: placeOn(measure, value),
      low: placeOn(measure, low),
      high: placeOn(measure, high),
      written: writeFigure(value, cell.bound, measure, language, texts),
      ends: [writeEnd(context, measure, measure.minimum), writeEnd(context, measure, measure.maximum)],
      better: measure.higher_is === "better" ? "high" : "low",
      departments: listDepartments(context, measure, wave),
    };
    return [{ row, from: formatFigure(low, measure, language), to: formatFigure(high, measure, language) }];
  });
}

function listDepartments({ index }: Context, measure: Measure, wave: string): number[] {
  return index.departments.flatMap(({ unit }) => {
    const cell = index.releasedOf(wave, unit, measure.measure);
    const value = cell === undefined ? undefined : figureOf(cell);
    return value === undefined ? [] : [placeOn(measure, value)];
  });
}

const placeOn = ({ minimum, maximum }: Measure, value: number): number =>
  Number(((value - minimum) / (maximum - minimum)).toFixed(4));

const writeEnd = ({ language }: Context, measure: Measure, value: number): string =>
  measure.kind === "enps"
    ? formatFigure(value, measure, language)
    : formatNumber(value, Number.isInteger(value) ? 0 : decimalsOf(measure), language);
