import { describe, expect, it } from "vitest";
import { anchorOf, type GlossaryEntry, linkTerms } from "../../reports/link-terms.ts";
import { renderReport } from "../../reports/render-report.tsx";
import { english } from "../../reports/texts/texts.en.ts";
import { dutch } from "../../reports/texts/texts.nl.ts";
import { exampleRelease } from "./example-release.ts";

const entries: readonly GlossaryEntry[] = [
  ["Line", 'The "limit".', "line"],
  ["Elevated signal", "A reason to talk.", "elevated signal", "signal"],
  ["Wave", "One round."],
];
const glossary = '<section id="glossary"><dl><div><dt>Line</dt><dd>The line.</dd></div></dl></section>';
const linked = (body: string) => linkTerms(`${body}${glossary}`, entries).replace(glossary, "");
const line = '<a class="term" href="#word-line" title="The &quot;limit&quot;.">line</a>';

describe("linking terms", () => {
  it("links a term at its first use in a part, whatever its form, and again in the next part", () => {
    const signal = (form: string) =>
      `<a class="term" href="#word-elevated-signal" title="A reason to talk.">${form}</a>`;
    expect(
      linked(
        '<section id="a"><p>An elevated signal beyond the line.</p><p>A signal, a line.</p></section><section id="b"><p>A line.</p></section>',
      ),
    ).toBe(
      `<section id="a"><p>An ${signal("elevated signal")} beyond the ${line}.</p><p>A signal, a line.</p></section><section id="b"><p>A ${line}.</p></section>`,
    );
  });

  it.each([
    ["a part of another word", "<p>online, lines, line-up</p>"],
    [
      "a heading, a link, a button, a drawing, a cell",
      '<h2>line</h2><p><a href="#a">line</a> <button>line</button> <svg><text>line</text></svg></p><table><td><p>line</p></td></table>',
    ],
    ["the name of a team, and what stands in an attribute", '<p title="a > line"><bdi>line</bdi></p>'],
    ["a word without forms", "<p>Wave, wave</p>"],
    ["text outside prose", "<div>line</div>"],
  ])("leaves alone: %s", (_, body) => {
    expect(linked(body)).toBe(body);
  });

  it("turns the words of a key into links each time", () => {
    const key = '<li><abbr title="x">line</abbr></li><li><abbr title="x">other</abbr></li>';
    expect(linked(`${key}${key}`)).toBe(`<li>${line}</li><li><abbr title="x">other</abbr></li>`.repeat(2));
  });

  it("drops a word that the page does not use, and keeps one that has no forms", () => {
    const words = '<div id="word-line"><dt>Line</dt></div><div id="word-wave"><dt>Wave</dt></div>';
    const page = (text: string) => `<h2>${text}</h2><section id="glossary"><dl>${words}</dl></section>`;
    expect(linkTerms(page("The line"), entries)).toContain(words);
    expect(linkTerms(page("The rest"), entries)).not.toContain("word-line");
    expect(linkTerms(page("The rest"), entries)).toContain("word-wave");
  });

  it("leaves a page without a glossary as it is", () => {
    expect(linkTerms("<p>line</p>", entries)).toBe("<p>line</p>");
  });

  it("leads to a word that is there, in both languages, and in sentences that are said", async () => {
    for (const [language, texts] of [
      ["nl", dutch],
      ["en", english],
    ] as const) {
      const page = await renderReport(exampleRelease({ teams: 20, departments: 3 }), language);
      const targets = [...page.matchAll(/class="term" href="#([^"]+)"/g)].map(([, id]) => id as string);
      expect(new Set(targets).size).toBeGreaterThan(4);
      for (const id of targets) expect(page).toContain(` id="${id}"`);
      const words = texts.glossary.entries.map(([word]) => word);
      expect(words).toEqual([...words].sort((one, other) => one.localeCompare(other, language)));
      expect(new Set(words.map(anchorOf)).size).toBe(words.length);
    }
  });
});
