import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { compareWithManifest, listFiles, writeRelease } from "../../pipeline/publish/write-release.ts";
import { UserError } from "../../pipeline/user-error.ts";
import { makeTempFiles } from "./temp-files.ts";

const { folder } = makeTempFiles();
let made = 0;
let home = "";
let target = "";
beforeEach(() => {
  home = join(folder, `home-${made++}`);
  target = join(home, "releases", "wave");
  mkdirSync(home);
});

const files = [
  { path: "release.json", content: '{ "é": 1 }\n' },
  { path: "tables/a.csv", content: "a;b\r\n" },
];
const drafts: string[] = [];
const write = (
  content: Parameters<typeof writeRelease>[1] = files,
  { record = () => {}, check = (_: string) => {} } = {},
) =>
  writeRelease(target, content, {
    tool: "tool 1",
    policyHash: "policy",
    keepTrack: (draft) => drafts.push(draft),
    check,
    record,
  });
const isPrivate = (path: string) => process.platform === "win32" || (statSync(path).mode & 0o077) === 0;

describe("writeRelease", () => {
  it("checks what is written, then records it, and only then puts it in place", async () => {
    const seen: unknown[] = [];
    const steps = {
      check: (draft: string) => seen.push(["check", listFiles(draft), isPrivate(draft), existsSync(target)]),
      record: () => seen.push(["record", existsSync(target)]),
    };
    await write(files, steps);
    const all = ["manifest.json", "release.json", "tables/a.csv"];
    expect(seen.splice(0)).toEqual([
      ["check", all, true, false],
      ["record", false],
    ]);
    await write(files, steps);
    expect(seen).toEqual([
      ["check", all, true, true],
      ["record", true],
    ]);
    expect(drafts.at(-1)).toContain(join(home, "releases", ".wave."));
    expect(isPrivate(target)).toBe(process.platform === "win32");
  });

  it.skipIf(process.platform === "win32").each([
    [0o600, 0o700],
    [0o640, 0o750],
    [0o644, 0o755],
  ])("opens the folder as far as its files: %o gives %o", async (ofFile, ofFolder) => {
    await write(files, { check: (draft) => chmodSync(join(draft, "manifest.json"), ofFile) });
    expect(statSync(target).mode & 0o777).toBe(ofFolder);
  });

  it("writes files as they come, and keeps none", async () => {
    const seen: string[][] = [];
    async function* come() {
      for (const file of files) {
        yield file;
        seen.push(listFiles(drafts.at(-1) ?? ""));
      }
    }
    await write(come());
    expect(seen).toEqual([["release.json"], ["release.json", "tables/a.csv"]]);
  });

  const refuse = () => {
    throw new UserError("Not so.");
  };
  async function* breakOff() {
    yield files[0] as (typeof files)[number];
    refuse();
  }
  it.each([
    ["a file can't be made", breakOff(), {}],
    ["the check refuses it", files, { check: refuse }],
    ["it can't be recorded", files, { record: refuse }],
  ])("leaves nothing when %s", async (_, content, steps) => {
    await expect(write(content, steps)).rejects.toThrow("Not so.");
    expect(readdirSync(join(home, "releases"))).toEqual([]);
  });

  it("writes every file and a manifest with its size and sha256, by path", async () => {
    expect(await write([...files].reverse())).toEqual({ folder: target, outcome: "created" });
    expect(listFiles(target)).toEqual(["manifest.json", "release.json", "tables/a.csv"]);
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(JSON.parse(readFileSync(join(target, "manifest.json"), "utf8"))).toEqual({
      format: "vitascan-manifest/1",
      tool: "tool 1",
      policy_hash: "policy",
      files: [
        { path: "release.json", sha256: sha256('{ "é": 1 }\n'), bytes: 12 },
        { path: "tables/a.csv", sha256: sha256("a;b\r\n"), bytes: 5 },
      ],
    });
    expect(readdirSync(join(home, "releases"))).toEqual(["wave"]);
  });

  it("is unchanged when exactly these bytes are there", async () => {
    await write();
    expect(await write()).toEqual({ folder: target, outcome: "unchanged" });
  });

  it.each([
    ["another content", () => writeFileSync(join(target, "release.json"), "{}")],
    ["a file more", () => writeFileSync(join(target, "more.txt"), "")],
    ["a file less", () => rmSync(join(target, "tables/a.csv"))],
  ])("refuses a folder with %s and leaves it as it is", async (_, spoil) => {
    await write();
    spoil();
    const before = listFiles(target);
    await expect(write()).rejects.toThrow(/can't write the release here: this folder exists and holds something else/);
    expect(listFiles(target)).toEqual(before);
    expect(readdirSync(join(home, "releases"))).toEqual(["wave"]);
  });

  it("refuses a file with the folder's name", async () => {
    mkdirSync(join(home, "releases"));
    writeFileSync(target, "mine");
    await expect(write()).rejects.toThrow(UserError);
    expect(readFileSync(target, "utf8")).toBe("mine");
  });

  it("leaves nothing behind when a file can't be written", async () => {
    const blocked = [...files, { path: "release.json/below", content: "" }];
    await expect(write(blocked)).rejects.toThrow(UserError);
    expect(readdirSync(join(home, "releases"))).toEqual([]);
  });

  it("refuses a folder below a file", async () => {
    writeFileSync(join(home, "releases"), "mine");
    await expect(write()).rejects.toThrow(/can't make this folder: a part of its path is a file/);
    expect(readFileSync(join(home, "releases"), "utf8")).toBe("mine");
  });
});

describe("compareWithManifest", () => {
  it("finds nothing in a release as it was written", async () => {
    await write();
    expect(compareWithManifest(target).differences).toEqual([]);
  });

  it("finds what was changed, added and taken away", async () => {
    await write();
    writeFileSync(join(target, "release.json"), "{}");
    writeFileSync(join(target, "more.txt"), "");
    rmSync(join(target, "tables/a.csv"));
    expect(compareWithManifest(target).differences).toEqual([
      { path: "more.txt", difference: "not_in_manifest" },
      { path: "release.json", difference: "changed" },
      { path: "tables/a.csv", difference: "missing" },
    ]);
  });

  it.each([
    ["no manifest", null, "no manifest.json"],
    ["a manifest that is no JSON", "{", "can't read manifest.json"],
    ["a manifest of something else", '{"files":[]}', "can't read manifest.json"],
  ])("refuses a folder with %s", (_, manifest, message) => {
    mkdirSync(target, { recursive: true });
    if (manifest !== null) writeFileSync(join(target, "manifest.json"), manifest);
    expect(() => compareWithManifest(target)).toThrow(message);
  });
});
