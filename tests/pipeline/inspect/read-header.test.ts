import { describe, expect, it } from "vitest";
import { readHeader } from "../../../pipeline/inspect/read-header.ts";
import type { FileFormat } from "../../../schemas/scan.ts";

const read = (rows: string[][], format: FileFormat = {}) => readHeader("answers.csv", rows, format);

describe("readHeader", () => {
  it("names every cell of the header, also beyond the first row", () => {
    const { layout } = read(
      [
        ["a ", "\ufeffb"],
        ["A", "B", "C"],
        ["x", "y", "z"],
      ],
      { header_rows: 2 },
    );
    expect(layout).toEqual({ header_rows: 2, names: ["a", "b", "b | C"], texts: [null, null, null] });
  });

  it("takes the tool's way of reading when its number of rows is stated too", () => {
    const rows = [
      ["Respondent ID", "Q", ""],
      ["", "A", "B"],
      ["1", "x", "y"],
    ];
    expect(read(rows, { header_rows: 2 }).layout.names).toEqual(["Respondent ID", "Q | A", "Q | B"]);
    expect(read(rows, { header_rows: 1 }).layout).toMatchObject({ header_rows: 1, names: ["Respondent ID", "Q", ""] });
  });

  it("believes the analyst about the tool", () => {
    const rows = [
      ["submitdate", "lastpage"],
      ["x", "y"],
    ];
    expect([read(rows).profile.profile, read(rows, { profile: "plain" }).profile.profile]).toEqual([
      "limesurvey",
      "plain",
    ]);
  });

  it("allows rating points as options in a second header row", () => {
    const rows = [
      ["Respondent ID", "Q", "", ""],
      ["", "1", "2", "3"],
      ["7", "1", "", ""],
    ];
    expect(read(rows).layout.names).toEqual(["Respondent ID", "Q | 1", "Q | 2", "Q | 3"]);
  });

  it("allows options as names that come back as answers where the tool writes them so", () => {
    const rows = [
      ["#", "A", "B", "C", "Submit Date (UTC)"],
      ["0a", "A", "B", "C", "2026-04-25 10:00"],
    ];
    expect(read(rows).profile.profile).toBe("typeform");
  });

  it.each<[string, string[][], FileFormat]>([
    ["the first line must name the columns, but it looks like a record", [["WZ", "7", "8"]], {}],
    [
      "the first line must name the columns, but it looks like a record",
      [
        ["Soms", "Vaak"],
        ["Soms", "Vaak"],
      ],
      {},
    ],
    [
      "header_rows is 2, but one of these lines looks like a record. Lower it.",
      [
        ["a", "b"],
        ["1", "2"],
      ],
      { header_rows: 2 },
    ],
  ])("refuses records as names: %s", (message, rows, format) => {
    expect(() => read(rows, format)).toThrow(`answers.csv: ${message}`);
  });

  it("reads an empty file as one without columns", () => {
    expect(read([]).layout).toEqual({ header_rows: 1, names: [], texts: [] });
  });
});
