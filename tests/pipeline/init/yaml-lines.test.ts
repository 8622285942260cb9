import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  ask,
  countQuestions,
  indent,
  joinLines,
  listChoices,
  listSome,
  nest,
  quote,
  quoteShort,
  remark,
  write,
} from "../../../pipeline/init/yaml-lines.ts";

/** Texts with what breaks YAML: quotes, marks, line ends of all kinds, invisible and astral characters, half a pair. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    '"',
    "'",
    "a: b",
    "# decide: x",
    "- a",
    "a\nb",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\ud800",
    "👩‍💻",
    "\0",
    "null",
    "~",
    "1",
  ),
);

describe("quote", () => {
  it.each([
    ["team", '"team"'],
    ['say "no"', '"say \\"no\\""'],
    ["two\nlines", '"two\\nlines"'],
    ["a\u00a0b", '"a\\u00a0b"'],
    ["\u{e0001}", '"\\U000e0001"'],
  ])("writes %j as %s", (text, written) => {
    expect(quote(text)).toBe(written);
  });

  it("reads back as the same text, on one line, whatever the text is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(`a: ${quote(text)}  # b`)).toEqual({ a: text });
        expect(quote(text)).not.toMatch(/[^\P{C}]|\p{Zl}|\p{Zp}/u);
      }),
      { seed: 20260501, numRuns: 2000 },
    );
  });
});

describe("quoteShort", () => {
  it("keeps 60 characters and leaves out the middle of 61, counting an emoji as one", () => {
    expect(quoteShort("😀".repeat(60))).toBe(`"${"😀".repeat(60)}"`);
    expect(quoteShort("😀".repeat(61))).toBe(`"${"😀".repeat(35)}...${"😀".repeat(22)}"`);
  });
});

describe("listChoices", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a or b"],
    [["a", "b", "c"], "a, b or c"],
  ])("joins %j to %j", (names, text) => {
    expect(listChoices(names)).toBe(text);
  });
});

describe("listSome", () => {
  it("lists five and counts the rest", () => {
    expect(listSome(["a", "b", "c", "d", "e"])).toBe("a, b, c, d or e");
    expect(listSome(["a", "b", "c", "d", "e", "f", "g"])).toBe("a, b, c, d, e or 2 more");
  });
});

describe("lines", () => {
  it("carry their note or their question behind them, and nest without blanks at the end of empty lines", () => {
    const lines = nest("a:", [
      write("b: 1", "why"),
      write(""),
      ask("c: 2", "what?"),
      ask("d: 3", null),
      remark("free"),
    ]);
    expect(joinLines(lines)).toBe("a:\n  b: 1  # why\n\n  c: 2  # decide: what?\n  d: 3\n  # free\n");
    expect(countQuestions(lines)).toBe(1);
  });

  it("leave out a block without lines", () => {
    expect(nest("a:", [])).toEqual([]);
    expect(indent([])).toEqual([]);
  });
});
