/** Teams that are shown together as the rest of their department: one row each, without a label. In: a context; out: JSX or nothing. */
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
  const { columns } = texts;
  const wave = index.newest?.wave ?? "";
  const measures = [...chooseKind(index, "enps"), ...chooseMainMeasures(index)];
  return {
    caption: texts.charts.rollUps.title,
    columns: columnsOf([columns.unit, columns.measure, columns.value, columns.respondents], 2),
    rows: index.rollUps.flatMap((unit) =>
      measures.flatMap((measure) => {
        const cell = index.cellOf(wave, unit.unit, measure.measure);
        if (cell === undefined) return [];
        const value = cell.status === "released" ? figureOf(cell) : undefined;
        return cell.status === "withheld" || value === undefined
          ? [[nameUnit(context, unit), measure.title[language], texts.table.notShown, ""]]
          : [
              [
                nameUnit(context, unit),
                measure.title[language],
                writeFigure(value, cell.bound, measure, language, texts),
                formatNumber(cell.respondents, 0, language),
              ],
            ];
      }),
    ),
  };
}
