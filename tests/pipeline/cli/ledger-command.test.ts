import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addLedgerCommand, type LedgerActions } from "../../../pipeline/cli/ledger-command.ts";

const row = {
  number: 1,
  kind: "release" as const,
  release: "ab".repeat(32),
  waves: ["2025", "2026"],
  audience: "everyone",
  preset: "strict",
};
const line = {
  number: 2,
  kind: "line" as const,
  fixed_date: "2026-03-01",
  waves: ["2027"],
  line: "enps.score (own_organisation, delta 0.3)",
};
const safe = { ok: true, entries: 2, lines: 1, memberships: 3, bases: 4, unsafe: [] };
const leak = { waves: ["2026"], questionnaire: "pulse", instrument: "enps", kind: "mean", k: 5, releases: [1, 2] };

const run = async (args: readonly string[], actions: Partial<LedgerActions> = {}) => {
  const seen: string[] = [];
  const program = new Command("vitascan").exitOverride().configureOutput({ writeErr: () => undefined });
  addLedgerCommand(program, {
    findFolder: (scan, given) => given ?? (scan === undefined ? "ledger" : `beside ${scan}`),
    list: (folder) => (folder === "empty" ? [] : [{ ...row, audience: folder }]),
    check: () => safe,
    line: async (scan, options) => {
      seen.push(JSON.stringify(options));
      const entry = { number: 2, fixed_date: "2026-03-01", hash: "ef".repeat(32) };
      const fixed = { entry, waves: ["2027"], line: line.line, same: [], other: ["2025", "2026"] };
      return scan === "fixed.yaml" ? { ...fixed, entry: null, waves: [], same: ["2027"], other: [] } : fixed;
    },
    import: async (source, options) => {
      if (source !== "again") seen.push(JSON.stringify(options));
      return {
        entry: { number: 3, release: "cd".repeat(32) },
        outcome: source === "again" ? "unchanged" : "appended",
      };
    },
    print: (text) => void seen.push(text),
    fail: () => void seen.push("FAILED"),
    ...actions,
  });
  await program.parseAsync(["node", "vitascan", "ledger", ...args]);
  return seen;
};

describe("ledger list", () => {
  it("prints a line per release of the ledger that is meant", async () => {
    expect(await run(["list"])).toEqual(["   1  abababababab  release  strict    2025, 2026  ledger"]);
    expect((await run(["list", "scan.yaml"]))[0]).toContain("beside scan.yaml");
    expect((await run(["list", "scan.yaml", "--ledger", "other"]))[0]).toContain("other");
    expect(await run(["list", "--ledger", "empty"])).toEqual(["Nothing was published yet."]);
  });

  it("prints a line per line of waves, fixed on a day or with a release", async () => {
    const list = () => [line, { ...line, number: 3, fixed_date: null }];
    expect(await run(["list"], { list })).toEqual([
      "   2  2026-03-01    line               2027  enps.score (own_organisation, delta 0.3)",
      "   3  with release  line               2027  enps.score (own_organisation, delta 0.3)",
    ]);
  });

  it("prints JSON", async () => {
    expect(JSON.parse((await run(["list", "--json"])).join(""))).toEqual([{ ...row, audience: "ledger" }]);
  });
});

describe("ledger check", () => {
  it("says what was found to be whole", async () => {
    expect(await run(["check"])).toEqual([
      "2 releases and 1 line, unbroken; 3 memberships, all there; 4 bases tested, 0 of them unsafe.",
    ]);
  });

  it("names what is unsafe, and fails", async () => {
    const unsafe = { check: () => ({ ...safe, ok: false, unsafe: [leak] }) };
    expect(await run(["check"], unsafe)).toEqual([
      "2 releases and 1 line, unbroken; 3 memberships, all there; 4 bases tested, 1 of them unsafe.",
      "2026 / pulse / enps: releases 1, 2 together tell a figure about fewer than 5 respondents.",
      "FAILED",
    ]);
    const [json, failed] = await run(["check", "--json"], unsafe);
    expect(JSON.parse(json ?? "")).toMatchObject({ ok: false, unsafe: [leak] });
    expect(failed).toBe("FAILED");
  });
});

describe("ledger line", () => {
  it("says what was fixed, when, for which waves, and what others can hold on to", async () => {
    expect(await run(["line", "scan.yaml"])).toEqual([
      '{"folder":"beside scan.yaml","quiet":false}',
      "Fixed on 2026-03-01 for wave 2027: enps.score (own_organisation, delta 0.3).\n" +
        "It is entry 2 of the ledger, with fingerprint efefefefefef. Who notes that down, such as the works council, can see in the " +
        "report that it was not replaced.",
      "Fixed before with another line, which stays: waves 2025 and 2026.",
    ]);
  });

  it("says that nothing was left to fix", async () => {
    expect((await run(["line", "fixed.yaml"])).slice(1)).toEqual(["Fixed before with the same line: wave 2027."]);
  });

  it("prints JSON, and needs a scan", async () => {
    const [, json] = await run(["line", "scan.yaml", "--json"]);
    expect(JSON.parse(json ?? "")).toMatchObject({ entry: { number: 2 }, line: line.line, other: ["2025", "2026"] });
    await expect(run(["line"])).rejects.toThrow("missing required argument 'scan.yaml'");
  });
});

describe("ledger import", () => {
  it("passes what was asked and tells the entry", async () => {
    expect(await run(["import", "old.csv", "--scan", "scan.yaml", "--audience", "board"])).toEqual([
      '{"scan":"scan.yaml","folder":"beside scan.yaml","audience":"board","quiet":false}',
      "Entry 3 (cdcdcdcdcdcd…) is in the ledger; later releases are compared with it.",
    ]);
    expect(await run(["import", "again", "--scan", "scan.yaml"])).toEqual(["This is entry 3 already."]);
  });

  it("prints JSON, and needs a scan", async () => {
    const [, json] = await run(["import", "old.csv", "--scan", "scan.yaml", "--json"]);
    expect(JSON.parse(json ?? "")).toMatchObject({ number: 3, outcome: "appended" });
    await expect(run(["import", "old.csv"])).rejects.toThrow("required option '--scan <scan.yaml>'");
  });
});
