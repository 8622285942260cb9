/** Makes the figures about the organisation and its departments: one figure a measure. In: a context; out: figures. */
import type { Measure, ReleaseUnit } from "../../schemas/release.ts";
import { chartAnswersByUnit } from "../charts/answers-by-unit.ts";
import { chartFigureByUnit, type UnitFigure } from "../charts/figure-by-unit.ts";
import { coverValues } from "../charts/row-chart.ts";
import { type Context, titleMeasure } from "../context.ts";
import { formatFigure, formatNumber } from "../formats.ts";
import { chooseKind } from "../rows/choose-measures.ts";
import { listFigures, listParts, listUnits, type UnitRow, writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure, type FigureTable, mostUnits } from "./figure.ts";

/** eNPS of the organisation and the departments, and how the answers are spread; empty without a figure. */
export function makeEnpsFigures(context: Context, measure: Measure): Figure[] {
  const rows = rowsOf(context, measure);
  if (rows.length === 0) return [];
  const { texts } = context;
  const organisation = rows.find((row) => row.organisation);
  return [
    makeUnitFigure(context, measure, rows, {
      name: `${fileName(measure)}-by-unit`,
      title: organisation === undefined ? measure.title[context.language] : titleEnps(context, measure, organisation),
      description: texts.enps.description(Math.min(rows.length, mostUnits + 1)),
      notes: [
        ...(organisation === undefined ? [] : describePrevious(context, measure, organisation)),
        ...noteHidden(context, measure),
      ],
      reading: [texts.enps.reading, ...noteOpen(context, rows)],
      domain: coverRows(rows.slice(0, mostUnits + 1), 20, [measure.minimum, measure.maximum]),
    }),
    ...makePartsFigure(context, measure),
  ];
}

/** With the interval where there is one. */
function titleEnps(context: Context, measure: Measure, row: UnitRow): string {
  const { language, texts } = context;
  const written = write(context, measure, row);
  if (row.low === null || row.high === null) return texts.enps.chartTitle(written);
  return texts.enps.chartTitleSure(
    written,
    formatFigure(row.low, measure, language),
    formatFigure(row.high, measure, language),
  );
}

/** Response per questionnaire; empty when the number of invited people is unknown. */
export function makeParticipationFigures(context: Context): Figure[] {
  const { texts } = context;
  return chooseKind(context.index, "participation").flatMap((measure) => {
    const rows = rowsOf(context, measure);
    if (rows.length === 0) return [];
    const organisation = rows.find((row) => row.organisation);
    const title = titleMeasure(context, measure);
    return [
      makeUnitFigure(context, measure, rows, {
        name: `${fileName(measure)}-by-unit`,
        title:
          organisation === undefined
            ? title
            : texts.participation.chartTitle(title, write(context, measure, organisation)),
        description: texts.participation.description(title),
        notes: noteHidden(context, measure),
        reading: noteOpen(context, rows),
        domain: [0, 1],
      }),
    ];
  });
}

/** Names the sign of the wave before, when the chart has one. */
const noteOpen = ({ texts }: Context, rows: readonly UnitRow[]): string[] =>
  rows.some((row) => row.previous !== null) ? [texts.waves.open] : [];

/** How many units of the chart are not shown in the newest wave, and how many are in its table only. */
export function noteHidden(context: Context, measure: Measure): string[] {
  const { index, texts } = context;
  const wave = index.newest?.wave ?? "";
  const cells = listUnits(index).map((unit) => index.cellOf(wave, unit.unit, measure.measure));
  const count = cells.filter((cell) => cell?.status === "withheld").length;
  return [...(count === 0 ? [] : [texts.hidden.inFigure(count)]), ...noteBeyond(context, cells.length)];
}

/** Says so when a chart has no room for all `units`. */
export const noteBeyond = ({ texts }: Context, units: number): string[] =>
  units > mostUnits + 1 ? [texts.hidden.beyondFigure(mostUnits + 1, units)] : [];

type Words = Readonly<
  Pick<Figure, "name" | "title" | "subtitle" | "description" | "notes" | "reading"> & {
    domain: readonly [number, number];
  }
>;

/** One measure as a row chart. */
export function makeUnitFigure(context: Context, measure: Measure, rows: readonly UnitRow[], words: Words): Figure {
  const { texts, language } = context;
  const { domain, ...named } = words;
  return {
    ...named,
    spec: (layout) =>
      chartFigureByUnit(
        rows.slice(0, mostUnits + 1).map((row) => writeRow(context, measure, row)),
        {
          language,
          layout,
          title: words.title,
          description: words.description,
          domain,
          percent: measure.kind === "participation",
          zero: domain[0] < 0 && domain[1] > 0,
          heads: {
            value: texts.columns.value,
            answers: texts.columns.answers,
            now: texts.waves.now,
            before: texts.waves.before,
          },
        },
      ),
    table: tableOfFigures(context, measure),
  };
}

/** A domain that holds the figures, their intervals, the wave before and zero. */
function coverRows(rows: readonly UnitRow[], step: number, limits: readonly [number, number]): [number, number] {
  const ends = rows.flatMap((row) => [
    row.value,
    row.low ?? row.value,
    row.high ?? row.value,
    row.previous ?? row.value,
  ]);
  return coverValues([0, ...ends], step, limits);
}

const rowsOf = (context: Context, measure: Measure): UnitRow[] =>
  listFigures(context.index, listUnits(context.index), context.index.newest?.wave ?? "", measure.measure);

const writeRow = (context: Context, measure: Measure, row: UnitRow): UnitFigure => ({
  name: row.name,
  organisation: row.organisation,
  value: row.value,
  low: row.low,
  high: row.high,
  previous: row.previous,
  written: write(context, measure, row),
  answers: context.texts.table.ofInvited(
    formatNumber(row.respondents, 0, context.language),
    measure.kind === "participation" && row.invited !== null ? formatNumber(row.invited, 0, context.language) : null,
  ),
});

const write = (context: Context, measure: Measure, row: UnitRow): string =>
  writeFigure(row.value, row.bound, measure, context.language, context.texts);

function describePrevious(context: Context, measure: Measure, row: UnitRow): string[] {
  if (row.previous === null) return [];
  const before = writeFigure(row.previous, row.previous_bound, measure, context.language, context.texts);
  return [context.texts.enps.change(before)];
}

/** Every unit of the chart in every wave, the ones not shown included. */
export function tableOfFigures(context: Context, measure: Measure): FigureTable {
  const { index, texts } = context;
  const { columns } = texts;
  const titles = [
    columns.unit,
    columns.wave,
    columns.value,
    columns.from,
    columns.to,
    columns.respondents,
    columns.invited,
  ];
  return {
    caption: texts.table.open,
    columns: columnsOf(titles, 2),
    rows: listUnits(index).flatMap((unit) =>
      [...index.waves].reverse().flatMap((wave) => describeUnit(context, measure, unit, wave.wave)),
    ),
  };
}

function describeUnit(context: Context, measure: Measure, unit: ReleaseUnit, wave: string): string[][] {
  const { index, language, texts } = context;
  const cell = index.cellOf(wave, unit.unit, measure.measure);
  if (cell === undefined) return [];
  const row = listFigures(index, [unit], wave, measure.measure)[0];
  if (row === undefined) return [[unit.name, wave, texts.table.notShown, "", "", "", ""]];
  const end = (value: number | null) => (value === null ? "" : formatFigure(value, measure, language));
  return [
    [
      unit.name,
      wave,
      write(context, measure, row),
      end(row.low),
      end(row.high),
      formatNumber(row.respondents, 0, language),
      row.invited === null ? texts.table.unknown : formatNumber(row.invited, 0, language),
    ],
  ];
}

function makePartsFigure(context: Context, measure: Measure): Figure[] {
  const { index, language, texts } = context;
  const { columns } = texts;
  const rows = listParts(index, listUnits(index), index.newest?.wave ?? "", measure.measure);
  if (rows.length === 0) return [];
  const count = (value: number, moved: boolean) => {
    const written = formatNumber(value, 0, language);
    return moved ? texts.bounds.about(written) : written;
  };
  const whole = rows.find(({ organisation }) => organisation);
  const words = {
    title:
      whole === undefined
        ? texts.enps.distributionTitle
        : texts.enps.distributionFinding(count(whole.promoters, whole.moved), count(whole.detractors, whole.moved)),
    description: texts.enps.distributionDescription,
  };
  const heads = { ...columns, answers: columns.answers };
  return [
    {
      name: `${fileName(measure)}-answers-by-unit`,
      ...words,
      notes: [
        texts.enps.distributionNote(index.release.policy.k.detail),
        ...(rows.some((row) => row.moved) ? [texts.enps.partsMoved] : []),
        ...noteBeyond(context, rows.length),
      ],
      spec: (layout) => chartAnswersByUnit(rows.slice(0, mostUnits + 1), { ...words, language, layout, heads }),
      table: {
        caption: texts.table.open,
        columns: columnsOf(
          [columns.unit, columns.detractors, columns.passives, columns.promoters, columns.respondents],
          1,
        ),
        rows: rows.map((row) => [
          row.name,
          count(row.detractors, row.moved),
          count(row.passives, row.moved),
          count(row.promoters, row.moved),
          formatNumber(row.respondents, 0, language),
        ]),
      },
    },
  ];
}

/** A measure as part of a file name: bat_12-total. */
export const fileName = (measure: Measure): string => measure.measure.replaceAll(".", "-");
