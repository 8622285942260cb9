import { describe, expect, it } from "vitest";
import { mergeWaves } from "../../../pipeline/init/merge-waves.ts";
import type { Column } from "../../../schemas/inspection.ts";
import { codes, makeColumns, makeInspection, makeInstrument, numbers, type Sketch } from "./inspections.ts";

const energy = makeInstrument("energy", ["EN1"]);
const [item] = energy.items as [(typeof energy.items)[number]];

/** A draft of one file with a team and one answer, and what else stands before them. */
function draft(file: string, answer: string, before: Sketch[] = [], question: string | null = null) {
  const columns = makeColumns(...before, ["team", codes], [answer, numbers("1-5")]);
  const [unit, own] = columns.slice(-2) as [Column, Column];
  return {
    group: { files: [makeInspection(file, columns)], columns },
    matches: [{ instrument: energy, items: [{ item, columns: [own], question }] }],
    unit: { column: unit, question: null },
  };
}

const listFiles = (drafts: ReturnType<typeof mergeWaves>) =>
  drafts.map(({ group }) => group.files.map(({ file }) => file));

describe("mergeWaves", () => {
  it("gives nothing for nothing", () => {
    expect(mergeWaves([])).toEqual([]);
  });

  it("makes one of drafts that name the same columns, wherever these stand", () => {
    const merged = mergeWaves([draft("10.csv", "EN1", [["new", codes]]), draft("9.csv", "EN1", [["gone", codes]])]);
    expect(listFiles(merged)).toEqual([["9.csv", "10.csv"]]);
    expect(merged[0]?.group.columns.map(({ name }) => name)).toEqual(["new", "team", "EN1", "gone"]);
    expect(merged[0]?.group.columns).toContain(merged[0]?.unit.column);
  });

  it("keeps the question that either raises", () => {
    const [merged] = mergeWaves([draft("1.csv", "EN1"), draft("2.csv", "EN1", [["new", codes]], "is this it?")]);
    expect(merged?.matches[0]?.items[0]?.question).toBe("is this it?");
  });

  it("leaves drafts apart that name other columns, or in which nothing was found", () => {
    const empty = { ...draft("3.csv", "EN1"), matches: [] };
    const drafts = [draft("1.csv", "EN1"), draft("2.csv", "E1"), empty, { ...empty }];
    expect(mergeWaves(drafts)).toEqual(drafts);
  });

  it("leaves columns apart that only a position tells apart, when that differs", () => {
    const twice: Sketch[] = [["EN1", codes]];
    const drafts = [draft("1.csv", "EN1", twice), draft("2.csv", "EN1", [["new", codes], ...twice])];
    expect(listFiles(mergeWaves(drafts))).toEqual([["1.csv"], ["2.csv"]]);
  });
});
