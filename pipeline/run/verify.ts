/** Checks a release folder: its fingerprints, and whether every file can be made again. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { Certificate } from "../../schemas/certificate.ts";
import { Release } from "../../schemas/release.ts";
import { compareWithManifest, type Difference, type ReleaseFile } from "../publish/write-release.ts";
import type { Plan } from "../read-scan.ts";
import { makeRelease } from "../run.ts";
import { UserError } from "../user-error.ts";
import { certify, hashText, writeCertificate } from "./certify.ts";
import type { Effects } from "./effects.ts";
import { type LedgerAccess, openRecords } from "./records.ts";
import { dataFiles, renderFiles } from "./render-files.ts";

/** `not_reproduced` names the files that come out differently when made again. */
export type Verification = Readonly<{
  ok: boolean;
  files: number;
  differences: readonly Difference[];
  not_reproduced: readonly string[];
}>;

/** What a release is made again from: scan.yaml, and the ledger as it was before. */
export type Source = Readonly<{ plan: Plan; access: LedgerAccess }>;

/** Verifies `folder`; with a source, by running the whole pipeline again, else from its release.json and certificate.json. */
export async function verify(folder: string, source: Source | null, effects: Effects): Promise<Verification> {
  const { manifest, differences } = compareWithManifest(folder);
  const damaged = differences.some(({ path }) => path === "release.json");
  if (source === null && damaged) return { ok: false, files: manifest.files.length, differences, not_reproduced: [] };
  const notReproduced: string[] = [];
  for await (const { path, content } of remake(folder, source, effects))
    if (!isSame(join(folder, path), content)) notReproduced.push(path);
  return {
    ok: differences.length === 0 && notReproduced.length === 0,
    files: manifest.files.length,
    differences,
    not_reproduced: notReproduced,
  };
}

async function* remake(folder: string, source: Source | null, effects: Effects): AsyncGenerator<ReleaseFile> {
  if (source === null) {
    const release = readPart(folder, "release.json", Release);
    const certificate = readPart(folder, "certificate.json", Certificate);
    yield* dataFiles(release);
    yield* renderFiles(release, certificate, effects);
    return;
  }
  const records = openRecords(source.access, source.plan, hashText(readFileSync(join(folder, "release.json"), "utf8")));
  const { release, memberships } = await makeRelease(source.plan, effects, records);
  const files = dataFiles(release);
  const { earlier } = records;
  const certificate = await certify({ release, files, memberships, earlier, tool: effects.tool });
  yield* files;
  yield writeCertificate(certificate);
  yield* renderFiles(release, certificate, effects);
}

function readPart<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
  } catch {
    throw new UserError(`${folder}: can't read ${file}: it is damaged or not made by this version.`);
  }
}

const isSame = (path: string, content: string) => existsSync(path) && readFileSync(path, "utf8") === content;
