/**
 * Published problems with known answers: tables of Statistics Norway, organisations solved exactly by another program. Prints what
 * rules of vendors would show and leak on the same organisations.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseCells, type TableCell } from "../../pipeline/protect/k-rule/choose-cells.ts";
import { chooseGroups } from "../../pipeline/protect/k-rule/choose-groups.ts";
import { loadSolver } from "../../pipeline/protect/k-rule/cover-cuts.ts";
import { findLeak } from "../../pipeline/protect/k-rule/find-leak.ts";
import type { Group } from "../../pipeline/protect/k-rule/system.ts";
import {
  hideSmallest,
  listCrossed,
  listUnits,
  type Organisation,
  takeEligible,
} from "../pipeline/protect/k-rule/vendor-rules.ts";

const folder = "../shared/data/sdc";
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: the published problems are not at ${folder}.`);

type Line = Readonly<Record<string, string>>;

const readLines = (file: string): Line[] => {
  if (!isThere) return [];
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, index) => [names[index] ?? "", value])));
};

/** The cells of a table. Each list has the columns for the levels of one variable; a value may be of any level or "Total". */
const readTable = (
  inner: readonly Line[],
  cells: readonly Line[],
  variables: readonly (readonly string[])[],
  count: string,
) =>
  cells.map((cell): TableCell => {
    const holds = (line: Line) =>
      variables.every(([name = "", ...above]) => {
        const value = cell[name];
        return value === "Total" || [name, ...above].some((level) => line[level] === value);
      });
    return {
      id: variables.map(([name = ""]) => cell[name]).join(" "),
      atoms: inner.flatMap((line, index) => (holds(line) ? [index] : [])),
      count: Number(cell[count]),
      hidden: cell["primary"] === "1",
    };
  });

/**
 * Cells that must be hidden and can be computed: those that don't raise the rank of what is shown, modulo a prime of 61 bits. A
 * combination over the rationals is one modulo the prime too, as long as no denominator is a multiple of it.
 */
const countComputable = (cells: readonly TableCell[], shown: ReadonlySet<string>, inner: number): number => {
  const prime = 2305843009213693951n;
  const toRow = ({ atoms }: TableCell) => {
    const row = Array<bigint>(inner).fill(0n);
    for (const atom of atoms) row[atom] = 1n;
    return row;
  };
  const reduced: { pivot: number; row: bigint[] }[] = [];
  const reduce = (row: bigint[]): bigint[] => {
    for (const { pivot, row: other } of reduced) {
      const times = row[pivot] as bigint;
      if (times === 0n) continue;
      for (let at = pivot; at < inner; at += 1)
        row[at] = ((row[at] as bigint) + (prime - times) * (other[at] as bigint)) % prime;
    }
    return row;
  };
  const invert = (value: bigint): bigint => {
    let [result, base, power] = [1n, value, prime - 2n];
    for (; power > 0n; power >>= 1n) {
      if (power & 1n) result = (result * base) % prime;
      base = (base * base) % prime;
    }
    return result;
  };
  for (const cell of cells.filter(({ id }) => shown.has(id))) {
    const row = reduce(toRow(cell));
    const pivot = row.findIndex((value) => value !== 0n);
    if (pivot < 0) continue;
    const scale = invert(row[pivot] as bigint);
    reduced.push({ pivot, row: row.map((value) => (value * scale) % prime) });
    reduced.sort((one, other) => one.pivot - other.pivot);
  }
  return cells.filter((cell) => cell.hidden && reduce(toRow(cell)).every((value) => value === 0n)).length;
};

describe.skipIf(!isThere)("tables of Statistics Norway, by the rule that no hidden cell may be computable", () => {
  const references = readLines("07-ssb-reference-counts.csv").filter(({ data }) => data !== "sosialFiktiv");

  it("are 16", () => expect(references).toHaveLength(16));

  it.each(references)(
    "$data, linked $linked, zeros $protectZeros, at most $maxN: no more hidden than GaussSuppression",
    (line) => {
      const home = `07-ssb-${line["data"]}`;
      const inner = readLines(`${home}/inner.csv`);
      const file = `cells_linked-${line["linked"]}_protectZeros-${line["protectZeros"]}_maxN-${line["maxN"]}.csv`;
      const variables = [["region", "fylke", "kostragr"], ["hovedint"], ["mnd", "mnd2"]];
      const cells = readTable(
        inner,
        readLines(`${home}/${file}`),
        variables.slice(0, line["data"] === "z2" ? 2 : 3),
        "freq",
      );
      expect(cells).toHaveLength(Number(line["cells"]));
      expect(cells.filter(({ hidden }) => hidden)).toHaveLength(Number(line["primary"]));
      const shown = chooseCells(cells, inner.length);
      expect(cells.length - shown.size).toBeLessThanOrEqual(Number(line["suppressed_gauss"]));
      expect(countComputable(cells, shown, inner.length)).toBe(0);
    },
  );

  it("finds what a pattern with a flaw gives away, as published: 13, 5, 4 and 1 cells", () => {
    const inner = readLines("07-ssb-z3/inner.csv");
    const audits = readLines("07-ssb-expected-audit.csv").filter(({ pattern_file = "" }) =>
      pattern_file.startsWith("sh_"),
    );
    const found = audits.map(({ pattern_file = "" }) => {
      const lines = readLines(`07-ssb-z3/${pattern_file.split(" ")[0]}`);
      const cells = readTable(inner, lines, [["region", "fylke", "kostragr"], ["hovedint"], ["mnd", "mnd2"]], "freq");
      const shown = cells
        .filter((_, index) => lines[index]?.["suppressed_simpleheuristic"] === "0")
        .map(({ id }) => id);
      return countComputable(cells, new Set(shown), inner.length);
    });
    expect(found).toEqual(audits.map((line) => Number(line["revealed_primary"])));
    expect(found).toEqual([13, 5, 4, 1]);
  });

  it("hides six cells of the two-way table, as many as GaussSuppression", () => {
    const inner = readLines("06-ssb-z1/inner.csv");
    const lines = readLines("06-ssb-z1/cells_maxN-3.csv");
    const cells = readTable(inner, lines, [["region"], ["hovedint"]], "ant");
    const shown = chooseCells(cells, inner.length);
    expect(lines.filter(({ suppressed }) => suppressed === "1")).toHaveLength(6);
    expect(cells.length - shown.size).toBeLessThanOrEqual(6);
    expect(countComputable(cells, shown, inner.length)).toBe(0);
  });
});

describe("a table that users of tau-Argus asked about", () => {
  it("hides A, because B and C together are below the threshold of 11", async () => {
    const candidates = ["A", "B", "C"].map((id, atom) => ({ id, atoms: [atom], weight: 1 }));
    const fixed = [{ id: "total", atoms: [0, 1, 2] }];
    expect(await chooseGroups({ weights: [15, 5, 3], fixed, candidates, k: 11 })).toMatchObject({
      status: "optimal",
      weight: 0,
    });
  });
});

/** Groups shown and organisations that leak, by rule and k. */
type Tally = Map<string, { shown: number; leaking: number }>;

const add = (tally: Tally, rule: string, groups: readonly Group[], weights: readonly number[], k: number): number => {
  const name = `${rule}, k = ${k}`;
  const { shown, leaking } = tally.get(name) ?? { shown: 0, leaking: 0 };
  const leaks = findLeak({ weights, groups }, k) !== null;
  tally.set(name, { shown: shown + groups.length, leaking: leaking + (leaks ? 1 : 0) });
  return groups.length;
};

const print = (title: string, tally: Tally): void => {
  const rows = [...tally].map(([rule, { shown, leaking }]) => `| ${rule} | ${shown} | ${leaking} |`);
  console.log([title, "| rule | groups shown | organisations that leak |", "| --- | --- | --- |", ...rows].join("\n"));
};

describe.skipIf(!isThere)("ten organisations that are one tree", () => {
  const expected = readLines("11-hr-tree-synthetic/expected.csv");
  const tally: Tally = new Map();
  let solver: Awaited<ReturnType<typeof loadSolver>>;
  beforeAll(async () => {
    solver = await loadSolver();
  });
  afterAll(() => print("Trees, k = 5 and 10", tally));

  const readTree = (name: string): Organisation => ({
    parents: new Map(readLines(`11-hr-tree-synthetic/${name}.csv`).map(({ node = "", parent = "" }) => [node, parent])),
    people: readLines(`11-hr-tree-synthetic/${name}.csv`)
      .map(({ node = "", direct_respondents }) => ({ unit: node, band: "", people: Number(direct_respondents) }))
      .filter(({ people }) => people > 0),
  });

  it.each(expected)("$case, k = $k: the general engine reaches the optimum", async (line) => {
    const k = Number(line["k"]);
    const organisation = readTree(line["case"] ?? "");
    const weights = organisation.people.map(({ people }) => people);
    const eligible = takeEligible(listUnits(organisation), weights, k);
    expect(eligible).toHaveLength(Number(line["eligible"]));
    const worth = (id: string) => (id === "org" ? 1000 : /^D\d+$/.test(id) ? 30 : 1);
    const candidates = eligible.map((group) => ({ ...group, weight: worth(group.id) }));
    const choice = await chooseGroups({ weights, fixed: [], candidates, k, solver });
    const optimum = Number(line["optimal_weight_1000_30_1"]);
    expect(choice).toMatchObject({ status: "optimal", weight: optimum, bound: optimum });
    const shown = eligible.filter(({ id }) => choice.status !== "conflict" && choice.chosen.has(id));
    expect(shown).toHaveLength(Number(line["optimal_published_count"]));
    expect(findLeak({ weights, groups: shown }, k)).toBeNull();
    const glint = hideSmallest(organisation, eligible, weights, 2);
    const siblings = hideSmallest(organisation, eligible, weights, k);
    add(tally, "threshold only", eligible, weights, k);
    expect(add(tally, "Glint-like, suppression threshold 2", glint, weights, k)).toBe(Number(line["glint2_published"]));
    expect(add(tally, "sibling remainder", siblings, weights, k)).toBe(Number(line["sibling_remainder_published"]));
    add(tally, "vitascan", shown, weights, k);
  });
});

describe.skipIf(!isThere)("five organisations by four bands of tenure", () => {
  const expected = readLines("12-hr-cross-synthetic/expected.csv");
  const tally: Tally = new Map();
  afterAll(() => print("Units by bands, k = 5", tally));

  const readCrossed = (name: string): Organisation => {
    const lines = readLines(`12-hr-cross-synthetic/${name}.csv`);
    return {
      parents: new Map(lines.map(({ node = "", parent = "" }) => [node, parent])),
      people: lines
        .map(({ node = "", band = "", respondents }) => ({ unit: node, band, people: Number(respondents) }))
        .filter(({ people }) => people > 0),
    };
  };

  it.each(expected)("$case: the optimum, without a leak", async (line) => {
    const k = Number(line["k"]);
    const organisation = readCrossed(line["case"] ?? "");
    const weights = organisation.people.map(({ people }) => people);
    const groups = listCrossed(organisation);
    const eligible = takeEligible(groups, weights, k);
    expect([weights.length, groups.length, eligible.length]).toEqual(
      ["atoms", "candidates", "eligible"].map((name) => Number(line[name])),
    );
    const choice = await chooseGroups({
      weights,
      fixed: [],
      candidates: eligible.map((group) => ({ ...group, weight: 1 })),
      k,
    });
    const optimum = Number(line["optimal_published"]);
    expect(choice).toMatchObject({ status: "optimal", weight: optimum, bound: optimum });
    const shown = eligible.filter(({ id }) => choice.status !== "conflict" && choice.chosen.has(id));
    expect(findLeak({ weights, groups: shown }, k)).toBeNull();
    const glint = hideSmallest(organisation, eligible, weights, 2);
    const siblings = hideSmallest(organisation, eligible, weights, k);
    add(tally, "threshold only", eligible, weights, k);
    add(tally, "Glint-like, suppression threshold 2", glint, weights, k);
    add(tally, "sibling remainder", siblings, weights, k);
    add(tally, "vitascan", shown, weights, k);
  });
});
