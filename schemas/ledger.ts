/**
 * ledger.jsonl: one line per release of an organisation and per line that was fixed for waves, each with the hash of the line before
 * it. Public: holds no figure but that of the line, and nothing of a respondent. Beside it `releases/<release>.json` has what was published and `private/<membership>.jsonl` the
 * people behind it.
 */
import { z } from "zod";
import { FixedLine } from "./line.ts";
import { IsoDate, WaveName } from "./text.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const place = {
  format: z.literal("vitascan-ledger/1"),
  /** From 1; releases and lines are counted together. */
  number: z.int().min(1),
  /** `hash` of the line before; null for the first. */
  previous: sha256.nullable(),
};

/** A release. */
export const LedgerEntry = z.strictObject({
  ...place,
  /** release: made by run. import: published before there was a ledger, or by another tool. */
  kind: z.enum(["release", "import"]),
  /** sha256 of release.json: the id of a release. */
  release: sha256,
  /** For whom it was made; all audiences are tested together. */
  audience: z.string(),
  tool: z.string(),
  policy_hash: sha256,
  waves: z.array(z.strictObject({ wave: WaveName, closed_date: IsoDate })),
  /** `membership` is the sha256 of the file's bytes and its name; the hashes in it are keyed. */
  memberships: z.array(z.strictObject({ wave: WaveName, questionnaire: z.string(), membership: sha256 })),
  /** sha256 of this line's JSON without `hash`. */
  hash: sha256,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** The line of waves that had none; a wave gets one once. */
export const LineEntry = z.strictObject({
  ...place,
  kind: z.literal("line"),
  /** The day it was fixed, by the computer that wrote it; null when the release in the next entry fixed it. */
  fixed_date: IsoDate.nullable(),
  tool: z.string(),
  /** With the days that the questionnaire is open, as the scan had them when the line was fixed. */
  waves: z.array(z.strictObject({ wave: WaveName, opened_date: IsoDate, closed_date: IsoDate })).min(1),
  /** That of the primary indicator first. */
  lines: z.array(FixedLine).min(1),
  hash: sha256,
});
export type LineEntry = z.infer<typeof LineEntry>;
export type OpenWave = LineEntry["waves"][number];

export const ChainEntry = z.discriminatedUnion("kind", [LedgerEntry, LineEntry]);
export type ChainEntry = z.infer<typeof ChainEntry>;

/** What is told of an entry when the ledger is listed. */
export type LedgerRow =
  | Readonly<{
      number: number;
      kind: "release" | "import";
      /** sha256 of release.json. */
      release: string;
      waves: readonly string[];
      audience: string;
      preset: string;
    }>
  | Readonly<{
      number: number;
      kind: "line";
      /** ISO 8601; null when the release in the next row fixed it. */
      fixed_date: string | null;
      waves: readonly string[];
      /** By the names of its settings in scan.yaml. */
      line: string;
    }>;
