/** Prints the editions as the command line does, and reads the PDFs: what is on which sheet. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printPages } from "../../pipeline/cli/print-pages.ts";
import { renderEditions } from "../../reports/render-report.tsx";
import { exampleCertificate } from "../reports/example-certificate.ts";
import { exampleRelease } from "../reports/example-release.ts";
import { findBrowser } from "./find-browser.ts";
import { makePages } from "./open-pages.ts";
import { type Part, type PrintedPage, readPdf } from "./read-pdf.ts";

const skip = process.env.VITASCAN_SKIP_BROWSER === "1";
const folder = mkdtempSync(join(tmpdir(), "vitascan-print-"));
const names = ["hr", "board", "works_council", "manager.T002"].flatMap((edition) => [`${edition}.nl`, `${edition}.en`]);
const others = [
  ...names.map((name) => `full.${name}`),
  "hostile.hr.nl",
  "hostile.manager.T002.en",
  "not-assessed",
  "nothing",
];
const drafts: string[] = [];

async function print(pages: readonly string[], target: string): Promise<string[]> {
  return printPages(pages, target, {
    browser: findBrowser(),
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    privateFolder: mkdtempSync(join(folder, "private-")),
    keepTrack: (draft) => drafts.push(draft),
    announce: () => {},
    signal: new AbortController().signal,
  });
}

/** Figures, cards and other items of lists, and rows: what must stand on one sheet. The heads of a table stand on each of its sheets. */
const isWhole = ({ type, children }: Part) =>
  ["Figure", "LI"].includes(type) || (type === "TR" && !children.every(({ isColumnHead }) => isColumnHead));
const listCut = ({ parts }: PrintedPage) =>
  parts.filter((part) => isWhole(part) && part.sheets.length > 1).map(({ type, sheets }) => `${type} on ${sheets}`);

/** Headings with nothing below them on their sheet. */
function listLonely({ parts }: PrintedPage): string[] {
  return parts.flatMap((part, position) => {
    if (!/^H[1-6]$/.test(part.type)) return [];
    const inside = new Set<Part>();
    const enter = (one: Part) => {
      inside.add(one);
      one.children.forEach(enter);
    };
    enter(part);
    const next = parts.slice(position).find((one) => !inside.has(one) && one.own.length > 0);
    return next === undefined || next.own[0] === part.sheets.at(-1) ? [] : [`${part.type} on ${part.sheets}`];
  });
}

async function renderLargeBoard(): Promise<string> {
  const release = exampleRelease({ teams: 200, departments: 14 });
  for await (const { path, content } of renderEditions(release, "nl", exampleCertificate()))
    if (path === "report.board.nl.html") return content;
  throw new Error("There must be an edition for the board.");
}

describe.skipIf(skip)("the editions on paper", () => {
  const printed = new Map<string, PrintedPage>();
  const release = exampleCertificate().release.slice(0, 12);

  beforeAll(async () => {
    const pages = await makePages();
    const broken = (pages.get("hr.nl") ?? "")
      .replaceAll("break-inside:avoid", "break-inside:auto")
      .replace(/<meta http-equiv[^>]*>/, "");
    const all = [...[...names, ...others].map((name) => [name, pages.get(name) ?? ""] as const)];
    all.push(["broken", broken], ["large-board", await renderLargeBoard()]);
    for (const [name, html] of all) writeFileSync(join(folder, `${name}.html`), html);
    const files = await print(
      all.map(([name]) => join(folder, `${name}.html`)),
      join(folder, "release-pdf"),
    );
    for (const file of files) printed.set(basename(file, ".pdf"), readPdf(readFileSync(file)));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const open = (name: string) => printed.get(name) as PrintedPage;

  it.each([...names, ...others])(
    "have no figure, card or row of %s on two sheets, and no heading at the end of one",
    (name) => {
      expect({ name, cut: listCut(open(name)), lonely: listLonely(open(name)) }).toEqual({ name, cut: [], lonely: [] });
    },
  );

  it("are read well enough to see what is cut when nothing keeps it together", () => {
    const cut = listCut(open("broken")).map((one) => one.split(" ")[0]);
    expect(new Set(cut)).toEqual(new Set(["Figure", "LI"]));
    expect(
      open("hr.nl")
        .parts.filter(isWhole)
        .every(({ sheets }) => sheets.length === 1),
    ).toBe(true);
    expect(open("hr.nl").parts.filter(isWhole).length).toBeGreaterThan(50);
  });

  it("repeat the heads of a table on every sheet of it", () => {
    const parts = [...names, ...others].flatMap((name) => open(name).parts);
    const tables = parts.filter(({ type, children }) => {
      const rows = children.filter((row) => row.type === "TR");
      return type === "Table" && new Set(rows.flatMap(({ sheets }) => sheets)).size > 1;
    });
    expect(tables.length).toBeGreaterThan(0);
    for (const { children } of tables) {
      const [head, ...rows] = children.filter(({ type }) => type === "TR");
      expect(head?.children.every(({ isColumnHead }) => isColumnHead)).toBe(true);
      expect(head?.sheets).toEqual([...new Set(rows.flatMap(({ sheets }) => sheets))]);
    }
  });

  it.each(names)("say on every sheet of %s: confidential, whose, which release, which page of how many", (name) => {
    const { sheets } = open(name);
    const [word, page, of] = name.endsWith("nl") ? ["Vertrouwelijk", "pagina", "van"] : ["Confidential", "page", "of"];
    for (const [position, text] of sheets.entries()) {
      expect(text).toContain(`${word} · Stichting Waterrand · najaar-2025 · ${release}`);
      expect(text).toContain(`${page} ${position + 1} ${of} ${sheets.length}`);
    }
  });

  it("give the board one sheet, whatever the number of teams", () => {
    for (const name of ["board.nl", "board.en", "full.board.nl", "full.board.en", "large-board"])
      expect([name, open(name).sheets.length]).toEqual([name, 1]);
  });

  it("come into their folder together, and nothing else stays", () => {
    const all = [...names, ...others, "broken", "large-board"].map((name) => `${name}.pdf`).sort();
    expect(readdirSync(join(folder, "release-pdf")).sort()).toEqual(all);
    expect(drafts.every((draft) => draft.startsWith(join(folder, "release-pdf.")) && !existsSync(draft))).toBe(true);
    const profiles = readdirSync(folder).filter((name) => name.startsWith("private-"));
    expect(profiles.flatMap((name) => readdirSync(join(folder, name)))).toEqual([]);
  });
});
