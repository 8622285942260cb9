import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { attackSets } from "../../pipeline/audit/attack-sets.ts";
import { findComputable, type TableCell } from "../../pipeline/audit/find-computable.ts";
import { type LinearProgram, loadSolver, type Term } from "../../pipeline/audit/intervals/solve-linear.ts";

const folder = "../shared/data/sdc";
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: the published table problems are not at ${folder}.`);

type Row = Readonly<Record<string, string>>;

const readRows = (file: string): Row[] => {
  const [header = "", ...lines] = readFileSync(join(folder, file), "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const fields = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((field) => field.replace(/,$/, "").replace(/^"|"$/g, ""));
    return Object.fromEntries(names.map((name, index) => [name, fields?.[index] ?? ""]));
  });
};

const isTotal = (code: string): boolean => /^tot(al)?$/i.test(code);

/** Positions of inner cells for which every coordinate of a cell holds: it is there itself, in one of its groupings, or a total. */
const findAtoms = (
  inner: readonly Row[],
  coordinates: readonly (readonly [columns: readonly string[], code: string])[],
) =>
  inner.flatMap((row, atom) =>
    coordinates.every(([columns, code]) => isTotal(code) || columns.some((column) => row[column] === code))
      ? [atom]
      : [],
  );

describe.skipIf(!isThere)("02: two tables with a hierarchy in common", () => {
  const inner = isThere ? readRows("02-sdctable-linked/inner.csv") : [];
  const cells = isThere ? readRows("02-sdctable-linked/cells.csv") : [];
  const readCells = (tables: readonly string[], status: string): TableCell[] =>
    cells
      .filter(({ table = "" }) => tables.includes(table))
      .map((row) => ({
        id: row["cell"] as string,
        atoms: findAtoms(inner, [
          [["region", "county", "group"], row["cell"] === "big" ? "BIG" : (row["cell"] as string)],
        ]),
        hidden: row[status] !== "s",
      }));

  it("has nothing to compute in each table by itself, and K in both together", () => {
    expect(findComputable(readCells(["county"], "status_alone"))).toEqual([]);
    expect(findComputable(readCells(["group"], "status_alone"))).toEqual([]);
    expect([...new Set(findComputable(readCells(["county", "group"], "status_alone")))]).toEqual(["K"]);
  });

  it("has nothing to compute once N is hidden too", () => {
    expect(findComputable(readCells(["county", "group"], "status_linked"))).toEqual([]);
  });
});

describe.skipIf(!isThere)("03: two hidden cells in every row and column are not enough", () => {
  const inner = isThere ? readRows("03-sdctable-4x4-rank-leak/inner.csv") : [];
  const rows = isThere ? readRows("03-sdctable-4x4-rank-leak/cells.csv") : [];
  const readCells = (status: string) =>
    rows.map((row) => ({
      id: `${row["v1"]}|${row["v2"]}`,
      atoms: findAtoms(inner, [
        [["v1"], row["v1"] as string],
        [["v2"], row["v2"] as string],
      ]),
      hidden: row[status] !== "s",
      freq: Number(row["freq"]),
    }));
  /** Lowest and highest count of every inner cell that is hidden, from what is shown. */
  const findIntervals = async (status: string) => {
    const solver = await loadSolver();
    const cells = readCells(status);
    const program: LinearProgram = {
      columns: inner.map(() => ({ low: 0, high: 3943 })),
      rows: cells
        .filter(({ hidden }) => !hidden)
        .map(({ atoms, freq }) => ({ low: freq, high: freq, terms: atoms.map((atom): Term => [atom, 1]) })),
    };
    const find = (atom: number, sense: "minimise" | "maximise") => {
      const solution = solver(program, { sense, terms: [[atom, 1]] });
      return solution.status === "solved" ? Math.round(solution.values[atom] as number) : null;
    };
    return new Map(
      cells
        .filter(({ hidden }) => hidden)
        .map(({ id, atoms }) => [id, [find(atoms[0] as number, "minimise"), find(atoms[0] as number, "maximise")]]),
    );
  };
  const readPublished = (low: string, high: string) =>
    new Map(
      rows
        .filter((row) => row[low] !== "")
        .map((row) => [`${row["v1"]}|${row["v2"]}`, [Number(row[low]), Number(row[high])]]),
    );

  it("gives w|b exactly under the old heuristic and nothing with one more cell hidden", () => {
    expect(findComputable(readCells("status_old_heuristic"))).toEqual(["w|b"]);
    expect(findComputable(readCells("status_simpleheuristic"))).toEqual([]);
  });

  it("gives the published intervals: 47 before, 0 to 78 after", async () => {
    const before = await findIntervals("status_old_heuristic");
    expect(before.get("w|b")).toEqual([47, 47]);
    expect(before).toEqual(readPublished("lo_old", "up_old"));
    const after = await findIntervals("status_simpleheuristic");
    expect(after.get("w|b")).toEqual([0, 78]);
    for (const [cell, interval] of readPublished("lo_new", "up_new"))
      expect([cell, after.get(cell)]).toEqual([cell, interval]);
  });
});

describe.skipIf(!isThere)("07: hidden cells that can be computed, as Statistics Norway counted them", () => {
  const expected = isThere ? readRows("07-ssb-expected-audit.csv") : [];

  it("is there for twelve patterns", () => expect(expected).toHaveLength(12));

  it.each(expected)("$data linked $linked, $pattern_file", (row) => {
    const [file = "", column = ""] = (row["pattern_file"] as string).replace(")", "").split(" (");
    const inner = readRows(`07-ssb-${row["data"]}/inner.csv`);
    const levels = { region: ["region", "fylke", "kostragr"], hovedint: ["hovedint"], mnd: ["mnd", "mnd2"] };
    const cells = readRows(`07-ssb-${row["data"]}/${file}`);
    const tables = cells.map((cell, index) => ({
      id: String(index),
      atoms: findAtoms(
        inner,
        Object.entries(levels)
          .filter(([name]) => cell[name] !== undefined)
          .map(([name, columns]) => [columns, cell[name] as string] as const),
      ),
      hidden: cell[column] === "1",
    }));
    for (const [index, { atoms }] of tables.entries()) {
      const counted = atoms.reduce((sum, atom) => sum + Number(inner[atom]?.["ant"]), 0);
      expect(counted).toBe(Number(cells[index]?.["freq"]));
    }
    const computable = findComputable(tables).map(Number);
    expect(tables.filter(({ hidden }) => hidden)).toHaveLength(Number(row["suppressed"]));
    expect(computable).toHaveLength(Number(row["revealed_all"]));
    expect(computable.filter((index) => cells[index]?.["primary"] === "1")).toHaveLength(
      Number(row["revealed_primary"]),
    );
  });
});

describe.skipIf(!isThere)("12: units crossed with four bands, shown by a threshold only", () => {
  const expected = isThere ? readRows("12-hr-cross-synthetic/expected.csv") : [];

  it("is there for five organisations", () => expect(expected).toHaveLength(5));

  it.each(expected)(
    "$case: small cells that follow, and how many independent figures about small sets there are",
    (row) => {
      const k = Number(row["k"]);
      const all = readRows(`12-hr-cross-synthetic/${row["case"]}.csv`);
      const rows = all.filter(({ respondents }) => respondents !== "0");
      const parents = new Map(all.map(({ node = "", parent = "" }) => [node, parent]));
      const isBelow = (node: string, above: string): boolean =>
        node === above || (parents.has(node) && isBelow(parents.get(node) as string, above));
      const nodes = [...new Set(all.flatMap(({ node = "", parent = "" }) => [parent, node]))].filter(
        (node) => node !== "",
      );
      const bands = [null, ...new Set(rows.map(({ band }) => band as string))];
      const groups = nodes.flatMap((node) =>
        bands.map((band) => {
          const atoms = rows.flatMap((one, atom) =>
            isBelow(one["node"] as string, node) && (band === null || one["band"] === band) ? [atom] : [],
          );
          return {
            id: `${node} ${band}`,
            atoms,
            respondents: atoms.reduce((sum, atom) => sum + Number(rows[atom]?.["respondents"]), 0),
          };
        }),
      );
      const shown = groups.filter(({ respondents }) => respondents >= k);
      expect(shown).toHaveLength(Number(row["eligible"]));
      const inner = rows.flatMap(({ respondents }, atom) =>
        Number(respondents) >= 1 && Number(respondents) < k
          ? [{ id: `inner ${atom}`, atoms: [atom], hidden: true }]
          : [],
      );
      const cells = [...shown.map((group) => ({ ...group, hidden: false })), ...inner];
      expect(findComputable(cells)).toHaveLength(Number(row["threshold_only_exact_small_cells"]));
      const weights = rows.map(({ respondents }) => Number(respondents));
      const { echelon, leaks } = attackSets(
        {
          scale: 1,
          people: weights,
          weights,
          groups: shown.map(({ id, atoms }) => ({ release: 1, wave: "w", unit: id, segment: null, atoms })),
          figures: [],
        },
        k,
      );
      const small = echelon?.rows.filter(({ pivot }) => (weights[pivot] as number) < k) ?? [];
      expect(small).toHaveLength(Number(row["threshold_only_leak_dims"]));
      expect(leaks.length).toBeGreaterThan(0);
    },
  );
});
