/** Runs the compiled command as a user would, with a folder for temporary files of its own. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/pipeline/cli.js");

export type Outcome = Readonly<{ code: number | null; stdout: string; stderr: string; left: readonly string[] }>;

/** Compiles when a source is newer than the command. Test files run side by side: one compiles, the others wait. */
export async function buildCommand(): Promise<void> {
  const lock = join(tmpdir(), `vitascan-build-${process.ppid}`);
  while (isStale()) {
    try {
      mkdirSync(lock);
    } catch {
      await setTimeout(200);
      continue;
    }
    try {
      if (isStale()) compile();
    } finally {
      rmdirSync(lock);
    }
  }
}

function compile(): void {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  rmSync(cli, { force: true });
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: root });
  if (status !== 0) throw new Error(`can't compile the command:\n${stdout}`);
  chmodSync(cli, 0o755);
}

function isStale(): boolean {
  if (!existsSync(cli)) return true;
  const built = statSync(cli).mtimeMs;
  return ["pipeline", "schemas", "reports", "fixtures"].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) => /\.tsx?$/.test(entry.name) && statSync(join(entry.parentPath, entry.name)).mtimeMs > built,
    ),
  );
}

/** Runs `vitascan <args>` in `folder`. `left` lists what it left behind in its folder for temporary files. */
export function runCommand(folder: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Outcome {
  const temporary = mkdtempSync(join(tmpdir(), "test-"));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", ...environment, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      maxBuffer: 1 << 26,
    });
    return { code: status, stdout, stderr, left: readdirSync(temporary) };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** All files below a folder as text, by path. */
export function readTexts(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}
