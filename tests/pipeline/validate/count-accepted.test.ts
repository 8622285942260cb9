import { describe, expect, it } from "vitest";
import type { Acceptance } from "../../../schemas/scan.ts";
import { makeExamples } from "../loaded-examples.ts";

const { look, open, judge } = makeExamples();

async function count(csv: string, accept: Acceptance) {
  const inspection = await look(csv);
  const database = await open([inspection], { ORG: "", A: "ORG" });
  const found = await judge(database, inspection, "text", { accept });
  return found?.accepted;
}

describe("countAccepted", () => {
  // Record 1 has two bad answers, record 2 one and an unknown unit, record 3 is good.
  const csv = "team,Q1,Q2\nA,9,9\nX,9,1\nA,3,3\n";

  it("counts answers left blank in responses that count, not in those dropped for something else", async () => {
    expect(await count(csv, { answer_out_of_scale: "missing", unknown_unit: "reject" })).toEqual([
      { rule: "answer_out_of_scale", accepted: "missing", count: 2 },
      { rule: "unknown_unit", accepted: "reject", count: 1 },
    ]);
  });

  it("counts a dropped response once for a rule, however often it breaks it", async () => {
    expect(await count(csv, { answer_out_of_scale: "reject", unknown_unit: "reject" })).toEqual([
      { rule: "answer_out_of_scale", accepted: "reject", count: 2 },
      { rule: "unknown_unit", accepted: "reject", count: 1 },
    ]);
  });

  it("says nothing of what is not accepted: that stops the run", async () => {
    expect(await count(csv, { unknown_unit: "reject" })).toEqual([
      { rule: "unknown_unit", accepted: "reject", count: 1 },
    ]);
  });
});
