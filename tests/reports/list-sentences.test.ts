import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listEmbedded } from "../../reports/list-embedded.ts";
import { renderReport } from "../../reports/render-report.tsx";
import { listSentences } from "../../reports/texts/list-sentences.ts";
import { exampleRelease } from "./example-release.ts";

describe("listSentences", () => {
  const sentences = listSentences();

  it("holds fixed texts and texts with room for figures, in both languages", () => {
    expect(sentences).toContain("Vertrouwelijk: elk cijfer gaat over minimaal {} antwoorden.");
    expect(sentences).toContain("Confidential: every figure is about at least {} answers.");
    expect(sentences).toContain("In this wave we assess no teams");
    expect(sentences).toContain("{} of the {} teams have an elevated signal");
    expect(sentences).toContain("{} of the {} teams has an elevated signal");
    expect(sentences).toContain(
      "The line is fixed: {}. It is a cut-off that was published for persons{}. Here it is the line for the mean of a team, and for that the cut-off was not tested. In a team without a signal too there may be people beyond this cut-off.",
    );
  });

  it("keeps the numbers that are the reports' own words and no others", () => {
    const numbers = new Set(sentences.flatMap((sentence) => sentence.match(/\d+(?:[.,]\d+)?/g) ?? []));
    expect([...numbers].sort()).toEqual([
      "0",
      "0,50",
      "0,70",
      "0.50",
      "0.70",
      "1",
      "10",
      "100",
      "15",
      "2",
      "2.2",
      "20",
      "200",
      "5",
      "7",
      "8",
      "80",
      "9",
      "95",
    ]);
  });
});

describe("listEmbedded", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");

  it("has the fingerprint of the script of a page, and of its style with nothing at the foot", async () => {
    const page = await renderReport(exampleRelease({ teams: 12 }), "en");
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const embedded = listEmbedded();
    expect(embedded).toContain(hash(script));
    const foot = /content:\s*"((?:[^"\\]|\\.)*)"/g;
    const emptied = [...style.matchAll(foot)].map(([whole, inside = ""]) =>
      style.replace(whole, whole.replace(inside, "")),
    );
    expect([style, ...emptied].some((one) => embedded.includes(hash(one)))).toBe(true);
  });

  it("has two styles, a script and two typefaces, each once", () => {
    expect(new Set(listEmbedded()).size).toBe(5);
  });
});
