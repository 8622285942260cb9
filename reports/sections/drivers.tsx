/** What in the work goes with an indicator, and what weighs most in each team with a signal. In: a context and the assessed wave; out: JSX. */
import type { ComponentChildren } from "preact";
import type { Assessment } from "../../schemas/release.ts";
import { type Context, titleCode } from "../context.ts";
import type { Assessed } from "../facts.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatNumber, joinWords } from "../formats.ts";
import { TitledTable } from "./show-figure.tsx";

/** `children` are the figures of scales. */
type Props = Readonly<{ context: Context; assessed: Assessed | null; children: ComponentChildren }>;

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
  const listed = teams.flatMap(({ unit, team, level }) => {
    const own = known.get(unit);
    const isFlagged = level === "elevated" || level === "watch";
    if (!isFlagged || own === undefined || (own.drivers ?? own.balance) === undefined) return [];
    return [{ team, own }];
  });
  return {
    caption: stateHeaviest(
      context,
      listed.map(({ own }) => own),
    ),
    columns: columnsOf([columns.team, drivers.most, areas.demands, areas.resources], 2),
    rows: listed.map(({ team, own }) => [team, nameLargest(context, own), ...writeBalance(context, own)]),
  };
}

/** The scale that weighs most in more than half of the teams, when there is one. */
function stateHeaviest(context: Context, teams: readonly Assessment[]): string {
  const { charts, signals } = context.texts;
  const heaviest = teams.flatMap((team) => listAgainst(team).slice(0, 1));
  for (const measure of new Set(heaviest)) {
    const count = heaviest.filter((one) => one === measure).length;
    if (2 * count > teams.length) return charts.drivers.heaviest(titleCode(context, measure), count, teams.length);
  }
  return signals.drivers.teams;
}

const mostNamed = 2;

function nameLargest(context: Context, team: Assessment): string {
  const names = listAgainst(team)
    .slice(0, mostNamed)
    .map((measure) => titleCode(context, measure));
  return names.length === 0 ? context.texts.signals.drivers.nothing : joinWords(names, context.texts.and);
}

/** What counts against a team, the heaviest first. */
const listAgainst = ({ drivers = [] }: Assessment): string[] =>
  drivers.flatMap(({ measure, contribution }) => (contribution > 0 ? [measure] : []));

const writeBalance = ({ language }: Context, { balance }: Assessment): string[] =>
  [balance?.demands, balance?.resources].map((gap) => {
    if (gap === undefined) return "";
    const written = formatNumber(gap, 1, language);
    return gap > 0 && /[1-9]/.test(written) ? `+${written}` : written;
  });
