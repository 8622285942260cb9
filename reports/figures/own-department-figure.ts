/** Makes the figure of teams against their own department, for the measure of the line. In: a context and facts; out: a figure, or none. */
import { chartOwnDepartment, type DepartmentTeam } from "../charts/own-department.ts";
import type { Context } from "../context.ts";
import type { Assessed, Facts } from "../facts.ts";
import { formatFigure } from "../formats.ts";
import { figureOf } from "../index-release.ts";
import { compareWithDepartment } from "../rows/compare-rows.ts";
import { columnsOf, type Figure } from "./figure.ts";

const mostTeams = 100;
const mostRows = 40;

/** None without departments whose figure is shown. */
export function makeOwnDepartmentFigure(context: Context, { assessed }: Facts): Figure[] {
  if (assessed === null) return [];
  const { language, texts } = context;
  const { ownDepartment, stands } = texts.charts;
  const { measure } = assessed;
  const teams = listTeams(context, assessed);
  if (teams.length === 0) return [];
  const shown = chooseTeams(teams);
  const departments = listDepartments(context, assessed, shown);
  const clear = teams.filter(({ label }) => label !== "").length;
  const write = (value: number) => formatFigure(value, measure, language);
  const words = {
    title: ownDepartment.chartTitle(clear),
    description: ownDepartment.description(shown.length, departments.length),
  };
  return [
    {
      name: "own-department",
      ...words,
      key: "stands",
      subtitle: ownDepartment.subtitle(measure.title[language]),
      notes: [
        ownDepartment.reading,
        ...(shown.length < teams.length ? [ownDepartment.top(shown.length, teams.length)] : []),
      ],
      spec: (layout) =>
        chartOwnDepartment(shown, {
          ...words,
          language,
          layout,
          departments,
          limits: [measure.minimum, measure.maximum],
          step: measure.maximum - measure.minimum > 12 ? 5 : 0.1,
        }),
      table: {
        caption: texts.table.openFirst(Math.min(shown.length, mostRows), shown.length),
        columns: columnsOf(
          [
            texts.columns.team,
            texts.columns.department,
            ownDepartment.stand,
            texts.columns.value,
            texts.columns.from,
            texts.columns.to,
            ownDepartment.ownFigure,
          ],
          3,
        ),
        rows: shown
          .slice(0, mostRows)
          .map((team) => [
            team.team,
            team.group,
            stands[team.stand],
            ...[team.value, team.low, team.high].map(write),
            departments.find(({ group }) => group === team.group)?.written ?? "",
          ]),
      },
    },
  ];
}

/** Where there are too many, those that clearly differ from their department first. */
function chooseTeams<Team extends DepartmentTeam>(teams: readonly Team[]): readonly Team[] {
  if (teams.length <= mostTeams) return teams;
  const clear = teams.filter(({ label }) => label !== "");
  const chosen = new Set([...clear, ...teams.filter(({ label }) => label === "")].slice(0, mostTeams));
  return teams.filter((team) => chosen.has(team));
}

/** Teams by department in the order of the release, the least favourable first. */
function listTeams(context: Context, { model, measure, teams }: Assessed): (DepartmentTeam & { team: string })[] {
  const { index } = context;
  const direction = measure.higher_is === "worse" ? -1 : 1;
  const listed = teams.flatMap((team) => {
    const cell = index.releasedOf(model.wave, team.unit, model.measure);
    const compared = compareWithDepartment(index, model.wave, team.unit, measure);
    if (cell === undefined || compared === undefined || team.department === null) return [];
    const { value, reference, stand } = compared;
    const clear = stand === "worse_clear" || stand === "better_clear";
    return [
      {
        key: `team:${index.keyOf(team.unit)}`,
        team: team.team,
        group: team.department,
        value,
        low: cell.interval?.low ?? value,
        high: cell.interval?.high ?? value,
        stand,
        reference,
        label: clear ? team.team : "",
      },
    ];
  });
  const rank = new Map(index.departments.map(({ name }, position) => [name, position]));
  return listed.sort(
    (one, other) => (rank.get(one.group) ?? 0) - (rank.get(other.group) ?? 0) || direction * (one.value - other.value),
  );
}

function listDepartments({ index, language }: Context, { model, measure }: Assessed, teams: readonly DepartmentTeam[]) {
  return [...new Set(teams.map(({ group }) => group))].flatMap((group) => {
    const unit = index.departments.find(({ name }) => name === group);
    const cell = unit === undefined ? undefined : index.releasedOf(model.wave, unit.unit, model.measure);
    const value = cell === undefined ? undefined : figureOf(cell);
    return value === undefined ? [] : [{ group, value, written: formatFigure(value, measure, language) }];
  });
}
