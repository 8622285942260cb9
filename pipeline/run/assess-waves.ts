/** Stage assess, wave by wave, each on its own tree: a later reorganisation changes nothing about an earlier wave. */
import type { Unit } from "../../schemas/roster.ts";
import type { ResolvedLine } from "../../schemas/scan.ts";
import { type Assessed, assess } from "../assess/assess.ts";
import type { Draft } from "../publish/compose-release.ts";

/** `trees` follow the waves of the draft, oldest first. Cells keep their order. */
export function assessWaves(draft: Draft, trees: readonly (readonly Unit[])[], line: ResolvedLine): Assessed {
  const results = draft.waves.map(({ wave }, index) =>
    assess({
      waves: [wave],
      units: (trees[index] ?? []).map(({ unit, name, parent, level, leaf }) => ({ unit, name, parent, level, leaf })),
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
