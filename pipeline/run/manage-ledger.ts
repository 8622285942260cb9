/**
 * What the ledger command does: list what was published, check that it is whole and safe, fix the line of waves, take in what was
 * published elsewhere.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { LedgerRow, LineEntry } from "../../schemas/ledger.ts";
import type { Membership } from "../../schemas/membership.ts";
import { type Appended, appendEntry } from "../ledger/append-entry.ts";
import { listLines } from "../ledger/chain.ts";
import { checkNames } from "../ledger/check-names.ts";
import { acceptRelease, composeFigures, type ImportFrame } from "../ledger/compose-import.ts";
import { describeLines, wordLines } from "../ledger/describe-lines.ts";
import type { FindLeak } from "../ledger/find-conflict.ts";
import { readGroupId } from "../ledger/find-groups.ts";
import { fixLine } from "../ledger/fix-line.ts";
import { findLedgerKey } from "../ledger/ledger-key.ts";
import { openLedger, readAll } from "../ledger/open-ledger.ts";
import { refuseOtherLines } from "../ledger/refuse-other-lines.ts";
import { type Base, stackAll } from "../ledger/stack-systems.ts";
import { findUnfixed, stateLine } from "../ledger/state-line.ts";
import { findLeak } from "../protect/k-rule/find-leak.ts";
import type { Plan } from "../read-scan.ts";
import { exitCode, UserError } from "../user-error.ts";
import type { Effects } from "./effects.ts";

/** What was published and which lines were fixed. Throws a UserError of exit code 6 when the ledger is not whole. */
export function listLedger(folder: string): LedgerRow[] {
  const ledger = openLedger(folder);
  return ledger.chain.map((entry) =>
    entry.kind === "line"
      ? {
          number: entry.number,
          kind: entry.kind,
          fixed_date: entry.fixed_date,
          waves: namesOf(entry.waves),
          line: wordLines(entry.lines),
        }
      : {
          number: entry.number,
          kind: entry.kind,
          release: entry.release,
          waves: namesOf(entry.waves),
          audience: entry.audience,
          preset: ledger.readRelease(entry).policy.preset,
        },
  );
}

/** `unsafe`: bases where the releases with these numbers tell something about fewer than k respondents together. */
export type LedgerCheck = Readonly<{
  ok: boolean;
  entries: number;
  /** Entries that fix a line. */
  lines: number;
  memberships: number;
  bases: number;
  unsafe: readonly (Base & Readonly<{ k: number; releases: readonly number[] }>)[];
}>;

/**
 * Reads all of the ledger and tests every base of everything published. Throws a UserError of exit code 6 when the chain is
 * broken, a line was replaced, or a copy or a membership is missing or changed.
 */
export function checkLedger(folder: string, test: FindLeak = findLeak): LedgerCheck {
  const ledger = openLedger(folder);
  refuseOtherLines(ledger);
  const stacked = stackAll(readAll(ledger));
  const unsafe = stacked.flatMap(({ waves, questionnaire, instrument, kind, view, system, k, respondents }) => {
    const leak = test(system, k);
    if (leak === null) return [];
    const releases = [...new Set(leak.combination.map(({ id }) => readGroupId(id).release))].sort((a, b) => a - b);
    return [{ waves, questionnaire, instrument, kind, view, k: respondents, releases }];
  });
  const memberships = new Set(ledger.entries.flatMap((entry) => entry.memberships.map(({ membership }) => membership)));
  return {
    ok: unsafe.length === 0,
    entries: ledger.entries.length,
    lines: ledger.chain.length - ledger.entries.length,
    memberships: memberships.size,
    bases: stacked.length,
    unsafe,
  };
}

/** Waves of the scan by when their line was fixed; `entry` is null when nothing was left to fix. */
export type FixedLines = Readonly<{
  entry: LineEntry | null;
  /** Those of the entry. */
  waves: readonly string[];
  /** By the names of its settings in scan.yaml. */
  line: string;
  /** Fixed before, with this line and with another. */
  same: readonly string[];
  other: readonly string[];
}>;

/** Fixes the line of every wave of the scan that has none. Throws a UserError of exit code 6 when the newest wave has another one. */
export function fixLines(
  folder: string,
  { scan, line, indicators }: Pick<Plan, "scan" | "line" | "indicators">,
  { today, tool }: Pick<Effects, "today" | "tool">,
): FixedLines {
  const ledger = openLedger(folder);
  const fixed = listLines(ledger.chain);
  const { lines, other_lines } = stateLine(fixed, { waves: scan.waves, lines: describeLines([line, ...indicators]) });
  const unfixed = namesOf(findUnfixed(fixed, scan.waves));
  const entry = fixLine(ledger, { waves: scan.waves, lines, today, tool });
  const same = namesOf(scan.waves).filter((wave) => !unfixed.includes(wave) && !other_lines.includes(wave));
  return { entry, waves: unfixed, line: wordLines(lines), same, other: other_lines };
}

const namesOf = (waves: readonly Readonly<{ wave: string }>[]): string[] => waves.map(({ wave }) => wave);

/** What the scan of that time says, and whom it counts; of every wave. */
export type ImportScan = Readonly<{ frame: ImportFrame; memberships: readonly Membership[] }>;

/**
 * Takes in what was published before: a release folder, a release.json or a CSV of figures. It was published, so it is not
 * tested; later releases are tested together with it. Throws a UserError when the file can't be read or is not about the people of the scan.
 */
export async function importPublished(input: {
  readonly source: string;
  readonly folder: string;
  readonly audience: string;
  readonly tool: string;
  readonly givenKey: string | undefined;
  readonly random: (bytes: number) => Uint8Array;
  /** Runs the scan up to who is counted where, with people hashed under the key. */
  readonly collect: (key: Uint8Array) => Promise<ImportScan>;
}): Promise<Appended> {
  const { source, folder, audience, tool, givenKey, random, collect } = input;
  const path = findSource(source);
  const ledger = openLedger(folder);
  const key = findLedgerKey({ folder, entries: ledger.entries.length, given: givenKey, random });
  const { frame, memberships } = await collect(key.bytes);
  const [given, file] = [readFileSync(path, "utf8"), basename(path)];
  const text = path.endsWith(".json")
    ? acceptRelease(given, file, memberships)
    : composeFigures({ text: given, file, frame, memberships, tool });
  const waves = (JSON.parse(text) as Pick<ImportFrame, "waves">).waves;
  const used = memberships.filter(({ wave }) => waves.some((one) => one.wave === wave));
  checkNames(readAll(ledger), { release: { waves }, memberships: used });
  return appendEntry(ledger, { kind: "import", text, audience, tool, memberships: used, key });
}

function findSource(source: string): string {
  const path = existsSync(source) && statSync(source).isDirectory() ? join(source, "release.json") : source;
  if (existsSync(path)) return path;
  throw new UserError(
    `${path}: can't find this file. Give a release folder, a release.json or a CSV of figures.`,
    exitCode.usage,
  );
}
