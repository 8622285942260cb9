/** Stage assess, wave by wave, each on its own tree: a later reorganisation changes nothing about an earlier wave. */
import type { GroupAssessment, ReleaseUnit, TeamChart } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { addHistory } from "../assess/add-history.ts";
import { addWork } from "../assess/add-work.ts";
import { type Assessed, assess } from "../assess/assess.ts";
import { assessGroups } from "../assess/assess-groups.ts";
import type { Draft } from "../publish/compose-release.ts";

/** The units of a wave as they were, with the roll-ups of the release. */
const placeUnits = (draft: Draft, tree: readonly Unit[]): ReleaseUnit[] => {
  const own = tree.map(({ unit, name, parent, level, leaf }) => ({ unit, name, parent, level, leaf }));
  const levels = new Map(tree.map(({ unit, level }) => [unit, level]));
  const rollUps = draft.units.flatMap((unit) => {
    const level = unit.members && unit.parent !== null ? levels.get(unit.parent) : undefined;
    return level === undefined ? [] : [{ ...unit, level: level + 1 }];
  });
  return [...own, ...rollUps];
};

/** The lines of the primary indicator and of further ones. */
type Lines = Readonly<{ line: ResolvedLine; indicators: readonly ResolvedLine[] }>;

/**
 * `trees` follow the waves of the draft, oldest first. Cells keep their order; waves are compared with each other after each was assessed.
 * `charts` is not there below three waves, `group_assessments` not without departments and segments.
 */
export function assessWaves(
  draft: Draft,
  trees: readonly (readonly Unit[])[],
  { line, indicators }: Lines,
): Assessed & { charts?: TeamChart[]; group_assessments?: GroupAssessment[] } {
  const results = draft.waves.map(({ wave }, index) => {
    const input = {
      waves: [wave],
      units: placeUnits(draft, trees[index] ?? []),
      measures: draft.measures,
      cells: draft.cells.filter((cell) => cell.wave === wave),
      statistics: draft.statistics,
      line,
      indicators,
    };
    const assessed = assess(input);
    return { ...assessed, groups: assessGroups({ ...input, models: assessed.models }) };
  });
  const assessed: Assessed = {
    cells: results.flatMap(({ cells }) => cells),
    models: results.flatMap(({ models }) => models),
    assessments: results.flatMap(({ assessments }) => assessments),
    expected_wrong_flags: results.at(-1)?.expected_wrong_flags ?? null,
  };
  const groups = results.flatMap((result) => result.groups);
  const measure = draft.measures.find((one) => one.measure === line.measure);
  if (measure === undefined) return assessed;
  const waves = draft.waves.map(({ wave }) => wave);
  const { assessments, charts } = addHistory({ ...draft, ...assessed, waves, measure });
  const described = addWork({ ...draft, drivers: draft.drivers ?? [], assessments });
  return {
    ...assessed,
    assessments: described,
    ...(groups.length > 0 ? { group_assessments: groups } : {}),
    ...(charts.length > 0 ? { charts } : {}),
  };
}
