/** Stage assess, wave by wave, each on its own tree: a later reorganisation changes nothing about an earlier wave. */
import type { ReleaseUnit } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { type Assessed, assess } from "../assess/assess.ts";
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

/** `trees` follow the waves of the draft, oldest first. Cells keep their order. */
export function assessWaves(draft: Draft, trees: readonly (readonly Unit[])[], line: ResolvedLine): Assessed {
  const results = draft.waves.map(({ wave }, index) =>
    assess({
      waves: [wave],
      units: placeUnits(draft, trees[index] ?? []),
      measures: draft.measures,
      cells: draft.cells.filter((cell) => cell.wave === wave),
      statistics: draft.statistics,
      line,
    }),
  );
  return {
    cells: results.flatMap(({ cells }) => cells),
    models: results.flatMap(({ models }) => models),
    assessments: results.flatMap(({ assessments }) => assessments),
    expected_wrong_flags: results.at(-1)?.expected_wrong_flags ?? null,
  };
}
