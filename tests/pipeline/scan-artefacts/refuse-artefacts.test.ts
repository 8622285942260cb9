import { describe, expect, it } from "vitest";
import type { Finding } from "../../../pipeline/scan-artefacts/finding.ts";
import { refuseArtefacts } from "../../../pipeline/scan-artefacts/refuse-artefacts.ts";
import { UserError } from "../../../pipeline/user-error.ts";

const finding = (line: number): Finding => ({
  path: "report.nl.html",
  where: `line ${line} column 8, <p>`,
  kind: "withheld",
  expected: "no number beside a group that is not shown",
});

function catchError(findings: readonly Finding[]): UserError {
  try {
    refuseArtefacts(findings);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("refuseArtefacts", () => {
  it("lets a release without findings through", () => {
    expect(() => refuseArtefacts([])).not.toThrow();
  });

  it("ends with exit code 8, the place and what belongs there", () => {
    const error = catchError([finding(3)]);
    expect(error.exitCode).toBe(8);
    expect(error.message).toBe(
      "The release must hold nothing but released figures, but 1 place holds something else:\n" +
        "  report.nl.html, line 3 column 8, <p>: withheld: expected no number beside a group that is not shown\n" +
        "Nothing was written. This is a defect of vitascan, not of your input: please report these lines, which hold no figure and no name.",
    );
  });

  it("names the first ten places and counts the rest", () => {
    const lines = catchError(Array.from({ length: 13 }, (_, line) => finding(line + 1))).message.split("\n");
    expect(lines.filter((line) => line.startsWith("  report"))).toHaveLength(10);
    expect(lines).toContain("  and 3 more");
  });
});
