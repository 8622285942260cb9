import { describe, expect, it } from "vitest";
import { estimateTextWidth, shortenText } from "../../reports/text-width.ts";

describe("estimateTextWidth", () => {
  it("adds the published widths of Helvetica", () => {
    // W 944 + i 222 + l 222 + l 222 = 1610 thousandths of 10 pixels
    expect(estimateTextWidth("Will", 10)).toBeCloseTo(16.1, 10);
    expect(estimateTextWidth("", 10)).toBe(0);
  });

  it("gives an accent no width of its own", () => {
    expect(estimateTextWidth("é", 10)).toBe(estimateTextWidth("e", 10));
  });
});

describe("shortenText", () => {
  it("leaves a text that fits", () => {
    expect(shortenText("Keuken", 13, 100)).toBe("Keuken");
  });

  it("stays within the width and ends on an ellipsis", () => {
    const short = shortenText("x".repeat(200), 13, 100);
    expect(short.endsWith("…")).toBe(true);
    expect(estimateTextWidth(short, 13)).toBeLessThanOrEqual(100);
  });

  it("never splits a letter from its accent or an emoji in two", () => {
    const short = shortenText("👩‍👩‍👧‍👦".repeat(20), 13, 100);
    expect(short.replace(/👩‍👩‍👧‍👦/gu, "")).toBe("…");
  });
});
