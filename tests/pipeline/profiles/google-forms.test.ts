import { describe, expect, it } from "vitest";
import { identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the Google Forms profile", () => {
  it.each([
    ["Timestamp", "Username"],
    ["Tijdstempel", "E-mailadres"],
    ["Zeitstempel", "Nutzername"],
    ["Horodateur", "Adresse e-mail"],
  ])("knows %j and %j", async (time, person) => {
    const found = await look(`${time},${person}, 1. Team ,Hoe gaat het?\n4-15-2026 10:59:37,,WZ,7\n`);
    expect(found).toMatchObject({ profile: "google_forms", header_rows: 1, records: 1, dates: "month_first" });
    expect(found.columns.map(({ name }) => name)).toEqual([time, person, "1. Team", "Hoe gaat het?"]);
    expect(rolesOf(found)).toEqual({ [time]: "ended" });
    expect(identifiersOf(found)).toEqual({ [person]: "e-mail address" });
  });

  it("asks for the order of day and month when its dates do not tell", async () => {
    const found = await look("Tijdstempel,Team\n4-5-2026 10:59:37,WZ\n6-5-2026 10:59:37,WZ\n");
    expect(found.dates).toBeNull();
    expect(found.remarks.join()).toContain("write format: { dates: day_first } or month_first");
  });

  it("sees several answers joined by semicolons", async () => {
    const found = await look(
      "Timestamp,Wat helpt?\n2026/06/22 11:07:29 AM AST,Rust;Ruimte\n2026/06/23 1:07:29 PM AST,Rust\n",
    );
    expect(found.dates).toBe("year_first");
    expect(found.columns[1]?.content).toEqual({ kind: "choice" });
  });
});
