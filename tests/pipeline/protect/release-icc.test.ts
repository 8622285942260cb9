import { describe, expect, it } from "vitest";
import { releaseIcc } from "../../../pipeline/protect/release-icc.ts";

const team = (respondents: bigint, sum: bigint) => ({ unit: `t${sum}`, respondents, sum });
const times = (numerator: bigint, denominator = 1n) => ({ numerator, denominator });

describe("releaseIcc", () => {
  // 2,3,4 and 4,4,5,5,3 and 1,2: MSB 5.4, squares within 5.3 over 7. k = 10 / 3, k0 = (10 - 38 / 10) / 2 = 3.1.
  // R: (5.4 - 5.3/7) / (5.4 + (c(10/3, 3.1) - 1) * 5.3/7); (5.4 - 5.3/7) / 5.4
  it("names both definitions of ICC(1), and ICC(2)", () => {
    expect(releaseIcc([team(3n, 9n), team(5n, 21n), team(2n, 3n)], times(53n, 10n), 6)).toEqual([
      { statistic: "icc1_mean_group_size", value: 0.647841 },
      { statistic: "icc1_adjusted_group_size", value: 0.664214 },
      { statistic: "icc2", value: 0.859788 },
    ]);
  });

  it("is negative when teams differ less than their people, and has no ICC(2) when they do not differ", () => {
    // MSB 0: ICC(1) = -1 / (k - 1), k = 2.
    expect(releaseIcc([team(2n, 6n), team(2n, 6n)], times(4n), 6)).toEqual([
      { statistic: "icc1_mean_group_size", value: -1 },
      { statistic: "icc1_adjusted_group_size", value: -1 },
    ]);
  });
});
