/**
 * Who is behind the figures of one questionnaire in one wave: the people as keyed hashes, never an answer. Left of the wall;
 * kept in the private part of the ledger, never in a release.
 */
import { z } from "zod";
import { Code, WaveName } from "./text.ts";

/**
 * The first line of a membership file. `units`: the tree on which the wave was protected, parents before children, with the
 * members invited directly, null when unknown. `identified`: people are told apart by an id or key; false: by their answers,
 * so that a corrected answer looks like another person.
 */
export const MembershipHeader = z.strictObject({
  format: z.literal("vitascan-membership/1"),
  wave: WaveName,
  questionnaire: Code,
  /** Each instrument is a base of its own: the people who have all its scales. */
  instruments: z.array(Code),
  attributes: z.array(Code),
  identified: z.boolean(),
  units: z.array(
    z.strictObject({ unit: z.string(), parent: z.string().nullable(), invited: z.int().min(0).nullable() }),
  ),
});
export type MembershipHeader = z.infer<typeof MembershipHeader>;

/**
 * One row per set of respondents of one unit that have the same attributes and the same instruments; every further line of the
 * file. `values` follow `attributes` of the header, null where not known; `answered` follows `instruments`. `people` is sorted:
 * one entry per respondent, `<person>.<record>`, both keyed hashes; without ids the person is blank and people with the same
 * answers occur as often as they are.
 */
export const MembershipRow = z.strictObject({
  unit: z.string(),
  values: z.array(Code.nullable()),
  answered: z.array(z.boolean()),
  people: z.array(z.string()),
});
export type MembershipRow = z.infer<typeof MembershipRow>;

export type Membership = MembershipHeader & Readonly<{ rows: readonly MembershipRow[] }>;
