import { describe, expect, it } from "vitest";
import { describeInspection } from "../../pipeline/describe-inspection.ts";
import { makeInspections } from "./inspected-examples.ts";

const { look } = makeInspections();

describe("describeInspection", () => {
  it("shows the tool, the dialect and a row per column", async () => {
    const inspection = await look(
      "\ufeffID;Begintijd;Tijd van voltooien;Naam;Team;Cijfer;Cijfer\r\n" +
        "1;4-5-2026 9:00;4-5-2026 9:05;Quirinus;WZ-1;7;2,5\r\n2;6-5-2026 9:00;6-5-2026 9:05;Zwart;WZ-2;8;2\r\n",
    );
    expect(describeInspection(inspection)).toBe(
      [
        "answers.csv",
        "  tool       Microsoft Forms (microsoft_forms)",
        "  encoding   utf-8 with byte order mark",
        "  cells      separated by semicolons, lines end with CRLF, decimals as in 3,5",
        "  header     1 row",
        "  responses  2",
        "  dates      order of day and month unknown",
        "  columns    7, never loaded because they identify a person: 1",
        '  note       Names that occur more than once: "Cijfer". Write { name, position } to tell them apart.',
        "  note       Day and month can't be told apart in its dates: write format: { dates: day_first } or month_first if they are used.",
        "",
        "     1  ID                  response",
        "     2  Begintijd           started",
        "     3  Tijd van voltooien  ended",
        "     4  Naam                never loaded: name",
        "     5  Team                few short texts",
        "     6  Cijfer              whole numbers within 1-10",
        "     7  Cijfer              decimals",
      ].join("\n"),
    );
  });

  it("shows texts beside codes, shortened, and marks nothing a terminal would obey", async () => {
    const text = describeInspection(
      await look(
        `"id. Response ID","submitdate. Date submitted","lastpage. Last page","Q1. ${"Vraag\u202e ".repeat(20)}"\n"1","","3","\u001b[2J"\n`,
      ),
    );
    const last = text.split("\n").at(-1);
    expect(last).toBe("     4  Q1          Vraag\\u202e Vraag\\u202e Vraag\\u202e V...  few short texts");
    expect(text).not.toContain("\u001b");
  });

  it("cuts a long question, not the option behind it", async () => {
    const question = "Hoe vaak werkte je in de afgelopen vier weken op";
    const text = describeInspection(
      await look(`Team;${question};;\n;kantoor;thuis;reis\nWZ;a;b;c\n`, { delimiter: ";", header_rows: 2 }),
    );
    expect(text.split("\n").slice(-3)).toEqual([
      "     2  Hoe vaak werkte je in de afgelopen ... | kantoor  few short texts",
      "     3  Hoe vaak werkte je in de afgelopen vi... | thuis  few short texts",
      "     4  Hoe vaak werkte je in de afgelopen vie... | reis  few short texts",
    ]);
  });

  it("says that a file has no dates, whatever its tool is used to", async () => {
    expect(describeInspection(await look("RespondentID,Team\n1,WZ\n"))).toContain("  dates      none\n");
  });

  it("shows nothing of a respondent", async () => {
    const text = describeInspection(await look("Team,Naam,Uitleg\nWZ-1,Quirinus,zeg ik niet\nWZ-2,Zwart,zeg ik wel\n"));
    expect(text).toMatch(/2 {2}Naam +never loaded: name/);
    expect(text).not.toMatch(/Quirinus|Zwart|zeg|WZ/);
  });
});
