import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseShown } from "../../pipeline/protect/choose-shown.ts";
import { solveTree } from "../../pipeline/protect/solve-tree.ts";
import { presets } from "../../schemas/policy.ts";
import type { Unit } from "../../schemas/roster.ts";
import { addUp, standard } from "../pipeline/protect/organisations.ts";

const folder = "../shared/data/sdc/11-hr-tree-synthetic";
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: the published tree problems are not at ${folder}.`);

const readRows = (file: string): Record<string, string>[] => {
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, index) => [names[index], value])));
};

const readUnits = (file: string): Unit[] => {
  const rows = readRows(file);
  return rows.map(({ node = "", parent = "", level }) => ({
    unit: node,
    name: node,
    parent: parent === "" ? null : parent,
    level: Number(level),
    leaf: !rows.some((row) => row.parent === node),
    invited: null,
    invited_total: null,
  }));
};

const readDirect = (file: string): Record<string, number> =>
  Object.fromEntries(readRows(file).map(({ node = "", direct_respondents }) => [node, Number(direct_respondents)]));

const weights = [1000, 30, 1];
const weighLevel = ({ level }: Unit): number => weights[level] ?? 1;

describe.skipIf(!isThere)("the exact optimum of ten synthetic organisations", () => {
  const expected = isThere ? readRows("expected.csv") : [];

  it("is there for ten organisations and two k", () => expect(expected).toHaveLength(20));

  it.each(expected)("$case with k = $k", (row) => {
    const file = `${row.case}.csv`;
    const units = readUnits(file);
    const shown = solveTree({
      units,
      counts: new Map(Object.entries(readDirect(file))),
      isEligible: () => true,
      weigh: (unit) => ({ weight: weighLevel(unit), preference: 0 }),
      k: Number(row.k),
    });
    const weight = units.filter(({ unit }) => shown.has(unit)).reduce((sum, unit) => sum + weighLevel(unit), 0);
    expect(shown.size).toBe(Number(row.optimal_published_count));
    expect(weight).toBe(Number(row.optimal_weight_1000_30_1));
  });

  it.each(expected)("$case with k = $k, as a block chooses its units", (row) => {
    const file = `${row.case}.csv`;
    const units = readUnits(file);
    const policy = { ...standard, k: { ...presets.pmo, mean: Number(row.k) } };
    const { mean } = chooseShown({ units, respondents: addUp(units, readDirect(file)), policy });
    expect(mean.size).toBe(Number(row.optimal_published_count));
  });
});
