/** Which figures of the organisation's own administration go together with a scale, over teams. In: a context; out: JSX. */
import type { OutcomeLink, ReleaseOutcome } from "../../schemas/release.ts";
import { type Context, titleMeasure } from "../context.ts";
import { columnsOf } from "../figures/figure.ts";
import { formatCount, formatNumber } from "../formats.ts";
import { Costs } from "./cost.tsx";
import { ShowTable } from "./show-figure.tsx";

type Row = Readonly<{ link: OutcomeLink; outcome: ReleaseOutcome }>;

/** Of the newest wave, in the order of the release; empty without any. */
export const listLinks = ({ index }: Context): Row[] =>
  (index.release.links ?? []).flatMap((link) => {
    const outcome = index.release.outcomes?.find((one) => one.outcome === link.outcome);
    return link.wave !== index.newest?.wave || outcome === undefined ? [] : [{ link, outcome }];
  });

export function Outcomes({ context }: { context: Context }) {
  const { columns } = context.texts;
  const { outcomes } = context.texts.signals;
  const titles = [
    ...[columns.measure, outcomes.outcome, outcomes.together, outcomes.correlation],
    ...[columns.from, columns.to, columns.teams, outcomes.leftOut],
  ];
  const rows = listLinks(context).map((row) => writeRow(context, row));
  return (
    <>
      <p>{outcomes.intro}</p>
      <ShowTable table={{ caption: outcomes.title, columns: columnsOf(titles, 3), rows }} label={outcomes.title} />
      <p class="small">{outcomes.reading}</p>
      <Costs context={context} />
    </>
  );
}

function writeRow(context: Context, { link, outcome }: Row): string[] {
  const { language, texts } = context;
  const { outcomes } = texts.signals;
  const { correlation } = link;
  const measure = context.index.measureOf(link.measure);
  const figures = [correlation?.rho, correlation?.low, correlation?.high];
  return [
    measure === undefined ? link.measure : titleMeasure(context, measure),
    `${outcome.title[language]} (${outcome.unit_of_value[language]})`,
    outcomes.together_words[nameDirection(correlation)],
    ...figures.map((value) => (value === undefined ? "" : formatNumber(value, 2, language))),
    formatNumber(link.teams.length, 0, language),
    formatCount(link.left_out, language),
  ];
}

/** unclear: the interval holds 0. */
function nameDirection(correlation: OutcomeLink["correlation"]): "unknown" | "unclear" | "higher" | "lower" {
  if (correlation === null) return "unknown";
  if (correlation.low > 0) return "higher";
  return correlation.high < 0 ? "lower" : "unclear";
}
