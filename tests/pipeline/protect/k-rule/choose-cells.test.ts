import { describe, expect, it } from "vitest";
import { chooseCells, type TableCell } from "../../../../pipeline/protect/k-rule/choose-cells.ts";

const cell = (id: string, atoms: readonly number[], count: number, hidden = false): TableCell => ({
  id,
  atoms,
  count,
  hidden,
});

describe("chooseCells", () => {
  it("shows everything where nothing must be hidden, and nothing of nothing", () => {
    expect([...chooseCells([cell("a", [0], 5), cell("b", [1], 6), cell("total", [0, 1], 11)], 2)].sort()).toEqual([
      "a",
      "b",
      "total",
    ]);
    expect(chooseCells([], 0).size).toBe(0);
  });

  it("hides one more cell where the total would give the hidden one away", () => {
    const cells = [cell("a", [0], 2, true), cell("b", [1], 6), cell("c", [2], 7), cell("total", [0, 1, 2], 15)];
    expect([...chooseCells(cells, 3)].sort()).toEqual(["c", "total"]);
  });

  it("lets through what the k-rule would not: the sum of two hidden cells", () => {
    const cells = [cell("a", [0], 1, true), cell("b", [1], 2, true), cell("c", [2], 9), cell("total", [0, 1, 2], 12)];
    expect([...chooseCells(cells, 3)].sort()).toEqual(["c", "total"]);
  });
});
