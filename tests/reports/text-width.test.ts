import { describe, expect, it } from "vitest";
import { estimateTextWidth, shortenText } from "../../reports/text-width.ts";

describe("estimateTextWidth", () => {
  it("adds the widths of the typeface at the asked weight", () => {
    // Horizontal advances of Source Sans 3 as a browser measures them, thousandths: T 536 + e 496 + a 504 + m 829 = 2365 at weight 400.
    expect(estimateTextWidth("Team", 10)).toBeCloseTo(23.65, 10);
    expect(estimateTextWidth("Team", 10, true)).toBeGreaterThan(estimateTextWidth("Team", 10));
    expect(estimateTextWidth("", 10)).toBe(0);
  });

  it("gives every digit the same width, so that columns of numbers align", () => {
    const widths = [..."0123456789"].map((digit) => estimateTextWidth(digit, 100));
    expect(new Set(widths).size).toBe(1);
  });

  it("gives an accent no width of its own, and no width to signs that turn the reading direction", () => {
    expect(estimateTextWidth("e\u0301", 10)).toBe(estimateTextWidth("é", 10));
    expect(estimateTextWidth("\u202ea", 10)).toBe(estimateTextWidth("a", 10));
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

  it("is nothing where not even a letter fits", () => {
    expect(shortenText("Keuken", 13, 12)).toBe("");
  });

  it("never splits a letter from its accent or an emoji in two", () => {
    const short = shortenText("👩‍👩‍👧‍👦".repeat(20), 13, 100);
    expect(short.replace(/👩‍👩‍👧‍👦/gu, "")).toBe("…");
  });
});
