import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Instrument, measureName } from "../../schemas/instrument.ts";

const folder = new URL("../../schemas/instruments/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
const read = (file: string) => Instrument.parse(parse(readFileSync(new URL(file, folder), "utf8")));

describe("instruments that ship", () => {
  it.each(files)("%s holds one instrument, named after the file", (file) => {
    expect(`${read(file).instrument}.yaml`).toBe(file);
  });

  it("are at least eNPS and BAT-12", () => {
    expect(files).toEqual(expect.arrayContaining(["bat_12.yaml", "enps.yaml"]));
  });
});

describe("enps.yaml", () => {
  const enps = read("enps.yaml");

  it("is one question from 0 to 10", () => {
    expect(enps.items.map(({ item }) => item)).toEqual(["ENPS01"]);
    expect(enps.answers).toEqual({ minimum: 0, maximum: 10, decimals: 0 });
  });

  it("counts 9 and 10 as promoters and 0 to 6 as detractors", () => {
    expect(enps.scales).toHaveLength(1);
    expect(enps.scales[0]).toMatchObject({ score: "nps", promoter_from: 9, detractor_to: 6, higher_is: "better" });
  });

  it("yields the measure enps.score", () => {
    expect(enps.scales.map(({ scale }) => measureName(enps.instrument, scale))).toEqual(["enps.score"]);
  });
});

describe("bat_12.yaml", () => {
  const bat = read("bat_12.yaml");

  it("has the 12 codes of the short version in the order of the long one", () => {
    const exhaustion = ["BAT01", "BAT03", "BAT04"];
    const mentalDistance = ["BAT09", "BAT11", "BAT13"];
    const cognitive = ["BAT14", "BAT17", "BAT18"];
    const emotional = ["BAT19", "BAT20", "BAT23"];
    expect(bat.items.map(({ item }) => item)).toEqual([...exhaustion, ...mentalDistance, ...cognitive, ...emotional]);
  });

  it("turns no item round: all complaints point one way", () => {
    expect(bat.items.filter(({ reversed }) => reversed)).toEqual([]);
  });

  it("is one mean from 1 to 5 of at least 10 items, where higher is worse", () => {
    expect(bat.answers).toEqual({ minimum: 1, maximum: 5, decimals: 0, response_set: "frequency_5" });
    expect(bat.scales.map(({ scale }) => measureName(bat.instrument, scale))).toEqual(["bat_12.total"]);
    expect(bat.scales[0]).toMatchObject({ score: "mean", minimum_answered: 10, higher_is: "worse" });
    expect(bat.scales[0]?.items).toBeUndefined();
  });

  it("ships codes only and says what is unverified", () => {
    expect(bat.licence.redistribute_text).toBe(false);
    expect(bat.unverified.map(({ en }) => en).join(" ")).toMatch(/10 of the 12[\s\S]*item 16 instead of item 17/);
  });
});
