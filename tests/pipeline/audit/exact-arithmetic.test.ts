import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eliminate, orderGroups } from "../../../pipeline/audit/eliminate.ts";
import { findDependency } from "../../../pipeline/audit/find-dependency.ts";
import { findRegions } from "../../../pipeline/audit/intervals/find-regions.ts";
import { readSums } from "../../../pipeline/audit/intervals/read-sums.ts";
import { loadSolver } from "../../../pipeline/audit/intervals/solve-linear.ts";
import { splitComponents } from "../../../pipeline/audit/intervals/split-components.ts";
import { isSpanned, makeExact } from "../../../pipeline/audit/make-exact.ts";
import { findFraction, invert, multiply, prime, subtract } from "../../../pipeline/audit/prime-field.ts";
import { divideOut, findDivisor, findMultiple } from "../../../pipeline/audit/whole-numbers.ts";
import { makeMeasure } from "./organisations.ts";

describe("the prime field", () => {
  it("is of a prime below 2^26", () => {
    for (let divisor = 2; divisor * divisor <= prime; divisor += 1) expect(prime % divisor).not.toBe(0);
    expect(prime).toBeLessThan(2 ** 26);
  });

  it("inverts, and gives small fractions back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        (numerator, denominator) => {
          const divisor = Number(findDivisor(BigInt(numerator), BigInt(denominator)));
          const residue = multiply((numerator + prime) % prime, invert(denominator));
          expect(findFraction(residue)).toEqual({
            numerator: numerator / divisor + 0,
            denominator: denominator / divisor,
          });
          expect(multiply(denominator, invert(denominator))).toBe(1);
        },
      ),
      { seed: 2 },
    );
    expect(subtract(3, 5)).toBe(prime - 2);
    expect(() => invert(0)).toThrow("0 has no inverse");
  });

  it("has no small fraction for some residues, and else the one that stands for it", () => {
    const residues = Array.from({ length: 200 }, (_, index) => (index + 1) * 333_667);
    const fractions = residues.map(findFraction);
    expect(fractions.filter((fraction) => fraction === null).length).toBeGreaterThan(10);
    for (const [index, fraction] of fractions.entries()) {
      if (fraction === null) continue;
      const { numerator, denominator } = fraction;
      expect(Math.max(Math.abs(numerator), denominator)).toBeLessThanOrEqual(5792);
      expect(multiply(residues[index] as number, denominator)).toBe((numerator + prime) % prime);
    }
  });
});

describe("whole numbers", () => {
  it("have divisors and multiples", () => {
    expect(findDivisor(-12n, 18n)).toBe(6n);
    expect(findMultiple([4n, 6n, 9n])).toBe(36n);
    expect(findMultiple([])).toBe(1n);
    expect(divideOut([4n, -6n, 0n])).toEqual([2n, -3n, 0n]);
    expect(divideOut([0n])).toEqual([0n]);
  });
});

describe("findDependency", () => {
  const row = (...values: number[]) =>
    new Map(values.flatMap((value, column) => (value === 0 ? [] : [[column, value]])));

  it("gives coefficients without a common divisor", () => {
    expect(findDependency([row(2), row(3)])?.map(Number)).toEqual([-3, 2]);
    expect(findDependency([row(1, 0), row(0, 1)])).toBeNull();
    expect(findDependency([row(1, 2, 3), row(4, 5, 6), row(7, 8, 9)])?.map(Number)).toEqual([-1, 2, -1]);
    expect(findDependency([row()])?.map(Number)).toEqual([1]);
    expect(findDependency([])).toBeNull();
  });
});

describe("the exact echelon", () => {
  const reduce = (columns: number, groups: number[][]) => {
    const named = groups.map((atoms) => ({ atoms }));
    const echelon = eliminate({
      columns,
      groups,
      order: orderGroups(named, () => 0),
      isHeavy: () => false,
      budget: 1e6,
    });
    return echelon === null ? null : makeExact(echelon, groups);
  };

  it("spans sums and differences of its groups and nothing else", () => {
    const exact = reduce(4, [
      [0, 1, 2, 3],
      [0, 1],
      [1, 2],
    ]);
    if (exact === null) throw new Error("no echelon");
    expect(exact.rows).toHaveLength(3);
    expect(isSpanned(exact, [2, 3])).toBe(true);
    expect(isSpanned(exact, [0, 3])).toBe(true);
    expect(isSpanned(exact, [1, 3])).toBe(false);
    expect(isSpanned(exact, [0])).toBe(false);
  });

  it("keeps halves exact: three pairs of three give each alone", () => {
    const exact = reduce(4, [
      [0, 1, 3],
      [1, 2, 3],
      [0, 2, 3],
    ]);
    expect(exact?.scale).toBe(2);
  });

  it("is refused when it does not span the groups it is said to come from", () => {
    const echelon = eliminate({ columns: 2, groups: [[0, 1]], order: [0], isHeavy: () => false, budget: 1e6 });
    if (echelon === null) throw new Error("no echelon");
    expect(makeExact(echelon, [[0, 1]])).not.toBeNull();
    expect(makeExact(echelon, [[0, 1], [0]])).toBeNull();
  });
});

describe("findRegions", () => {
  it("gives each group what its largest groups within leave", () => {
    expect(findRegions([[0, 1, 2, 3], [0, 1], [0], [3]])).toEqual([
      { children: [1, 3], atoms: [2] },
      { children: [2], atoms: [1] },
      { children: [], atoms: [0] },
      { children: [], atoms: [3] },
    ]);
  });

  it("is null for groups that overlap in part", () => {
    expect(
      findRegions([
        [0, 1],
        [1, 2],
      ]),
    ).toBeNull();
  });
});

describe("splitComponents", () => {
  it("keeps sets together that share an atom through others", () => {
    expect(splitComponents([[0, 1], [2], [1, 3], [4, 2]])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(splitComponents([])).toEqual([]);
  });
});

describe("readSums", () => {
  const systemOf = (figures: readonly (readonly [respondents: number, mean: number])[]) => ({
    scale: 1,
    people: [],
    weights: [],
    groups: [],
    figures: figures.map(([respondents, mean], group) => ({
      group,
      release: 1,
      cell: {
        wave: "w",
        unit: `u${group}`,
        segment: null,
        measure: "m",
        status: "released" as const,
        respondents,
        invited: null,
        mean,
      },
    })),
  });

  it("finds the thirds of a scale of three items in means to six decimals", () => {
    // 22/3 of 7 people, 10 of 6: 1.047619 and 1.666667.
    const { scale, sums } = readSums(
      systemOf([
        [7, 1.047619],
        [6, 1.666667],
      ]),
      makeMeasure("m"),
    );
    expect(scale).toMatchObject({ per: 3, minimum: 3, maximum: 15 });
    expect(sums.map(({ low, high }) => [low, high])).toEqual([
      [22, 22],
      [30, 30],
    ]);
  });

  it("leaves what rounding leaves where a group is too large for one whole number", () => {
    const { sums } = readSums(systemOf([[1_000_000, 3.123457]]), makeMeasure("m"));
    expect(sums[0]?.high).toBeCloseTo(3_123_457.5, 2);
    expect(sums[0]?.low).toBeCloseTo(3_123_456.5, 2);
  });
});

describe("the solver", () => {
  it("solves a program known by hand and tells one that is impossible", async () => {
    const solver = await loadSolver();
    const columns = [
      { low: 0, high: 4 },
      { low: 1, high: 3 },
    ];
    const sum = {
      terms: [
        [0, 1],
        [1, 1],
      ] as [number, number][],
      low: 5,
      high: 5,
    };
    expect(solver({ columns, rows: [sum] }, { sense: "minimise", terms: [[0, 1]] })).toEqual({
      status: "solved",
      values: [2, 3],
    });
    expect(solver({ columns, rows: [sum] }, { sense: "maximise", terms: [[0, 1]] })).toEqual({
      status: "solved",
      values: [4, 1],
    });
    expect(solver({ columns, rows: [{ ...sum, low: 8, high: 9 }] }, { sense: "maximise", terms: [] }).status).toBe(
      "infeasible",
    );
  });
});
