import { describe, expect, it } from "vitest";
import { contentsOf, identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();
const questions =
  "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,Hoe vaak werk je thuis?,Wat helpt je?,,,Wat nog meer?,Contact,,Team";
const options =
  ',,,,,,,,,Response,Coaching,"Rust, ruimte",Other (please specify),Open-Ended Response,Name,Email Address,Response';
const record = "12345678901,9,04/25/2026 23:03:44,04/25/2026 23:09:44,192.0.2.7,,,,,Soms,Coaching,,,,,,WZ-1";
const other = '12345678902,9,04/05/2026 23:03:44,04/05/2026 23:09:44,192.0.2.8,,,,,Nooit,,"Rust, ruimte",,Taart,,,WZ-2';

describe("the SurveyMonkey profile", () => {
  it("reads questions above options, with the question carried to the right", async () => {
    const found = await look(`${questions}\n${options}\n${record}\n${other}\n`);
    expect(found).toMatchObject({ profile: "surveymonkey", header_rows: 2, records: 2, dates: "month_first" });
    expect(found.columns.slice(8).map(({ name }) => name)).toEqual([
      "Custom Data 1",
      "Hoe vaak werk je thuis?",
      "Wat helpt je? | Coaching",
      "Wat helpt je? | Rust, ruimte",
      "Wat helpt je? | Other (please specify)",
      "Wat nog meer?",
      "Contact | Name",
      "Contact | Email Address",
      "Team",
    ]);
    expect(rolesOf(found)).toEqual({
      "Respondent ID": "response",
      "Collector ID": "metadata",
      "Start Date": "started",
      "End Date": "ended",
    });
    expect(identifiersOf(found)).toEqual({
      "IP Address": "IP address",
      "Email Address": "e-mail address",
      "First Name": "name",
      "Last Name": "name",
      "Custom Data 1": "reference",
      "Wat helpt je? | Other (please specify)": "free text",
      "Wat nog meer?": "free text",
      "Contact | Name": "name",
      "Contact | Email Address": "e-mail address",
    });
    expect(contentsOf(found)).toMatchObject({
      "Wat helpt je? | Coaching": "choice",
      "Wat helpt je? | Rust, ruimte": "choice",
    });
  });

  it("leaves NUL bytes in the second header row out of the names", async () => {
    const found = await look(`${questions}\n${options.replace(/^,,/, "\0,\0,")}\n${record}\n`);
    expect(found).toMatchObject({ profile: "surveymonkey", header_rows: 2, records: 1 });
    expect(found.remarks).toEqual(["NUL bytes in the header were left out of the names."]);
  });

  it("still refuses NUL bytes in an answer", async () => {
    await expect(look(`${questions}\n${options}\n${record.replace("Soms", "So\0ms")}\n`)).rejects.toThrow("NUL bytes");
  });

  it("reads a file that was saved with one header row", async () => {
    const found = await look("RespondentID,CollectorID,StartDate,Team\n123,9,04/25/2026,WZ-1\n");
    expect(found).toMatchObject({ profile: "surveymonkey", header_rows: 1, records: 1 });
  });
});
