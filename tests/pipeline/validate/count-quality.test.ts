import { describe, expect, it } from "vitest";
import type { ValidatedExport } from "../../../pipeline/validate/validate.ts";
import type { MappedColumns } from "../../../schemas/loaded-export.ts";
import type { ResponseRules } from "../../../schemas/scan.ts";
import { makeExamples } from "../loaded-examples.ts";

const { look, open, judge } = makeExamples();
const names = Array.from({ length: 10 }, (_, index) => `Q${index + 1}`);
const line = "3,".repeat(9);

/** Ten items; 2 seconds an item are 20. The first two responses are a straight line, the second and third are too fast. */
const csv = [
  `team,submitted,duration,${names.join(",")}`,
  `A,y,60,${line}3`,
  `A,y,5,${line}3`,
  `A,y,5,${line}4`,
  `A,y,60,${line}4`,
  `A,,60,${line}4`,
  `A,y,,${line}4`,
].join("\n");

/** Counts of responses, and per rule its count, what was done and whether scan.yaml chose that. */
async function count(responses: Partial<ResponseRules>, as: "numbers" | "text", text = csv) {
  const inspection = await look(text);
  const columns = (all: MappedColumns): MappedColumns => ({
    ...all,
    duration: inspection.columns.find(({ name }) => name === "duration") ?? null,
    answers: all.answers.filter(({ item }) => item !== "duration"),
  });
  const database = await open([inspection], { ORG: "", A: "ORG" });
  const { loaded, rejected, excluded, quality } = (await judge(database, inspection, as, {
    columns,
    responses,
  })) as ValidatedExport;
  const rules = quality.map((one) => [one.rule, `${one.count} ${one.action}${one.chosen ? ", chosen" : ""}`]);
  return { loaded, rejected, excluded, ...Object.fromEntries(rules) };
}

describe.each(["numbers", "text"] as const)("the counts of an export read as %s", (as) => {
  it("are by default of responses that count, but for those that were never submitted", async () => {
    expect(await count({}, as)).toEqual({
      loaded: 5,
      rejected: 0,
      excluded: 1,
      partial_response: "1 excluded",
      too_fast: "2 remark",
      straight_lined: "2 remark",
    });
  });

  it("tell each response that is left out under its first reason only", async () => {
    expect(await count({ too_fast: "exclude", straight_lined: "exclude" }, as)).toEqual({
      loaded: 2,
      rejected: 0,
      excluded: 4,
      partial_response: "1 excluded",
      too_fast: "2 excluded, chosen",
      straight_lined: "1 excluded, chosen",
    });
  });

  it("remark on what counts when the other rule leaves out", async () => {
    expect(await count({ too_fast: "exclude" }, as)).toMatchObject({
      loaded: 3,
      too_fast: "2 excluded, chosen",
      straight_lined: "1 remark",
    });
    expect(await count({ straight_lined: "exclude" }, as)).toMatchObject({
      loaded: 3,
      too_fast: "1 remark",
      straight_lined: "2 excluded, chosen",
    });
  });

  it("keep what scan.yaml keeps, and say that it was chosen", async () => {
    expect(await count({ partial: "keep" }, as)).toMatchObject({ loaded: 6, partial_response: "1 kept, chosen" });
  });

  it("measure with the seconds that scan.yaml names", async () => {
    expect(await count({ seconds_per_item: 0.5 }, as)).not.toHaveProperty("too_fast");
    expect(await count({ seconds_per_item: 6 }, as)).toMatchObject({ too_fast: "2 remark, chosen" });
    expect(await count({ seconds_per_item: 6.1 }, as)).toMatchObject({ too_fast: "4 remark, chosen" });
  });

  it("are of nothing when no response counts", async () => {
    const none = `${csv.split("\n")[0]}\nA,,60,${line}3\n`;
    expect(await count({}, as, none)).toEqual({
      loaded: 0,
      rejected: 0,
      excluded: 1,
      partial_response: "1 excluded",
    });
  });

  it("ask less time of who answered less", async () => {
    const three = `${csv.split("\n")[0]}\nA,y,5,3,4,5,,,,,,,\nA,y,6,3,4,5,,,,,,,\n`;
    expect(await count({}, as, three)).toMatchObject({ loaded: 2, too_fast: "1 remark", blank_answers: "14 missing" });
  });
});
