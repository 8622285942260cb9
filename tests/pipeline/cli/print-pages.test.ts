import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { printPages } from "../../../pipeline/cli/print-pages.ts";
import { UserError } from "../../../pipeline/user-error.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
let made = 0;
let home = "";
beforeEach(() => {
  home = join(folder, `home-${made++}`);
  mkdirSync(join(home, "private"), { recursive: true });
});

/** A browser that tells what it was given and writes what the test wants. */
function makeBrowser(writes: string): string {
  const browser = join(home, "browser");
  const script = [
    "#!/usr/bin/env node",
    'const { writeFileSync } = require("node:fs");',
    'const pdf = process.argv.find((one) => one.startsWith("--print-to-pdf=")).slice("--print-to-pdf=".length);',
    `writeFileSync(${JSON.stringify(join(home, "given.json"))}, JSON.stringify({ given: process.argv.slice(2), key: process.env.VITASCAN_LEDGER_KEY, kept: process.env.KEPT }));`,
    writes,
  ];
  writeFileSync(browser, script.join("\n"));
  chmodSync(browser, 0o755);
  return browser;
}

const print = (browser: string, isRoot = false) =>
  printPages([join(home, "report.hr.nl.html"), join(home, "report.board.nl.html")], join(home, "out"), {
    browser,
    environment: { PATH: process.env.PATH, VITASCAN_LEDGER_KEY: "secret", KEPT: "yes" },
    isRoot,
    privateFolder: join(home, "private"),
    keepTrack: () => {},
    announce: () => {},
    signal: new AbortController().signal,
  });

const given = () => JSON.parse(readFileSync(join(home, "given.json"), "utf8"));

describe.skipIf(process.platform === "win32")("printPages", () => {
  const writesPdf = 'writeFileSync(pdf, "%PDF-1.4");';

  it("gives a PDF of each page, and replaces an older one", async () => {
    mkdirSync(join(home, "out"));
    writeFileSync(join(home, "out", "report.hr.nl.pdf"), "old");
    const files = await print(makeBrowser(writesPdf));
    expect(files).toEqual(["report.hr.nl.pdf", "report.board.nl.pdf"].map((name) => join(home, "out", name)));
    for (const file of files) expect(readFileSync(file, "utf8")).toBe("%PDF-1.4");
    expect(readdirSync(join(home, "private"))).toEqual([]);
  });

  it("keeps the sandbox except for root, names no host, and keeps our key to itself", async () => {
    await print(makeBrowser(writesPdf));
    const { given: flags, key, kept } = given();
    expect(flags).not.toContain("--no-sandbox");
    expect(flags).toContain("--host-resolver-rules=MAP * ~NOTFOUND");
    expect(flags.some((flag: string) => flag.startsWith(`--user-data-dir=${join(home, "private")}`))).toBe(true);
    expect([key, kept]).toEqual([undefined, "yes"]);
    await print(makeBrowser(writesPdf), true);
    expect(given().given).toContain("--no-sandbox");
  });

  it.each([
    ["writes nothing", ""],
    ["writes something else", 'writeFileSync(pdf, "<html>");'],
    ["fails", "process.exit(1);"],
    ["fails at the second page", 'if (pdf.includes("board")) process.exit(1); writeFileSync(pdf, "%PDF-1.4");'],
  ])("leaves nothing when the browser %s, and says what to do", async (_, writes) => {
    const browser = makeBrowser(writes);
    await expect(print(browser)).rejects.toThrow(UserError);
    await expect(print(browser)).rejects.toThrow(/gave no PDF.*CHROME_PATH/);
    expect(readdirSync(home).filter((name) => name.startsWith("out"))).toEqual([]);
    expect(readdirSync(join(home, "private"))).toEqual([]);
  });

  it("refuses a program that can't be started", async () => {
    await expect(print(join(home, "nothing"))).rejects.toThrow(/can't be printed/);
  });
});
