import { Command, CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { addFormatOptions, type FormatOptions, readFormatOptions } from "../../../pipeline/cli/format-options.ts";
import { FileFormat } from "../../../schemas/scan.ts";

/** The format that a command line with these words names. */
function read(...words: string[]): FileFormat {
  const command = addFormatOptions(new Command("test").option("--json").exitOverride())
    .configureOutput({ writeErr: () => {} })
    .parse(words, { from: "user" });
  return readFormatOptions(command.opts<FormatOptions>());
}

describe("the options of a format", () => {
  it("say nothing when none is given, whatever other options there are", () => {
    expect(read("--json")).toEqual({});
  });

  it("are one for every field of a format in scan.yaml", () => {
    const names = addFormatOptions(new Command()).options.map((option) => option.attributeName());
    const fields = Object.keys(FileFormat.shape).map((field) => (field === "header_rows" ? "headerRows" : field));
    expect(names.toSorted()).toEqual(fields.toSorted());
  });

  it("give the fields as scan.yaml has them", () => {
    const words =
      "--profile qualtrics --encoding macintosh --delimiter ; --decimal , --header-rows 2 --dates day_first --sheet Form1";
    expect(read(...words.split(" "))).toEqual({
      profile: "qualtrics",
      encoding: "macintosh",
      delimiter: ";",
      decimal: ",",
      header_rows: 2,
      dates: "day_first",
      sheet: "Form1",
    });
  });

  it.each([
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
    [",", ","],
  ])("take %j for the delimiter %j", (word, delimiter) => {
    expect(read("--delimiter", word)).toEqual({ delimiter });
  });

  it.each([
    ["--delimiter", "|"],
    ["--encoding", "utf-7"],
    ["--profile", "excel"],
    ["--dates", "monday_first"],
    ["--header-rows", "0"],
    ["--header-rows", "6"],
    ["--header-rows", "1.5"],
    ["--header-rows", "two"],
    ["--header-rows", ""],
  ])("refuse %s %j", (option, word) => {
    expect(() => read(option, word)).toThrow(CommanderError);
  });
});
