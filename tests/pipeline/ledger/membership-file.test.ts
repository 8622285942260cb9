import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { disk } from "../../../pipeline/ledger/disk.ts";
import {
  arrangeMembership,
  identifyMembership,
  readMembership,
  writeMembership,
} from "../../../pipeline/ledger/membership-file.ts";
import { makeTempFiles } from "../temp-files.ts";
import { inTeams, makeMembership, people } from "./ledger-examples.ts";

const { folder } = makeTempFiles();
mkdirSync(join(folder, "private"));
const roundTrip = (membership: Parameters<typeof writeMembership>[1]) =>
  readMembership(folder, writeMembership(folder, membership, disk));

describe("a membership's file", () => {
  it("is named after its bytes: a header, then one line per row", () => {
    const membership = inTeams({ T1: ["a.é"], T2: ["b.r"] });
    const sha256 = writeMembership(folder, membership, disk);
    const text = readFileSync(join(folder, "private", `${sha256}.jsonl`), "utf8");
    expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
    expect(identifyMembership(membership)).toBe(sha256);
    expect(text.split("\n").slice(1)).toEqual([
      '{"unit":"T1","values":[],"answered":[true],"people":["a.é"]}',
      '{"unit":"T2","values":[],"answered":[true],"people":["b.r"]}',
      "",
    ]);
    expect(readMembership(folder, sha256)).toEqual(membership);
  });

  it("is the same whatever the order of rows and people", () => {
    const rows = [
      { unit: "T2", values: ["long"], people: ["b.r", "a.r"] },
      { unit: "T1", values: ["short"], people: ["d.r"] },
      { unit: "T1", values: ["long"], people: ["c.r", "c.q"] },
    ];
    const write = (order: typeof rows) => identifyMembership(makeMembership({ rows: order, attributes: ["tenure"] }));
    expect(write([...rows].reverse())).toBe(write(rows));
    const arranged = arrangeMembership(makeMembership({ rows, attributes: ["tenure"] }));
    expect(arranged.rows.map((row) => [row.unit, ...row.people])).toEqual([
      ["T1", "c.q", "c.r"],
      ["T1", "d.r"],
      ["T2", "a.r", "b.r"],
    ]);
  });

  it("may have nobody in it", () => {
    expect(roundTrip(inTeams({}))).toEqual(inTeams({}));
  });

  it("keeps letters whole that lie across two readings, and more than a megabyte in a line", () => {
    const many = Array.from({ length: 120_000 }, (_, index) => `é${String(index).padStart(8, "0")}.€`);
    const membership = inTeams({ T1: many, T2: people("b", 2) });
    expect(roundTrip(membership)).toEqual(membership);
  });

  it("refuses a row of a unit that is not in the tree", () => {
    expect(() => identifyMembership(inTeams({ T9: ["a.r"] }))).toThrow(
      "Unit T9 of a membership must be in its header.",
    );
  });
});
