/** What the organisation's own figures cost, as a range, and what that does not say. In: a context; out: sentences, or JSX with them. */
import type { CostAssumption } from "../../schemas/outcome.ts";
import type { OutcomeCost, ReleaseOutcome } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import { formatNumber } from "../formats.ts";

type Row = Readonly<{ cost: OutcomeCost; outcome: ReleaseOutcome; assumption: CostAssumption }>;

/** Of the newest wave, in the order of the release; empty without assumptions. */
const listCosts = ({ index }: Context): Row[] =>
  (index.release.costs ?? []).flatMap((cost) => {
    const outcome = index.release.outcomes?.find((one) => one.outcome === cost.outcome);
    if (cost.wave !== index.newest?.wave || outcome?.cost === undefined) return [];
    return [{ cost, outcome, assumption: outcome.cost }];
  });

/** For the board, in short: what it costs where that is known, and that no effect is. What was assumed, and the comparison of groups, is with HR. */
export function stateCosts(context: Context): string[] {
  const { board } = context.texts;
  const rows = listCosts(context).map((row) => writeCost(context, row));
  const known = rows.map(({ total, source }) => `${total} ${source}`);
  const effect = context.index.waves.length > 1 ? board.changeUnknown : board.effectUnknown;
  return [...(rows.length === 0 ? [board.costsUnknown] : known), effect];
}

/** Beside the outcomes; nothing without assumptions. */
export function Costs({ context }: { context: Context }) {
  const rows = listCosts(context);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{context.texts.signals.costs.title}</h3>
      {rows.map((row) => {
        const { total, groups, assumed, source } = writeCost(context, row);
        return [`${total} ${assumed} ${source}`, ...groups].map((sentence) => <p key={sentence}>{sentence}</p>);
      })}
      <p class="small">{context.texts.signals.costs.limits}</p>
    </>
  );
}

/** The sentences about one outcome; `groups` is empty where there are too few teams. */
function writeCost({ language, texts }: Context, { cost, outcome, assumption }: Row) {
  const { costs } = texts.signals;
  const currency = costs.currencies[assumption.currency] ?? assumption.currency;
  const write = ({ low, high }: Readonly<{ low: number; high: number }>) =>
    costs.range(formatNumber(low, 0, language), formatNumber(high, 0, language), currency);
  const { periods, teams, total, per_employee_year: groups } = cost;
  return {
    total: costs.total(outcome.title[language], teams, write(total), keepWhole(periods.first), keepWhole(periods.last)),
    groups:
      groups === null
        ? []
        : [costs.groups(write(groups.elevated), groups.elevated.teams, write(groups.others), groups.others.teams)],
    assumed: costs.assumed[assumption.per](outcome.unit_of_value[language], write(assumption)),
    source: costs.source(assumption.source),
  };
}

/** A period such as 2025-Q2, which no line breaks in two. */
const keepWhole = (period: string): string => period.replaceAll("-", "\u2011");
