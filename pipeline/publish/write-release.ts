/**
 * Writes a release folder whole or not at all. In: files, one at a time. Out: the folder, with a manifest.
 * Files go to a hidden folder beside the target first, which only this user can read; it is looked through there and moved into place when all is well.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Manifest } from "../../schemas/manifest.ts";
import { exitCode, UserError } from "../user-error.ts";

export type ReleaseFile = Readonly<{ path: string; content: string }>;

/** created: a new folder. unchanged: the folder was there with exactly these bytes. */
export type Written = Readonly<{ folder: string; outcome: "created" | "unchanged" }>;

type Steps = Readonly<{
  tool: string;
  policyHash: string;
  /** Is told of the hidden folder: it must go when the process ends before the work does. */
  keepTrack: (draft: string) => void;
  /** Looks through the hidden folder when all is written. */
  check: (draft: string) => void;
  /** Is called when all is checked and not yet in place. */
  record: () => void;
}>;

/**
 * Writes `files` into `folder`, each let go once it is written. When making them, `check` or `record` throws, nothing is left.
 * Throws a UserError when the folder exists with other content; it is then left alone.
 */
export async function writeRelease(
  folder: string,
  files: AsyncIterable<ReleaseFile> | Iterable<ReleaseFile>,
  { tool, policyHash, keepTrack, check, record }: Steps,
): Promise<Written> {
  const target = resolve(folder);
  let draft: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    draft = mkdtempSync(join(dirname(target), `.${basename(target)}.`));
    keepTrack(draft);
    const rows: Manifest["files"] = [];
    for await (const file of files) {
      rows.push(writeFile(draft, file));
      await setImmediate(); // an interruption is heard between two files
    }
    writeFile(draft, makeManifest(rows, tool, policyHash));
    check(draft);
    const exists = existsSync(target);
    if (exists && !isIdentical(target, draft)) throw refuseOverwriting(folder);
    record();
    if (exists) return { folder: target, outcome: "unchanged" };
    chmodSync(draft, openAs(join(draft, "manifest.json")));
    renameSync(draft, target);
    return { folder: target, outcome: "created" };
  } catch (error) {
    throw explainWriteError(error, folder);
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
  }
}

/** The mode of a folder that is as open as its files: who keeps these to themselves shows no names of files either. */
function openAs(file: string): number {
  const mode = statSync(file).mode & 0o777;
  return mode | ((mode & 0o444) >> 2);
}

/** Gives the file's row in the manifest. */
function writeFile(folder: string, { path, content }: ReleaseFile): Manifest["files"][number] {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const bytes = Buffer.from(content, "utf8");
  writeFileSync(file, bytes);
  return { path, sha256: hash(bytes), bytes: bytes.length };
}

const refuseOverwriting = (folder: string): UserError =>
  new UserError(
    `${folder}: can't write the release here: this folder exists and holds something else. ` +
      "A release is never overwritten. Choose another folder with --out, or move this one away.",
    exitCode.usage,
  );

/** Refuses before any work a target that can't be the same release: it exists and has no manifest. */
export function refuseTarget(folder: string): void {
  if (existsSync(folder) && !existsSync(join(folder, "manifest.json"))) throw refuseOverwriting(folder);
}

function makeManifest(rows: Manifest["files"], tool: string, policyHash: string): ReleaseFile {
  const files = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = { format: "vitascan-manifest/1", tool, policy_hash: policyHash, files };
  return { path: "manifest.json", content: `${JSON.stringify(manifest, null, 2)}\n` };
}

const hash = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

/** The same manifest, and every file as it says. */
const isIdentical = (folder: string, draft: string): boolean =>
  readManifestText(folder) === readManifestText(draft) && compareWithManifest(folder).differences.length === 0;

const readManifestText = (folder: string): string | null => {
  const path = join(folder, "manifest.json");
  return existsSync(path) ? readFileSync(path, "utf8") : null;
};

/** The files of a folder; each is read when its content is asked for. */
export const openFiles = (folder: string): ReleaseFile[] =>
  listFiles(folder).map((path) => ({
    path,
    get content() {
      return readFileSync(join(folder, path), "utf8");
    },
  }));

/** Paths of all files below a folder, relative to it, with `/`. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function explainWriteError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new UserError(
      `${folder}: can't write here: no permission. Choose another folder with --out.`,
      exitCode.usage,
    );
  if (code === "ENOTDIR" || code === "EEXIST" || code === "ENAMETOOLONG" || code === "EINVAL")
    return new UserError(
      `${folder}: can't make this folder: a part of its path is a file or not a valid name. Choose another with --out.`,
      exitCode.usage,
    );
  if (code === "ENOSPC")
    return new UserError(`${folder}: can't write here: the disk is full. Nothing was left behind.`);
  return error;
}

/** One row per difference between a release folder and its manifest. */
export type Difference = Readonly<{ path: string; difference: "changed" | "missing" | "not_in_manifest" }>;

/** Recomputes every fingerprint of a release folder. Throws a UserError when there is no readable manifest. */
export function compareWithManifest(folder: string): { manifest: Manifest; differences: Difference[] } {
  const manifest = readManifest(folder);
  const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  const found = listFiles(folder).filter((path) => path !== "manifest.json");
  const present = new Set(found);
  const differences: Difference[] = [
    ...found.flatMap((path): Difference[] => {
      const expected = listed.get(path);
      if (expected === undefined) return [{ path, difference: "not_in_manifest" }];
      return hash(readFileSync(join(folder, path))) === expected ? [] : [{ path, difference: "changed" }];
    }),
    ...[...listed.keys()]
      .filter((path) => !present.has(path))
      .map((path): Difference => ({ path, difference: "missing" })),
  ];
  return { manifest, differences };
}

function readManifest(folder: string): Manifest {
  const path = join(folder, "manifest.json");
  if (!existsSync(path))
    throw new UserError(
      `${folder}: must be a release folder, but it has no manifest.json. Give the folder that run made.`,
    );
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new UserError(`${folder}: can't read manifest.json: it is damaged or not made by vitascan.`);
  }
}
