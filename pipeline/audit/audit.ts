/**
 * The independent auditor: attacks what was published and writes the certificate.
 *
 * In: the data files of a release, who is behind its figures (never an answer), and all earlier releases; out: the
 * certificate. It shares no code with protect and works by another method: null space and linear programs.
 *
 * Proves: no combination of published figures, of all releases, is about 1 to k - 1 people; given the sums and the ends
 * of the scale, the open share of it stays open for everyone. Does not prove: what is likely, what outsiders know besides, what
 * statistics of the whole organisation tell beyond a variance near 0, free text.
 */
import { createHash } from "node:crypto";
import type { Certificate, Leak } from "../../schemas/certificate.ts";
import type { Membership } from "../../schemas/membership.ts";
import type { Release } from "../../schemas/release.ts";
import { attackBase } from "./attack-base.ts";
import { attackSeries } from "./attack-series.ts";
import { attackVariance } from "./attack-variance.ts";
import { describeSingleLeak } from "./describe-leak.ts";
import { type AuditedRelease, findBases } from "./find-bases.ts";
import { loadSolver } from "./intervals/solve-linear.ts";
import { type DataFile, takeInventory } from "./inventory/take-inventory.ts";
import { testItself } from "./test-itself.ts";

export type AuditInput = Readonly<{
  release: Release;
  /** sha256 of release.json. */
  releaseId: string;
  /** release.json and tables/*.csv, as they are in the folder. */
  files: readonly DataFile[];
  memberships: readonly Membership[];
  /** Everything published before, by number in the ledger, for any audience. */
  earlier: readonly AuditedRelease[];
  /** Name and version of the program. */
  tool: string;
}>;

/**
 * The certificate; the same input gives the same certificate. leak: something was found. unproven: nothing was found, but
 * an attack was not carried out in full, a membership is missing, or the auditor did not find what it planted itself.
 */
export const audit = async (input: AuditInput): Promise<Certificate> => {
  const { release, releaseId, tool } = input;
  const number = 1 + input.earlier.reduce((last, earlier) => Math.max(last, earlier.number), 0);
  const releases = [
    { number, release, memberships: input.memberships },
    ...[...input.earlier].sort((a, b) => b.number - a.number),
  ];
  const context = { release, number, solver: await loadSolver() };
  const bases = findBases(releases);
  const results = bases.map((base) => ({ base, ...attackBase(base, context) }));
  const series = release.policy.stayers === "unchanged" ? attackSeries(bases, context) : [];
  const inventory = takeInventory(input, hashRelease);
  const clean = results.filter(({ leaks, input: made }) => leaks.length === 0 && made.sources.length > 0);
  const selfTest = testItself(
    clean.map(({ base, input: made, row }) => ({ base, input: made, atoms: row.atoms })),
    release,
  );
  const leaks = [
    ...inventory.leaks,
    ...results.flatMap((result) => result.leaks),
    ...series.flatMap((result) => result.leaks),
    ...attackVariance(release).map((row) => describeVariance(release, row)),
  ];
  const unproven = [...results, ...series].flatMap((result) => result.unproven);
  const isProven = unproven.length === 0 && selfTest.found === selfTest.planted;
  return {
    format: "vitascan-certificate/1",
    tool,
    release: releaseId,
    policy_hash: release.policy.hash,
    verdict: leaks.length > 0 ? "leak" : isProven ? "clean" : "unproven",
    releases: releases.length,
    bases: results.map(({ base, row }) => {
      const own = series.filter((one) => one.base === base);
      return { ...row, sets_tested: own.reduce((sum, { tested }) => sum + tested, row.sets_tested) };
    }),
    inventory: { files: inventory.files, numbers: inventory.numbers },
    self_test: selfTest,
    leaks,
    ...(unproven.length === 0 ? {} : { unproven }),
  };
};

const hashRelease = (content: string): string => createHash("sha256").update(content).digest("hex");

const describeVariance = (release: Release, { wave, measure }: Release["statistics"][number]): Leak =>
  describeSingleLeak(release, {
    attack: "interval",
    wave,
    measure,
    explanation: `the variance within teams of ${measure} is so small that everyone must be near the team's mean`,
  });
