/** Makes the figure of the eNPS of teams in the newest wave, with their distribution. In: a context and an eNPS measure; out: a figure, or none. */
import type { Measure, ReleasedCell, ReleaseUnit } from "../../schemas/release.ts";
import { chartEnpsByTeam, type EnpsTeam } from "../charts/enps-by-team.ts";
import { coverValues } from "../charts/row-chart.ts";
import { standOrder } from "../charts/stand-signs.ts";
import type { Context } from "../context.ts";
import { formatFigure, formatNumber } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import { compareWithOrganisation } from "../rows/compare-rows.ts";
import { writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure, type FigureTable, mostUnits } from "./figure.ts";
import { fileName } from "./unit-figures.ts";

/** Half of the 5 % that lies outside an interval of 95 % lies on the unfavourable side. */
const chanceOfWorse = 0.025;

type Row = Readonly<{ unit: ReleaseUnit; cell: ReleasedCell; team: EnpsTeam }>;

/** No figure with fewer than two teams; the clearest differences first, then the order of the release. */
export function makeEnpsTeamFigure(context: Context, measure: Measure): Figure[] {
  const { index, language, texts } = context;
  const { enpsTeams } = texts.charts;
  const rows = listRows(context, measure);
  if (rows.length < 2) return [];
  const shown = rows.slice(0, mostUnits);
  const clear = rows.filter(({ team }) => team.stand === "worse_clear").length;
  const words = {
    title: enpsTeams.chartTitle(clear, rows.length),
    description: enpsTeams.description(shown.length),
  };
  const whole = index.releasedOf(index.newest?.wave ?? "", index.organisation?.unit ?? "", measure.measure);
  const organisation = whole === undefined ? null : (figureOf(whole) ?? null);
  const ends = shown.flatMap(({ team }) => [team.value, team.low ?? team.value, team.high ?? team.value]);
  return [
    {
      name: `${fileName(measure)}-by-team`,
      ...words,
      subtitle: enpsTeams.subtitle,
      key: "stands",
      notes: [
        enpsTeams.small(index.release.policy.k.detail),
        enpsTeams.chance(formatNumber(rows.length * chanceOfWorse, 0, language), rows.length),
        ...(shown.length < rows.length ? [enpsTeams.top(shown.length, rows.length)] : []),
      ],
      spec: (layout) =>
        chartEnpsByTeam(
          shown.map(({ team }) => team),
          {
            ...words,
            language,
            layout,
            domain: coverValues([0, organisation ?? 0, ...ends], 20, [measure.minimum, measure.maximum]),
            organisation,
            notShown: texts.table.notShown,
            heads: texts.columns,
          },
        ),
      table: tabulate(context, measure, shown, rows.length),
    },
  ];
}

function listRows(context: Context, measure: Measure): Row[] {
  const { index } = context;
  const rows = index.leaves.flatMap((unit): Row[] => {
    const cell = index.releasedOf(index.newest?.wave ?? "", unit.unit, measure.measure);
    const value = cell === undefined ? undefined : figureOf(cell);
    return cell === undefined || value === undefined
      ? []
      : [{ unit, cell, team: describeTeam(context, measure, unit, cell, value) }];
  });
  const rank = ({ team }: Row) => standOrder.indexOf(team.stand);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

function describeTeam(
  context: Context,
  measure: Measure,
  unit: ReleaseUnit,
  cell: ReleasedCell,
  value: number,
): EnpsTeam {
  const { index, language, texts } = context;
  const { promoters, passives, detractors } = cell;
  const isSpread = promoters !== undefined && passives !== undefined && detractors !== undefined;
  return {
    key: `team:${index.keyOf(unit.unit)}`,
    team: unit.name,
    stand: compareWithOrganisation(index, cell.wave, unit.unit, measure)?.stand ?? "near",
    value,
    low: cell.interval?.low ?? null,
    high: cell.interval?.high ?? null,
    written: writeFigure(value, cell.bound, measure, language, texts),
    answers: formatNumber(cell.respondents, 0, language),
    parts: isSpread ? { promoters, passives, detractors } : null,
  };
}

function tabulate(context: Context, measure: Measure, rows: readonly Row[], all: number): FigureTable {
  const { language, texts } = context;
  const { columns } = texts;
  const count = (value: number | undefined, isMoved: boolean) => {
    if (value === undefined) return texts.table.notShown;
    const written = formatNumber(value, 0, language);
    return isMoved ? texts.bounds.about(written) : written;
  };
  const end = (value: number | undefined) => (value === undefined ? "" : formatFigure(value, measure, language));
  return {
    caption: texts.table.openFirst(rows.length, all),
    columns: columnsOf(
      [
        ...[columns.team, columns.value, columns.from, columns.to],
        ...[columns.detractors, columns.passives, columns.promoters, columns.respondents],
      ],
      1,
    ),
    rows: rows.map(({ unit, cell, team }) => [
      unit.name,
      team.written,
      end(cell.interval?.low),
      end(cell.interval?.high),
      ...[cell.detractors, cell.passives, cell.promoters].map((value) => count(value, cell.parts_bound !== undefined)),
      team.answers,
    ]),
  };
}
