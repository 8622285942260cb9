import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseShown } from "../../../pipeline/protect/choose-shown.ts";
import { releaseBlock, releaseParticipation } from "../../../pipeline/protect/release-cells.ts";
import type { MeasureDefinition } from "../../../schemas/cell.ts";
import { PublishedCell } from "../../../schemas/release.ts";
import {
  addUp,
  calm,
  drive,
  enps,
  enpsScores,
  makeBlankBlock,
  makeBlock,
  makeUnits,
  randomTree,
  standard,
  strain,
  whole,
} from "./organisations.ts";

const units = makeUnits([
  ["org", null, 0],
  ["a", "org", 15],
  ["b", "org", 4],
  ["c", "org", 9],
]);
const key = { wave: "2026", segment: null };

describe("releaseBlock", () => {
  const scores = { a: enpsScores(6, 4, 5), b: enpsScores(2, 2, 2), c: enpsScores(0, 1, 6) };
  const shown = { mean: new Set(["org", "a", "c"]), detail: new Set(["org", "a"]) };
  const block = makeBlock(units, [[enps, scores]]);
  const everywhere = new Set(["org", "a", "b", "c"]);
  const cells = releaseBlock({ units, block, shown, policy: standard, answering: everywhere });

  it("publishes figures of shown units and the key of the others, in tree order", () => {
    const measure = enps.measure;
    // c: -600 of 7 people becomes -560, so the organisation has 100 + 0 - 560 of 28. Counts: see bound-parts.test.ts.
    expect(cells).toEqual([
      {
        ...key,
        unit: "org",
        measure,
        status: "released",
        respondents: 28,
        invited: 28,
        enps: -16.428571,
        bound: "at_most",
        promoters: 8,
        passives: 7,
        detractors: 13,
        parts_bound: "about",
      },
      {
        ...key,
        unit: "a",
        measure,
        status: "released",
        respondents: 15,
        invited: 15,
        enps: 6.666667,
        promoters: 6,
        passives: 4,
        detractors: 5,
      },
      { ...key, unit: "b", measure, status: "withheld" },
      { ...key, unit: "c", measure, status: "released", respondents: 7, invited: 9, enps: -80, bound: "at_most" },
    ]);
    for (const cell of cells) expect(PublishedCell.parse(cell)).toEqual(cell);
  });

  it("counts answers as invited when there are more of them, and null when unknown", () => {
    const unknown = makeUnits([["org", null]]);
    const block = makeBlock(unknown, [[strain, { org: [2, 2.5, 3, 2.5, 3, 3, 3] }]]);
    const only = { mean: new Set(["org"]), detail: new Set<string>() };
    const told = { block, shown: only, policy: standard, answering: new Set(["org"]) };
    const [cell] = releaseBlock({ ...told, units: unknown });
    // 19 / 7
    expect(cell).toMatchObject({ respondents: 7, invited: null, mean: 2.714286 });
    const few = makeUnits([["org", null, 3]]);
    expect(releaseBlock({ ...told, units: few })[0]).toMatchObject({ invited: 7 });
  });

  it.each([
    ["nowhere", []],
    ["in a unit that is not shown", ["b"]],
    ["in one of the shown units", ["b", "c"]],
  ])("tells the number of invited only where participation is shown: %s", (_, answering) => {
    const found = releaseBlock({ units, block, shown, policy: standard, answering: new Set(answering) });
    // The same cells but for `invited`: a null tells no more, and a withheld cell has no such key.
    expect(found).toEqual(
      cells.map((cell) =>
        cell.status === "withheld" || answering.includes(cell.unit) ? cell : { ...cell, invited: null },
      ),
    );
    expect(found.filter((cell) => "invited" in cell && cell.invited !== null)).toHaveLength(
      answering.includes("c") ? 1 : 0,
    );
    for (const cell of found) expect(PublishedCell.parse(cell)).toEqual(cell);
  });

  it("makes all withheld cells alike", () => {
    const none = { mean: new Set<string>(), detail: new Set<string>() };
    const hidden = releaseBlock({
      units,
      block: makeBlock(units, [
        [enps, scores],
        [strain, { a: [3, 3, 3] }],
      ]),
      shown: none,
      policy: standard,
      answering: everywhere,
    });
    expect(hidden).toHaveLength(8);
    for (const cell of hidden)
      expect(Object.keys(cell).sort()).toEqual(["measure", "segment", "status", "unit", "wave"]);
  });

  it("publishes counts that add up, and that are the eNPS wherever nothing was moved", () => {
    let exact = 0;
    const property = fc.property(
      randomTree(15, 40),
      fc.infiniteStream(fc.constantFrom(-100, 0, 100)),
      (tree, stream) => {
        const some = makeUnits(tree.rows);
        const draw = (people: number) => Array.from({ length: people }, () => Number(stream.next().value));
        const answers = Object.fromEntries(tree.rows.map(([unit], index) => [unit, draw(tree.direct[index] ?? 0)]));
        const people = Object.fromEntries(Object.entries(answers).map(([unit, all]) => [unit, all.length]));
        const chosen = chooseShown({ units: some, respondents: addUp(some, people), policy: standard });
        const block = makeBlock(some, [[enps, answers]]);
        for (const cell of releaseBlock({
          units: some,
          block,
          shown: chosen,
          policy: standard,
          answering: chosen.mean,
        })) {
          if (cell.status === "withheld" || cell.promoters === undefined) continue;
          const { promoters, passives = Number.NaN, detractors = Number.NaN, respondents } = cell;
          expect(promoters + passives + detractors).toBe(respondents);
          expect(Math.min(promoters, passives, detractors)).toBeGreaterThanOrEqual(0);
          if (cell.parts_bound || cell.bound) continue;
          exact += 1;
          expect(cell.enps).toBeCloseTo((100 * (promoters - detractors)) / respondents, 6);
        }
      },
    );
    fc.assert(property, { seed: 5, numRuns: 100 });
    expect(exact).toBeGreaterThan(100);
  });

  it("shows the same cells whoever gave which answer", () => {
    const property = fc.property(
      randomTree(15, 12),
      fc.infiniteStream(fc.constantFrom(-100, 0, 100)),
      (tree, stream) => {
        const some = makeUnits(tree.rows);
        const release = () => {
          const answers = Object.fromEntries(
            tree.rows.map(([unit], i) => [
              unit,
              Array.from({ length: tree.direct[i] ?? 0 }, () => Number(stream.next().value)),
            ]),
          );
          const respondents = addUp(
            some,
            Object.fromEntries(Object.entries(answers).map(([unit, all]) => [unit, all.length])),
          );
          const chosen = chooseShown({ units: some, respondents, policy: standard });
          const released = releaseBlock({
            units: some,
            block: makeBlock(some, [[enps, answers]]),
            shown: chosen,
            policy: standard,
            answering: chosen.mean,
          });
          return released.map((cell) => [cell.unit, cell.status, "promoters" in cell]);
        };
        expect(release()).toEqual(release());
      },
    );
    fc.assert(property, { seed: 4, numRuns: 200 });
  });
});

describe("releaseBlock on answers with blanks", () => {
  it("publishes means of whole steps, and a total that tells nothing beside its scales", () => {
    let compared = 0;
    const property = fc.property(randomTree(15, 12), fc.infiniteStream(fc.nat(1_000_000)), (tree, stream) => {
      const some = makeUnits(tree.rows);
      const people = Object.fromEntries(tree.rows.map(([unit], index) => [unit, tree.direct[index] ?? 0]));
      const shown = chooseShown({ units: some, respondents: addUp(some, people), policy: standard });
      const block = makeBlankBlock(some, people, () => Number(stream.next().value));
      const found = releaseBlock({ units: some, block, shown, policy: standard, answering: new Set() });
      const means = new Map(
        found.flatMap((cell) => (cell.status === "released" ? [[`${cell.unit} ${cell.measure}`, cell]] : [])),
      );
      for (const unit of shown.mean) {
        const read = ({ measure }: MeasureDefinition) => means.get(`${unit} ${measure}`)?.mean ?? Number.NaN;
        const n = means.get(`${unit} ${whole.measure}`)?.respondents ?? Number.NaN;
        for (const measure of [whole, drive, calm]) {
          const perPoint = Number(measure.factor / measure.step);
          const steps = read(measure) * n * perPoint;
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.6e-6 * n * perPoint);
        }
        // Each mean is off by half a millionth at most: 0.5e-6 and (3 x 0.5e-6 + 4 x 0.5e-6) / 7.
        expect(Math.abs(n * (read(whole) - (3 * read(drive) + 4 * read(calm)) / 7))).toBeLessThan(1.001e-6 * n);
        compared += 1;
      }
    });
    fc.assert(property, { seed: 6, numRuns: 100 });
    expect(compared).toBeGreaterThan(200);
  });
});

describe("releaseParticipation", () => {
  const participation = {
    wave: "2026",
    questionnaire: "wellbeing",
    counts: new Map([
      ["org", 30],
      ["a", 10],
      ["b", 5],
      ["c", 9],
    ]),
  };
  const release = (shown: string[]) => releaseParticipation({ units, participation, shown: new Set(shown) });

  it("publishes the share of the invited, never above 1", () => {
    const measure = "participation.wellbeing";
    expect(release(["a", "b", "c"])).toEqual([
      { ...key, unit: "org", measure, status: "withheld" },
      { ...key, unit: "a", measure, status: "released", respondents: 10, invited: 15, share: 0.666667 },
      { ...key, unit: "b", measure, status: "released", respondents: 5, invited: 5, share: 1 },
      { ...key, unit: "c", measure, status: "released", respondents: 9, invited: 9, share: 1 },
    ]);
  });
});
