import { describe, expect, it } from "vitest";
import { shareAttributes } from "../../reports/share-attributes.ts";

describe("sharing attributes", () => {
  it("says once what every mark of a group has, and leaves the rest where it is", () => {
    expect(
      shareAttributes(
        '<g><text text-anchor="end" font-size="13px" fill="#15191e" x="1">a</text><text text-anchor="end" font-size="13px" fill="#59616b" x="2">b</text></g>',
      ),
    ).toBe(
      '<g font-size="13px" text-anchor="end"><text fill="#15191e" x="1">a</text><text fill="#59616b" x="2">b</text></g>',
    );
  });

  it.each([
    ["a group of one mark", '<g><line stroke="#15191e" x2="1"/></g>'],
    ["opacity, which is not inherited", '<g><path opacity="1" d="M0,0"/><path opacity="1" d="M1,1"/></g>'],
    ["marks with nothing in common", '<g><path fill="#15191e" d="M0,0"/><path fill="#59616b" d="M1,1"/></g>'],
    ["an attribute that one mark lacks", '<g><path fill="#15191e" d="M0,0"/><path d="M1,1"/></g>'],
    ["groups within a group", '<g><g><line stroke="#15191e" x2="1"/></g><line stroke="#15191e" x2="2"/></g>'],
    [
      "a group with attributes of its own",
      '<g fill="none"><path stroke="#15191e" d="M0,0"/><path stroke="#15191e" d="M1,1"/></g>',
    ],
  ])("leaves alone: %s", (_, svg) => {
    expect(shareAttributes(svg)).toBe(svg);
  });
});
