/** Reads a fixed query of this folder by name. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The text of `pipeline/sql/<name>.sql`, found from the package root so that it also works compiled. */
export function readQuery(name: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(`#root/pipeline/sql/${name}.sql`), "utf8");
}
