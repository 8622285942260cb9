/** The synth command: writes an invented organisation with known truth. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { synthesise } from "../../fixtures/synth/synthesise.ts";
import { exitCode, UserError } from "../user-error.ts";

type Sizes = { seed: number; teams?: number; departments?: number; waves?: number };

export function addSynthCommand(program: Command, print: (text: string) => void): void {
  program
    .command("synth")
    .description("write a synthetic organisation with known truth: exports, rosters, scan.yaml and truth.json")
    .requiredOption("--out <folder>", "a folder that does not exist yet")
    .option("--seed <number>", "another seed gives another organisation", parseWhole, 1)
    .option("--teams <number>", "number of teams", parseWhole)
    .option("--departments <number>", "number of departments", parseWhole)
    .option("--waves <number>", "number of half-yearly waves", parseWhole)
    .option("--json", "print the result as JSON")
    .action(({ out, json, ...sizes }: Sizes & { out: string; json?: boolean }) => {
      if (existsSync(out))
        throw new UserError(`${out}: must not exist yet. Choose another folder with --out.`, exitCode.usage);
      const { files } = synthesiseOrRefuse(sizes);
      for (const { path, content } of files) {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        writeFileSync(join(out, path), content);
      }
      if (json) print(JSON.stringify({ folder: resolve(out), files: files.map(({ path }) => path) }, null, 2));
      else print(`${files.length} files in ${resolve(out)}. Scan them with: vitascan run ${join(out, "scan.yaml")}`);
    });
}

function parseWhole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("must be a whole number.");
  return Number(text);
}

function synthesiseOrRefuse(sizes: Sizes) {
  try {
    return synthesise(sizes);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message, exitCode.usage);
    throw error;
  }
}
