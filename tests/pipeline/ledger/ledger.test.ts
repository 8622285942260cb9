import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type Addition, appendEntry } from "../../../pipeline/ledger/append-entry.ts";
import { type Disk, disk } from "../../../pipeline/ledger/disk.ts";
import { findLedgerKey, type LedgerKey } from "../../../pipeline/ledger/ledger-key.ts";
import { openLedger, readAll } from "../../../pipeline/ledger/open-ledger.ts";
import { UserError } from "../../../pipeline/user-error.ts";
import { makeTempFiles } from "../temp-files.ts";
import { inTeams, makeRelease, people } from "./ledger-examples.ts";

const temporary = makeTempFiles().folder;
let made = 0;
let folder = "";
beforeEach(() => {
  folder = join(temporary, `ledger-${made++}`);
});

const hash = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const key: LedgerKey = { bytes: Buffer.alloc(32, 7), origin: "made" };
const membership = inTeams({ T1: people("a", 3), T2: people("b", 2) });
const write = (shown: readonly string[]) => `${JSON.stringify(makeRelease({ shown }), null, 2)}\n`;
const add = (shown: readonly string[], rest: Partial<Addition> = {}, place: Disk = disk) =>
  appendEntry(
    openLedger(folder),
    {
      kind: "release",
      text: write(shown),
      audience: "everyone",
      tool: "vitascan 1",
      memberships: [membership],
      key,
      ...rest,
    },
    place,
  );
const chain = () => readFileSync(join(folder, "ledger.jsonl"), "utf8");
const numbers = () => openLedger(folder).entries.map(({ number }) => number);

/** The message of the error that `work` throws; it must be of exit code 6. */
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).exitCode).toBe(6);
    return (error as UserError).message;
  }
  throw new Error("must be refused");
};

describe("appendEntry", () => {
  it("begins a ledger where there is none", () => {
    expect(openLedger(folder).entries).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    const { entry, outcome } = add(["ORG"]);
    expect(outcome).toBe("appended");
    const text = write(["ORG"]);
    expect(entry).toMatchObject({
      number: 1,
      previous: null,
      release: hash(text),
      policy_hash: "a".repeat(64),
      waves: [{ wave: "2026-spring", closed_date: "2026-04-24" }],
    });
    expect(readFileSync(join(folder, "releases", `${hash(text)}.json`), "utf8")).toBe(text);
    expect(readdirSync(folder).sort()).toEqual([".gitignore", "ledger.jsonl", "private", "releases"]);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toContain("private/\n");
  });

  it("chains every line to the one before by the hash of its other fields", () => {
    add(["ORG"]);
    add(["ORG", "D1"]);
    const lines = chain().trimEnd().split("\n");
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const line of parsed) {
      const { hash: own, ...rest } = line;
      expect(own).toBe(hash(JSON.stringify(rest)));
    }
    expect(parsed[1]?.["previous"]).toBe(parsed[0]?.["hash"]);
    expect(parsed.map((line) => line["number"])).toEqual([1, 2]);
  });

  it("appends nothing for a release that is there, and writes the same bytes in another folder", () => {
    add(["ORG"]);
    const before = chain();
    expect(add(["ORG"], { audience: "board" }).outcome).toBe("unchanged");
    expect(chain()).toBe(before);
    folder = join(temporary, `ledger-${made++}`);
    add(["ORG"]);
    expect(chain()).toBe(before);
  });

  it("tells the people behind a release, and shares the file of the same people", () => {
    add(["ORG"]);
    add(["D1"]);
    const all = readAll(openLedger(folder));
    expect(all.map(({ memberships }) => memberships)).toEqual([[membership], [membership]]);
    expect(all[1]?.memberships[0]).toBe(all[0]?.memberships[0]);
    expect(all[1]?.release.cells.map(({ unit }) => unit)).toEqual(["D1"]);
    expect(readdirSync(join(folder, "private")).filter((name) => name.endsWith(".jsonl"))).toHaveLength(1);
  });

  it.runIf(process.platform !== "win32")("keeps the private part from others, also when it was open", () => {
    mkdirSync(join(folder, "private"), { recursive: true, mode: 0o755 });
    add(["ORG"]);
    const mode = (path: string) => (statSync(join(folder, path)).mode & 0o777).toString(8);
    expect(mode("private")).toBe("700");
    for (const name of readdirSync(join(folder, "private")))
      expect([name, mode(join("private", name))]).toEqual([name, "600"]);
    expect(readdirSync(join(folder, "private"))).toHaveLength(3);
  });

  it("puts nothing of a person or a key in the public part", () => {
    add(["ORG"]);
    const texts = [chain(), write(["ORG"])];
    for (const text of texts) for (const secret of ["a0.a0r", "b1r", "07070707"]) expect(text).not.toContain(secret);
  });

  it("refuses while another run writes, and says what to do with what an interrupted run left", () => {
    add(["ORG"]);
    writeFileSync(join(folder, "lock"), "");
    expect(refusal(() => add(["D1"]))).toMatch(
      /lock: can't write to the ledger while another run does: .*delete this file/,
    );
    expect(existsSync(join(folder, "lock"))).toBe(true);
    rmSync(join(folder, "lock"));
    expect(add(["D1"]).entry.number).toBe(2);
  });

  it("refuses when another run added a release since the ledger was opened", () => {
    const opened = openLedger(folder);
    add(["ORG"]);
    const late = () =>
      appendEntry(opened, {
        ...{
          kind: "release",
          text: write(["D1"]),
          audience: "everyone",
          tool: "vitascan 1",
          memberships: [membership],
          key,
        },
      });
    expect(refusal(late)).toContain("another run added to it. Run again.");
    expect(numbers()).toEqual([1]);
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it("leaves the old ledger or the new one wherever it is interrupted, and goes on from there", () => {
    const outcomes = new Set<string>();
    for (let survived = 0; survived < 100; survived += 1) {
      folder = join(temporary, `ledger-${made++}`);
      add(["ORG"]);
      const other = inTeams({ T1: people("z", survived + 1) });
      let steps = 0;
      const dying = mapDisk((work) => {
        if (steps >= survived) throw new Error("power cut");
        steps += 1;
        work();
      });
      let isWhole = true;
      try {
        add(["D1"], { memberships: [other] }, dying);
      } catch (error) {
        expect((error as Error).message).toBe("power cut");
        isWhole = false;
      }
      const after = numbers();
      expect(after.length === 1 || after.length === 2).toBe(true);
      expect(readAll(openLedger(folder))).toHaveLength(after.length);
      outcomes.add(`${after.length}${isWhole ? " whole" : ""}`);
      rmSync(join(folder, "lock"), { force: true });
      expect(add(["D1"], { memberships: [other] }).outcome).toBe(after.length === 2 ? "unchanged" : "appended");
      add(["D2"]);
      expect(numbers()).toEqual([1, 2, 3]);
      expect(readdirSync(join(folder, "releases")).filter((name) => name.endsWith(".part"))).toEqual([]);
      if (isWhole) break;
    }
    expect([...outcomes].sort()).toEqual(["1", "2", "2 whole"]);
  });

  it("forgets a part that was written before an interruption", () => {
    add(["ORG"]);
    for (const name of ["ledger.jsonl.part", `releases/${"0".repeat(64)}.json.part`])
      writeFileSync(join(folder, name), '{"half');
    expect(numbers()).toEqual([1]);
    add(["D1"]);
    expect(readdirSync(join(folder, "releases"))).toHaveLength(2);
  });
});

/** A disk whose every step goes through `step`. */
const mapDisk = (step: (work: () => void) => void): Disk => ({
  makeFolder: (path, mode) => step(() => disk.makeFolder(path, mode)),
  claim: (path) => step(() => disk.claim(path)),
  write: (path, chunks, mode) => step(() => disk.write(path, chunks, mode)),
  rename: (from, to) => step(() => disk.rename(from, to)),
  remove: (path) => step(() => disk.remove(path)),
});

describe("openLedger refuses, with exit code 6", () => {
  beforeEach(() => {
    add(["ORG"]);
    add(["D1"]);
    add(["D2"]);
  });
  const spoil = (change: (text: string) => string) => writeFileSync(join(folder, "ledger.jsonl"), change(chain()));
  const lines = (text: string) => text.split("\n");

  it.each([
    ["a changed field", (text: string) => text.replace("everyone", "board"), /ledger\.jsonl:1: must have the bytes/],
    [
      "a line taken out",
      (text: string) => lines(text).toSpliced(1, 1).join("\n"),
      /ledger\.jsonl:2: must be entry 2, found 3/,
    ],
    [
      "lines in another order",
      (text: string) => [1, 0, 2].map((at) => `${lines(text)[at]}\n`).join(""),
      /:1: must be entry 1, found 2/,
    ],
    ["a last line cut off", (text: string) => text.slice(0, -20), /ledger\.jsonl:3: must end with a line end/],
    ["a line that is no entry", (text: string) => `${text}{}\n`, /ledger\.jsonl:4: must be an entry/],
    ["blanks in a line", (text: string) => text.replace('"number":1', '"number": 1'), /:1: must have the bytes/],
  ])("%s", (_, change, message) => {
    spoil(change);
    expect(refusal(() => openLedger(folder))).toMatch(message);
    expect(refusal(() => openLedger(folder))).toContain("Restore the ledger from a backup.");
  });

  it("a line that was changed together with its hash, as the next does not follow it", () => {
    spoil((text) => {
      const { hash: _, ...entry } = JSON.parse(lines(text)[0] as string) as Record<string, unknown>;
      const forged = { ...entry, audience: "board" };
      return [JSON.stringify({ ...forged, hash: hash(JSON.stringify(forged)) }), ...lines(text).slice(1)].join("\n");
    });
    expect(refusal(() => openLedger(folder))).toMatch(/ledger\.jsonl:2: must follow the line before it/);
  });

  it("last lines that were lost, or the whole file", () => {
    const whole = chain();
    spoil((text) => `${lines(text).slice(0, 2).join("\n")}\n`);
    expect(refusal(() => openLedger(folder))).toContain("lines were lost");
    spoil(() => whole);
    rmSync(join(folder, "ledger.jsonl"));
    expect(refusal(() => openLedger(folder))).toContain("lines were lost");
  });

  it("a copy that is missing or was changed", () => {
    const copy = join(folder, "releases", `${hash(write(["D1"]))}.json`);
    const text = readFileSync(copy, "utf8");
    writeFileSync(copy, text.replace('"enps": 10', '"enps": 20'));
    expect(refusal(() => openLedger(folder))).toMatch(
      /must be release 2 as it was published, but its bytes were changed/,
    );
    rmSync(copy);
    expect(refusal(() => openLedger(folder))).toMatch(/can't find the copy of release 2/);
    writeFileSync(copy, text);
    expect(numbers()).toEqual([1, 2, 3]);
  });

  it("a membership that is missing or was changed, when it is read", () => {
    const opened = openLedger(folder);
    const name = opened.entries[0]?.memberships[0]?.membership;
    const path = join(folder, "private", `${name}.jsonl`);
    writeFileSync(path, readFileSync(path, "utf8").replace("a0.a0r", "a9.a0r"));
    expect(refusal(() => readAll(opened))).toContain("its bytes were changed");
    rmSync(path);
    expect(refusal(() => readAll(openLedger(folder)))).toContain("can't find this membership");
  });
});

describe("findLedgerKey", () => {
  const random = (bytes: number) => Buffer.alloc(bytes, 9);
  const find = (entries: number, given?: string) => findLedgerKey({ folder, entries, given, random });
  const hex = "0123456789abcdef".repeat(4);

  it("makes a key for a ledger without entries, without writing anything", () => {
    expect(find(0)).toEqual({ bytes: Buffer.alloc(32, 9), origin: "made" });
    expect(existsSync(folder)).toBe(false);
  });

  it("finds the key again that was kept with the first entry", () => {
    add(["ORG"]);
    expect(find(1)).toEqual({ bytes: Buffer.alloc(32, 7), origin: "file" });
    expect(readFileSync(join(folder, "private/key"), "utf8")).toBe(`${"07".repeat(32)}\n`);
  });

  it("takes a key from outside and does not keep it", () => {
    const given = find(0, ` ${hex.toUpperCase()}\n`);
    expect(given).toEqual({ bytes: Buffer.from(hex, "hex"), origin: "given" });
    add(["ORG"], { key: given });
    expect(existsSync(join(folder, "private/key"))).toBe(false);
    expect(find(1, hex).origin).toBe("given");
  });

  it.each(["", "correct horse battery staple", hex.slice(2), `${hex}00`])(
    "refuses %j as a key, without showing it",
    (given) => {
      const seen = () => find(0, given);
      expect(seen).toThrow("VITASCAN_LEDGER_KEY must be 64 hexadecimal digits");
      if (given !== "") expect(seen).not.toThrow(given);
    },
  );

  it("refuses another key than the ledger's", () => {
    add(["ORG"]);
    const message = refusal(() => find(1, hex));
    expect(message).toContain("it is not the one this ledger began with");
    expect(message).toContain("import every earlier release");
    expect(message).not.toContain(hex);
  });

  it("refuses when the key or all of the private part is lost", () => {
    add(["ORG"]);
    rmSync(join(folder, "private/key"));
    expect(refusal(() => find(1))).toContain("can't find the key of this ledger");
    rmSync(join(folder, "private"), { recursive: true });
    expect(refusal(() => find(1))).toContain("can't find the key of this ledger");
    expect(refusal(() => find(1, hex))).toContain("it can't be told whether the key is the ledger's");
  });

  it("refuses a key file that was changed, and a key that another first run made meanwhile", () => {
    add(["ORG"]);
    writeFileSync(join(folder, "private/key"), "short\n");
    expect(refusal(() => find(1))).toContain("must be 64 hexadecimal digits, but it was changed");
    expect(refusal(() => add(["D1"], { key: { bytes: random(32), origin: "made" } }))).toContain(
      "not the one this ledger",
    );
    expect(readFileSync(join(folder, "private/key"), "utf8")).toBe("short\n");
  });
});
