import { describe, expect, it } from "vitest";
import { makePolicy } from "../../../pipeline/protect/make-policy.ts";
import { linkOutcomes } from "../../../pipeline/run/link-outcomes.ts";
import type { OutcomeRow } from "../../../schemas/outcome.ts";
import { PolicyChoice } from "../../../schemas/policy.ts";
import { cell, enps, organisation, relativeLine, strain, team } from "../assess/examples.ts";

const text = { nl: "Verzuim", en: "Absence" };
const absence = { outcome: "absence", title: text, unit_of_value: { nl: "%", en: "%" }, higher_is: "worse" as const };
const rowOf = (unit: string, value: number, headcount = 12): OutcomeRow => ({
  ...{ unit, value, headcount },
  period: "2026-01",
});
const lines = { line: relativeLine, indicators: [{ ...relativeLine, measure: enps.measure }] };
const draft = {
  assessments: [],
  waves: ["w0", "w1"].map((wave) => ({ wave, opened_date: "2026-01-01", closed_date: "2026-01-31" })),
  units: [organisation, team("T1"), team("T2"), team("T3")],
  policy: { ...makePolicy(PolicyChoice.parse({})), hash: "" },
  cells: [
    cell("T1", { respondents: 8, mean: 2.5 }),
    cell("T1", { respondents: 8, mean: 4, wave: "w0" }),
    cell("T2", { respondents: 8, mean: 3 }),
    { wave: "w1", unit: "T3", segment: null, measure: strain.measure, status: "withheld" as const },
    cell("T1", { respondents: 8, enps: 25, measure: enps.measure }),
  ],
};

describe("linkOutcomes", () => {
  it("puts an outcome beside every indicator of the newest wave, for shown teams of at least k people", () => {
    const rows = [rowOf("T1", 4), rowOf("T2", 5, 4), rowOf("T3", 6), rowOf("ORG", 7)];
    const { outcomes, links } = linkOutcomes(draft, lines, [{ described: absence, rows }]);
    expect(outcomes).toEqual([absence]);
    expect(links?.map(({ wave, measure, teams, left_out }) => ({ wave, measure, teams, left_out }))).toEqual([
      {
        ...{ wave: "w1", measure: strain.measure },
        ...{ teams: [{ unit: "T1", figure: 2.5, value: 4 }], left_out: { fewer_than: 5 } },
      },
      { wave: "w1", measure: enps.measure, teams: [{ unit: "T1", figure: 25, value: 4 }], left_out: 0 },
    ]);
  });

  it("describes an outcome that no shown team is in, without a link", () => {
    expect(linkOutcomes(draft, lines, [{ described: absence, rows: [rowOf("T3", 6)] }])).toEqual({
      outcomes: [absence],
    });
  });

  it("adds nothing to a scan without outcomes", () => {
    expect(linkOutcomes(draft, lines, [])).toEqual({});
  });
});
