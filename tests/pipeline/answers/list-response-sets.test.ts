import { describe, expect, it } from "vitest";
import {
  findResponseSet,
  listResponseSets,
  listSpellings,
  readLabels,
} from "../../../pipeline/answers/list-response-sets.ts";
import type { ResponseSet } from "../../../schemas/response-set.ts";

const find = (name: string): ResponseSet => findResponseSet(name) as ResponseSet;

describe("listResponseSets", () => {
  it("has the sets that instruments and exports need", () => {
    expect(listResponseSets().map((one) => one.response_set)).toEqual([
      "agreement_4",
      "agreement_4_somewhat",
      "agreement_5",
      "agreement_5_somewhat",
      "agreement_6",
      "agreement_7",
      "extent_5",
      "frequency_4",
      "frequency_4_rather",
      "frequency_5",
      "frequency_7",
      "likelihood_5",
      "likelihood_5_somewhat",
      "part_of_time_5",
      "regularity_3",
      "satisfaction_5",
      "satisfaction_5_somewhat",
      "satisfaction_7",
      "share_of_time_6",
      "yes_no",
    ]);
  });

  it.each(listResponseSets())("$response_set: no spelling stands for two options", ({ options }) => {
    const spellings = options.flatMap((option) => [...new Set(listSpellings(option))]);
    expect(spellings.filter((one, index) => spellings.indexOf(one) < index)).toEqual([]);
  });

  it.each(listResponseSets())("$response_set: no spelling is a number, so that numbers stay numbers", ({ options }) => {
    expect(options.flatMap(listSpellings).filter((one) => /\d/.test(one))).toEqual([]);
  });

  it.each(listResponseSets().filter(({ response_set }) => /_\d/.test(response_set)))(
    "$response_set has as many options as its name says",
    ({ response_set, options }) => {
      expect(options).toHaveLength(Number(/_(\d+)/.exec(response_set)?.[1]));
    },
  );
});

describe("findResponseSet", () => {
  it("gives null for a name that no set has", () => {
    expect(findResponseSet("frequency_99")).toBeNull();
  });
});

describe("readLabels", () => {
  it("counts from the scale's minimum up, in every language", () => {
    const labels = readLabels(find("frequency_5"), 1, 5);
    expect(["Nooit", "rarely", "manchmal", "souvent", "altijd"].map((one) => labels?.get(one.toLowerCase()))).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it("starts at 0 where the scale does", () => {
    const labels = readLabels(find("share_of_time_6"), 0, 5);
    expect(labels?.get("at no time")).toBe(0);
    expect(labels?.get("die ganze zeit")).toBe(5);
  });

  it("is null when the scale has another number of points than the set has options", () => {
    expect(readLabels(find("frequency_5"), 0, 5)).toBeNull();
    expect(readLabels(find("frequency_5"), 1, 4)).toBeNull();
  });

  it("keeps a weaker wording apart: somewhat agree is no option of agreement_5", () => {
    expect(readLabels(find("agreement_5"), 1, 5)?.has("somewhat agree")).toBe(false);
    expect(readLabels(find("agreement_5_somewhat"), 1, 5)?.get("somewhat agree")).toBe(4);
    expect(readLabels(find("agreement_5_somewhat"), 1, 5)?.has("agree")).toBe(false);
    expect(readLabels(find("agreement_7"), 1, 7)?.get("somewhat agree")).toBe(5);
    expect(readLabels(find("agreement_7"), 1, 7)?.get("agree")).toBe(6);
  });
});
