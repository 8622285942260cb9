/** The second half of protect: what crosses the wall, cells and organisation statistics. */
import type { Membership } from "../../schemas/membership.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { OrganisationStatistic, PublishedCell, ReleaseAttribute } from "../../schemas/release.ts";
import { readItemMoments, readScaleQuality } from "../aggregate.ts";
import type { Database } from "../database.ts";
import { releaseBlock, releaseParticipation } from "../protect/release-cells.ts";
import { releaseStatistics } from "../protect/release-statistics.ts";
import type { Plan } from "../read-scan.ts";
import type { Chosen } from "./choose.ts";
import { findEarlierGroups } from "./find-earlier.ts";
import type { Ingested, PlacedExport } from "./ingest.ts";
import type { Records } from "./records.ts";
import { choosePeople, protectSegments } from "./segments.ts";

/** One cell per unit and measure, released or withheld, then those of segments; questionnaire by questionnaire. */
export async function protectCells(
  { database, exports }: Ingested,
  chosen: readonly Chosen[],
  input: Readonly<{
    policy: Policy;
    attributes: readonly ReleaseAttribute[];
    memberships: readonly Membership[];
    records: Records;
  }>,
): Promise<PublishedCell[]> {
  const findEarlier = findEarlierGroups(input.records.earlier, input.memberships);
  const cells: PublishedCell[] = [];
  for (const one of chosen) {
    cells.push(...protectUnits(one, input.policy));
    const own = exports.find(({ table }) => table === one.aggregated.responses) as PlacedExport;
    const segmented = await choosePeople(database, one, own, input.policy, findEarlier);
    cells.push(...(await protectSegments(one, segmented, input.attributes, input.policy)));
  }
  return cells;
}

function protectUnits(chosen: Chosen, policy: Policy): PublishedCell[] {
  const { units, listed, participation, answering, blocks } = chosen;
  const invitedKnown = units[0]?.invited_total !== null;
  return [
    ...blocks.flatMap(({ block, shown }) => releaseBlock({ units, listed, block, shown, policy, answering })),
    ...(invitedKnown ? releaseParticipation({ units: listed, participation, shown: answering }) : []),
  ];
}

/** Organisation statistics over exactly the released leaf units. */
export async function protectStatistics(plan: Plan, database: Database, chosen: readonly Chosen[], policy: Policy) {
  const statistics: OrganisationStatistic[] = [];
  for (const { aggregated, units, blocks } of chosen)
    for (const { block, shown } of blocks) {
      const leaves = new Set(units.filter(({ unit, leaf }) => leaf && shown.mean.has(unit)).map(({ unit }) => unit));
      const itemMoments = await readItemMoments(database, aggregated, block.instrument, leaves);
      const quality = await readScaleQuality(database, aggregated, block.instrument, leaves);
      const given = plan.scan.reliability;
      statistics.push(...releaseStatistics({ block, units, shown, itemMoments, quality, policy, given }));
    }
  return statistics;
}
