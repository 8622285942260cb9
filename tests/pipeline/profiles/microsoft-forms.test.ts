import { describe, expect, it } from "vitest";
import { contentsOf, identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the Microsoft Forms profile", () => {
  it("knows a Dutch form saved by a Dutch Excel", async () => {
    const found = await look(
      "ID;Begintijd;Tijd van voltooien;E-mail;Naam;Tijd van laatste wijziging;Team;Hoe waarschijnlijk?;Wat helpt?\r\n" +
        '1;4/25/26 10:00:01;4/25/26 10:09:01;anonymous;;;WZ-1;8;"Rust;Ruimte;"\r\n' +
        '2;4/5/26 10:00:01;4/5/26 10:09:01;anonymous;;;WZ-2;9;"Rust;"\r\n',
    );
    expect(found).toMatchObject({ profile: "microsoft_forms", delimiter: ";", dates: "month_first", records: 2 });
    expect(rolesOf(found)).toEqual({
      ID: "response",
      Begintijd: "started",
      "Tijd van voltooien": "ended",
      "Tijd van laatste wijziging": "metadata",
    });
    expect(identifiersOf(found)).toEqual({ "E-mail": "e-mail address", Naam: "name" });
    expect(contentsOf(found)).toMatchObject({
      "Hoe waarschijnlijk?": "numbers 1-10 0-10 0-100",
      "Wat helpt?": "choice",
    });
  });

  it("knows an English form, with commas, a quiz and names over two lines", async () => {
    const found = await look(
      'Id,Start time,Completion time,Email,Name,Total points,"How are\nyou?",Points - Q1,Feedback - Q1\n1,4/25/26 10:00:01,4/25/26 10:09:01,anonymous,Anonymous,,"A;B;",,\n',
    );
    expect(found).toMatchObject({ profile: "microsoft_forms", delimiter: "," });
    expect(rolesOf(found)).toEqual({
      Id: "response",
      "Start time": "started",
      "Completion time": "ended",
      "Total points": "metadata",
      "Points - Q1": "metadata",
    });
    expect(identifiersOf(found)).toEqual({ Email: "e-mail address", Name: "name", "Feedback - Q1": "free text" });
  });
});
