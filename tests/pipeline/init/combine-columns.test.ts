import { describe, expect, it } from "vitest";
import { combineColumns } from "../../../pipeline/init/combine-columns.ts";
import type { ColumnContent } from "../../../schemas/inspection.ts";
import { codes, labels, makeColumns, numbers, text } from "./inspections.ts";

const combine = (...contents: readonly ColumnContent[]) =>
  combineColumns(contents.map((content) => makeColumns(["a", content])))[0]?.content;

describe("combineColumns", () => {
  it.each<[string, ColumnContent, ColumnContent, ColumnContent]>([
    ["scales that both lie on", numbers("1-5", "0-5", "0-10"), numbers("0-5", "0-10"), numbers("0-5", "0-10")],
    ["no scale when there is none for both", numbers("1-4"), numbers("0-3"), numbers()],
    ["what is there when one is empty", { kind: "empty" }, codes, codes],
    ["response sets that know both", labels("a", "b"), labels("b", "c"), labels("b")],
    ["mixed for labels of different sets", labels("a"), labels("b"), { kind: "mixed" }],
    [
      "one order of dates when both have it",
      { kind: "dates", order: "day_first" },
      { kind: "dates", order: "day_first" },
      { kind: "dates", order: "day_first" },
    ],
    [
      "no order of dates when they differ",
      { kind: "dates", order: "day_first" },
      { kind: "dates", order: null },
      { kind: "dates", order: null },
    ],
    ["mixed for different kinds", codes, numbers("1-5"), { kind: "mixed" }],
  ])("gives %s", (_, one, other, both) => {
    expect(combine(one, other)).toEqual(both);
    expect(combine(other, one)).toEqual(both);
  });

  it("keeps a column from loading when any of the files says that it identifies a person", () => {
    const files = [
      makeColumns(["a", text]),
      makeColumns(["a", text, { identifier: "name", recognised_by: "content" }]),
    ];
    expect(combineColumns(files)[0]).toMatchObject({ identifier: "name", recognised_by: "content" });
  });

  it("gives the columns of one file unchanged, and none of no file", () => {
    const columns = makeColumns(["a", codes], ["b", text, { role: "response" }]);
    expect(combineColumns([columns])).toEqual(columns);
    expect(combineColumns([])).toEqual([]);
  });
});
