/** Reads the response sets that ship with vitascan. In: nothing. Out: one ResponseSet per file of schemas/response-sets. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ResponseSet } from "../../schemas/response-set.ts";
import { readYaml } from "../read-yaml.ts";
import { normaliseLabel } from "./normalise-label.ts";

let shipped: readonly ResponseSet[] | undefined;

/** All shipped response sets by name, read and checked once. */
export function listResponseSets(): readonly ResponseSet[] {
  shipped ??= readResponseSets();
  return shipped;
}

/** The shipped response set of that name, or null. */
export const findResponseSet = (name: string): ResponseSet | null =>
  listResponseSets().find((one) => one.response_set === name) ?? null;

function readResponseSets(): ResponseSet[] {
  const folder = dirname(createRequire(import.meta.url).resolve("#root/schemas/response-sets/frequency_5.yaml"));
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().map((file) => readYaml(join(folder, file), ResponseSet).value);
}

/** All spellings of an option in all languages, normalised. */
export const listSpellings = (option: ResponseSet["options"][number]): string[] =>
  Object.values(option).flat().map(normaliseLabel);

/**
 * Normalised label to its number on a scale from `minimum` to `maximum`; null when the set has another number of options than
 * the scale has whole numbers.
 */
export function readLabels(set: ResponseSet, minimum: number, maximum: number): ReadonlyMap<string, number> | null {
  if (set.options.length !== maximum - minimum + 1) return null;
  return new Map(
    set.options.flatMap((option, index) => listSpellings(option).map((label) => [label, minimum + index] as const)),
  );
}
