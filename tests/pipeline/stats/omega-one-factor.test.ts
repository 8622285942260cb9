import { describe, expect, it } from "vitest";
import { omegaOneFactor } from "../../../pipeline/stats/omega-one-factor.ts";
import { productsOf, productsWith } from "./moments.ts";

const expectLoadings = (found: readonly number[] | undefined, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  found?.forEach((one, index) => {
    expect(one).toBeCloseTo(expected[index] as number, 9);
  });
};

describe("omegaOneFactor", () => {
  it("of three items that all correlate 0.5 is 0.75", () => {
    // Loadings sqrt(0.5): (3 x 0.7071)^2 = 4.5, and 4.5 / (4.5 + 3 x 0.5).
    const found = omegaOneFactor(
      productsWith([
        [100, 50, 50],
        [50, 100, 50],
        [50, 50, 100],
      ]),
    );
    expectLoadings(found?.loadings, [0.5, 0.5, 0.5].map(Math.sqrt));
    expect(found?.omega).toBeCloseTo(0.75, 10);
  });

  it("finds loadings of 0.8, 0.6 and 0.5 from their products", () => {
    // 1.9^2 = 3.61; 0.36 + 0.64 + 0.75 = 1.75; 3.61 / 5.36.
    const found = omegaOneFactor(
      productsWith([
        [100, 48, 40],
        [48, 100, 30],
        [40, 30, 100],
      ]),
    );
    expectLoadings(found?.loadings, [0.8, 0.6, 0.5]);
    expect(found?.omega).toBeCloseTo(3.61 / 5.36, 10);
  });

  it("keeps the sign of an item that was not turned", () => {
    // Loadings 0.8, 0.6 and -0.5: 0.9^2 = 0.81, 0.81 / (0.81 + 1.75).
    const found = omegaOneFactor(
      productsWith([
        [100, 48, -40],
        [48, 100, -30],
        [-40, -30, 100],
      ]),
    );
    expectLoadings(found?.loadings, [0.8, 0.6, -0.5]);
    expect(found?.omega).toBeCloseTo(0.81 / 2.56, 10);
  });

  // C <- cor(cbind(c(4,2,4,4,5,4,2,3,5,5,5,4), c(4,2,5,4,4,5,2,4,4,3,4,3), c(3,3,3,3,5,4,3,1,4,4,4,3), c(4,1,3,3,5,4,3,2,4,5,3,4)))
  // h <- rep(.5, 4); for (i in 1:5000) { M <- C; diag(M) <- h; e <- eigen(M); l <- e$vectors[,1] * sqrt(e$values[1]); h <- l^2 }
  // l <- l * sign(sum(l)); sprintf("%.10f", c(l, sum(l)^2 / (sum(l)^2 + sum(1 - l^2))))
  it("is that of R for twelve people and four items", () => {
    const found = omegaOneFactor(
      productsOf([
        [4, 2, 4, 4, 5, 4, 2, 3, 5, 5, 5, 4],
        [4, 2, 5, 4, 4, 5, 2, 4, 4, 3, 4, 3],
        [3, 3, 3, 3, 5, 4, 3, 1, 4, 4, 4, 3],
        [4, 1, 3, 3, 5, 4, 3, 2, 4, 5, 3, 4],
      ]),
    );
    expectLoadings(found?.loadings, [0.9834481186, 0.4229620099, 0.6651784296, 0.8186295464]);
    expect(found?.omega).toBeCloseTo(0.827501537, 9);
  });

  // The same lines on these eight people give the first item a loading of 1.0969625295: more than all of its variance.
  it("is null for an item that would share more than all of its variance", () => {
    const items = [
      [1, 2, 3, 4, 5, 2, 4, 3],
      [2, 2, 3, 5, 4, 1, 4, 4],
      [1, 3, 2, 4, 5, 3, 3, 2],
      [2, 1, 4, 4, 4, 2, 5, 2],
    ];
    expect(omegaOneFactor(productsOf(items))).toBeNull();
  });

  it("is null for two items, for an item that does not vary and for nobody", () => {
    expect(
      omegaOneFactor(
        productsOf([
          [1, 2, 3],
          [1, 3, 2],
        ]),
      ),
    ).toBeNull();
    expect(
      omegaOneFactor(
        productsOf([
          [1, 2, 3],
          [1, 3, 2],
          [4, 4, 4],
        ]),
      ),
    ).toBeNull();
    expect(omegaOneFactor(productsOf([[], [], []]))).toBeNull();
  });
});
