import { describe, expect, it } from "vitest";
import { contentsOf, identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the LimeSurvey profile", () => {
  it("reads codes, its own columns and times per question", async () => {
    const found = await look(
      '\ufeff"id","submitdate","lastpage","startlanguage","seed","startdate","datestamp","ipaddr","token","team","Q1[SQ001]","Q1[other]","interviewtime","groupTime12","Q1Time"\r\n' +
        '"1","2026-04-07 08:30:00","3","nl","123","2026-04-07 08:20:00","2026-04-07 08:30:00","192.0.2.7","abc123","WZ-1","A4","","600.1","20.5","9.2"\r\n' +
        '"2","","1","nl","124","2026-04-07 08:21:00","2026-04-07 08:22:00","192.0.2.8","abc124","WZ-2","N/A","","60.1","20.5",\r\n',
    );
    expect(found).toMatchObject({ profile: "limesurvey", header_rows: 1, records: 2, byte_order_mark: true });
    expect(rolesOf(found)).toEqual({
      id: "response",
      submitdate: "submitted",
      lastpage: "metadata",
      startlanguage: "metadata",
      seed: "metadata",
      startdate: "started",
      datestamp: "ended",
      interviewtime: "duration",
      groupTime12: "timing",
      Q1Time: "timing",
    });
    expect(identifiersOf(found)).toEqual({ ipaddr: "IP address", token: "reference", "Q1[other]": "free text" });
    expect(contentsOf(found)["Q1[SQ001]"]).toBe("numbers 1-4 0-4 1-5 0-5 1-6 0-6 1-7 1-10 0-10 0-100");
  });

  it("splits codes from texts, and keeps texts that hold points and breaks", async () => {
    const found = await look(
      '"id. Response ID","submitdate. Date submitted","lastpage. Last page","Q1[SQ001]. Hoe gaat het? Bijv. nu\n [Op het werk]","Q2. Wat?"\n"1","2026-04-07 08:30:00","3","4","5"\n',
    );
    expect(found.profile).toBe("limesurvey");
    expect(found.columns.map(({ name, text }) => [name, text])).toEqual([
      ["id", "Response ID"],
      ["submitdate", "Date submitted"],
      ["lastpage", "Last page"],
      ["Q1[SQ001]", "Hoe gaat het? Bijv. nu\n [Op het werk]"],
      ["Q2", "Wat?"],
    ]);
    expect(found.columns[1]?.role).toBe("submitted");
  });

  it.each([
    ["English", "Response ID,Date submitted,Last page,Start language,Date started,Date last action,IP address"],
    [
      "German",
      "Antwort ID,Datum Abgeschickt,Letzte Seite,Start-Sprache,Datum gestartet,Datum letzte Aktivität,IP-Adresse",
    ],
  ])("knows the texts of a header in %s", async (_, header) => {
    const found = await look(
      `${header},Ich\n1,2026-04-07 08:30:00,3,de,2026-04-07 08:20:00,2026-04-07 08:30:00,192.0.2.7,4\n`,
    );
    expect(found.profile).toBe("limesurvey");
    expect(found.columns.map(({ role, identifier }) => role ?? identifier)).toEqual([
      ...["response", "submitted", "metadata", "metadata", "started", "ended", "IP address", null],
    ]);
  });

  it("reads a copy with a saved row number and another delimiter", async () => {
    const found = await look(";id;submitdate;lastpage;Q1\n1;1;2026-04-07 08:30:00;3;4\n");
    expect(found).toMatchObject({ profile: "limesurvey", delimiter: ";" });
    expect(found.columns[0]?.name).toBe("");
    expect(found.remarks).toEqual(["The first column has no name, as when row numbers are saved with a file."]);
  });
});
