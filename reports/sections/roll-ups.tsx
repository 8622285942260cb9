/** Teams that are shown together as the rest of their department: one row each with its figures, without a label. In: a context; out: JSX or nothing. */
import type { Measure, ReleaseUnit } from "../../schemas/release.ts";
import { type Context, nameUnit } from "../context.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatNumber } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import { chooseKind, chooseMainMeasures } from "../rows/choose-measures.ts";
import { writeFigure } from "../rows/unit-rows.ts";
import { ShowTable } from "./show-figure.tsx";

export function RollUps({ context }: { context: Context }) {
  const { rollUps } = context.texts.charts;
  const table = tabulate(context);
  if (table.rows.length === 0) return null;
  return (
    <>
      <h3>{rollUps.title}</h3>
      <p>{rollUps.intro}</p>
      <ShowTable table={table} label={rollUps.title} />
    </>
  );
}

function tabulate(context: Context): FigureTable {
  const { index, language, texts } = context;
  const wave = index.newest?.wave ?? "";
  const measures = [...chooseKind(index, "enps"), ...chooseMainMeasures(index)];
  const write = (unit: ReleaseUnit, measure: Measure): string => {
    const cell = index.cellOf(wave, unit.unit, measure.measure);
    const value = cell?.status === "released" ? figureOf(cell) : undefined;
    if (cell?.status !== "released" || value === undefined) return cell === undefined ? "" : texts.table.notShown;
    const respondents = formatNumber(cell.respondents, 0, language);
    return `${writeFigure(value, cell.bound, measure, language, texts)} (${respondents})`;
  };
  return {
    caption: texts.charts.rollUps.title,
    columns: columnsOf([texts.columns.unit, ...measures.map((measure) => measure.title[language])], 1),
    rows: index.rollUps.map((unit) => [nameUnit(context, unit), ...measures.map((measure) => write(unit, measure))]),
  };
}
