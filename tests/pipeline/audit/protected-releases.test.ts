/** What protect releases must be clean in the eyes of the auditor, and must not be once a hidden group is shown. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseShown } from "../../../pipeline/protect/choose-shown.ts";
import { releaseBlock } from "../../../pipeline/protect/release-cells.ts";
import type { Block, MeasureDefinition } from "../../../schemas/cell.ts";
import type { Membership } from "../../../schemas/membership.ts";
import type { Release } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";
import {
  addUp,
  enps,
  makeBlankBlock,
  makeBlock,
  makeUnits,
  oneItem,
  randomTree,
  type Scores,
  standard,
  strain,
} from "../protect/organisations.ts";
import { auditRelease, makeRelease, text } from "./organisations.ts";

const describeMeasure = (definition: MeasureDefinition): Release["measures"][number] => {
  const { measure, instrument, scale, kind, minimum, maximum, higher_is } = definition;
  return {
    measure,
    instrument,
    questionnaire: "wellbeing",
    scale,
    kind,
    area: null,
    title: text(measure),
    meaning: text(measure),
    minimum,
    maximum,
    higher_is,
  };
};

/** The block as protect releases it, in a release of its own. */
const releaseOf = (units: readonly Unit[], block: Block): Release => {
  const measure = block.measures[0]?.measure;
  const respondents = new Map(
    block.cells.filter((cell) => cell.measure === measure).map((cell) => [cell.unit, cell.respondents]),
  );
  const shown = chooseShown({ units, respondents, policy: standard });
  const release = makeRelease({
    tree: Object.fromEntries(units.map(({ unit, parent }) => [unit, parent])),
    people: [],
    shown: [],
  });
  return {
    ...release,
    measures: block.measures.map(describeMeasure),
    cells: releaseBlock({ units, block, shown, policy: standard, answering: new Set() }),
  };
};

const membershipOf = (units: readonly Unit[], block: Block, direct: Readonly<Record<string, number>>): Membership => ({
  format: "vitascan-membership/1",
  wave: "2026",
  questionnaire: "wellbeing",
  instruments: [block.instrument],
  attributes: [],
  identified: true,
  units: units.map(({ unit, parent, invited }) => ({ unit, parent, invited })),
  rows: Object.entries(direct).map(([unit, people]) => ({
    unit,
    values: [],
    answered: [true],
    people: Array.from({ length: people }, (_, index) => `${unit}${index}.r`),
  })),
});

/** Answers that keep to the ends in some units and are spread in others. */
const drawScores = (
  units: readonly Unit[],
  direct: readonly number[],
  answers: readonly number[],
  draw: () => number,
): Scores =>
  Object.fromEntries(
    units.map(({ unit }, index) => {
      const habit = draw() % 3;
      const pick = () =>
        (habit === 0 ? answers[0] : habit === 1 ? answers.at(-1) : answers[draw() % answers.length]) as number;
      return [unit, Array.from({ length: direct[index] ?? 0 }, pick)];
    }),
  );

const kinds: readonly [string, (units: readonly Unit[], direct: readonly number[], draw: () => number) => Block][] = [
  ["eNPS", (units, direct, draw) => makeBlock(units, [[enps, drawScores(units, direct, [-100, 0, 100], draw)]])],
  [
    "one item of 1 to 4",
    (units, direct, draw) => makeBlock(units, [[oneItem(4), drawScores(units, direct, [1, 2, 3, 4], draw)]]),
  ],
  [
    "a scale in halves",
    (units, direct, draw) => makeBlock(units, [[strain, drawScores(units, direct, [1, 1.5, 2, 3.5, 5], draw)]]),
  ],
  [
    "scales with blanks, and one made of them",
    (units, direct, draw) =>
      makeBlankBlock(units, Object.fromEntries(units.map(({ unit }, index) => [unit, direct[index] ?? 0])), draw),
  ],
];

describe("what protect releases", () => {
  it.each(kinds)("is clean: %s", async (_, makeOne) => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(
        randomTree(14, 9),
        fc.array(fc.nat(1000), { minLength: 50, maxLength: 50 }),
        async ({ rows, direct }, numbers) => {
          const units = makeUnits(rows);
          let at = 0;
          const block = makeOne(units, direct, () => numbers[at++ % numbers.length] as number);
          const release = releaseOf(units, block);
          const people = Object.fromEntries(units.map(({ unit }, index) => [unit, direct[index] ?? 0]));
          const { leaks, verdict } = await auditRelease(release, [membershipOf(units, block, people)]);
          expect(leaks).toEqual([]);
          expect(verdict).toBe("clean");
          shown += release.cells.filter(({ status }) => status === "released").length;
        },
      ),
      { numRuns: 60, seed: 11 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  it("is not clean once a hidden group is shown beside it", async () => {
    // Beside T2 and T3, one person of D is left.
    const units = makeUnits([
      ["org", null],
      ["D", "org"],
      ["T1", "D"],
      ["T2", "D"],
      ["T3", "D"],
    ]);
    const people = { org: 7, D: 1, T1: 9, T2: 6, T3: 3 };
    const block = makeBlock(units, [
      [strain, Object.fromEntries(Object.entries(people).map(([unit, count]) => [unit, Array(count).fill(3)]))],
    ]);
    const release = releaseOf(units, block);
    const totals = addUp(units, people);
    const memberships = [membershipOf(units, block, people)];
    expect((await auditRelease(release, memberships)).verdict).toBe("clean");
    const planted = release.cells.map((cell) =>
      cell.status === "withheld"
        ? { ...cell, status: "released" as const, respondents: totals.get(cell.unit) as number, invited: null, mean: 3 }
        : cell,
    );
    const { leaks } = await auditRelease({ ...release, cells: planted }, memberships);
    expect(leaks.map(({ explanation }) => explanation)).toContain("D - T1 - T2 - T3 = 1 respondent");
  });
});
