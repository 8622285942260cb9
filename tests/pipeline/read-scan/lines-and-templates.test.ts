/** readScan with what instrument files bring besides items: lines from bands and norms, and templates. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  findShippedInstrument,
  findShippedTemplate,
  listShippedInstruments,
  listShippedTemplates,
  readAnyInstrument,
  readScan,
} from "../../../pipeline/read-scan.ts";
import { makePlacedScans } from "../placed-scans.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder, write } = makeTempFiles();
const { yaml, instrument, place, refusal, change } = makePlacedScans(folder);

describe("a line from the instrument", () => {
  const bands = (verified: string) =>
    `${instrument}    bands:\n      - { band: low, label: { nl: laag, en: low }, population: { nl: werkenden, en: workers }, ` +
    `year: 2020, at_most: 2.5, source: A paper., verified: ${verified} }\n`;
  const scan = change("kind: own_organisation, measure: pulse.total", "kind: band, measure: pulse.total, band: low");
  const accepting = (name: string) => `${scan}accept_unverified: [${name}]\n`;

  it("comes with its numbers and its source", () => {
    expect(readScan(place(scan, bands("primary"))).line).toEqual({
      kind: "band",
      measure: "pulse.total",
      band: "low",
      value: 2.5,
      population: { nl: "werkenden", en: "workers" },
      year: 2020,
      source: "A paper.",
      verified: "primary",
    });
    expect(readScan(place(yaml)).line).toEqual({ kind: "own_organisation", measure: "pulse.total", delta: 0.3 });
  });

  it("that was not verified is refused unless scan.yaml accepts it by name", () => {
    expect(refusal(scan, bands("unverified"))).toMatch(
      /^scan\.yaml:18:\d+: line\.band can't be the line: this figure was not verified\. Source: A paper\. .*\["pulse\.total\.low"\]/,
    );
    expect(readScan(place(accepting("pulse.total.low"), bands("unverified"))).line).toMatchObject({
      verified: "unverified",
    });
  });

  it("can't be accepted by a name that accepts nothing", () => {
    expect(refusal(accepting("pulse.total.lo"), bands("unverified"))).toContain(
      'accept_unverified.0 must be measure.band or measure.population of a figure that was not verified; there are "pulse.total.low"',
    );
    expect(refusal(accepting("pulse.total.low"), bands("primary"))).toContain("these instruments have none");
  });
});

describe("further indicators", () => {
  const add = (...lines: string[]) => `${yaml}indicators:\n${lines.map((line) => `  - ${line}\n`).join("")}`;

  it("are lines of other measures, none unless they are named", () => {
    expect(readScan(place(yaml)).indicators).toEqual([]);
    expect(readScan(place(add("{ kind: own_organisation, measure: enps.score, delta: 0.5 }"))).indicators).toEqual([
      { kind: "own_organisation", measure: "enps.score", delta: 0.5 },
    ]);
  });

  it("are refused like a line, with their own place", () => {
    expect(refusal(add("{ kind: own_organisation, measure: enps.scor }"))).toMatch(
      /indicators\.0\.measure can't find measure "enps\.scor"; known are/,
    );
    expect(refusal(add("{ kind: band, measure: enps.score, band: low }"))).toContain(
      "indicators.0.band can't be found",
    );
  });

  it("name no measure twice", () => {
    const line = (measure: string) => `{ kind: own_organisation, measure: ${measure} }`;
    expect(refusal(add(line("pulse.total")))).toContain(`indicators.0.measure can't be "pulse.total" again`);
    expect(refusal(add(line("enps.score"), line("enps.score")))).toContain("indicators.1.measure can't be");
  });
});

describe("a template", () => {
  const template = readFileSync(findShippedTemplate("vita_16"), "utf8");

  it("ships, and is read as what it is", () => {
    expect(listShippedTemplates()).toEqual(["vita_16"]);
    expect(listShippedInstruments()).not.toContain("vita_16");
    expect(readAnyInstrument(findShippedTemplate("vita_16"))).toMatchObject({ status: "needs_analyst" });
    expect(readAnyInstrument(findShippedInstrument("enps"))).toMatchObject({ instrument: "enps" });
    expect(() => readAnyInstrument(write("status: needs_analyst\n", "half.yaml"))).toThrow(
      /half\.yaml:1:1: needed must be given/,
    );
    expect(() => readAnyInstrument(join(folder, "gone.yaml"))).toThrow("gone.yaml: can't find this file");
  });

  it("can't be in a questionnaire: the message says what to fill in", () => {
    expect(refusal(change("[pulse, enps]", "[pulse, vita_16]"))).toMatch(
      /^scan\.yaml:6:26: questionnaires\.pulse\.instruments\.1 can't be scored yet: vita_16 needs the analyst\. Fill in the sixteen items/,
    );
  });

  it("can't be one of the analyst's instruments as it is, and can when it is filled in under its own name", () => {
    const scan = change("[pulse.yaml]", "[pulse.yaml, vita.yaml]");
    expect(refusal(scan, instrument, { "vita.yaml": template })).toMatch(
      /^scan\.yaml:3:\d+: instruments\.1 can't be scored yet: vita_16 needs the analyst/,
    );
    const filled = instrument.replace("instrument: pulse", "instrument: vita_16");
    expect(readScan(place(scan, instrument, { "vita.yaml": filled })).scan.organisation).toBe("Tiny organisation");
  });
});
