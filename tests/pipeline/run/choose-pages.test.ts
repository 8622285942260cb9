import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeRelease } from "../../../pipeline/publish/write-release.ts";
import { choosePages } from "../../../pipeline/run/choose-pages.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
let made = 0;
let release = "";
const names = ["hr", "board", "works_council", "manager.A", "manager.A-2"].flatMap((edition) => [
  `report.${edition}.nl.html`,
  `report.${edition}.en.html`,
]);
beforeEach(async () => {
  release = join(folder, `release-${made++}`);
  const files = [...names, "summary.nl.md"].map((path) => ({ path, content: path }));
  const nothing = () => {};
  const steps = { tool: "tool 1", policyHash: "policy", keepTrack: nothing, check: nothing, record: nothing };
  await writeRelease(release, files, steps);
});

const choose = (...editions: string[]) => choosePages(release, editions, ["nl"]).map((path) => basename(path));

describe("choosePages", () => {
  it.each([
    [
      ["hr", "board"],
      ["report.board.nl.html", "report.hr.nl.html"],
    ],
    [["manager"], ["report.manager.A-2.nl.html", "report.manager.A.nl.html"]],
    [["manager.A"], ["report.manager.A.nl.html"]],
    [["hr", "hr"], ["report.hr.nl.html"]],
  ])("gives the pages of %s", (editions, pages) => {
    expect(choose(...editions)).toEqual(pages);
  });

  it("gives everything in every language when asked", () => {
    expect(
      choosePages(release, ["all"], ["nl", "en"])
        .map((path) => basename(path))
        .sort(),
    ).toEqual([...names].sort());
  });

  it("refuses an edition that is not there, and lists those that are", () => {
    expect(() => choose("hr", "union")).toThrow(
      'can\'t find the edition "union"; there are "all", "board", "hr", "manager", "works_council", and manager.<unit> for one team',
    );
  });

  it("refuses a page that is not as it was written, and only that", () => {
    writeFileSync(join(release, "report.hr.nl.html"), "changed");
    expect(() => choose("hr")).toThrow(/can't print pages that are not as the manifest says: "report.hr.nl.html"/);
    expect(choose("board")).toEqual(["report.board.nl.html"]);
  });

  it("refuses a folder without a manifest", () => {
    expect(() => choosePages(folder, ["hr"], ["nl"])).toThrow(/must be a release folder/);
  });
});
