/** Makes the figures of scales that are means: per wave, and the scales of one instrument side by side. */
import type { Measure, ReleaseUnit } from "../../schemas/release.ts";
import type { Language } from "../../schemas/text.ts";
import { chartDimensionsByDepartment, type DimensionPoint } from "../charts/dimensions-by-department.ts";
import { chartMeasureByWave, type WavePoint } from "../charts/measure-by-wave.ts";
import { type Context, stateDirection } from "../context.ts";
import { chooseDimensions, chooseMainMeasures, type Dimensions } from "../rows/choose-measures.ts";
import { listFigures, listUnits, type UnitRow, writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure, type FigureTable, mostUnits } from "./figure.ts";
import { fileName, noteBeyond, noteHidden, tableOfFigures } from "./unit-figures.ts";

/** One figure per main scale with a panel per unit, when there are three waves or more; two waves stand beside each other elsewhere. */
export function makeTrendFigures(context: Context): Figure[] {
  return chooseMainMeasures(context.index).flatMap((measure) => {
    const now = rowsOf(context, measure, context.index.newest?.wave ?? "");
    const waves = context.index.waves.filter((wave) => isAsked(context, measure, wave.wave)).map(({ wave }) => wave);
    return now.length === 0 || waves.length < 3 ? [] : [{ ...makeWaves(context, measure, waves), area: measure.area }];
  });
}

/** A wave counts when any unit of the figure was asked, shown or not. */
const isAsked = (context: Context, measure: Measure, wave: string): boolean =>
  shownUnits(context).some((unit) => context.index.cellOf(wave, unit.unit, measure.measure) !== undefined);

/** One figure per instrument and area with several scales. */
export function makeDimensionFigures(context: Context): Figure[] {
  return chooseDimensions(context.index).flatMap((dimensions) => {
    const points = listDimensions(context, dimensions);
    return points.length === 0 ? [] : [makeDimensions(context, dimensions, points)];
  });
}

const shownUnits = (context: Context) => listUnits(context.index).slice(0, mostUnits + 1);

const rowsOf = (context: Context, measure: Measure, wave: string): UnitRow[] =>
  listFigures(context.index, shownUnits(context), wave, measure.measure);

const stepOf = (measure: Measure): number => (measure.maximum - measure.minimum > 12 ? 5 : 0.5);

const write = (context: Context, measure: Measure, row: UnitRow): string =>
  writeFigure(row.value, row.bound, measure, context.language, context.texts);

function makeWaves(context: Context, measure: Measure, waves: readonly string[]): Figure {
  const words = wordsOf(context, measure, waves);
  const points = shownUnits(context)
    .filter((unit) => waves.some((wave) => context.index.releasedOf(wave, unit.unit, measure.measure) !== undefined))
    .flatMap((unit) => waves.flatMap((wave) => pointsOf(context, measure, unit, wave)));
  return {
    name: `${fileName(measure)}-by-wave`,
    ...words,
    spec: (layout) =>
      chartMeasureByWave(points, {
        language: context.language,
        layout,
        title: words.title,
        description: words.description,
        waves,
        limits: [measure.minimum, measure.maximum],
        step: stepOf(measure),
      }),
    table: tableOfFigures(context, measure),
  };
}

/** A figure, or a gap where the unit was asked and is not shown; nothing where it was not asked. */
function pointsOf(context: Context, measure: Measure, unit: ReleaseUnit, wave: string): WavePoint[] {
  const row = listFigures(context.index, [unit], wave, measure.measure)[0];
  if (row !== undefined) return [pointOf(context, measure, row)];
  if (context.index.cellOf(wave, unit.unit, measure.measure) === undefined) return [];
  const gap = { value: null, low: null, high: null, organisation: null, written: context.texts.table.notShown };
  return [{ unit: unit.unit, name: unit.name, wave, ...gap }];
}

function pointOf(context: Context, measure: Measure, row: UnitRow): WavePoint {
  const organisation = context.index.organisation;
  const whole = organisation === undefined ? [] : listFigures(context.index, [organisation], row.wave, measure.measure);
  return {
    unit: row.unit,
    name: row.name,
    wave: row.wave,
    value: row.value,
    low: row.low ?? row.value,
    high: row.high ?? row.value,
    organisation: row.organisation ? null : (whole[0]?.value ?? null),
    written: write(context, measure, row),
  };
}

function wordsOf(context: Context, measure: Measure, waves: readonly string[]) {
  const { language, texts } = context;
  const title = measure.title[language];
  return {
    title: titleTrend(context, measure, waves),
    description: texts.waves.description(title, waves.length),
    subtitle: `${measure.meaning[language]} ${stateDirection(context, measure)}`,
    notes: noteHidden(context, measure),
    reading: [texts.waves.reading, texts.charts.trend.gap],
  };
}

/** From the first wave in which the organisation is shown to the last; without two of those the measure alone. */
function titleTrend(context: Context, measure: Measure, waves: readonly string[]): string {
  const { index, language, texts } = context;
  const { organisation } = index;
  const title = measure.title[language];
  const shown = waves.flatMap((wave) =>
    organisation === undefined ? [] : listFigures(index, [organisation], wave, measure.measure),
  );
  const [first, last] = [shown[0], shown.at(-1)];
  return first === undefined || last === undefined || first === last
    ? title
    : texts.charts.trend.chartTitle(title, write(context, measure, first), first.wave, write(context, measure, last));
}

function listDimensions(context: Context, dimensions: Dimensions): DimensionPoint[] {
  const wave = context.index.newest?.wave ?? "";
  return dimensions.measures.flatMap((measure) => {
    const rows = rowsOf(context, measure, wave);
    const reference = rows.find((row) => row.organisation)?.value ?? null;
    return rows.map((row) => ({
      unit: row.unit,
      name: row.name,
      organisation: row.organisation,
      scale: measure.title[context.language],
      value: row.value,
      low: row.low ?? row.value,
      high: row.high ?? row.value,
      written: write(context, measure, row),
      reference,
    }));
  });
}

function makeDimensions(context: Context, dimensions: Dimensions, points: readonly DimensionPoint[]): Figure {
  const { index, language, texts } = context;
  const name =
    index.release.instruments.find((instrument) => instrument.instrument === dimensions.instrument)?.title[language] ??
    dimensions.instrument;
  const named = dimensions.alone ? name : `${name} (${texts.areas[dimensions.area ?? "none"].toLowerCase()})`;
  const scales = dimensions.measures.map((measure) => measure.title[language].toLowerCase()).join(", ");
  const clear = new Set(points.filter(isClearlyWorse(dimensions.measures, language)).map(({ unit }) => unit)).size;
  const words = {
    title: texts.dimensions.chartTitle(named, clear),
    description: texts.dimensions.description(name, scales),
  };
  const minimum = Math.min(...dimensions.measures.map((measure) => measure.minimum));
  const maximum = Math.max(...dimensions.measures.map((measure) => measure.maximum));
  return {
    name: `${dimensions.instrument}${dimensions.alone ? "" : `-${dimensions.area ?? "other"}`}-dimensions`,
    ...words,
    area: dimensions.area,
    notes: [
      ...dimensions.measures.map((measure) => `${measure.title[language]}: ${lower(measure.meaning[language])}`),
      ...noteBeyond(context, listUnits(context.index).length),
    ],
    reading: [texts.waves.reading],
    spec: (layout) =>
      chartDimensionsByDepartment(points, {
        ...words,
        language,
        layout,
        limits: [minimum, maximum],
        step: maximum - minimum > 12 ? 5 : 0.5,
      }),
    table: tableOfDimensions(context, dimensions),
  };
}

/** Whether a department's interval lies wholly on the unfavourable side of the organisation; without an interval nothing is clear. */
const isClearlyWorse = (measures: readonly Measure[], language: Language) => (point: DimensionPoint) => {
  const measure = measures.find(({ title }) => title[language] === point.scale);
  if (point.organisation || point.reference === null || measure === undefined) return false;
  if (point.low === point.high) return false;
  return measure.higher_is === "worse" ? point.low > point.reference : point.high < point.reference;
};

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

function tableOfDimensions(context: Context, dimensions: Dimensions): FigureTable {
  const { columns, table } = context.texts;
  return {
    caption: table.open,
    columns: columnsOf(
      [
        columns.measure,
        columns.unit,
        columns.wave,
        columns.value,
        columns.from,
        columns.to,
        columns.respondents,
        columns.invited,
      ],
      3,
    ),
    rows: dimensions.measures.flatMap((measure) =>
      tableOfFigures(context, measure).rows.map((row) => [measure.title[context.language], ...row]),
    ),
  };
}
