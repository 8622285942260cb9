/**
 * Real exports of survey tools that are not part of the project, inspected. Every expected value was read from the files by hand:
 * records with `python3 -c "import csv,sys; print(sum(1 for row in csv.reader(open(sys.argv[1], newline='')) if row))"` less the
 * header rows, identifiers by looking at the names and at what the columns hold.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inspect } from "../../pipeline/inspect.ts";
import type { Delimiter, Encoding, ProfileName } from "../../schemas/inspection.ts";

const folder = new URL("../../../shared/data/exports/", import.meta.url);
const present = existsSync(folder);
const privateFolder = mkdtempSync(join(tmpdir(), "exports-"));
afterAll(() => rmSync(privateFolder, { recursive: true, force: true }));

type Expected = readonly [
  file: string,
  profile: ProfileName,
  headerRows: number,
  encoding: Encoding,
  mark: boolean,
  delimiter: Delimiter,
  responses: number,
  /** Names of the columns that identify a person, or their positions where names are long or occur twice. */
  identifiers: readonly (string | number)[],
];

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Personal columns of the Qualtrics exports of 2016, by position; the last three are the location. */
const insights = [3, 6, 7, 8, 9];

const table: readonly Expected[] = [
  ["glint/vivaglint_employee_attributes.csv", "plain", 1, "utf-8", false, ",", 6, ["EMP ID"]],
  [
    "glint/vivaglint_survey_export.csv",
    "viva_glint",
    1,
    "utf-8",
    false,
    ",",
    6,
    ["First Name", "Last Name", "Email", "EMP ID", 10, 11, 12, 14, 15, 16],
  ],
  // "Sonstiges" twice, "Further" and "Further Problems" hold what people wrote; an open question at 18 is empty.
  ["limesurvey/DE_excel_semicolon_bom_2header.csv", "plain", 2, "utf-8", true, ";", 45, [7, 12, 30, 38]],
  [
    "qualtrics/QT_long_exhaustive.csv",
    "qualtrics",
    3,
    "utf-8",
    false,
    ",",
    31,
    [...insights, 20, 22, 62, 93, 220, 306, 332, ...range(341, 364), 365, 366, 367],
  ],
  [
    "qualtrics/QT_many_types_insights.csv",
    "qualtrics",
    3,
    "utf-8",
    false,
    ",",
    5,
    [
      ...[...insights, ...range(34, 39), 55, ...range(78, 83), 99, ...range(122, 127), 143],
      ...[...range(166, 171), 187, 188, 189, 190],
    ],
  ],
  [
    "qualtrics/QT_many_types_legacy.csv",
    "qualtrics",
    2,
    "utf-8",
    true,
    ",",
    5,
    [
      ...["V3", "V4", "V5", "V6", ...range(33, 38), 54, ...range(77, 82), 98, ...range(121, 126), 142],
      ...[...range(165, 170), 186, 187, 188, 189],
    ],
  ],
  ["qualtrics/QT_matrix_insights.csv", "qualtrics", 3, "utf-8", false, ",", 5, [...insights, 26, 28, 29, 30]],
  ["qualtrics/QT_multianswer_insights.csv", "qualtrics", 3, "utf-8", false, ",", 5, [...insights, 33, 34, 35, 36]],
  ["qualtrics/QT_no_basis_insights.csv", "qualtrics", 3, "utf-8", false, ",", 15, [...insights, 47, 48, 49]],
  [
    "qualtrics/QT_sidebyside_insights.csv",
    "qualtrics",
    3,
    "utf-8",
    false,
    ",",
    25,
    [...insights, ...range(36, 41), ...range(51, 56), 69, 70, 71],
  ],
  [
    "qualtrics/qualtRics_sample_de_3header.csv",
    "qualtrics",
    3,
    "utf-8",
    false,
    ",",
    1,
    [
      ...["IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference"],
      ...["LocationLatitude", "LocationLongitude", "Q2 - Topics"],
    ],
  ],
  [
    "qualtrics/qualtRics_sample_legacy_2header_bom.csv",
    "qualtrics",
    2,
    "utf-8",
    true,
    ",",
    1,
    ["V3", "V4", "V5", "V6", "LocationLatitude", "LocationLongitude", "LocationAccuracy"],
  ],
  ["redcap/redcapr_decimal_comma_and_dot.csv", "redcap", 1, "utf-8", false, ",", 4, ["name"]],
  ["redcap/redcapr_repeating.csv", "redcap", 1, "utf-8", false, ",", 6, ["first_name", "dob"]],
  // Columns that by their name hold a remark or what "other" is; a row number was saved with the file.
  [
    "redcap/redcapr_russian.csv",
    "redcap",
    1,
    "utf-8",
    false,
    ",",
    3,
    [
      ...["recruitment_other", "refuse_other", "test_reason_1_other", "test_reason_2_other", "test_reason_3_other"],
      ...["no_test_reason_1_other", "no_test_reason_2_other", "no_test_reason_3_other"],
      ...["other_q3_1", "other_q3_2", "other_q3_3", "other_q5_1", "other_q5_2", "other_q5_3", "other_q6", "other_q8"],
      ...["other_q11", "other_q14", "other_q22", "other_q23", "other_q25", "other_q45_10_1", "other_q56", "other_q76"],
      ...["other_q130", "other_q132", "other_q134", "test_reason_1_r_other", "test_reason_2_r_other"],
      ...["test_reason_3_r_other", "refuse_fg_other", "test_reason_1_fg_other", "test_reason_2_fg_other"],
      ...["test_reason_3_fg_other", "no_test_reason_1_fg_other", "no_test_reason_2_fg_other"],
      ...["no_test_reason_3_fg_other", "comments_aftertest"],
    ],
  ],
  [
    "redcap/redcapr_simple.csv",
    "redcap",
    1,
    "utf-8",
    false,
    ",",
    5,
    ["name_first", "name_last", "address", "telephone", "email", "dob", "comments"],
  ],
  ["surveymonkey/538_MIDWEST.csv", "surveymonkey", 2, "utf-8", false, ",", 2778, [2, 27]],
  // The teams' names are two capitalised words and all different: nothing tells them from names of people.
  ["surveymonkey/538_NFL_fandom_data-surveymonkey.csv", "plain", 2, "utf-8", false, ",", 33, [1]],
  ["surveymonkey/538_StarWars.csv", "surveymonkey", 2, "macintosh", false, ",", 1186, []],
];

const open = (file: string, encoding?: Encoding) =>
  inspect(file, new URL(file, folder).pathname, encoding === undefined ? {} : { encoding }, privateFolder);

describe.skipIf(!present)("exports of survey tools", () => {
  it("are all in the table", () => {
    const files = readdirSync(folder, { recursive: true }).map(String);
    expect(table.map(([file]) => file).sort()).toEqual(files.filter((name) => name.endsWith(".csv")).sort());
  });

  it.each(table)(
    "%s",
    async (file, profile, header_rows, encoding, byte_order_mark, delimiter, records, identifiers) => {
      const found = await open(file, encoding === "utf-8" ? undefined : encoding);
      expect(found).toMatchObject({ profile, header_rows, encoding, byte_order_mark, delimiter, records });
      const recognised = found.columns.filter(({ identifier }) => identifier !== null);
      const names = new Set(identifiers.filter((one) => typeof one === "string"));
      expect(recognised.map(({ name, position }) => (names.has(name) ? name : position))).toEqual(
        found.columns
          .map(({ name, position }) => (names.has(name) ? name : position))
          .filter((one) => identifiers.includes(one)),
      );
      expect(recognised).toHaveLength(identifiers.length);
    },
  );

  it("refuses StarWars until its encoding is named", async () => {
    await expect(open("surveymonkey/538_StarWars.csv")).rejects.toThrow("byte 642 is not valid there");
  });
});
