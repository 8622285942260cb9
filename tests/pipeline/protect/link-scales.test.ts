import { describe, expect, it } from "vitest";
import { findMadeOf } from "../../../pipeline/protect/link-scales.ts";
import type { MeasureDefinition } from "../../../schemas/cell.ts";
import { strain } from "./organisations.ts";

const scale = (measure: string, codes: string): MeasureDefinition => ({
  ...strain,
  measure,
  items: codes.length,
  item_codes: [...codes],
});

describe("findMadeOf", () => {
  it("finds the scales that hold every item of another exactly once", () => {
    const found = findMadeOf([scale("total", "ABCDE"), scale("one", "ABC"), scale("two", "DE")]);
    expect(found.get("total")).toEqual([
      { part: "one", items: 3, of: 5 },
      { part: "two", items: 2, of: 5 },
    ]);
    expect(found.get("one")).toEqual([]);
  });

  it("tries another scale when the largest does not fit", () => {
    const found = findMadeOf([scale("total", "ABCDE"), scale("wrong", "BCD"), scale("one", "ABC"), scale("two", "DE")]);
    expect(found.get("total")?.map(({ part }) => part)).toEqual(["one", "two"]);
  });

  it("finds nothing when items are left over, overlap, have another range or are not known", () => {
    expect(findMadeOf([scale("total", "ABCDE"), scale("one", "ABC")]).get("total")).toEqual([]);
    expect(findMadeOf([scale("total", "ABCD"), scale("one", "ABC"), scale("two", "CD")]).get("total")).toEqual([]);
    const wide = { ...scale("two", "CD"), maximum: 7 };
    expect(findMadeOf([scale("total", "ABCD"), scale("one", "AB"), wide]).get("total")).toEqual([]);
    expect(findMadeOf([strain, { ...strain, measure: "other" }]).get("other")).toEqual([]);
  });
});
