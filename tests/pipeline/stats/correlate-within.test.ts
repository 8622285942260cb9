import { describe, expect, it } from "vitest";
import { correlateWithin } from "../../../pipeline/stats/correlate-within.ts";
import { productsOfTeam } from "./team-products.ts";

describe("correlateWithin", () => {
  it("takes out what differs between teams", () => {
    // by hand: around their means (-1,-1), (1,1) and (-1,1), (1,-1), (0,0), (0,0): squares 4 and 4, products 2 - 2 = 0;
    // taken together the second team lies far above the first on both scores
    const low = [
      [1, 1],
      [3, 3],
    ];
    const high = [
      [11, 13],
      [13, 11],
      [12, 12],
      [12, 12],
    ];
    expect(correlateWithin([low, high].map(productsOfTeam))).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const together = correlateWithin([productsOfTeam([...low, ...high])]);
    expect(together?.[0]?.[1]).toBeGreaterThan(0.9);
  });

  it("weighs teams by their people", () => {
    // by hand: first team squares 2 and 2, product 2; second squares 8 and 2, product -4: -2 / sqrt(10 x 4)
    const teams = [
      [
        [1, 1],
        [3, 3],
      ],
      [
        [1, 3],
        [5, 1],
      ],
    ];
    expect(correlateWithin(teams.map(productsOfTeam))?.[1]?.[0]).toBeCloseTo(-2 / Math.sqrt(40), 12);
  });

  it("says nothing where nobody differs from the team, or nobody is there", () => {
    const same = [
      [2, 5],
      [2, 7],
    ];
    expect(correlateWithin([productsOfTeam(same)])).toBeNull();
    expect(correlateWithin([])).toBeNull();
    const empty = {
      respondents: 0,
      sums: [0n, 0n],
      products: [
        [0n, 0n],
        [0n, 0n],
      ],
    };
    expect(correlateWithin([empty])).toBeNull();
  });
});
