import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { appendEntry } from "../../../pipeline/ledger/append-entry.ts";
import { listLines } from "../../../pipeline/ledger/chain.ts";
import { describeLines, isSameLine, wordLines } from "../../../pipeline/ledger/describe-lines.ts";
import { disk } from "../../../pipeline/ledger/disk.ts";
import { fixLine } from "../../../pipeline/ledger/fix-line.ts";
import { openLedger } from "../../../pipeline/ledger/open-ledger.ts";
import { refuseOtherLines } from "../../../pipeline/ledger/refuse-other-lines.ts";
import { stateLine } from "../../../pipeline/ledger/state-line.ts";
import type { UserError } from "../../../pipeline/user-error.ts";
import type { LineEntry } from "../../../schemas/ledger.ts";
import type { FixedLine, LineRecord } from "../../../schemas/line.ts";
import type { ResolvedLine } from "../../../schemas/scan.ts";
import { makeTempFiles } from "../temp-files.ts";
import { inTeams, makeRelease, people } from "./ledger-examples.ts";

const temporary = makeTempFiles().folder;
let made = 0;
let folder = "";
beforeEach(() => {
  folder = join(temporary, `ledger-${made++}`);
});

const own = (delta: number, measure = "vitality.energy"): FixedLine => ({ kind: "own_organisation", measure, delta });
const spring = { wave: "2026-spring", opened_date: "2026-04-07", closed_date: "2026-04-24" };
const autumn = { wave: "2026-autumn", opened_date: "2026-10-05", closed_date: "2026-10-23" };
const openWave = (wave: string) => (wave === spring.wave ? spring : autumn);
const fix = (waves: readonly string[], lines: readonly FixedLine[], today = "2026-03-01", place = disk) =>
  fixLine(openLedger(folder), { waves: waves.map(openWave), lines, today, tool: "vitascan 1" }, place);
const chain = () => readFileSync(join(folder, "ledger.jsonl"), "utf8");
const fixed = () => listLines(openLedger(folder).chain);
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect((error as UserError).exitCode).toBe(6);
    return (error as UserError).message;
  }
  throw new Error("must be refused");
};
const publish = (line?: LineRecord, kind: "release" | "import" = "release", shown = ["T1"]) =>
  appendEntry(openLedger(folder), {
    kind,
    text: JSON.stringify({ ...makeRelease({ shown }), ...(line === undefined ? {} : { line }) }),
    audience: "everyone",
    tool: "vitascan 1",
    memberships: [inTeams({ T1: people("a", 10) })],
    key: { bytes: Buffer.alloc(32, 7), origin: "made" },
  });

describe("describeLines", () => {
  it("keeps the kind, the numbers and the source, and nothing else", () => {
    const origin = { population: { nl: "x", en: "x" }, year: 2020, source: "A manual.", verified: "primary" } as const;
    const norm = { benchmark_mean: 2.1, benchmark_standard_deviation: 0.6, delta: 0.3 };
    const lines: ResolvedLine[] = [
      { kind: "own_organisation", measure: "a.b", delta: 0.3 },
      { kind: "norm", measure: "c.d", ...norm, ...origin },
      { kind: "band", measure: "e.f", band: "high", value: 2.59, ...origin },
    ];
    expect(describeLines(lines)).toEqual([
      { kind: "own_organisation", measure: "a.b", delta: 0.3 },
      { kind: "norm", measure: "c.d", ...norm, source: "A manual." },
      { kind: "band", measure: "e.f", band: "high", value: 2.59, source: "A manual." },
    ]);
    expect(wordLines(describeLines(lines))).toBe(
      "a.b (own_organisation, delta 0.3) and c.d (norm, delta 0.3, benchmark_mean 2.1, benchmark_standard_deviation 0.6) and " +
        "e.f (band, band high, value 2.59)",
    );
  });
});

describe("isSameLine", () => {
  const absolute = { kind: "absolute", measure: "a.b", delta: 0.3, benchmark_mean: 2, benchmark_standard_deviation: 1 };
  const line = { ...absolute, source: "A manual" } as FixedLine;

  it.each([
    ["the wording of its source", [line], [{ ...line, source: "The manual, 2020" }], true],
    ["the order of its settings", [line], [{ source: "A manual", ...line }], true],
    [
      "the order of further indicators",
      [line, own(0.3, "x"), own(0.3, "y")],
      [line, own(0.3, "y"), own(0.3, "x")],
      true,
    ],
    ["a number", [line], [{ ...line, delta: 0.2 }], false],
    ["the kind", [line], [{ ...line, kind: "norm" }], false],
    ["a further indicator", [line], [line, own(0.3, "x")], false],
    ["which of two is the primary one", [line, own(0.3, "x")], [own(0.3, "x"), line], false],
  ] as [string, FixedLine[], FixedLine[], boolean][])("compares %s", (_, one, other, same) => {
    expect(isSameLine(one, other)).toBe(same);
    expect(isSameLine(other, one)).toBe(same);
  });
});

describe("fixLine", () => {
  it("writes the line and the day, and the hash of it all", () => {
    const entry = fix(["2026-spring"], [own(0.3)]);
    const { hash, ...rest } = JSON.parse(chain()) as LineEntry;
    expect(rest).toEqual({
      format: "vitascan-ledger/1",
      number: 1,
      previous: null,
      kind: "line",
      fixed_date: "2026-03-01",
      tool: "vitascan 1",
      waves: [spring],
      lines: [own(0.3)],
    });
    expect(hash).toBe(createHash("sha256").update(JSON.stringify(rest)).digest("hex"));
    expect(entry?.hash).toBe(hash);
  });

  it("leaves waves that have one, and writes nothing when all have", () => {
    fix(["2026-spring"], [own(0.3)]);
    expect(fix(["2026-spring", "2026-autumn"], [own(0.2)], "2026-09-01")?.waves).toEqual([autumn]);
    const before = chain();
    expect(fix(["2026-autumn", "2026-spring"], [own(0.2)], "2026-09-02")).toBeNull();
    expect(chain()).toBe(before);
  });

  it("leaves the old ledger when it is interrupted, and refuses while another run writes", () => {
    const dying = {
      ...disk,
      rename: () => {
        throw new Error("power cut");
      },
    };
    fix(["2026-spring"], [own(0.3)]);
    const before = chain();
    expect(() => fix(["2026-autumn"], [own(0.3)], "2026-09-01", dying)).toThrow("power cut");
    expect(chain()).toBe(before);
    writeFileSync(join(folder, "lock"), "");
    expect(refusal(() => fix(["2026-autumn"], [own(0.3)]))).toContain(
      "can't write to the ledger while another run does",
    );
    rmSync(join(folder, "lock"));
    expect(fix(["2026-autumn"], [own(0.3)])?.number).toBe(2);
  });

  it("makes no private key: a line is about nobody", () => {
    fix(["2026-spring"], [own(0.3)]);
    expect(existsSync(join(folder, "private", "key"))).toBe(false);
    expect(publish().entry.number).toBe(2);
  });
});

describe("stateLine", () => {
  const state = (waves: (typeof spring)[], delta = 0.3) => stateLine(fixed(), { waves, lines: [own(delta)] });

  it.each([
    ["2026-04-06", "before_opening"],
    ["2026-04-07", "while_open"],
    ["2026-04-24", "while_open"],
    ["2026-04-25", "after_closing"],
  ] as const)("tells of a line fixed on %s that it was %s", (today, moment) => {
    const entry = fix(["2026-spring"], [own(0.3)], today);
    expect(state([spring])).toEqual({
      wave: "2026-spring",
      lines: [own(0.3)],
      fixed: moment,
      fixed_date: today,
      entry: entry?.hash,
      other_lines: [],
    });
  });

  it.each([
    // Fixed when the questionnaire was open, and it is said afterwards to have opened later.
    ["2026-04-10", { opened_date: "2026-04-14" }, "while_open"],
    ["2026-04-27", { opened_date: "2026-05-01", closed_date: "2026-05-09" }, "after_closing"],
    // It did open earlier than was thought.
    ["2026-04-06", { opened_date: "2026-04-01" }, "while_open"],
    ["2026-04-06", { opened_date: "2026-04-14" }, "before_opening"],
  ] as const)("goes by the earlier days when those of the wave were moved: fixed on %s, %j", (today, moved, moment) => {
    fix(["2026-spring"], [own(0.3)], today);
    expect(state([{ ...spring, ...moved }]).fixed).toBe(moment);
  });

  it("tells the same before and after the first release of a wave without a line, whatever the day", () => {
    const before = state([spring]);
    expect(before).toEqual({
      wave: "2026-spring",
      lines: [own(0.3)],
      fixed: "with_first_release",
      other_lines: [],
    });
    publish(before);
    expect(state([spring])).toEqual(before);
    expect(fix(["2026-spring"], [own(0.3)])).toBeNull();
  });

  it("refuses another line for the newest wave, and says which and what to do", () => {
    fix(["2026-spring"], [own(0.3)]);
    expect(refusal(() => state([spring], 0.2))).toBe(
      "line must be what was fixed for wave 2026-spring on 2026-03-01 (entry 1 of the ledger): vitality.energy (own_organisation, delta 0.3); " +
        "found vitality.energy (own_organisation, delta 0.2). Put line and indicators in scan.yaml back to that. Another line is for a later " +
        "wave: add that wave, and fix its line with vitascan ledger line before it opens.",
    );
    publish(state([spring]));
    expect(refusal(() => state([spring], 0.2))).toContain("on 2026-03-01");
  });

  it("allows another line for a later wave, and names the waves that had another", () => {
    fix(["2026-spring"], [own(0.3)]);
    fix(["2026-autumn"], [own(0.2)], "2026-09-01");
    expect(state([spring, autumn], 0.2)).toMatchObject({ fixed: "before_opening", other_lines: ["2026-spring"] });
    expect(refusal(() => state([spring, autumn], 0.3))).toContain("fixed for wave 2026-autumn on 2026-09-01");
    expect(state([spring], 0.3).other_lines).toEqual([]);
  });
});

describe("a release", () => {
  const line: LineRecord = {
    wave: "2026-spring",
    lines: [own(0.3)],
    fixed: "with_first_release",
    other_lines: [],
  };

  it("fixes the line of its wave in the entry before it", () => {
    publish(line);
    expect(openLedger(folder).chain.map(({ number, kind }) => [number, kind])).toEqual([
      [1, "line"],
      [2, "release"],
    ]);
    expect(fixed()).toMatchObject([{ fixed_date: null, waves: [{ wave: "2026-spring" }], lines: [own(0.3)] }]);
    publish(line, "release", ["T2"]);
    expect(openLedger(folder).chain.map(({ kind }) => kind)).toEqual(["line", "release", "release"]);
  });

  it("that is taken in fixes it too, unless it says nothing of a line or of another one", () => {
    publish(undefined, "import");
    expect(fixed()).toEqual([]);
    publish({ ...line, wave: "2026-autumn", other_lines: ["2026-spring"] }, "import", ["T2"]);
    expect(fixed()).toEqual([]);
    publish(line, "import", ["D1"]);
    expect(fixed()).toMatchObject([{ waves: [{ wave: "2026-spring" }] }]);
  });
});

describe("openLedger refuses, with exit code 6,", () => {
  const forge = (change: (entry: LineEntry) => Partial<LineEntry>) => {
    const [first = "", ...rest] = chain().split("\n");
    const { hash: _, ...entry } = JSON.parse(first) as LineEntry;
    const content = { ...entry, ...change(entry as LineEntry) };
    const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
    writeFileSync(join(folder, "ledger.jsonl"), [JSON.stringify({ ...content, hash }), ...rest].join("\n"));
  };

  it("a line or a day that was changed", () => {
    fix(["2026-spring"], [own(0.3)], "2026-05-01");
    const whole = chain();
    for (const [from, to] of [
      ['"delta":0.3', '"delta":0.2'],
      ["2026-05-01", "2026-03-01"],
    ] as const) {
      writeFileSync(join(folder, "ledger.jsonl"), whole.replace(from, to));
      expect(refusal(() => openLedger(folder))).toContain("ledger.jsonl:1: must have the bytes that its hash says");
    }
  });

  it("a line that was changed together with its hash, once a release follows it", () => {
    fix(["2026-spring"], [own(0.3)], "2026-05-01");
    publish();
    forge(() => ({ fixed_date: "2026-03-01" }));
    expect(refusal(() => openLedger(folder))).toContain("ledger.jsonl:2: must follow the line before it");
  });

  it("a line that was taken out before a release", () => {
    fix(["2026-spring"], [own(0.3)]);
    publish();
    writeFileSync(join(folder, "ledger.jsonl"), chain().split("\n").slice(1).join("\n"));
    expect(refusal(() => openLedger(folder))).toContain("ledger.jsonl:1: must be entry 1, found 2");
  });

  it("a second line for a wave", () => {
    const first = fix(["2026-spring"], [own(0.3)]);
    const content = { ...first, number: 2, previous: first?.hash, lines: [own(0.2)] };
    const { hash: _, ...rest } = content;
    const hash = createHash("sha256").update(JSON.stringify(rest)).digest("hex");
    writeFileSync(join(folder, "ledger.jsonl"), `${chain()}${JSON.stringify({ ...rest, hash })}\n`);
    expect(refusal(() => openLedger(folder))).toContain("ledger.jsonl:2: must not fix another line for a wave");
  });

  it("shows in the fingerprint when the last line was replaced before anything followed it", () => {
    const noted = fix(["2026-spring"], [own(0.3)])?.hash;
    forge(() => ({ lines: [own(0.2)] }));
    expect(stateLine(fixed(), { waves: [spring], lines: [own(0.2)] }).entry).not.toBe(noted);
  });
});

describe("refuseOtherLines", () => {
  const record = (entry: LineEntry | null, delta: number): LineRecord => ({
    ...{ wave: "2026-spring", lines: [own(delta)], fixed: "before_opening", fixed_date: "2026-03-01", other_lines: [] },
    ...(entry === null ? {} : { entry: entry.hash }),
  });
  const refuseNow = () => refuseOtherLines(openLedger(folder));

  it("accepts releases with the line before them, and those that name none", () => {
    publish(record(fix(["2026-spring"], [own(0.3)]), 0.3));
    publish(undefined, "release", ["T2"]);
    expect(refuseNow).not.toThrow();
  });

  it("refuses a chain that was written anew with another line", () => {
    const other = fix(["2026-spring"], [own(0.5)]);
    rmSync(folder, { recursive: true });
    fix(["2026-spring"], [own(0.3)]);
    publish(record(other, 0.5));
    expect(refusal(refuseNow)).toContain(`release 2 was made with (${other?.hash.slice(0, 12)}…)`);
  });

  it("leaves what was imported alone: its line can be in another ledger", () => {
    const other = fix(["2026-spring"], [own(0.5)]);
    rmSync(folder, { recursive: true });
    publish(record(other, 0.5), "import");
    expect(refuseNow).not.toThrow();
  });
});
