/**
 * Writes a release folder whole or not at all. In: files by relative path. Out: the folder, with a manifest.
 * Files go to a hidden folder beside the target first, which is moved into place when it is complete.
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
import { Manifest } from "../../schemas/manifest.ts";
import { exitCode, UserError } from "../user-error.ts";

export type ReleaseFile = Readonly<{ path: string; content: string }>;

/** created: a new folder. unchanged: the folder was there with exactly these bytes. */
export type Written = Readonly<{ folder: string; outcome: "created" | "unchanged" }>;

/**
 * Writes `files` into `folder`. `record` is called when all is written and not yet in place: when it throws, nothing is left.
 * Throws a UserError when the folder exists with other content; it is then left alone.
 */
export function writeRelease(
  folder: string,
  files: readonly ReleaseFile[],
  { tool, policyHash, record }: Readonly<{ tool: string; policyHash: string; record: () => void }>,
): Written {
  const target = resolve(folder);
  const all = [...files, makeManifest(files, tool, policyHash)];
  if (existsSync(target)) {
    if (!isIdentical(target, all)) throw refuseOverwriting(folder);
    record();
    return { folder: target, outcome: "unchanged" };
  }
  let draft: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    draft = mkdtempSync(join(dirname(target), `.${basename(target)}.`));
    chmodSync(draft, 0o755);
    for (const { path, content } of all) {
      const file = join(draft, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content, "utf8");
    }
    record();
    renameSync(draft, target);
  } catch (error) {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
    throw explainWriteError(error, folder);
  }
  return { folder: target, outcome: "created" };
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

function makeManifest(files: readonly ReleaseFile[], tool: string, policyHash: string): ReleaseFile {
  const rows = files
    .map(({ path, content }) => ({ path, sha256: hashText(content), bytes: Buffer.byteLength(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: Manifest = { format: "vitascan-manifest/1", tool, policy_hash: policyHash, files: rows };
  return { path: "manifest.json", content: `${JSON.stringify(manifest, null, 2)}\n` };
}

const hashText = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

function isIdentical(folder: string, files: readonly ReleaseFile[]): boolean {
  if (!statSync(folder).isDirectory()) return false;
  const found = listFiles(folder);
  return (
    found.length === files.length &&
    files.every(({ path, content }) => found.includes(path) && readFileSync(join(folder, path), "utf8") === content)
  );
}

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
  const differences: Difference[] = [
    ...found.flatMap((path): Difference[] => {
      const expected = listed.get(path);
      if (expected === undefined) return [{ path, difference: "not_in_manifest" }];
      return hashText(readFileSync(join(folder, path))) === expected ? [] : [{ path, difference: "changed" }];
    }),
    ...[...listed.keys()]
      .filter((path) => !found.includes(path))
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
