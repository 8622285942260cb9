import { describe, expect, it } from "vitest";
import { mergeColumns } from "../../../../pipeline/protect/k-rule/merge-columns.ts";

const weights = new Map([
  [0, 1],
  [1, 2],
  [2, 3],
]);

describe("mergeColumns", () => {
  it("merges columns that are multiples of each other and adds up their people", () => {
    const rows = [
      new Map([
        [0, 1],
        [1, -2],
        [2, 1],
      ]),
      new Map([
        [0, 1],
        [1, -2],
        [2, 2],
        [-1, 1],
      ]),
    ];
    const merged = mergeColumns(rows, weights);
    expect(merged.rows).toEqual([
      new Map([
        [0, 1],
        [2, 1],
      ]),
      new Map([
        [0, 1],
        [2, 2],
        [-1, 1],
      ]),
    ]);
    expect(merged.weights).toEqual(
      new Map([
        [0, 3],
        [2, 3],
      ]),
    );
    expect(merged.standIn.get(1)).toBe(0);
  });

  it("keeps apart what differs in sign in one row only", () => {
    const rows = [
      new Map([
        [0, 1],
        [1, 1],
      ]),
      new Map([
        [0, 1],
        [1, -1],
      ]),
    ];
    expect(mergeColumns(rows, weights).rows).toEqual(rows);
  });

  it("drops atoms that are in no row", () => {
    expect(mergeColumns([new Map([[2, 1]])], weights).weights).toEqual(new Map([[2, 3]]));
  });
});
