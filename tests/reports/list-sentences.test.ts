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
      "0,3",
      "0,50",
      "0,70",
      "0.3",
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
      "370",
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
  const hash = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
  const embedded = listEmbedded();

  it("has the fingerprints of the style without its foot, the script and the typeface of a page", async () => {
    const page = await renderReport(exampleRelease({ teams: 12 }), "en");
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    const font = /base64,([A-Za-z0-9+/=]+)/.exec(style)?.[1] ?? "";
    expect(style).toContain("Waterrand");
    expect(embedded).toContain(hash(style.replace(/(?<=@bottom-left\{content:")[^"]*/, "")));
    expect(embedded).toContain(hash(script));
    expect(embedded).toContain(hash(Buffer.from(font, "base64")));
    expect(new Set(embedded).size).toBe(7);
  });

  it("has the style of a page with letters that need the second typeface", async () => {
    const page = await renderReport(
      exampleRelease({ teams: 12, names: Array.from({ length: 12 }, (_, at) => `Łódź ${at}`) }),
      "en",
    );
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    expect(style.match(/@font-face/g)).toHaveLength(2);
    expect(embedded).toContain(hash(style.replace(/(?<=@bottom-left\{content:")[^"]*/, "")));
  });
});
