import { describe, expect, it } from "vitest";
import { identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the Viva Glint profile", () => {
  it("knows its columns and withholds comments with all that is derived from them", async () => {
    const found = await look(
      "First Name,Last Name,Email,Status,EMP ID,Manager ID,Survey Cycle Completion Date,Survey Cycle Sent Date,My work,My work_COMMENT,My work_COMMENT_TOPICS,My work_SENSITIVE_COMMENT_FLAG\n" +
        "A,B,a@example.org,ACTIVE,E1,E5,05-03-2026 09:34,02-03-2026 08:00,4,,,\n",
    );
    expect(found).toMatchObject({ profile: "viva_glint", dates: "day_first", header_rows: 1, records: 1 });
    expect(rolesOf(found)).toEqual({
      Status: "metadata",
      "Manager ID": "metadata",
      "Survey Cycle Completion Date": "submitted",
      "Survey Cycle Sent Date": "metadata",
    });
    expect(identifiersOf(found)).toEqual({
      "First Name": "name",
      "Last Name": "name",
      Email: "e-mail address",
      "EMP ID": "reference",
      "My work_COMMENT": "free text",
      "My work_COMMENT_TOPICS": "free text",
      "My work_SENSITIVE_COMMENT_FLAG": "free text",
    });
  });

  it("reads dates with the year first where a file has them", async () => {
    const found = await look(
      "Survey Cycle Creation Date,Survey Cycle Completion Date,Employee ID,My work\n2026-03-02 08:00:00,2026-03-05 09:34:00,7,4\n",
    );
    expect(found).toMatchObject({ profile: "viva_glint", dates: "year_first" });
  });
});
