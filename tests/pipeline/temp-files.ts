/** A folder of a test file's own, removed when its tests are done. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export type TempFiles = Readonly<{ folder: string; write: (content: string | Uint8Array, name?: string) => string }>;

/** Makes the folder; `write` puts a file in it (a new name each time when none is given) and returns its path. */
export function makeTempFiles(): TempFiles {
  const folder = mkdtempSync(join(tmpdir(), "test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let written = 0;
  const write = (content: string | Uint8Array, name = `file-${written++}.csv`) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return { folder, write };
}
