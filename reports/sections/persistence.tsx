/** Teams that in a wave lie further from their own earlier waves than chance makes them. In: a context; out: JSX. */
import type { TeamChart } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import { columnsOf } from "../figures/figure.ts";
import { formatFigure } from "../formats.ts";
import { ShowTable } from "./show-figure.tsx";

/** True when teams were followed over enough waves. */
export const hasCharts = ({ index }: Context): boolean => (index.release.charts ?? []).length > 0;

export function Persistence({ context }: { context: Context }) {
  const { columns } = context.texts;
  const { persistence } = context.texts.signals;
  const rows = (context.index.release.charts ?? []).flatMap((chart) => writeRows(context, chart));
  const titles = [columns.team, columns.wave, persistence.side, columns.value, columns.from, columns.to];
  return (
    <>
      <p>{persistence.intro}</p>
      {rows.length === 0 ? (
        <p>{persistence.none}</p>
      ) : (
        <>
          <ShowTable
            table={{ caption: persistence.title, columns: columnsOf(titles, 3), rows }}
            label={persistence.title}
          />
          <p class="small">{persistence.reading}</p>
        </>
      )}
    </>
  );
}

/** One row per wave in which the team lies outside its limits, oldest first. */
function writeRows({ index, language, texts }: Context, { unit, measure, points }: TeamChart): string[][] {
  const { persistence } = texts.signals;
  const definition = index.measureOf(measure);
  const known = index.unitOf(unit);
  if (definition === undefined || known === undefined) return [];
  return points.flatMap(({ wave, value, expected, position }) => {
    if (expected === undefined || position === undefined || position === "within") return [];
    const isWorse = (position === "above") === (definition.higher_is === "worse");
    const figures = [value, expected.low, expected.high].map((figure) => formatFigure(figure, definition, language));
    return [[known.name, wave, isWorse ? persistence.worse : persistence.better, ...figures]];
  });
}
