import { describe, expect, it } from "vitest";
import { contentsOf, identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the REDCap profile", () => {
  it("knows forms, events, repeats and checkboxes", async () => {
    const found = await look(
      "record_id,redcap_event_name,redcap_repeat_instance,redcap_survey_identifier,name_first,dob,race___1,race___2,height,reason_other,scan_timestamp,scan_complete\n" +
        '1,baseline_arm_1,,,Ann,1990-01-02,1,0,"1.54","line\nbreak",2026-03-02 08:00:00,2\n' +
        "2,baseline_arm_1,1,,Bob,1991-01-02,0,0,1.60,,2026-03-02 08:00:00,0\n",
    );
    expect(found).toMatchObject({ profile: "redcap", header_rows: 1, records: 2, decimal: "." });
    expect(rolesOf(found)).toEqual({
      record_id: "response",
      redcap_event_name: "metadata",
      redcap_repeat_instance: "metadata",
      scan_timestamp: "ended",
      scan_complete: "metadata",
    });
    expect(identifiersOf(found)).toEqual({
      redcap_survey_identifier: "reference",
      name_first: "name",
      dob: "date of birth",
      reason_other: "free text",
    });
    expect(contentsOf(found)).toMatchObject({ race___1: "numbers 0-1 0-3 0-4 0-5 0-6 0-10 0-100", height: "decimals" });
  });

  it("names the columns with decimal commas in a file with points", async () => {
    const found = await look('record_id,by_point,by_comma,form_complete\n1,1.5,"1,5",2\n');
    expect(found.decimal).toBe(".");
    expect(found.remarks).toEqual([
      'Decimals are written with a point, but with a comma in "by_comma"; those are not read as numbers.',
    ]);
  });
});
