/**
 * The inventory: every number in the data files must be one that was released.
 *
 * In: release.json and the tables as they are in the folder, and the memberships; out: how many files and numbers were read,
 * and every place where a number belongs to no released cell, or a released cell says another number of people than the
 * memberships count.
 */
import type { Leak } from "../../../schemas/certificate.ts";
import type { Membership } from "../../../schemas/membership.ts";
import { Release } from "../../../schemas/release.ts";
import { describeSingleLeak } from "../describe-leak.ts";
import { checkCounts } from "./check-counts.ts";
import { checkReferences } from "./check-references.ts";
import { indexAllowed } from "./index-allowed.ts";
import { traceTable } from "./trace-table.ts";

/** `path` is relative to the release folder, with `/`. */
export type DataFile = Readonly<{ path: string; content: string }>;

export type Inventory = Readonly<{ files: number; numbers: number; leaks: readonly Leak[] }>;

/** Something that should not be there; `measure` null where it is not about one. */
export type Offence = Readonly<{ wave: string; measure: string | null; explanation: string }>;

type InventoryInput = Readonly<{
  release: Release;
  releaseId: string;
  files: readonly DataFile[];
  memberships: readonly Membership[];
}>;

/** Offences listed of one file or check. */
const most = 20;

/** A release without release.json among its files is an offence, and so is a file of another kind. */
export const takeInventory = (input: InventoryInput, hash: (content: string) => string): Inventory => {
  const { release, files, memberships } = input;
  const allowed = indexAllowed(release);
  let numbers = 0;
  const offences: Offence[] = [];
  const keep = (found: readonly Offence[]) => offences.push(...found.slice(0, most));
  if (!files.some(({ path }) => path === "release.json")) keep([odd("release.json is missing")]);
  for (const { path, content } of files) {
    if (path === "release.json") {
      keep(checkRelease(input, content, hash));
      numbers += countNumbers(release);
    } else if (/^tables\/[^/]+\.csv$/.test(path)) {
      const traced = traceTable(path, content, allowed);
      numbers += traced.numbers;
      keep(traced.offences);
    } else keep([odd(`${path} is not a data file of a release`)]);
  }
  keep(checkReferences(release));
  keep(checkCounts(release, memberships));
  return {
    files: files.length,
    numbers,
    leaks: offences.map((offence) => describeSingleLeak(release, { attack: "inventory", ...offence })),
  };
};

const odd = (explanation: string): Offence => ({ wave: "", measure: null, explanation });

/** The file must be the audited release, by hash and by content, with nothing that the schema does not know. */
const checkRelease = ({ release, releaseId }: InventoryInput, content: string, hash: (text: string) => string) => {
  const parsed = Release.safeParse(readJson(content));
  if (!parsed.success) return [odd("release.json holds something that a release has no place for")];
  const isSame = JSON.stringify(parsed.data) === JSON.stringify(Release.parse(release));
  return [
    ...(isSame ? [] : [odd("release.json is not the audited release")]),
    ...(hash(content) === releaseId ? [] : [odd("release.json does not have the hash of the audited release")]),
  ];
};

const readJson = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
};

const countNumbers = (value: unknown): number => {
  if (typeof value === "number") return 1;
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  for (const one of Object.values(value)) count += countNumbers(one);
  return count;
};
