/** Segments that protect releases beside units must be clean in the eyes of the auditor, whatever was answered. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseShown } from "../../../pipeline/protect/choose-shown.ts";
import { releaseBlock } from "../../../pipeline/protect/release-cells.ts";
import { loadSolver, type Solve } from "../../../pipeline/protect/segments/linear-program.ts";
import { listSegments, type SegmentGroup } from "../../../pipeline/protect/segments/list-segments.ts";
import { releaseSegments } from "../../../pipeline/protect/segments/release-segments.ts";
import type { Atom, MeasureDefinition } from "../../../schemas/cell.ts";
import type { Membership } from "../../../schemas/membership.ts";
import type { Release } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { addUp, enps, makeBlock, makeUnits, oneItem, type Row, standard, strain } from "../protect/organisations.ts";
import { auditRelease, makeMeasure, makeRelease } from "./organisations.ts";

let minimise: Solve;
beforeAll(async () => {
  minimise = await loadSolver();
});

const rows: Row[] = [
  ["org", null],
  ["D", "org"],
  ["T1", "D"],
  ["T2", "D"],
  ["T3", "org"],
];
const values = ["short", "long", null];

type People = readonly Readonly<{ unit: string; value: string | null; scores: readonly number[] }>[];

/** Segments with k of crossed people, one by one, as long as the auditor's own set attack finds nothing. */
const chooseSegments = async (
  candidates: readonly SegmentGroup[],
  makeWith: (segments: readonly SegmentGroup[]) => Release,
  membership: Membership,
): Promise<SegmentGroup[]> => {
  const chosen: SegmentGroup[] = [];
  for (const candidate of candidates.filter(({ respondents }) => respondents >= standard.k.crossed)) {
    const { leaks } = await auditRelease(makeWith([...chosen, candidate]), [membership]);
    if (leaks.every(({ attack }) => attack !== "set")) chosen.push(candidate);
  }
  return chosen;
};

const membershipOf = (units: readonly Unit[], people: People, instrument: string): Membership => ({
  format: "vitascan-membership/1",
  wave: "2026",
  questionnaire: "q",
  instruments: [instrument],
  attributes: ["tenure"],
  identified: true,
  units: units.map(({ unit, parent, invited }) => ({ unit, parent, invited })),
  rows: people.map(({ unit, value, scores }, row) => ({
    unit,
    values: [value],
    answered: [true],
    people: scores.map((_, index) => `${row}-${index}.r`),
  })),
});

/** Everything released about these people and one measure; `segments` as given. */
const prepare = (people: People, definition: MeasureDefinition) => {
  const units = makeUnits(rows);
  const scoresOf = (unit: string) => people.filter((one) => one.unit === unit).flatMap(({ scores }) => scores);
  const block = {
    ...makeBlock(units, [[definition, Object.fromEntries(units.map(({ unit }) => [unit, scoresOf(unit)]))]]),
    questionnaire: "q",
  };
  const respondents = addUp(units, Object.fromEntries(units.map(({ unit }) => [unit, scoresOf(unit).length])));
  const shown = chooseShown({ units, respondents, policy: standard });
  const atoms: Atom[] = people.map(({ unit, value, scores }) => ({
    unit,
    values: [value],
    respondents: scores.length,
    sums: new Map([
      [definition.measure, BigInt(Math.round(scores.reduce((sum, one) => sum + one, 0) * Number(definition.factor)))],
    ]),
  }));
  const { minimum, maximum, measure, kind, instrument } = definition;
  const base = makeRelease({
    tree: Object.fromEntries(rows.map(([unit, parent]) => [unit, parent])),
    people: [],
    shown: [],
  });
  const attributes = base.attributes.map((attribute) => ({ ...attribute }));
  const makeWith = (segments: readonly SegmentGroup[]): Release => ({
    ...base,
    measures: [{ ...makeMeasure(measure, kind, instrument), minimum, maximum }],
    cells: [
      ...releaseBlock({ units, block, shown, policy: standard, answering: new Set() }),
      ...releaseSegments({ units, atoms, block, shown: shown.mean, segments, attributes, policy: standard }, minimise),
    ],
  });
  const candidates = listSegments(units, atoms, ["tenure"]).filter(({ unit }) => shown.mean.has(unit));
  return { makeWith, candidates, membership: membershipOf(units, people, instrument) };
};

const kinds: readonly [string, MeasureDefinition, readonly number[]][] = [
  ["eNPS", enps, [-100, 0, 100]],
  ["one item of 1 to 4", oneItem(4), [1, 2, 3, 4]],
  ["a scale in halves", strain, [1, 2.5, 4, 5]],
];

describe("segments that protect releases", () => {
  it.each(kinds)("are clean: %s", async (_, definition, answers) => {
    let shown = 0;
    const person = fc.integer({ min: 0, max: answers.length - 1 });
    const group = fc.record({
      size: fc.integer({ min: 0, max: 14 }),
      habit: fc.integer({ min: 0, max: 2 }),
      drawn: fc.array(person, { minLength: 14, maxLength: 14 }),
    });
    const groups = fc.array(group, { minLength: rows.length * values.length, maxLength: rows.length * values.length });
    await fc.assert(
      fc.asyncProperty(groups, async (drawn) => {
        const people = drawn.map(({ size, habit, drawn: picks }, index) => ({
          unit: rows[Math.floor(index / values.length)]?.[0] as string,
          value: values[index % values.length] as string | null,
          scores: picks
            .slice(0, size)
            .map((pick) => (habit === 0 ? answers[0] : habit === 1 ? answers.at(-1) : answers[pick]) as number),
        }));
        const { makeWith, candidates, membership } = prepare(
          people.filter(({ scores }) => scores.length > 0),
          definition,
        );
        const release = makeWith(await chooseSegments(candidates, makeWith, membership));
        const { leaks, verdict, unproven } = await auditRelease(release, [membership]);
        expect(leaks).toEqual([]);
        expect(unproven).toBeUndefined();
        expect(verdict).toBe("clean");
        shown += release.cells.filter(({ status, segment }) => status === "released" && segment !== null).length;
      }),
      { numRuns: 5, seed: 3 },
    );
    expect(shown).toBeGreaterThan(8);
  });
});
