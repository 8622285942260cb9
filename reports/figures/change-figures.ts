/** Makes one figure per main scale with this wave beside the previous one, for the organisation and its departments. In: a context; out: figures. */
import type { Measure } from "../../schemas/release.ts";
import { coverValues } from "../charts/row-chart.ts";
import { type Context, stateDirection } from "../context.ts";
import { chooseMainMeasures } from "../rows/choose-measures.ts";
import { listFigures, listUnits, type UnitRow, writeFigure } from "../rows/unit-rows.ts";
import { type Figure, mostUnits } from "./figure.ts";
import { fileName, makeUnitFigure, noteHidden } from "./unit-figures.ts";

/** Also with one wave: then without the open circle of the wave before. Empty when no unit has a figure. */
export function makeChangeFigures(context: Context): Figure[] {
  const units = listUnits(context.index).slice(0, mostUnits + 1);
  return chooseMainMeasures(context.index).flatMap((measure) => {
    const rows = listFigures(context.index, units, context.index.newest?.wave ?? "", measure.measure);
    return rows.length === 0 ? [] : [{ ...makeChange(context, measure, rows), area: measure.area }];
  });
}

function makeChange(context: Context, measure: Measure, rows: readonly UnitRow[]): Figure {
  const { language, texts } = context;
  const waves = rows.some(({ previous }) => previous !== null) ? 2 : 1;
  const ends = rows.flatMap((row) => [
    row.value,
    row.low ?? row.value,
    row.high ?? row.value,
    row.previous ?? row.value,
  ]);
  return makeUnitFigure(context, measure, rows, {
    name: `${fileName(measure)}-by-unit`,
    title: titleChange(context, measure, rows),
    subtitle: `${measure.meaning[language]} ${stateDirection(context, measure)}`,
    description: texts.waves.description(measure.title[language], waves),
    notes: noteHidden(context, measure),
    reading: [texts.enps.reading, ...(waves > 1 ? [texts.waves.open, texts.charts.change.care] : [])],
    domain: coverValues(ends, measure.maximum - measure.minimum > 12 ? 5 : 0.5, [measure.minimum, measure.maximum]),
  });
}

function titleChange(context: Context, measure: Measure, rows: readonly UnitRow[]): string {
  const { language, texts } = context;
  const { change } = texts.charts;
  const title = measure.title[language];
  const organisation = rows.find((row) => row.organisation);
  if (organisation === undefined) return title;
  const write = (value: number, bound: UnitRow["bound"]) => writeFigure(value, bound, measure, language, texts);
  const now = write(organisation.value, organisation.bound);
  return organisation.previous === null
    ? change.first(title, now)
    : change.chartTitle(title, write(organisation.previous, organisation.previous_bound), now);
}
