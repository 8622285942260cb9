import { describe, expect, it } from "vitest";
import { readScan } from "../../../pipeline/read-scan.ts";
import { makePlacedScans } from "../placed-scans.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
const { yaml, place, refusal } = makePlacedScans(folder);

const title = "title: { nl: t, en: t }";
const tenure = `  tenure: { ${title}, values: { short: { ${title}, texts: [kort] } } }\n`;
const mapped = yaml.replace("      unit: team\n", "      unit: team\n      attributes: { tenure: Dienstjaren }\n");
const withAttributes = (attributes: string, scan = mapped) => `${scan}attributes:\n${attributes}`;
const list = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index));

describe("attributes in scan.yaml", () => {
  it("have defaults, and none are fine", () => {
    expect(readScan(place(withAttributes(tenure))).scan.attributes["tenure"]).toMatchObject({
      from: "export",
      self_declared: false,
    });
    expect(readScan(place(yaml)).scan.attributes).toEqual({});
    expect(readScan(place(`${yaml}attributes:\n`)).scan.attributes).toEqual({});
  });

  it.each<[string, string, string | RegExp]>([
    ["neither values nor cuts", `  tenure: { ${title} }\n`, "attributes.tenure must have either values or cuts"],
    ["both", tenure.replace("values:", "cuts: [1], values:"), "attributes.tenure must have either values or cuts"],
    ["an empty list", `  tenure: { ${title}, values: {} }\n`, "attributes.tenure.values must list at least 1"],
    [
      "too many values",
      `  tenure: { ${title}, values: { ${list(51, (at) => `v${at}: { ${title}, texts: [t${at}] }`).join(", ")} } }\n`,
      "attributes.tenure must have at most 50 values, but has 51: join values that are alike",
    ],
    [
      "too many groups",
      `  tenure: { ${title}, cuts: [${list(50, (at) => `${at + 1}`).join(", ")}] }\n`,
      "attributes.tenure must have at most 50 values, but has 51",
    ],
    [
      "too many attributes",
      tenure + list(6, (at) => `  region_${at}: { ${title}, from: roster, column: r, cuts: [1] }\n`).join(""),
      "attributes must be at most 6 attributes; there are 7",
    ],
    ["cuts that do not ascend", `  tenure: { ${title}, cuts: [1, 1] }\n`, "attributes.tenure.cuts must ascend"],
    [
      "one text for two values",
      `  tenure: { ${title}, values: { short: { ${title}, texts: [Kort] }, long: { ${title}, texts: ["kort "] } } }\n`,
      'attributes.tenure.values.long must not have "kort ": short has it too',
    ],
    [
      "a roster without a column",
      `${tenure}  region: { ${title}, from: roster, cuts: [1] }\n`,
      "attributes.region must name the column of the roster (column: …)",
    ],
    [
      "a column of an export in the wrong place",
      tenure.replace("title:", "column: x, title:"),
      "attributes.tenure.column is for from: roster",
    ],
    [
      "an attribute without a column",
      `${tenure}  contract: { ${title}, cuts: [1] }\n`,
      "attributes.contract must have a column in some questionnaire",
    ],
    [
      "an unknown attribute",
      `  contract: { ${title}, from: roster, column: c, cuts: [1] }\n`,
      'columns.attributes.tenure must be an attribute: "contract"',
    ],
    [
      "an attribute of the roster",
      `  tenure: { ${title}, from: roster, column: c, cuts: [1] }\n`,
      "columns.attributes.tenure must not be here: it comes from the roster",
    ],
    ["a code with capitals", tenure.replace("short:", "Short:"), "must be lower-case letters, digits and _"],
  ])("must not have %s", (_, attributes, message) => {
    expect(refusal(withAttributes(attributes))).toMatch(
      typeof message === "string" ? new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) : message,
    );
  });

  it("are missing when a questionnaire names one and there are none", () => {
    expect(refusal(mapped)).toMatch(/^scan\.yaml:\d+:\d+: .*must be an attribute, but scan\.yaml has none/);
  });
});
