/**
 * Lists what a release and all earlier ones publish about the same people.
 *
 * In: releases with their memberships; out: one row per wave, questionnaire and instrument (null for participation) of which the
 * audited release shows anything, with the different memberships behind it and the cells of every release.
 */
import { createHash } from "node:crypto";
import type { Membership } from "../../schemas/membership.ts";
import type { Release, ReleasedCell } from "../../schemas/release.ts";
import type { Source } from "./build-system.ts";

/** A release as the ledger knows it. */
export type AuditedRelease = Readonly<{ number: number; release: Release; memberships: readonly Membership[] }>;

export type Base = Readonly<{
  wave: string;
  questionnaire: string;
  instrument: string | null;
  /** Each once, however many releases share it; the audited release's first. */
  memberships: readonly Membership[];
  /** Newest release first; all have a membership. */
  sources: readonly Source[];
  /** Releases that publish something of this base without a membership of it. */
  unknown: readonly number[];
}>;

/** Bases in the order of the release's cells. `releases`: the audited one first, then newest first. */
export const findBases = (releases: readonly AuditedRelease[]): Base[] => {
  const published = releases.map(({ release }) => groupCells(release));
  const digests = new Map<Membership, string>();
  return [...(published[0]?.keys() ?? [])].map((key) => {
    const [wave, questionnaire, instrument] = JSON.parse(key) as [string, string, string | null];
    const memberships: Membership[] = [];
    const sources: Source[] = [];
    const unknown: number[] = [];
    for (const [index, { number, release, memberships: own }] of releases.entries()) {
      const shown = published[index] as CellsByBase;
      const cells = instrument === null ? gatherCounts(shown, key) : shown.get(key);
      if (cells === undefined) continue;
      const behind = own.find((one) => one.wave === wave && one.questionnaire === questionnaire);
      if (behind === undefined) unknown.push(number);
      else
        sources.push({
          release: number,
          membership: findSame(memberships, behind, digests),
          units: release.units,
          cells,
        });
    }
    return { wave, questionnaire, instrument, memberships, sources, unknown };
  });
};

/** Released cells by key of their base. */
type CellsByBase = ReadonlyMap<string, readonly ReleasedCell[]>;

/**
 * What tells who took part: participation, and next to it the number of respondents of every unit of every instrument.
 * undefined where no participation is shown.
 */
const gatherCounts = (published: CellsByBase, key: string): readonly ReleasedCell[] | undefined => {
  const own = published.get(key);
  if (own === undefined) return undefined;
  const [wave, questionnaire] = JSON.parse(key) as [string, string];
  const others = [...published].filter(([other]) => {
    const [otherWave, otherQuestionnaire, instrument] = JSON.parse(other) as [string, string, string | null];
    return otherWave === wave && otherQuestionnaire === questionnaire && instrument !== null;
  });
  return [...own, ...others.flatMap(([, cells]) => cells.filter(({ segment }) => segment === null))];
};

const groupCells = ({ cells, measures }: Release): Map<string, ReleasedCell[]> => {
  const measureOf = new Map(measures.map((measure) => [measure.measure, measure]));
  const keys = new Map<string, string>();
  const groups = new Map<string, ReleasedCell[]>();
  for (const cell of cells) {
    const measure = measureOf.get(cell.measure);
    if (cell.status === "withheld" || measure === undefined) continue;
    const short = `${cell.wave} ${cell.measure}`;
    const key = keys.get(short) ?? JSON.stringify([cell.wave, measure.questionnaire, measure.instrument]);
    keys.set(short, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return groups;
};

/** The position of an equal membership, added when there is none. */
const findSame = (memberships: Membership[], one: Membership, digests: Map<Membership, string>): number => {
  const same = memberships.findIndex(
    (other) => other === one || readDigest(other, digests) === readDigest(one, digests),
  );
  return same === -1 ? memberships.push(one) - 1 : same;
};

const readDigest = (membership: Membership, digests: Map<Membership, string>): string => {
  const known = digests.get(membership);
  if (known !== undefined) return known;
  const { rows, ...header } = membership;
  const hash = createHash("sha256").update(JSON.stringify(header));
  for (const row of rows) hash.update(JSON.stringify(row));
  const digest = hash.digest("hex");
  digests.set(membership, digest);
  return digest;
};
