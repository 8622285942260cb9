/** Checks a release folder: its fingerprints, and whether every file can be made again. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Release } from "../../schemas/release.ts";
import { compareWithManifest, type Difference } from "../publish/write-release.ts";
import type { Plan } from "../read-scan.ts";
import { makeRelease } from "../run.ts";
import { UserError } from "../user-error.ts";
import type { Effects } from "./effects.ts";

/** `not_reproduced` names the files that come out differently when made again. */
export type Verification = Readonly<{
  ok: boolean;
  files: number;
  differences: readonly Difference[];
  not_reproduced: readonly string[];
}>;

/** Verifies `folder`; with a plan, by running the whole pipeline again, else from its release.json. */
export async function verify(folder: string, plan: Plan | null, effects: Effects): Promise<Verification> {
  const { manifest, differences } = compareWithManifest(folder);
  const damaged = differences.some(({ path }) => path === "release.json");
  if (plan === null && damaged) return { ok: false, files: manifest.files.length, differences, not_reproduced: [] };
  const release = plan === null ? readRelease(folder) : await makeRelease(plan, effects);
  const { renderFiles } = await import("./render-files.ts");
  const remade = await renderFiles(release, effects);
  const notReproduced = remade.filter(({ path, content }) => !isSame(join(folder, path), content));
  return {
    ok: differences.length === 0 && notReproduced.length === 0,
    files: manifest.files.length,
    differences,
    not_reproduced: notReproduced.map(({ path }) => path),
  };
}

function readRelease(folder: string): Release {
  try {
    return Release.parse(JSON.parse(readFileSync(join(folder, "release.json"), "utf8")));
  } catch {
    throw new UserError(`${folder}: can't read release.json: it is damaged or not made by this version.`);
  }
}

const isSame = (path: string, content: string) => existsSync(path) && readFileSync(path, "utf8") === content;
