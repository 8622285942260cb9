/** What the organisation's own figures cost, as a range, and what that does not say. In: a context; out: sentences, or JSX with them. */
import type { OutcomeCost, ReleaseOutcome } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import { formatNumber } from "../formats.ts";

type Row = Readonly<{ cost: OutcomeCost; outcome: ReleaseOutcome }>;

/** Of the newest wave, in the order of the release; empty without assumptions. */
const listCosts = ({ index }: Context): Row[] =>
  (index.release.costs ?? []).flatMap((cost) => {
    const outcome = index.release.outcomes?.find((one) => one.outcome === cost.outcome);
    return cost.wave !== index.newest?.wave || outcome === undefined ? [] : [{ cost, outcome }];
  });

/** For the board: what it costs where that is known, and that no effect is. */
export function stateCosts(context: Context): string[] {
  const { board } = context.texts;
  const rows = listCosts(context);
  const effect = context.index.waves.length > 1 ? `${board.effectUnknown} ${board.changeUnknown}` : board.effectUnknown;
  return [...(rows.length === 0 ? [board.costsUnknown] : rows.flatMap((row) => stateCost(context, row))), effect];
}

/** Beside the outcomes; nothing without assumptions. */
export function Costs({ context }: { context: Context }) {
  const rows = listCosts(context);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{context.texts.signals.costs.title}</h3>
      {rows.flatMap((row) => stateCost(context, row).map((sentence) => <p key={sentence}>{sentence}</p>))}
    </>
  );
}

function stateCost(context: Context, { cost, outcome }: Row): string[] {
  const { language, texts } = context;
  const { costs } = texts.signals;
  const assumed = outcome.cost;
  if (assumed === undefined) return [];
  const currency = costs.currencies[assumed.currency] ?? assumed.currency;
  const write = ({ low, high }: Readonly<{ low: number; high: number }>) =>
    costs.range(formatNumber(low, 0, language), formatNumber(high, 0, language), currency);
  const { periods, teams, total, per_employee_year: groups } = cost;
  const [title, unit] = [outcome.title[language], outcome.unit_of_value[language]];
  return [
    costs.total(title, teams, write(total), periods.first, periods.last),
    ...(groups === null
      ? []
      : [costs.groups(write(groups.elevated), groups.elevated.teams, write(groups.others), groups.others.teams)]),
    `${costs.assumed[assumed.per](unit, write(assumed))} ${costs.source(assumed.source)}`,
    costs.limits,
  ];
}
