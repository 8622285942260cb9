/** Which figures of the organisation's own administration go together with a scale, over teams. In: a context and drawn figures; out: JSX. */
import { type Context, titleCode } from "../context.ts";
import { columnsOf, type Figure } from "../figures/figure.ts";
import { type Linked, listLinks, nameDirection } from "../figures/outcome-figure.ts";
import { formatCount, formatNumber } from "../formats.ts";
import { Costs } from "./cost.tsx";
import { type Drawings, FoldedTable, ShowFigures, ShowTable } from "./show-figure.tsx";

type Props = Readonly<{ context: Context; figures: readonly Figure[]; drawings: Drawings }>;

/** The table is folded away when every row of it has a figure. */
export function Outcomes({ context, figures, drawings }: Props) {
  const { charts, columns } = context.texts;
  const { outcomes } = context.texts.signals;
  const titles = [
    ...[columns.measure, outcomes.outcome, outcomes.together, outcomes.correlation],
    ...[columns.from, columns.to, columns.teams, outcomes.leftOut],
  ];
  const rows = listLinks(context).map((row) => writeRow(context, row));
  const table = { caption: charts.outcomes.all, columns: columnsOf(titles, 3), rows };
  return (
    <>
      <p>{outcomes.intro}</p>
      <ShowFigures context={context} figures={figures} drawings={drawings} />
      {figures.length < rows.length ? (
        <ShowTable table={table} label={table.caption} />
      ) : (
        <FoldedTable table={table} label={table.caption} />
      )}
      <p class="small">{outcomes.reading}</p>
      <Costs context={context} />
    </>
  );
}

function writeRow(context: Context, { link, outcome }: Linked): string[] {
  const { language, texts } = context;
  const { outcomes } = texts.signals;
  const { correlation } = link;
  const figures = [correlation?.rho, correlation?.low, correlation?.high];
  return [
    titleCode(context, link.measure),
    `${outcome.title[language]} (${outcome.unit_of_value[language]})`,
    outcomes.together_words[correlation === null ? "unknown" : nameDirection(correlation)],
    ...figures.map((value) => (value === undefined ? "" : formatNumber(value, 2, language))),
    formatNumber(link.teams.length, 0, language),
    formatCount(link.left_out, language),
  ];
}
