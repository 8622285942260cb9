/**
 * Makes the figures of groups of people who share something: one per attribute, for the measure of the line or else the first main
 * scale. Groups are shown, never modelled. In: a context; out: figures with a table of all units.
 */
import type { Measure, PublishedCell, ReleaseAttribute } from "../../schemas/release.ts";
import { chartFigureByUnit, type UnitFigure } from "../charts/figure-by-unit.ts";
import { coverValues } from "../charts/row-chart.ts";
import { type Context, nameUnit, titleMeasure } from "../context.ts";
import { formatNumber } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import { chooseKind, chooseMainMeasures } from "../rows/choose-measures.ts";
import { writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure, type FigureTable, mostUnits } from "./figure.ts";

/** Rows of a table on the page; the others are in the CSV tables. */
const mostRows = 120;

/** Empty when the release has no attributes, or no group of them is shown for the whole organisation. */
export function makeSegmentFigures(context: Context): Figure[] {
  const measure = chooseMeasure(context);
  if (measure === undefined) return [];
  return context.index.release.attributes.flatMap((attribute) => makeSegments(context, attribute, measure));
}

function chooseMeasure({ index }: Context): Measure | undefined {
  const model = index.modelOf(index.newest?.wave ?? "");
  const candidates = [...chooseMainMeasures(index), ...chooseKind(index, "enps")];
  return candidates.find(({ measure }) => measure === model?.measure) ?? candidates[0];
}

function makeSegments(context: Context, attribute: ReleaseAttribute, measure: Measure): Figure[] {
  const { index, language, texts } = context;
  const { segments } = texts.charts;
  const rows = [...ofOrganisation(context, measure), ...listGroups(context, attribute, measure)];
  const groups = rows.filter(({ organisation }) => !organisation);
  if (groups.length === 0) return [];
  const words = {
    title: segments.chartTitle(
      measure.title[language],
      attribute.title[language].toLowerCase(),
      countClear(measure, rows),
    ),
    description: segments.description(measure.title[language], groups.length),
  };
  const ends = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const step = measure.kind === "enps" ? 20 : measure.maximum - measure.minimum > 12 ? 5 : 0.5;
  const domain = coverValues(ends, step, [measure.minimum, measure.maximum]);
  return [
    {
      name: `groups-${attribute.attribute}`,
      ...words,
      notes: [
        attribute.self_declared ? segments.selfDeclared : segments.given,
        ...noteWithheld(context, attribute, measure),
      ],
      reading: [texts.enps.reading],
      spec: (layout) =>
        chartFigureByUnit(rows.slice(0, mostUnits), {
          ...words,
          language,
          layout,
          domain,
          percent: false,
          zero: domain[0] < 0 && domain[1] > 0,
          heads: {
            value: texts.columns.value,
            answers: texts.columns.answers,
            now: texts.waves.now,
            before: texts.waves.before,
          },
        }),
      table: tabulate(context, attribute, index.newest?.wave ?? ""),
    },
  ];
}

/** Groups whose interval lies wholly on the unfavourable side of the organisation; null when it has no figure itself. */
function countClear({ higher_is }: Measure, rows: readonly UnitFigure[]): number | null {
  const whole = rows.find(({ organisation }) => organisation);
  if (whole === undefined) return null;
  return rows.filter(({ organisation, low, high }) =>
    organisation || low === null || high === null
      ? false
      : higher_is === "worse"
        ? low > whole.value
        : high < whole.value,
  ).length;
}

function ofOrganisation(context: Context, measure: Measure): UnitFigure[] {
  const { index } = context;
  const cell = index.releasedOf(index.newest?.wave ?? "", index.organisation?.unit ?? "", measure.measure);
  return cell === undefined ? [] : describe(context, measure, cell, index.organisation?.name ?? "", true);
}

/** In the order of the scan; groups that are not shown are counted below the figure. */
function listGroups(context: Context, attribute: ReleaseAttribute, measure: Measure): UnitFigure[] {
  return attribute.values.flatMap(({ value, title }) =>
    cellsOf(context, attribute, measure)
      .filter((cell) => cell.segment?.value === value)
      .flatMap((cell) => describe(context, measure, cell, title[context.language], false)),
  );
}

const cellsOf = ({ index }: Context, { attribute }: ReleaseAttribute, { measure }: Measure): PublishedCell[] =>
  index.segmentCells.filter(
    (cell) =>
      cell.wave === index.newest?.wave &&
      cell.unit === index.organisation?.unit &&
      cell.measure === measure &&
      cell.segment?.attribute === attribute,
  );

function describe(
  { language, texts }: Context,
  measure: Measure,
  cell: PublishedCell,
  name: string,
  organisation: boolean,
): UnitFigure[] {
  const value = cell.status === "released" ? figureOf(cell) : undefined;
  if (cell.status === "withheld" || value === undefined) return [];
  return [
    {
      name,
      organisation,
      value,
      low: cell.interval?.low ?? null,
      high: cell.interval?.high ?? null,
      previous: null,
      written: writeFigure(value, cell.bound, measure, language, texts),
      answers: formatNumber(cell.respondents, 0, language),
    },
  ];
}

function noteWithheld(context: Context, attribute: ReleaseAttribute, measure: Measure): string[] {
  const count = cellsOf(context, attribute, measure).filter(({ status }) => status === "withheld").length;
  return count === 0 ? [] : [context.texts.charts.segments.withheld(count)];
}

/** Every published group of the newest wave, the ones not shown included, by unit and measure. */
function tabulate(context: Context, { attribute, title, values }: ReleaseAttribute, wave: string): FigureTable {
  const { index, language, texts } = context;
  const { columns, charts, table } = texts;
  const names = new Map(values.map((one) => [one.value, one.title[language]]));
  const cells = index.segmentCells.filter((cell) => cell.wave === wave && cell.segment?.attribute === attribute);
  return {
    caption: charts.segments.tables(title[language].toLowerCase()),
    columns: columnsOf([columns.unit, charts.segments.group, columns.measure, columns.value, columns.respondents], 3),
    rows: cells.slice(0, mostRows).map((cell) => {
      const measure = index.measureOf(cell.measure);
      const unit = index.unitOf(cell.unit);
      const value = cell.status === "released" ? figureOf(cell) : undefined;
      const known = cell.status === "released" && measure !== undefined && value !== undefined;
      return [
        unit === undefined ? cell.unit : nameUnit(context, unit),
        names.get(cell.segment?.value ?? "") ?? cell.segment?.value ?? "",
        measure === undefined ? cell.measure : titleMeasure(context, measure),
        known ? writeFigure(value, cell.bound, measure, language, texts) : table.notShown,
        known ? formatNumber(cell.respondents, 0, language) : "",
      ];
    }),
  };
}
