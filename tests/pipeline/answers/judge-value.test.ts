import { describe, expect, it } from "vitest";
import { makeValueJudge } from "../../../pipeline/answers/judge-value.ts";
import { listValues } from "../../../schemas/attribute.ts";

const title = { nl: "t", en: "t" };
const dutch = { missing: ["Zeg ik liever niet"], decimal: "," } as const;
const tenure = {
  values: {
    short: { title, texts: ["< 1 jaar", "Korter dan een jaar"] },
    long: { title, texts: ["1 jaar of langer"] },
  },
};

describe("makeValueJudge", () => {
  const judge = makeValueJudge(tenure, dutch);

  it.each([
    ["< 1 jaar", "short"],
    [" KORTER  dan een jaar. ", "short"],
    ["1\u00a0jaar of langer", "long"],
  ])("knows %j, however its capitals and blanks are written", (text, code) => {
    expect(judge(text)).toBe(code);
  });

  it.each(["", "  ", "\ufeff", "zeg ik liever niet"])("has no value for %j", (text) => {
    expect(judge(text)).toBeNull();
  });

  it.each(["short", "1 jaar", "0"])("does not guess at %j", (text) => {
    expect(judge(text)).toBeUndefined();
  });

  it("puts a number in the group of the last cut it reaches, with the decimal mark of the file", () => {
    const cut = makeValueJudge({ cuts: [1, 3, 10] }, dutch);
    expect(["0", "0,99", "1", "2,9", "3", "9,5", "10", "45", "007"].map(cut)).toEqual([
      ...["below_1", "below_1", "from_1_below_3", "from_1_below_3", "from_3_below_10", "from_3_below_10"],
      ...["from_10", "from_10", "from_3_below_10"],
    ]);
    expect(["", "2.9", "-1", "1e1", "drie", "3 jaar"].map(cut)).toEqual([null, ...Array(5).fill(undefined)]);
    expect(makeValueJudge({ cuts: [1] }, { missing: [], decimal: "." })("0.5")).toBe("below_1");
  });
});

describe("listValues", () => {
  it("gives the values in the order they are written, and names the groups that cuts make", () => {
    expect(listValues(tenure).map(({ value }) => value)).toEqual(["short", "long"]);
    expect(listValues({ cuts: [1, 3] })).toEqual([
      { value: "below_1", title: { nl: "minder dan 1", en: "under 1" } },
      { value: "from_1_below_3", title: { nl: "1 tot 3", en: "1 to under 3" } },
      { value: "from_3", title: { nl: "3 of meer", en: "3 or more" } },
    ]);
  });
});
