import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
const write = (content = files, record = () => {}) =>
  writeRelease(target, content, { tool: "tool 1", policyHash: "policy", record });

describe("writeRelease", () => {
  it("is recorded when all is written and nothing is in place", () => {
    const seen: boolean[] = [];
    write(files, () => seen.push(existsSync(target)));
    expect(seen).toEqual([false]);
    write(files, () => seen.push(existsSync(target)));
    expect(seen).toEqual([false, true]);
  });

  it("leaves nothing when it can't be recorded", () => {
    const refuse = () => {
      throw new UserError("The ledger can't be written.");
    };
    expect(() => write(files, refuse)).toThrow("The ledger can't be written.");
    expect(readdirSync(join(home, "releases"))).toEqual([]);
  });

  it("writes every file and a manifest with its size and sha256, by path", () => {
    expect(write([...files].reverse())).toEqual({ folder: target, outcome: "created" });
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

  it("is unchanged when exactly these bytes are there", () => {
    write();
    expect(write()).toEqual({ folder: target, outcome: "unchanged" });
  });

  it.each([
    ["another content", () => writeFileSync(join(target, "release.json"), "{}")],
    ["a file more", () => writeFileSync(join(target, "more.txt"), "")],
    ["a file less", () => rmSync(join(target, "tables/a.csv"))],
  ])("refuses a folder with %s and leaves it as it is", (_, spoil) => {
    write();
    spoil();
    const before = listFiles(target);
    expect(() => write()).toThrow(/can't write the release here: this folder exists and holds something else/);
    expect(listFiles(target)).toEqual(before);
    expect(readdirSync(join(home, "releases"))).toEqual(["wave"]);
  });

  it("refuses a file with the folder's name", () => {
    mkdirSync(join(home, "releases"));
    writeFileSync(target, "mine");
    expect(() => write()).toThrow(UserError);
    expect(readFileSync(target, "utf8")).toBe("mine");
  });

  it("leaves nothing behind when a file can't be written", () => {
    const blocked = [...files, { path: "release.json/below", content: "" }];
    expect(() => write(blocked)).toThrow(UserError);
    expect(readdirSync(join(home, "releases"))).toEqual([]);
  });

  it("refuses a folder below a file", () => {
    writeFileSync(join(home, "releases"), "mine");
    expect(() => write()).toThrow(/can't make this folder: a part of its path is a file/);
    expect(readFileSync(join(home, "releases"), "utf8")).toBe("mine");
  });
});

describe("compareWithManifest", () => {
  it("finds nothing in a release as it was written", () => {
    write();
    expect(compareWithManifest(target).differences).toEqual([]);
  });

  it("finds what was changed, added and taken away", () => {
    write();
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
