/**
 * Refuses a policy that protects a wave less than the release it is already in. In: earlier releases and the new one. Out:
 * nothing, or an error that names the release and every measure that was lowered.
 */
import type { Policy } from "../../schemas/policy.ts";
import { exitCode, UserError } from "../user-error.ts";
import { shorten } from "./layout.ts";
import type { Published } from "./open-ledger.ts";

/** `id` is the sha256 of release.json. */
export type EarlierPolicy = Readonly<{ number: number; id: string; release: Pick<Published, "waves" | "policy"> }>;

/** A limit in force; a stricter one compares higher. */
type Limit = Readonly<{
  name: string;
  read: (policy: Policy) => string | number;
  strictness: (policy: Policy) => number;
}>;

const limit = (name: string, read: (policy: Policy) => number, sign: 1 | -1 = 1): Limit => ({
  name,
  read,
  strictness: (policy) => sign * read(policy),
});

const limits: readonly Limit[] = [
  limit("k.mean", ({ k }) => k.mean),
  limit("k.detail", ({ k }) => k.detail),
  limit("k.crossed", ({ k }) => k.crossed),
  limit("insiders", ({ insiders }) => insiders),
  limit("open_share", ({ open_share }) => open_share),
  limit("enps_band.low", ({ enps_band }) => enps_band.low),
  limit("enps_band.high", ({ enps_band }) => enps_band.high, -1),
  limit("enps_band.below", ({ enps_band }) => enps_band.below),
  limit("statistics.teams", ({ statistics }) => statistics.teams),
  limit("statistics.degrees_of_freedom", ({ statistics }) => statistics.degrees_of_freedom),
  {
    name: "stayers",
    read: ({ stayers }) => stayers,
    strictness: ({ stayers }) => (stayers === "unchanged" ? 1 : 0),
  },
];

/**
 * Throws a UserError of exit code 7 when any limit is weaker than one under which a wave of `current` was published; roll_up may
 * change. The first release that asks the most is named for each limit.
 */
export function checkPolicy(earlier: readonly EarlierPolicy[], current: Pick<Published, "waves" | "policy">): void {
  const now = current.waves.map(({ wave }) => wave);
  const faults = limits.flatMap((one) => {
    const strictest = findStrictest(one, earlier, now);
    if (strictest === undefined || one.strictness(current.policy) >= one.strictness(strictest.release.policy))
      return [];
    return [word(one, strictest, current, now)];
  });
  if (faults.length > 0) throw new UserError(faults.join("\n"), exitCode.policyWeakened);
}

function findStrictest(
  { strictness }: Limit,
  earlier: readonly EarlierPolicy[],
  waves: readonly string[],
): EarlierPolicy | undefined {
  const shared = earlier.filter(({ release }) => release.waves.some(({ wave }) => waves.includes(wave)));
  const most = Math.max(...shared.map(({ release }) => strictness(release.policy)));
  return shared.find(({ release }) => strictness(release.policy) === most);
}

function word(
  { name, read }: Limit,
  { number, id, release }: EarlierPolicy,
  current: Pick<Published, "policy">,
  waves: readonly string[],
): string {
  const wave = release.waves.find((one) => waves.includes(one.wave))?.wave;
  return (
    `policy.${name} must not get weaker for wave ${wave}: release ${number} (${shorten(id)}…) published it under ` +
    `${read(release.policy)}, found ${read(current.policy)}. Set it to ${read(release.policy)} or stricter; ` +
    "for later waves alone, scan them without this one."
  );
}
