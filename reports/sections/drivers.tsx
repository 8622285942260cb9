/** What in the work goes with an indicator, and what weighs most in each team with a signal. In: a context and the assessed wave; out: JSX. */
import type { ComponentChildren } from "preact";
import type { Assessment, DriverModel, Measure } from "../../schemas/release.ts";
import { type Context, titleMeasure } from "../context.ts";
import type { Assessed } from "../facts.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatNumber, joinWords } from "../formats.ts";
import { TitledTable } from "./show-figure.tsx";

/** `children`: the figures of outcomes. */
type Props = Readonly<{ context: Context; assessed: Assessed | null; children: ComponentChildren }>;

/** Of the newest wave; empty when nothing was weighed. */
export const listDriverModels = ({ index }: Context): DriverModel[] =>
  (index.release.drivers ?? []).filter(({ wave }) => wave === index.newest?.wave);

export function Drivers({ context, assessed, children }: Props) {
  const { drivers } = context.texts.signals;
  const ofTeams = assessed === null ? null : tabulateTeams(context, assessed);
  return (
    <>
      <p>{drivers.intro}</p>
      {children}
      {ofTeams === null || ofTeams.rows.length === 0 ? null : (
        <>
          <TitledTable table={ofTeams} />
          <p class="small">{drivers.readTeams}</p>
        </>
      )}
    </>
  );
}

/** Teams with a signal that have drivers or a balance. */
function tabulateTeams(context: Context, { teams, model }: Assessed): FigureTable {
  const { drivers } = context.texts.signals;
  const { areas, columns } = context.texts;
  const known = new Map(
    context.index.release.assessments.flatMap((one) => (one.wave === model.wave ? [[one.unit, one] as const] : [])),
  );
  return {
    caption: drivers.teams,
    columns: columnsOf([columns.team, drivers.most, areas.demands, areas.resources], 2),
    rows: teams.flatMap(({ unit, team, level }) => {
      const own = known.get(unit);
      const isFlagged = level === "elevated" || level === "watch";
      if (!isFlagged || own === undefined || (own.drivers ?? own.balance) === undefined) return [];
      return [[team, nameLargest(context, own), ...writeBalance(context, own)]];
    }),
  };
}

const mostNamed = 2;

function nameLargest(context: Context, { drivers = [] }: Assessment): string {
  const against = drivers.filter(({ contribution }) => contribution > 0).slice(0, mostNamed);
  const names = against.map(({ measure }) => nameMeasure(context, measure));
  return names.length === 0 ? context.texts.signals.drivers.nothing : joinWords(names, context.texts.and);
}

const writeBalance = ({ language }: Context, { balance }: Assessment): string[] =>
  [balance?.demands, balance?.resources].map((gap) => {
    if (gap === undefined) return "";
    const written = formatNumber(gap, 1, language);
    return gap > 0 && /[1-9]/.test(written) ? `+${written}` : written;
  });

function nameMeasure(context: Context, code: string): string {
  const measure: Measure | undefined = context.index.measureOf(code);
  return measure === undefined ? code : titleMeasure(context, measure);
}
