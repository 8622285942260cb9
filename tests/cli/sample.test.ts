/** The sample through the command: what its pages say, in every edition and language. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readText } from "../reports/read-page.ts";
import { buildCommand, readTexts, root, runCommand } from "./run-command.ts";

const home = mkdtempSync(join(tmpdir(), "test-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("the sample", () => {
  let files: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    await buildCommand();
    cpSync(join(root, "fixtures/sample"), join(home, "sample"), { recursive: true });
    const { code, stderr } = runCommand(join(home, "sample"), ["run", "scan.yaml", "--out", "release"]);
    if (code !== 0) throw new Error(stderr);
    files = readTexts(join(home, "sample", "release"));
  });

  it.each(
    ["hr", "board", "works_council", "manager.RV-02", "manager.OD-01"].flatMap((edition) => [
      `${edition}.nl`,
      `${edition}.en`,
    ]),
  )("says on the page %s what it said before", async (page) => {
    const html = files.get(`report.${page}.html`);
    if (html === undefined) throw new Error("There must be such a page.");
    await expect(readText(html)).toMatchFileSnapshot(`../golden/sample/${page}.txt`);
  });

  it("has a page for every team that is shown, in both languages", () => {
    const pages = [...files.keys()].filter((path) => path.startsWith("report.manager."));
    expect(pages).toHaveLength(2 * 51);
  });
});
