/** Who is behind the figures, of every questionnaire and wave: confidential, for the auditor and the private part of the ledger. */
import type { Membership } from "../../schemas/membership.ts";
import { readMembership } from "../aggregate/read-membership.ts";
import type { Aggregated } from "../aggregate.ts";
import type { Ingested } from "./ingest.ts";

/** One per questionnaire and wave, in the order of the sums, with the tree as the roster has it. */
export async function readMemberships(
  { database, exports, trees }: Ingested,
  sums: readonly Aggregated[],
  ledgerKey: Uint8Array,
): Promise<Membership[]> {
  const memberships: Membership[] = [];
  for (const aggregated of sums) {
    const own = exports.find(({ table }) => table === aggregated.responses);
    const units = trees[aggregated.waveIndex] ?? [];
    const { attributes = [], identified = false } = own ?? {};
    memberships.push(await readMembership(database, aggregated, { attributes, identified, units, ledgerKey }));
  }
  return memberships;
}
