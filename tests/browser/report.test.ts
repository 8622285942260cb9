import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { exampleRelease } from "../reports/example-release.ts";
import { findBrowser } from "./find-browser.ts";

const skip = process.env.VITASCAN_SKIP_BROWSER === "1";
if (skip) console.warn("Browser tests are left out because VITASCAN_SKIP_BROWSER=1.");

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const hostile = [
  "<script>alert(1)</script>",
  "W".repeat(200),
  "\u202eصحة النفسية",
  '=HYPERLINK("x")',
  "Een Lange Naam ".repeat(12),
];
const pages: Record<string, () => Promise<string>> = {
  example: () => renderReport(exampleRelease(), "nl"),
  english: () => renderReport(exampleRelease(), "en"),
  "one-wave": () => renderReport(exampleRelease({ waves: ["2025"], invitedKnown: false }), "nl"),
  "not-assessed": () => renderReport(exampleRelease({ assessed: false }), "en"),
  nothing: () => renderReport(exampleRelease({ teamsReleased: false }), "nl"),
  hostile: () =>
    renderReport(exampleRelease({ names: Array.from({ length: 62 }, (_, i) => hostile[i % 5] as string) }), "nl"),
};

const folder = mkdtempSync(join(tmpdir(), "vitascan-report-"));
const screenshots = fileURLToPath(new URL("../../coverage/screenshots/", import.meta.url));

/** A fresh profile; `bypass` lets the test put axe into a page whose own policy forbids scripts. */
const open = (bypass: boolean): Promise<BrowserContext> =>
  chromium.launchPersistentContext(mkdtempSync(join(folder, "profile-")), {
    executablePath: findBrowser(),
    args: flags,
    bypassCSP: bypass,
  });

const addressOf = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;

describe.skipIf(skip)(`the report in a browser${skip ? " (left out: VITASCAN_SKIP_BROWSER=1)" : ""}`, () => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    for (const [name, render] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), await render());
    context = await open(false);
    page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.addInitScript(() => {
      const scope = globalThis as unknown as {
        violations: string[];
        addEventListener: (name: string, listen: (event: { violatedDirective: string }) => void) => void;
      };
      scope.violations = [];
      scope.addEventListener("securitypolicyviolation", (event) => scope.violations.push(event.violatedDirective));
    });
  });

  afterAll(async () => {
    await context?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(Object.keys(pages))("%s", (name) => {
    it.each([320, 800, 1280])("opens at %i px without a complaint, a request or a horizontal scroll", async (width) => {
      complaints.length = 0;
      requests.length = 0;
      await page.setViewportSize({ width, height: 900 });
      await page.goto(addressOf(name));
      const seen = (await page.evaluate(
        "({ violations: globalThis.violations, scroll: document.documentElement.scrollWidth, width: innerWidth, styled: getComputedStyle(document.body).margin })",
      )) as { violations: string[]; scroll: number; width: number; styled: string };
      expect(seen).toEqual({ violations: [], scroll: width, width, styled: "0px" });
      expect(complaints).toEqual([]);
      expect(requests).toEqual([addressOf(name)]);
      await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
    });

    it("shows one drawing of every chart at each width", async () => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(addressOf(name));
        const figures = await page.locator("figure").count();
        expect(await page.locator("figure svg[role=img]:visible").count()).toBe(figures);
      }
    });
  });

  it("notices a policy violation when there is one", async () => {
    const file = join(folder, "broken.html");
    const html = readFileSync(join(folder, "example.html"), "utf8");
    writeFileSync(file, html.replace("</body>", '<p style="color:red">x</p></body>'));
    await page.goto(pathToFileURL(file).href);
    expect(await page.evaluate("globalThis.violations")).toEqual(["style-src-attr"]);
  });

  it("keeps every chart within an A4 page in print", async () => {
    await page.goto(addressOf("example"));
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 1000 });
    const heights = await page
      .locator("figure svg[role=img]:visible")
      .evaluateAll((charts) =>
        (charts as unknown as { getBoundingClientRect: () => { height: number } }[]).map(
          (chart) => chart.getBoundingClientRect().height,
        ),
      );
    await page.emulateMedia({ media: null });
    expect(heights.length).toBeGreaterThan(4);
    // 297 mm less two margins of 16 mm, at 96 pixels per 25.4 mm
    for (const height of heights) expect(height).toBeLessThan(((297 - 32) * 96) / 25.4);
  });

  it("passes axe without serious findings", async () => {
    const axe = await open(true);
    const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    try {
      const tab = await axe.newPage();
      for (const name of Object.keys(pages))
        for (const width of [320, 1280]) {
          await tab.setViewportSize({ width, height: 900 });
          await tab.goto(addressOf(name));
          await tab.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
          await tab.addScriptTag({ path: source });
          const findings = (await tab.evaluate(
            "axe.run().then((result) => result.passes.length < 10 ? [{ id: 'axe checked almost nothing', impact: 'serious' }] : result.violations.map((found) => ({ id: found.id, impact: found.impact, where: found.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)) })))",
          )) as { impact: string }[];
          expect({ name, width, findings: findings.filter((found) => found.impact !== "minor") }).toEqual({
            name,
            width,
            findings: [],
          });
        }
    } finally {
      await axe.close();
    }
  });
});
