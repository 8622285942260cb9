import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { estimateTextWidth } from "../../reports/text-width.ts";
import { findBrowser } from "./find-browser.ts";
import { makePages } from "./open-pages.ts";

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

const folder = mkdtempSync(join(tmpdir(), "vitascan-report-"));
const screenshots = fileURLToPath(new URL("../../coverage/screenshots/", import.meta.url));
const addressOf = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;

/** A fresh profile; `bypassCSP` lets the test put axe into a page whose own policy forbids it. */
const open = (options: { bypassCSP?: boolean; javaScriptEnabled?: boolean } = {}): Promise<BrowserContext> =>
  chromium.launchPersistentContext(mkdtempSync(join(folder, "profile-")), {
    executablePath: findBrowser(),
    args: flags,
    ...options,
  });

const editions = ["hr", "board", "works_council", "manager.T002"].flatMap((edition) => [
  `${edition}.nl`,
  `${edition}.en`,
]);
const names = [
  ...["", "full.", "hostile."].flatMap((prefix) => editions.map((edition) => `${prefix}${edition}`)),
  "not-assessed",
  "nothing",
];

describe.skipIf(skip)(`the reports in a browser${skip ? " (left out: VITASCAN_SKIP_BROWSER=1)" : ""}`, () => {
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];
  const requests: string[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    for (const [name, html] of await makePages()) writeFileSync(join(folder, `${name}.html`), html);
    context = await open();
    page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
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

  describe.each(names)("%s", (name) => {
    it.each([320, 640, 1280])("opens at %i px without a complaint, a request or a horizontal scroll", async (width) => {
      complaints.length = 0;
      requests.length = 0;
      await page.setViewportSize({ width, height: 900 });
      await page.goto(addressOf(name));
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      const seen = (await page.evaluate(
        "({ violations: globalThis.violations, scroll: document.documentElement.scrollWidth, width: innerWidth, styled: getComputedStyle(document.body).margin, font: document.fonts.check('16px \"Report Sans\"') })",
      )) as object;
      expect(seen).toEqual({ violations: [], scroll: width, width, styled: "0px", font: true });
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !url.startsWith("data:font"))).toEqual([addressOf(name)]);
      const figures = await page.locator("figure").count();
      expect(await page.locator("figure svg[role=img]:visible").count()).toBe(figures);
      await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
    });
  });

  it("notices a policy violation when there is one", async () => {
    const html = readFileSync(join(folder, "hr.nl.html"), "utf8");
    writeFileSync(
      join(folder, "broken.html"),
      html.replace("</body>", '<p style="color:red">x</p><script>1</script></body>'),
    );
    await page.goto(addressOf("broken"));
    expect(await page.evaluate("globalThis.violations")).toEqual(["style-src-attr", "script-src-elem"]);
  });

  it("measures texts as the browser draws them in the embedded typeface", async () => {
    await page.goto(addressOf("hr.nl"));
    const texts = ["Revalidatieafdeling", "9 van 15", "Coördinatie Ťeść", "−24 %"];
    for (const text of texts)
      for (const weight of [400, 600]) {
        const drawn = (await page.evaluate(
          `(async () => { const font = '${weight} 100px "Report Sans"'; await document.fonts.load(font, ${JSON.stringify(text)}); const pen = document.createElement("canvas").getContext("2d"); pen.font = font; pen.fontKerning = "none"; return pen.measureText(${JSON.stringify(text)}).width; })()`,
        )) as number;
        const estimated = estimateTextWidth(text, 100, weight === 600);
        if (/[Ťść]/.test(text)) expect(Math.abs(estimated - drawn)).toBeLessThan(0.25 * drawn);
        else expect(Math.abs(estimated - drawn)).toBeLessThan(0.01 * drawn);
      }
  });

  describe("the table of teams", () => {
    const visibleRows = () => page.locator("[data-teams] tbody tr:visible");

    it("is searched, filtered and sorted with the keyboard alone", async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(addressOf("hr.nl"));
      await page.locator("#all-teams summary").focus();
      await page.keyboard.press("Enter");
      const all = await visibleRows().count();
      expect(all).toBeGreaterThan(10);
      await page.keyboard.press("Tab");
      const name = ((await page.locator("[data-teams] tbody th").nth(4).textContent()) ?? "").trim();
      await page.keyboard.type(name.toUpperCase());
      expect(await visibleRows().count()).toBeLessThan(all);
      expect(await page.locator(".find [aria-live]").textContent()).toMatch(/^\d+ van \d+ teams$/);
      for (let letter = 0; letter < name.length; letter += 1) await page.keyboard.press("Backspace");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowDown");
      const elevated = await visibleRows().count();
      expect(elevated).toBe(await page.locator('[data-teams] tbody tr[data-level="elevated"]').count());
      await page.locator(".find select").selectOption("");
      const head = page.locator("[data-teams] thead button").first();
      await head.focus();
      await page.keyboard.press("Space");
      expect(await page.locator("[data-teams] thead th").first().getAttribute("aria-sort")).toBe("ascending");
      const sorted = await page.locator("[data-teams] tbody th").allTextContents();
      expect(sorted).toEqual([...sorted].sort((one, other) => one.localeCompare(other, "nl", { numeric: true })));
    });

    it("makes a team stand out in every chart, and stops when asked again", async () => {
      await page.goto(addressOf("hr.nl"));
      await page.locator("#all-teams summary").click();
      const button = page.locator("[data-teams] tbody button").first();
      await button.focus();
      await page.keyboard.press("Enter");
      expect(await button.getAttribute("aria-pressed")).toBe("true");
      const key = await page.locator("[data-teams] tbody tr").first().getAttribute("data-team");
      const lit = page.locator(`svg.dim [data-team="${key}"].lit`);
      expect(await page.locator("svg.dim:visible").count()).toBeGreaterThanOrEqual(3);
      expect(await lit.count()).toBeGreaterThanOrEqual(3);
      await page.keyboard.press("Enter");
      expect(await page.locator(".lit, .dim").count()).toBe(0);
    });
  });

  it("leads along every control with the Tab key, each of them visibly", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(addressOf("full.hr.nl"));
    await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    const controls = (await page.evaluate(
      "[...document.querySelectorAll('a[href], summary, button, input, select, [tabindex]')].filter((one) => one.checkVisibility()).length",
    )) as number;
    expect(controls).toBeGreaterThan(100);
    const reached: { place: number; seen: boolean }[] = [];
    for (let step = 0; step < controls; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(
        (await page.evaluate(`(() => {
          const all = [...document.querySelectorAll('a[href], summary, button, input, select, [tabindex]')].filter((one) => one.checkVisibility());
          const one = document.activeElement;
          const box = one.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return { place: all.indexOf(one), seen: inView && outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 };
        })()`)) as { place: number; seen: boolean },
      );
    }
    expect(reached.map(({ place }) => place)).toEqual(Array.from({ length: controls }, (_, place) => place));
    expect(reached.filter(({ seen }) => !seen)).toEqual([]);
  }, 120_000);

  it("skips to the answer, opens and closes with Enter and Space, and clears with Escape", async () => {
    await page.goto(addressOf("full.hr.nl"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#answer");
    const fold = page.locator("#all-teams");
    await fold.locator("summary").focus();
    for (const [key, isOpen] of [
      ["Enter", true],
      ["Space", false],
      ["Enter", true],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.evaluate("document.querySelector('#all-teams details, details#all-teams').open")).toBe(isOpen);
    }
    const rows = page.locator("[data-teams] tbody tr:visible");
    const all = await rows.count();
    await page.keyboard.press("Tab");
    await page.keyboard.type("zzzz");
    expect(await rows.count()).toBe(0);
    await page.keyboard.press("Escape");
    expect(await rows.count()).toBe(all);
    await page.locator("[data-teams] tbody button").first().focus();
    await page.keyboard.press("Space");
    expect(await page.locator("svg.dim").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    expect(await page.locator(".lit, .dim, [aria-pressed=true]").count()).toBe(0);
    const term = page.locator("#flagged a.term, #answer a.term").first();
    const anchor = (await term.getAttribute("href")) ?? "";
    await term.focus();
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe(encodeURI(anchor));
    expect(await page.locator(":target").isVisible()).toBe(true);
  });

  it.each(["", "full.", "hostile."].flatMap((prefix) => editions.map((edition) => `${prefix}${edition}`)))(
    "keeps everything in view with text of twice the size: %s",
    async (name) => {
      const session = await context.newCDPSession(page);
      await session.send("Page.enable");
      await session.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
      try {
        for (const width of [640, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(addressOf(name));
          await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
          const found = await page.evaluate(`({
            size: getComputedStyle(document.body).fontSize,
            scroll: document.documentElement.scrollWidth,
            cut: [...document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, summary, figcaption, label")]
              .filter((one) => one.checkVisibility() && one.closest(".frame, .find, .skip") === null)
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
              .map((one) => one.outerHTML.slice(0, 80)),
          })`);
          expect({ width, found }).toEqual({ width, found: { size: "36px", scroll: width, cut: [] } });
        }
      } finally {
        await session.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
        await session.detach();
      }
    },
  );

  it.each(editions.map((edition) => `hostile.${edition}`))(
    "keeps names from outside inert and to themselves: %s",
    async (name) => {
      complaints.length = 0;
      await page.goto(addressOf(name));
      const found = await page.evaluate(`(() => {
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const loose = [];
        while (walk.nextNode()) {
          const { data, parentElement } = walk.currentNode;
          if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(data) && parentElement.closest("bdi, svg, [dir=auto]") === null) loose.push(parentElement.outerHTML.slice(0, 120));
        }
        return { loose, handlers: document.querySelectorAll("[onload], main svg script, main script").length };
      })()`);
      expect(found).toEqual({ loose: [], handlers: 0 });
      expect(complaints).toEqual([]);
    },
  );

  it("gives every verdict in the text with scripts off, and no control that does nothing", async () => {
    const still = await open({ javaScriptEnabled: false });
    try {
      const tab = await still.newPage();
      await tab.goto(addressOf("hr.nl"));
      const text = (await tab.locator("#all-teams").textContent()) ?? "";
      for (const label of ["Verhoogd signaal", "Geen signaal gevonden"]) expect(text).toContain(label);
      expect(await tab.locator("button, input:visible, select:visible").count()).toBe(0);
    } finally {
      await still.close();
    }
  });

  it("has nothing for axe to find in any edition and language: light, dark and print", async () => {
    const axe = await open({ bypassCSP: true });
    const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    try {
      const tab = await axe.newPage();
      for (const name of names)
        for (const look of ["light", "dark", "print"] as const) {
          await tab.emulateMedia(
            look === "print" ? { media: "print", colorScheme: "light" } : { media: "screen", colorScheme: look },
          );
          await tab.setViewportSize({ width: look === "light" ? 320 : 1280, height: 900 });
          await tab.goto(addressOf(name));
          await tab.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
          await tab.addScriptTag({ path: source });
          const findings = await tab.evaluate(
            "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.passes.length < 10 ? ['axe checked almost nothing'] : result.violations.map((found) => ({ id: found.id, where: found.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)) })))",
          );
          expect({ name, look, findings }).toEqual({ name, look, findings: [] });
        }
    } finally {
      await axe.close();
    }
  }, 300_000);
});
