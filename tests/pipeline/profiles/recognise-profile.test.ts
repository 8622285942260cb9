import { describe, expect, it } from "vitest";
import { describeColumns } from "../../../pipeline/inspect/describe-columns.ts";
import { profiles } from "../../../pipeline/profiles/find-profile.ts";
import { findKnownColumn, recogniseProfile } from "../../../pipeline/profiles/recognise-profile.ts";
import type { Profile } from "../../../schemas/profile.ts";

/** A tool that does not exist: two header rows, codes below their questions. */
const madeUp: Profile = {
  profile: "plain",
  title: "Made up",
  signature: [["M\u00e9tier-ID"], [/^made_up_/]],
  columns: [
    { names: ["Métier-ID"], role: "response" },
    { names: ["contact"], identifier: "reference" },
  ],
  dates: "day_first",
  readHeader: ([texts = [], names = []]) => ({ header_rows: 2, names, texts }),
};
const rows = [
  ["Wie?", "Wie nog?", "Hoe?"],
  [" me\u0301tier-id", "Contact", "made_up_1"],
  ["1", "7", "4"],
];

describe("recogniseProfile", () => {
  it("takes a new profile from its data alone: signature, header and columns", () => {
    const { profile, layout } = recogniseProfile(rows, [madeUp, ...profiles]);
    expect(profile).toBe(madeUp);
    expect(layout.header_rows).toBe(2);
    const columns = describeColumns(profile, layout, [["1"], ["7"], ["4"]], ".");
    expect(columns.map(({ text, role, identifier }) => [text, role, identifier])).toEqual([
      ["Wie?", "response", null],
      ["Wie nog?", null, "reference"],
      ["Hoe?", null, null],
    ]);
  });

  it("passes over a tool of which one mark is missing", () => {
    const without = [rows[0] ?? [], ["métier-id", "Contact", "x"], rows[2] ?? []];
    expect(recogniseProfile(without, [madeUp, ...profiles]).profile.title).not.toBe("Made up");
  });

  it("reads one row of names where a tool has no way of its own", () => {
    const { layout } = recogniseProfile([["Timestamp", "a"]], profiles);
    expect(layout).toEqual({ header_rows: 1, names: ["Timestamp", "a"], texts: [null, null] });
  });
});

describe("findKnownColumn", () => {
  it("compares names without capitals and outer blanks, and texts too", () => {
    expect(findKnownColumn(madeUp, " CONTACT\u00a0", null)?.identifier).toBe("reference");
    expect(findKnownColumn(madeUp, "V7", "Contact")?.identifier).toBe("reference");
    expect(findKnownColumn(madeUp, "contacts", null)).toBeNull();
  });
});
