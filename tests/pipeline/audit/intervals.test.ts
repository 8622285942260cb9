import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attackIntervals } from "../../../pipeline/audit/intervals/attack-intervals.ts";
import { readSums } from "../../../pipeline/audit/intervals/read-sums.ts";
import { loadSolver } from "../../../pipeline/audit/intervals/solve-linear.ts";
import type { System } from "../../../pipeline/audit/system.ts";
import {
  auditRelease,
  makeMeasure,
  makeMembership,
  makeRelease,
  people,
  type Shown,
  spread,
  standard,
  type Tree,
} from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1" };
const everyone = (unit: string, count: number, score: number) => people(unit, count, score);

const auditShown = (crew: ReturnType<typeof people>, shown: readonly Shown[]) => {
  const organisation = { tree, people: crew };
  return auditRelease(makeRelease({ ...organisation, shown }), [makeMembership(organisation)]);
};

describe("answers of a tree", () => {
  it("are given away by the mean of a team in which everyone gave the highest answer", async () => {
    const certificate = await auditShown(everyone("T1", 6, 5), [{ unit: "T1" }]);
    expect(certificate).toMatchObject({ verdict: "leak", bases: [{ tightest_interval: 0, intervals_tested: 1 }] });
    expect(certificate.leaks).toEqual([
      {
        attack: "interval",
        wave: "2026",
        questionnaire: "q",
        instrument: "energy",
        measure: "energy",
        respondents: null,
        combination: [{ release: 1, unit: "T1", segment: null, coefficient: 1 }],
        explanation: "T1: 0 % of the scale of energy is left for somebody",
      },
    ]);
  });

  it("stay open over half of the scale when that mean is bounded two points below", async () => {
    // 6 x 5 - 2 = 28.
    const certificate = await auditShown(everyone("T1", 6, 5), [{ unit: "T1", mean: 4.666667, bound: "at_least" }]);
    expect(certificate).toMatchObject({ verdict: "clean", bases: [{ tightest_interval: 0.5 }] });
  });

  it("are narrowed by a bound that is too near to the end", async () => {
    // A sum of 29 or more: nobody is below 29 - 5 x 5 = 4, so 1 of 4 points is left.
    const { bases, leaks } = await auditShown(everyone("T1", 6, 5), [
      { unit: "T1", mean: 4.833333, bound: "at_least" },
    ]);
    expect(bases[0]?.tightest_interval).toBeCloseTo(0.25, 9);
    expect(leaks[0]?.explanation).toBe("T1: 25 % of the scale of energy is left for somebody");
  });

  it("are given away by what is left of a department, though all its figures look harmless", async () => {
    // D1: 6 x 3 + 6 x 1 directly = 24 of 12 people; T1 3.0; what is left has 6 of 6.
    const { leaks } = await auditShown([...spread("T1", 6), ...everyone("D1", 6, 1)], [{ unit: "D1" }, { unit: "T1" }]);
    expect(leaks.map(({ explanation }) => explanation)).toEqual([
      "D1 - T1: 0 % of the scale of energy is left for somebody",
    ]);
  });

  it("stay open when the remainder is lowered and its department with it", async () => {
    // Six directly, all 1: published as 6 x 1 + 2 = 8; D1 = 18 + 8 = 26 of 12.
    const shown: Shown[] = [{ unit: "D1", mean: 2.166667, bound: "at_most" }, { unit: "T1" }];
    const certificate = await auditShown([...spread("T1", 6), ...everyone("D1", 6, 1)], shown);
    expect(certificate).toMatchObject({ verdict: "clean", bases: [{ tightest_interval: 0.5 }] });
  });

  it("are known in a region off the edges, also below a department that is bounded for another team", async () => {
    // D1 (about) = T1 28 at least + T2 20; T2 is 5 x 4 exactly: L - 4 x 5 = 0, H - 4 x 1 = 16: all open.
    const shown: Shown[] = [
      { unit: "D1", mean: 4.363636, bound: "at_least" },
      { unit: "T1", mean: 4.666667, bound: "at_least" },
      { unit: "T2" },
    ];
    const certificate = await auditShown([...everyone("T1", 6, 5), ...everyone("T2", 5, 4)], shown);
    expect(certificate.leaks).toEqual([]);
    expect(certificate.bases[0]).toMatchObject({ groups: 3, rank: 2, tightest_interval: 0.5 });
  });

  it("are near their team's mean when the variance within teams is near 0", async () => {
    const organisation = { tree, people: spread("T1", 60) };
    const release = makeRelease({ ...organisation, shown: [{ unit: "T1" }] });
    // Half of 1 to 5 is 2: at least 2 x 2 x 5 / 4 = 5 squares are needed, over 60 - 1 degrees of freedom 0.0847.
    const audited = (value: number) =>
      auditRelease(
        {
          ...release,
          statistics: [
            { wave: "2026", measure: "energy", statistic: "pooled_within_variance", value, respondents: 60, teams: 1 },
          ],
        },
        [makeMembership(organisation)],
      );
    expect((await audited(0.084)).leaks.map(({ attack }) => attack)).toEqual(["interval"]);
    expect((await audited(0.085)).leaks).toEqual([]);
  });
});

describe("answers shown in two releases", () => {
  it("are read with their bounds where figures contradict each other: D1 was true before its remainder was moved", async () => {
    const crew = [...spread("T1", 6), ...everyone("D1", 6, 1)];
    const organisation = { tree, people: crew };
    const memberships = [makeMembership(organisation)];
    const before = makeRelease({ ...organisation, shown: [{ unit: "D1" }] });
    const shown: Shown[] = [{ unit: "D1", mean: 2.166667, bound: "at_most" }, { unit: "T1" }];
    const after = makeRelease({ ...organisation, shown });
    const { leaks, verdict } = await auditRelease(after, memberships, {
      earlier: [{ number: 1, release: before, memberships }],
    });
    expect(verdict).toBe("leak");
    // D1 had 24 in the first release, T1 has 18: six people at the lowest answer.
    expect(leaks.map(({ attack, explanation }) => `${attack}: ${explanation}`)).toEqual([
      "interval: D1: 0 % of the scale of energy is left for somebody",
      "band: D1 is bounded, but follows from D1",
    ]);
  });
});

/** Rows are units, columns are segments; `sums` per row and column. */
const makeTable = (
  weights: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): System => {
  const width = columns.length;
  const atoms = weights.flat();
  const groups = [
    ...rows.map((sum, row) => ({ segment: null, sum, atoms: columns.map((_, column) => row * width + column) })),
    ...columns.map((sum, column) => ({
      segment: { attribute: "tenure", value: `t${column}` },
      sum,
      atoms: rows.map((_, row) => row * width + column),
    })),
  ];
  return {
    scale: 1,
    people: atoms,
    weights: atoms,
    groups: groups.map(({ segment, atoms: own }, index) => ({
      release: 1,
      wave: "w",
      unit: `u${index}`,
      segment,
      atoms: own,
    })),
    figures: groups.map(({ segment, sum, atoms: own }, group) => {
      const respondents = own.reduce((total, atom) => total + (atoms[atom] as number), 0);
      const mean = Number((sum / respondents).toFixed(6));
      return {
        group,
        release: 1,
        cell: {
          wave: "w",
          unit: `u${group}`,
          segment,
          measure: "energy",
          status: "released",
          respondents,
          invited: null,
          mean,
        },
      };
    }),
  };
};

const attackTable = async (system: System, [minimum, maximum]: readonly [number, number]) => {
  const measure = { ...makeMeasure("energy"), minimum, maximum };
  const solver = await loadSolver();
  return attackIntervals({ system, measure, policy: standard, sums: readSums(system, measure) }, solver);
};

describe("answers where groups overlap", () => {
  it("keep what the linear programs leave them", async () => {
    // a + b = 46, c + d = 14, a + c = 12, b + d = 48 with 1, 9, 9, 1 people: a is 1 to 3 and d = a + 2.
    const result = await attackTable(
      makeTable(
        [
          [1, 9],
          [9, 1],
        ],
        [46, 14],
        [12, 48],
      ),
      [1, 5],
    );
    expect(result).toMatchObject({ tested: 4, narrowed: [], complete: true });
    expect(result.tightest).toBeCloseTo(0.5, 6);
  });

  it("are narrowed when sums leave less", async () => {
    // With a + c = 11 and b + d = 49: a is 1 or 2 and d = a + 3; one of b is 44 - 8 x 5 = 4 or more, one of c 10 - 8 = 2 or less.
    const { narrowed } = await attackTable(
      makeTable(
        [
          [1, 9],
          [9, 1],
        ],
        [46, 14],
        [11, 49],
      ),
      [1, 5],
    );
    expect(narrowed.map(({ atom }) => atom)).toEqual([0, 1, 2, 3]);
    for (const { share } of narrowed) expect(share).toBeCloseTo(0.25, 6);
  });

  it("are narrowed by segments that say about, taken for true", async () => {
    const system = makeTable(
      [
        [1, 9],
        [9, 1],
      ],
      [46, 14],
      [11, 49],
    );
    const figures = system.figures.map((figure) =>
      figure.cell.segment === null ? figure : { ...figure, cell: { ...figure.cell, bound: "about" as const } },
    );
    expect((await attackTable({ ...system, figures }, [1, 5])).narrowed).toHaveLength(4);
  });

  it("are narrowed just where trying all whole answers says so (rows and columns: whole answers reach all ends)", async () => {
    const answers = fc.record({
      weights: fc.array(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 2 }), {
        minLength: 2,
        maxLength: 3,
      }),
      scores: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 }),
    });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(answers, async ({ weights, scores }) => {
        const atoms = weights.flat();
        const starts = atoms.map((_, atom) => atoms.slice(0, atom).reduce((sum, one) => sum + one, 0));
        const sumOf = (atom: number) =>
          scores
            .slice(starts[atom], (starts[atom] as number) + (atoms[atom] as number))
            .reduce((sum, one) => sum + one, 0);
        const rows = weights.map((_, row) => sumOf(2 * row) + sumOf(2 * row + 1));
        const columns = [0, 1].map((column) => weights.reduce((sum, _, row) => sum + sumOf(2 * row + column), 0));
        const { narrowed } = await attackTable(makeTable(weights, rows, columns), [0, 2]);
        const expected = tryAll(atoms, rows, columns);
        expect(narrowed.map(({ atom }) => atom)).toEqual(expected);
        found += expected.length > 0 ? 1 : 0;
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(found).toBeGreaterThan(10);
    expect(found).toBeLessThan(60);
  });
});

/** Atoms of which one person can't differ by a point (half of 0 to 2) over all sums per atom that fit the table. */
const tryAll = (atoms: readonly number[], rows: readonly number[], columns: readonly number[]): number[] => {
  const seen = atoms.map(() => ({ low: 2, high: 0 }));
  const fits = (sums: readonly number[]) =>
    rows.every((sum, row) => (sums[2 * row] as number) + (sums[2 * row + 1] as number) === sum) &&
    columns.every(
      (sum, column) => rows.reduce((total, _, row) => total + (sums[2 * row + column] as number), 0) === sum,
    );
  const visit = (sums: readonly number[]): void => {
    if (sums.length < atoms.length) {
      for (let sum = 0; sum <= 2 * (atoms[sums.length] as number); sum += 1) visit([...sums, sum]);
      return;
    }
    if (!fits(sums)) return;
    for (const [atom, range] of seen.entries()) {
      const others = (atoms[atom] as number) - 1;
      range.low = Math.min(range.low, Math.max(0, (sums[atom] as number) - 2 * others));
      range.high = Math.max(range.high, Math.min(2, sums[atom] as number));
    }
  };
  visit([]);
  return seen.flatMap(({ low, high }, atom) => (high - low < 1 ? [atom] : []));
};
