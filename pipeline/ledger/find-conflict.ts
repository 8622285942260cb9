/**
 * Compares a release with everything published before. In: earlier releases, the new one, and a test of the k-rule. Out: the
 * conflict with the earliest release, or none; and the error that tells the user, which holds no figure.
 */
import { exitCode, UserError } from "../user-error.ts";
import { findChangedFigures } from "./find-changed.ts";
import { readGroupId } from "./find-groups.ts";
import { shorten } from "./layout.ts";
import type { System } from "./make-system.ts";
import type { NumberedRelease } from "./open-ledger.ts";
import { type StackedBase, stackSystems } from "./stack-systems.ts";

/**
 * A combination of groups about 1 to k - 1 people, or null; what protect's findLeak gives. `respondents` null: the search ran out
 * of its budget, which counts as a leak.
 */
export type FindLeak = (
  system: System,
  k: number,
) => Readonly<{ respondents: number | null; combination: readonly Readonly<{ id: string }>[] }> | null;

/**
 * leak: figures of `earlier` releases and of this one, or of the earlier ones alone (`isOwn` false), tell something about fewer
 * than k respondents, or can't be shown not to (`isProven` false).
 * changed: a figure about the same people has another value in release `earlier`.
 */
export type Conflict =
  | Readonly<{
      kind: "leak";
      waves: readonly string[];
      k: number;
      earlier: readonly number[];
      isOwn: boolean;
      isProven: boolean;
    }>
  | Readonly<{ kind: "changed"; waves: readonly string[]; measure: string; earlier: readonly number[] }>;

/** The conflict whose earliest release comes first, changed figures before leaks; null when there is none. */
export function findConflict(
  input: Parameters<typeof stackSystems>[0] & { readonly findLeak: FindLeak },
): Conflict | null {
  const stacked = stackSystems(input);
  const conflicts: Conflict[] = [
    ...findChangedFigures(stacked, input.earlier, input).map(
      ({ wave, measure, earlier }): Conflict => ({ kind: "changed", waves: [wave], measure, earlier: [earlier] }),
    ),
    ...stacked.filter(({ isNew }) => isNew).flatMap((base) => findLeakOf(base, input.earlier, input.findLeak)),
  ];
  const readFirst = ({ earlier }: Conflict) => earlier[0] ?? Number.POSITIVE_INFINITY;
  return conflicts.reduce<Conflict | null>(
    (first, one) => (first === null || readFirst(one) < readFirst(first) ? one : first),
    null,
  );
}

function findLeakOf(base: StackedBase, earlier: readonly NumberedRelease[], findLeak: FindLeak): Conflict[] {
  const leak = findLeak(base.system, base.k);
  if (leak === null) return [];
  const known = new Set(earlier.map(({ number }) => number));
  const isProven = leak.respondents !== null;
  const groups = (isProven ? leak.combination : base.system.groups).map(({ id }) => readGroupId(id));
  const numbers = [...new Set(groups.map(({ release }) => release))].sort((a, b) => a - b);
  return [
    {
      kind: "leak",
      waves: [...new Set(groups.map(({ wave }) => wave))],
      k: base.respondents,
      earlier: numbers.filter((number) => known.has(number)),
      isOwn: numbers.some((number) => !known.has(number)),
      isProven,
    },
  ];
}

/** A release as an error names it. */
export type ReleaseName = Readonly<{ number: number; release: string; waves: readonly Readonly<{ wave: string }>[] }>;

/** The conflict as an error of exit code 6 that says what to do. Holds no answer, no unit and no count of respondents. */
export function explainConflict(conflict: Conflict, entries: readonly ReleaseName[]): UserError {
  const subject = conflict.waves.length === 1 ? `Wave ${conflict.waves[0]}` : `Waves ${conflict.waves.join(" and ")}`;
  const names = conflict.earlier.map((number) => nameRelease(number, entries)).join(" and ");
  return new UserError(
    `${subject} can't be ${conflict.earlier.length === 0 ? "released" : "released again"}: ` +
      `${sayWhy(conflict, names)}. ${sayWhatToDo(conflict)}`,
    exitCode.ledgerConflict,
  );
}

function nameRelease(number: number, entries: readonly ReleaseName[]): string {
  const entry = entries.find((one) => one.number === number);
  if (entry === undefined) return `release ${number}`;
  return `release ${number} (${shorten(entry.release)}…, of ${entry.waves.map(({ wave }) => wave).join(" and ")})`;
}

function sayWhy(conflict: Conflict, names: string): string {
  if (conflict.kind === "changed")
    return `${names} published ${conflict.measure} of the same people with another value, and a closed wave is frozen`;
  const figure = `a figure about fewer than ${conflict.k} respondents`;
  if (!conflict.isProven)
    return `the search whether ${names || "it"} and it tell ${figure} together was not finished in time`;
  if (conflict.earlier.length === 0) return `if nobody who stayed answered otherwise, it would tell ${figure}`;
  if (!conflict.isOwn) return `what was published before, in ${names}, already tells ${figure}`;
  return `together with ${names}, it would tell ${figure}`;
}

function sayWhatToDo(conflict: Conflict): string {
  if (conflict.earlier.length === 0) return "Scan the waves without each other, or leave stayers at may_change.";
  if (conflict.kind === "leak" && !conflict.isOwn)
    return "That can't be taken back: nothing more of it can be released. Leave it out of scan.yaml.";
  const common =
    "Put answers, rosters, attributes and policy back to what that release was made from, or leave the wave out of scan.yaml; " +
    "the release that is out stays valid.";
  if (conflict.kind === "changed") return common;
  return `Late, corrected and erased answers, moved teams and new groups wait until every difference is nobody or at least ${conflict.k} people. ${common}`;
}
