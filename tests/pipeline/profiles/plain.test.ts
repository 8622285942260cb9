import { describe, expect, it } from "vitest";
import { makeInspections } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the plain profile", () => {
  it("fits a file of no known tool", async () => {
    expect(await look("team,score\nWZ,7\n")).toMatchObject({
      profile: "plain",
      header_rows: 1,
      records: 1,
      dates: null,
    });
  });

  it("reads parts of questions from a second row, and shows them once it is said to be one", async () => {
    const text =
      "\ufeffTeam;Hoe vaak werk je;;;Cijfer\nCode;thuis;op kantoor;onderweg;\nWZ;soms;vaak;nooit;7\nGH;nooit;vaak;nooit;8\n";
    const guessed = await look(text);
    expect(guessed).toMatchObject({ profile: "plain", header_rows: 2, records: 2 });
    expect(guessed.columns.map(({ name }) => name)).toEqual(["Team", "Hoe vaak werk je", "", "", "Cijfer"]);
    expect(guessed.remarks[0]).toMatch(/second line looks like names of columns/);
    const found = await look(text, { header_rows: 2 });
    expect(found.columns.map(({ name }) => name)).toEqual([
      ...[
        "Team | Code",
        "Hoe vaak werk je | thuis",
        "Hoe vaak werk je | op kantoor",
        "Hoe vaak werk je | onderweg",
        "Cijfer",
      ],
    ]);
  });

  it.each([
    ["numbers below the blanks", "Team,a,,\nWZ,4,5,3\nGH,3,4,4\n"],
    ["one blank name, as of a saved row number", ",Team,a\nx,WZ,vaak\ny,GH,soms\n"],
    ["one blank name in the middle", "Team,,a\nWZ,vaak,soms\nGH,soms,vaak\n"],
    ["answers below the blanks that come back", "Team,a,,\nWZ,vaak,soms,nooit\nWZ,vaak,soms,nooit\n"],
    ["a blank below a blank", "Team,a,,,\nCode,x,y,,z\nWZ,vaak,soms,,nooit\n"],
  ])("takes no second row for names with %s", async (_, text) => {
    const found = await look(text);
    expect(found.header_rows).toBe(1);
    expect(found.remarks.join()).toMatch(/no name|without a name/);
  });

  it("lets the analyst say that the second row belongs to the header: it names what the first leaves blank", async () => {
    const found = await look("Team,a,,\nCode,x,1,2\nWZ,4,5,3\n", { header_rows: 2 });
    expect(found).toMatchObject({ header_rows: 2, records: 1 });
    expect(found.columns.map(({ name }) => name)).toEqual(["Team", "a", "a | 1", "a | 2"]);
    expect(found.remarks).toEqual(["The header is read as 2 rows, as stated; by itself it looks like 1."]);
  });

  it("refuses to skip a line that looks like a record", async () => {
    await expect(look("Team,a,b\nCode,x,y\nWZ,4,5\nGH,3,4\n", { header_rows: 3 })).rejects.toThrow(
      "header_rows is 3, but one of these lines looks like a record",
    );
  });
});
