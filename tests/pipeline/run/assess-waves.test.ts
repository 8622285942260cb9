import { describe, expect, it } from "vitest";
import type { Draft } from "../../../pipeline/publish/compose-release.ts";
import { assessWaves } from "../../../pipeline/run/assess-waves.ts";
import type { ReleasedCell } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { exampleRelease } from "../../reports/example-release.ts";

const release = exampleRelease();
const [first, second] = release.waves.map(({ wave }) => wave) as [string, string];
const line = { kind: "own_organisation", measure: "bat_12.total", delta: 0.3 } as const;
const lines = { line, indicators: [] };

const treeOf = (changed: Readonly<Record<string, Partial<Unit>>> = {}): Unit[] =>
  release.units.map(({ members: _, ...unit }) => ({
    ...unit,
    invited: null,
    invited_total: null,
    ...changed[unit.unit],
  }));

const cellsOf = (wave: string) => release.cells.filter((cell) => cell.wave === wave);
const draft: Draft = { ...release, cells: [...cellsOf(first), ...cellsOf(second)] };

describe("assessWaves", () => {
  it("gives an earlier wave the same answer whatever later became of its teams", () => {
    const team = release.units.find(({ unit, leaf }) => leaf && draft.cells.some((cell) => isShown(cell, unit, first)));
    const split = treeOf({ [team?.unit ?? ""]: { leaf: false } });
    const before = assessWaves(draft, [treeOf(), treeOf()], lines);
    const after = assessWaves(draft, [treeOf(), split], lines);
    const ofFirst = <Row extends { wave: string }>(rows: readonly Row[]) => rows.filter(({ wave }) => wave === first);
    expect(ofFirst(after.models)).toEqual(ofFirst(before.models));
    expect(ofFirst(after.assessments)).toEqual(ofFirst(before.assessments));
    expect(ofFirst(after.cells)).toEqual(ofFirst(before.cells));
    expect(after.models.at(-1)).not.toEqual(before.models.at(-1));
  });

  it("assesses departments apart, so that no team's level depends on whether they are shown", () => {
    const isTeam = (unit: string) => release.units.some((one) => one.unit === unit && one.leaf);
    const { group_assessments, ...rest } = assessWaves(draft, [treeOf(), treeOf()], lines);
    const alone = assessWaves(
      { ...draft, cells: draft.cells.filter(({ unit, segment }) => isTeam(unit) && segment === null) },
      [treeOf(), treeOf()],
      lines,
    );
    expect(rest.assessments).toEqual(alone.assessments);
    expect(rest.models).toEqual(alone.models);
    expect(alone.group_assessments).toBeUndefined();
    expect(group_assessments?.map(({ wave, attribute, level }) => [wave, attribute, level])).toEqual(
      expect.arrayContaining([
        [first, null, 1],
        [second, null, 1],
      ]),
    );
  });

  it("keeps every cell and its order", () => {
    const { cells } = assessWaves(draft, [treeOf(), treeOf()], lines);
    expect(cells.map(({ wave, unit, measure }) => [wave, unit, measure])).toEqual(
      draft.cells.map(({ wave, unit, measure }) => [wave, unit, measure]),
    );
  });
});

const isShown = (cell: Draft["cells"][number], unit: string, wave: string): cell is ReleasedCell =>
  cell.status === "released" && cell.unit === unit && cell.wave === wave && cell.measure === "bat_12.total";
