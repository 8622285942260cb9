/** Makes the figure of teams against measures in the newest wave. In: a context and its facts; out: a figure, or none. */
import type { Measure } from "../../schemas/release.ts";
import { chartHeatMap, type HeatCell } from "../charts/heat-map.ts";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import { formatNumber } from "../formats.ts";
import { chooseKind, orderMeasures } from "../rows/choose-measures.ts";
import { type Comparison, compareWithOrganisation } from "../rows/compare-rows.ts";
import { writeFigure } from "../rows/unit-rows.ts";
import { columnsOf, type Figure } from "./figure.ts";

/** Teams in the chart; the others are in the tables. */
const mostTeams = 40;
const mostMeasures = 10;

type Team = Readonly<{ unit: string; name: string }>;

/** No figure with fewer than two teams or without a scale that the organisation has a figure on. */
export function makeHeatFigure(context: Context, facts: Facts): Figure[] {
  const { language, texts } = context;
  const { heat } = texts.charts;
  const measures = chooseMeasures(context);
  const teams = orderTeams(context, facts);
  const compared = teams.flatMap((team) => measures.map((measure) => compare(context, team, measure)));
  const known = compared.filter((one) => one !== undefined);
  if (teams.length < 2 || known.length === 0) return [];
  const shown = teams.slice(0, mostTeams);
  const clear = known.filter(({ stand }) => stand === "worse_clear").length;
  const words = {
    title: heat.chartTitle(clear, known.length),
    description: heat.description(shown.length, measures.length),
  };
  // Half of the 5 % that lies outside an interval of 95 % lies on the unfavourable side.
  const chance = formatNumber(known.length * 0.025, 0, language);
  return [
    {
      name: "teams-by-scale",
      ...words,
      subtitle: heat.subtitle,
      key: "stands",
      notes: [
        heat.clear,
        heat.chance(chance),
        ...(shown.length < teams.length ? [heat.top(shown.length, teams.length)] : []),
      ],
      spec: (layout) =>
        chartHeatMap(
          shown.map((team) => ({ key: keyOf(context, team), team: team.name })),
          shown.flatMap((team, row) =>
            measures.map((measure, column) => describeCell(context, team, measure, row, column)),
          ),
          { ...words, language, layout, columns: measures.map((measure) => measure.title[language]) },
        ),
      table: {
        caption: texts.table.open,
        columns: columnsOf([texts.columns.team, ...measures.map((measure) => measure.title[language])], 1),
        rows: shown.map((team) => [team.name, ...measures.map((measure) => writeCell(context, team, measure))]),
      },
    },
  ];
}

const keyOf = (context: Context, team: Team): string => `team:${context.index.keyOf(team.unit)}`;

/** Scales that the organisation has a figure on, as many as there is room for: those that answer together only by their total. */
function chooseMeasures({ index }: Context): Measure[] {
  const all = orderMeasures([...chooseKind(index, "enps"), ...chooseKind(index, "mean")]).filter(
    (measure) =>
      index.releasedOf(index.newest?.wave ?? "", index.organisation?.unit ?? "", measure.measure) !== undefined,
  );
  if (all.length <= mostMeasures) return all;
  return all.filter(({ scale, kind }) => scale === "total" || kind === "enps").slice(0, mostMeasures);
}

/** Assessed teams by evidence, then the other teams with a figure in the order of the release. */
function orderTeams({ index }: Context, { assessed }: Facts): Team[] {
  const first = (assessed?.teams ?? []).map(({ unit, team }) => ({ unit, name: team }));
  const done = new Set(first.map(({ unit }) => unit));
  const shown = new Set(
    index.cells
      .filter((cell) => cell.wave === index.newest?.wave && cell.status === "released")
      .map((cell) => cell.unit),
  );
  const others = index.leaves.filter(({ unit }) => shown.has(unit) && !done.has(unit));
  return [...first, ...others.map(({ unit, name }) => ({ unit, name }))];
}

const compare = ({ index }: Context, team: Team, measure: Measure): Comparison | undefined =>
  compareWithOrganisation(index, index.newest?.wave ?? "", team.unit, measure);

function describeCell(context: Context, team: Team, measure: Measure, row: number, column: number): HeatCell {
  const compared = compare(context, team, measure);
  const stand = compared?.stand ?? "not_shown";
  return { key: keyOf(context, team), row, column, stand, written: writeCell(context, team, measure) };
}

/** "2,71 (duidelijk ongunstiger)" or the one text for what is not shown. */
function writeCell(context: Context, team: Team, measure: Measure): string {
  const { index, language, texts } = context;
  const cell = index.releasedOf(index.newest?.wave ?? "", team.unit, measure.measure);
  const compared = compare(context, team, measure);
  if (cell === undefined || compared === undefined) return texts.table.notShown;
  const written = writeFigure(compared.value, cell.bound, measure, language, texts);
  return compared.stand === "near" ? written : `${written} (${texts.charts.stands[compared.stand]})`;
}
