import { describe, expect, it } from "vitest";
import { identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();
const header =
  '"start";"end";"team";"gps";"_gps_latitude";"phonenumber";"_id";"_uuid";"_submission_time";"_notes";"_submitted_by"\n';
const tags = '"";"";"#team";"#geo";"";"";"";"";"";"";""\n';
const record =
  '"2026-04-25T10:00:00.000+02:00";"2026-04-25T10:09:00.000+02:00";"WZ-1";"52.1 5.1 0 0";"52.1";"";"1";"aa-bb";"2026-04-25T08:09:01";"";"ann"\n';

describe("the KoboToolbox profile", () => {
  it("knows what the server adds", async () => {
    const found = await look(header + record);
    expect(found).toMatchObject({
      profile: "kobotoolbox",
      delimiter: ";",
      header_rows: 1,
      records: 1,
      dates: "year_first",
    });
    expect(rolesOf(found)).toEqual({
      start: "started",
      end: "ended",
      _id: "metadata",
      _uuid: "response",
      _submission_time: "metadata",
    });
    expect(identifiersOf(found)).toEqual({
      gps: "location",
      _gps_latitude: "location",
      phonenumber: "telephone number",
      _notes: "free text",
      _submitted_by: "name",
    });
  });

  it("counts rows of tags with the header", async () => {
    expect(await look(header + tags + tags + record)).toMatchObject({ header_rows: 3, records: 1 });
  });
});
