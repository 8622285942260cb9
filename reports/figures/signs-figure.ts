/** Makes the figure of labels by department, without names of teams. In: a context and the assessed wave; out: a figure, or none. */
import type { Level } from "../../schemas/release.ts";
import { levelOrder } from "../charts/level-signs.ts";
import { chartSignsByDepartment, type DepartmentLevels } from "../charts/signs-by-department.ts";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import { compare } from "../index-release.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { columnsOf, type Figure } from "./figure.ts";

/** A department with fewer teams than this goes with the others, because its teams could be told apart. */
const fewestTeams = 5;
const mostDepartments = 15;

/** None without assessed teams. */
export function makeSignsFigure(context: Context, { assessed }: Facts): Figure[] {
  if (assessed === null || assessed.teams.length === 0) return [];
  const { language, texts } = context;
  const { board } = texts;
  const departments = groupTeams(context, assessed.teams);
  const all = new Set(assessed.teams.map(({ department }) => department));
  const affected = new Set(
    assessed.teams.filter(({ level }) => level === "elevated").map(({ department }) => department),
  );
  const words = {
    title: board.chartTitle(assessed.counts.elevated, affected.size, all.size),
    description: board.description(departments.length),
  };
  return [
    {
      name: "signs-by-department",
      ...words,
      subtitle: board.subtitle,
      notes: [board.reading(fewestTeams)],
      spec: (layout) => chartSignsByDepartment(departments, { ...words, language, layout }),
      table: {
        caption: texts.table.open,
        columns: columnsOf([texts.columns.department, ...levelOrder.map((level) => texts.levelsShort[level])], 1),
        rows: departments.map(({ department, levels }) => [
          department,
          ...levelOrder.map((level) => String(levels.filter((one) => one === level).length)),
        ]),
      },
    },
  ];
}

/** Departments with the most signals first; small ones and those beyond the page together at the end. */
function groupTeams({ index, texts }: Context, teams: readonly TeamRow[]): DepartmentLevels[] {
  const names = [...new Set(teams.map(({ department }) => department))];
  const groups = names.map((department) => ({
    department: department ?? index.release.organisation,
    levels: sortLevels(teams.filter((team) => team.department === department).map(({ level }) => level)),
  }));
  const large = groups.filter(({ levels }) => levels.length >= fewestTeams).sort(byUrgency);
  const shown = large.slice(0, mostDepartments);
  const others = groups.filter((group) => !shown.includes(group)).flatMap(({ levels }) => levels);
  return others.length === 0 ? shown : [...shown, { department: texts.board.others, levels: sortLevels(others) }];
}

const sortLevels = (levels: readonly Level[]): Level[] =>
  [...levels].sort((one, other) => levelOrder.indexOf(one) - levelOrder.indexOf(other));

function byUrgency(one: DepartmentLevels, other: DepartmentLevels): number {
  const count = ({ levels }: DepartmentLevels, level: Level) =>
    levels.filter((candidate) => candidate === level).length;
  return (
    count(other, "elevated") - count(one, "elevated") ||
    count(other, "watch") - count(one, "watch") ||
    compare(one.department, other.department)
  );
}
