import { describe, expect, it } from "vitest";
import { describeInstrument } from "../../pipeline/describe-instrument.ts";
import { findShippedInstrument, readInstrument } from "../../pipeline/read-scan.ts";

const read = (id: string) => readInstrument(findShippedInstrument(id));

describe("describeInstrument", () => {
  it("says which labels the answers have, and of which response set", () => {
    expect(describeInstrument(read("bat_12"), "nl")).toContain(
      "  12 items, 1-5: nooit, zelden, soms, vaak, altijd (frequency_5)\n",
    );
    expect(describeInstrument(read("bat_12"), "en")).toContain(
      "  12 items, 1-5: never, rarely, sometimes, often, always (frequency_5)\n",
    );
  });

  it("names no labels where the answers are numbers only", () => {
    expect(describeInstrument(read("enps"), "en")).toMatch(/\n {2}1 items?, 0-10\n/);
  });
});
