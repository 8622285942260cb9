import { describe, expect, it } from "vitest";
import { collapse } from "../../../../pipeline/protect/k-rule/collapse.ts";

describe("collapse", () => {
  it("merges atoms of the same groups and drops atoms of none", () => {
    const system = {
      weights: [1, 2, 3, 4],
      groups: [
        { id: "a", atoms: [0, 2, 3] },
        { id: "b", atoms: [3] },
      ],
    };
    expect(collapse(system)).toEqual({
      weights: [4, 4],
      groups: [
        { id: "a", atoms: [0, 1] },
        { id: "b", atoms: [1] },
      ],
    });
  });

  it("gives the same system for atoms in another order", () => {
    const one = {
      weights: [1, 2, 3],
      groups: [
        { id: "a", atoms: [0, 1] },
        { id: "b", atoms: [1, 2] },
      ],
    };
    const other = {
      weights: [3, 2, 1],
      groups: [
        { id: "a", atoms: [1, 2] },
        { id: "b", atoms: [0, 1] },
      ],
    };
    expect(collapse(one)).toEqual(collapse(other));
  });

  it("keeps groups of nobody, and nothing of nothing", () => {
    expect(collapse({ weights: [5], groups: [{ id: "empty", atoms: [] }] })).toEqual({
      weights: [],
      groups: [{ id: "empty", atoms: [] }],
    });
    expect(collapse({ weights: [], groups: [] })).toEqual({ weights: [], groups: [] });
  });

  it("refuses atoms that come twice or in disorder", () => {
    const message = "The atoms of group a must be positions below 2, ascending, each once.";
    for (const atoms of [[0, 0], [1, 0], [-1], [0.5]])
      expect(() => collapse({ weights: [1, 1], groups: [{ id: "a", atoms }] })).toThrow(message);
  });
});
