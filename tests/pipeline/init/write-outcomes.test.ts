import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { proposeScan } from "../../../pipeline/init/propose-scan.ts";
import type { Inspection } from "../../../schemas/inspection.ts";
import { Scan } from "../../../schemas/scan.ts";
import { codes, makeColumns, makeInspection, numbers } from "./inspections.ts";

const propose = (...files: Inspection[]) => proposeScan({ files, instruments: [], today: "2026-05-01" });
const survey = makeInspection("answers.csv", makeColumns(["team", codes], ["P1", numbers("1-5")]));
/** The lines that ask something, without the question. */
const listAsked = (yaml: string) => yaml.split("\n").flatMap((line) => line.match(/^ *(.*?) {2}# decide: /)?.[1] ?? []);

describe("figures of the organisation's own", () => {
  const columns = (...names: string[]) => makeColumns(...names.map((name) => [name, codes] as const));
  const absence = makeInspection("verzuim.csv", columns("Eenheid", "periode", "waarde", "medewerkers"), {
    ...{ profile: "plain", delimiter: ";", decimal: "," },
  });

  it("are recognised by their columns, and are no export", () => {
    const { yaml } = propose(survey, absence);
    const { outcomes, questionnaires } = parse(yaml);
    expect(outcomes).toEqual({
      outcome_1: {
        title: { nl: "", en: "" },
        unit_of_value: { nl: "", en: "" },
        higher_is: "worse",
        file: "verzuim.csv",
        format: { delimiter: ";", decimal: "," },
      },
    });
    expect(Object.keys(questionnaires)).toHaveLength(1);
    expect(listAsked(yaml)).toEqual(expect.arrayContaining(['title: { nl: "", en: "" }', "higher_is: worse"]));
  });

  it("are shown as a comment that is valid without its marks", () => {
    const { yaml } = propose(survey);
    expect(parse(yaml).outcomes).toBeUndefined();
    const block = yaml.slice(yaml.indexOf("# outcomes:")).replaceAll(/^# /gm, "");
    expect(Scan.shape.outcomes.safeParse(parse(block).outcomes).success).toBe(true);
  });
});
