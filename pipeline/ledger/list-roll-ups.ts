/** Which roll-ups were published before. In: earlier releases, oldest first. Out: one row per roll-up, as it was at first use. */
import type { Published } from "./open-ledger.ts";

export type EarlierRollUp = Readonly<{ unit: string; parent: string; members: readonly string[] }>;

/** Its members are fixed at first use: a roll-up of other units would be another group under the same name. */
export function listRollUps(releases: readonly Pick<Published, "units">[]): EarlierRollUp[] {
  const first = new Map<string, EarlierRollUp>();
  for (const { units } of releases)
    for (const { unit, parent, members } of units)
      if (members !== undefined && parent !== null && !first.has(unit)) first.set(unit, { unit, parent, members });
  return [...first.values()];
}
