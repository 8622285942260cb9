/**
 * ledger.jsonl: one line per release of an organisation, each with the hash of the line before it. Public: holds no figure and
 * nothing of a respondent. Beside it `releases/<release>.json` has what was published and `private/<membership>.jsonl` the
 * people behind it.
 */
import { z } from "zod";
import { IsoDate, WaveName } from "./text.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const LedgerEntry = z.strictObject({
  format: z.literal("vitascan-ledger/1"),
  /** From 1. */
  number: z.int().min(1),
  /** `hash` of the line before; null for the first. */
  previous: sha256.nullable(),
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
