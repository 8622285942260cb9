import { describe, expect, it } from "vitest";
import { findProfile } from "../../../pipeline/profiles/find-profile.ts";
import { identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();
const names =
  "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,RecipientLastName,RecipientEmail,ExternalReference,LocationLatitude,DistributionChannel,UserLanguage,Q1_1,Q1_2,Q1_2,Q2_4_TEXT,Q9_First Click,Q9_Page Submit";
const texts =
  "Anfangsdatum,Enddatum,Antworttyp,IP-Adresse,Fortschritt,Dauer (in Sekunden),Beendet,Erfassungsdatum,Antwort-ID,Nachname,E-Mail,Externe Datenreferenz,Breitengrad,Verteilungskanal,Benutzersprache,Ich habe Energie - heute,Ich habe Energie - gestern,Ich habe Energie - morgen,Anderes - Text,Timing - First Click,Timing - Page Submit";
const imports = names.replace(/[^,]+/g, (name) => `"{""ImportId"":""${name}""}"`);
const record =
  "2026-04-07 08:28:09,2026-04-07 08:30:48,0,192.0.2.7,100,159,1,2026-04-07 08:30:49,R_1,Janssen,a@example.org,X1,52.1,anonymous,NL,4,5,2,iets,1.2,9.8";

describe("the Qualtrics profile", () => {
  it("reads three header rows: names, texts and ids for imports", async () => {
    const found = await look(`${names}\n${texts}\n${imports}\n${record}\n${record}\n`);
    expect(found).toMatchObject({ profile: "qualtrics", header_rows: 3, skip: 3, records: 2, dates: "year_first" });
    expect(found.columns[15]).toMatchObject({ name: "Q1_1", text: "Ich habe Energie - heute" });
    expect(rolesOf(found)).toEqual({
      StartDate: "started",
      EndDate: "ended",
      Status: "status",
      Progress: "metadata",
      "Duration (in seconds)": "duration",
      Finished: "finished",
      RecordedDate: "metadata",
      ResponseId: "response",
      DistributionChannel: "metadata",
      UserLanguage: "metadata",
      "Q9_First Click": "timing",
      "Q9_Page Submit": "timing",
    });
    expect(identifiersOf(found)).toEqual({
      IPAddress: "IP address",
      RecipientLastName: "name",
      RecipientEmail: "e-mail address",
      ExternalReference: "reference",
      LocationLatitude: "location",
      Q2_4_TEXT: "free text",
    });
    expect(found.remarks.join()).toContain('more than once: "Q1_2"');
  });

  it.each([
    ["with a single quote in the ids", imports.replaceAll('""', "'"), 3],
    ["without the row of ids", null, 2],
  ])("reads a header %s", async (_, ids, headerRows) => {
    const found = await look([names, texts, ...(ids === null ? [] : [ids]), record, ""].join("\n"));
    expect(found).toMatchObject({ profile: "qualtrics", header_rows: headerRows, records: 1 });
    expect(found.columns[15]?.text).toBe("Ich habe Energie - heute");
  });

  it("reads a header whose texts were removed, by the ids below the names", async () => {
    const found = await look(`${names}\n${imports}\n${record}\n`);
    expect(found).toMatchObject({ header_rows: 2, records: 1 });
    expect(found.columns[15]?.text).toBeNull();
  });

  it("reads a header of names alone, as programs save it", async () => {
    expect(await look(`${names}\n${record}\n`)).toMatchObject({ profile: "qualtrics", header_rows: 1, records: 1 });
  });

  it("takes a blank start date for a response, not for a header row", async () => {
    const blank = record.replace("2026-04-07 08:28:09", "");
    expect(await look(`${names}\n${texts}\n${imports}\n${blank}\n${record}\n`)).toMatchObject({ records: 2 });
  });

  it("reads the older format: V1, V2, ... above texts, with a separator at the end of every line", async () => {
    const found = await look(
      "\ufeffV1,V3,V5,V7,V8,V9,V10,Q1,\n" +
        "ResponseID,Name,EmailAddress,Status,StartDate,EndDate,Finished,Ik heb energie,\n" +
        "R_1,Anoniem,,0,2026-04-07 08:28:09,2026-04-07 08:28:48,1,2,\n",
    );
    expect(found).toMatchObject({ profile: "qualtrics", header_rows: 2, records: 1 });
    expect(rolesOf(found)).toEqual({ V1: "response", V7: "status", V8: "started", V9: "ended", V10: "finished" });
    expect(identifiersOf(found)).toEqual({ V3: "name", V5: "e-mail address" });
    expect(found.remarks).toEqual(["Every line ends with a separator: the last column has no name and is empty."]);
  });

  it("knows every status once", () => {
    const { real = [], test = [], spam = [] } = findProfile("qualtrics").status ?? {};
    const all = [...real, ...test, ...spam];
    expect(new Set(all).size).toBe(all.length);
    expect(test).toEqual(expect.arrayContaining(["1", "Survey Preview", "2", "Survey Test"]));
  });
});
