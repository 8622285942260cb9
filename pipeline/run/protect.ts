/** The second half of protect: what crosses the wall, cells and organisation statistics. */
import type { MeasureDefinition } from "../../schemas/cell.ts";
import type { Membership } from "../../schemas/membership.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { DriverModel, OrganisationStatistic, PublishedCell, ReleaseAttribute } from "../../schemas/release.ts";
import { readItemMoments, readScaleQuality, readTeamProducts } from "../aggregate.ts";
import type { Database } from "../database.ts";
import { releaseBlock, releaseParticipation } from "../protect/release-cells.ts";
import { releaseDrivers } from "../protect/release-drivers.ts";
import { releaseStatistics } from "../protect/release-statistics.ts";
import type { Plan } from "../read-scan.ts";
import type { Chosen } from "./choose.ts";
import { findEarlierGroups } from "./find-earlier.ts";
import type { Hidden } from "./hide-leavers.ts";
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
    hidden: Hidden;
  }>,
): Promise<PublishedCell[]> {
  const findEarlier = findEarlierGroups(input.records.earlier, input.memberships);
  const cells: PublishedCell[] = [];
  for (const one of chosen) {
    cells.push(...protectUnits(one, input.policy));
    const own = exports.find(({ table }) => table === one.aggregated.responses) as PlacedExport;
    const segmented = await choosePeople(database, one, own, { ...input, findEarlier });
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

/**
 * What goes with the measure of the line, wave by wave: the scales of job demands and resources in the same questionnaire, over the leaf units
 * where all of them are shown. A scale made of scales is left out, since its parts are there.
 */
export async function protectDrivers(plan: Plan, database: Database, chosen: readonly Chosen[], policy: Policy) {
  const models: DriverModel[] = [];
  for (const one of chosen) {
    const outcome = findMeasure(one, plan.line.measure);
    const drivers = listDrivers(plan, one).filter(({ measure }) => measure !== plan.line.measure);
    if (outcome === undefined || drivers.length === 0) continue;
    const involved = [outcome, ...drivers].map(({ instrument }) => instrument);
    const leaves = findSharedLeaves(one, involved);
    const measures = [...drivers, outcome].map(({ measure }) => measure);
    const teams = await readTeamProducts(database, one.aggregated, measures, leaves);
    const base = countBase(one, outcome, leaves);
    models.push(...releaseDrivers({ wave: one.aggregated.wave, outcome, drivers, teams, base, policy }));
  }
  return models;
}

const findMeasure = ({ blocks }: Chosen, measure: string): MeasureDefinition | undefined =>
  blocks.flatMap(({ block }) => block.measures).find((one) => one.measure === measure);

function listDrivers({ instruments }: Plan, { blocks }: Chosen): MeasureDefinition[] {
  const isWork = ({ instrument: id, scale: name }: MeasureDefinition): boolean => {
    const area = instruments.get(id)?.scales.find(({ scale }) => scale === name)?.area;
    return area === "demands" || area === "resources";
  };
  return blocks.flatMap(({ block }) => block.measures).filter((one) => one.made_of === undefined && isWork(one));
}

function findSharedLeaves({ units, blocks }: Chosen, instruments: readonly string[]): ReadonlySet<string> {
  const shown = blocks.filter(({ block }) => instruments.includes(block.instrument)).map((one) => one.shown.mean);
  const leaves = units.filter(({ leaf, members }) => leaf && members === undefined).map(({ unit }) => unit);
  return new Set(leaves.filter((unit) => shown.every((one) => one.has(unit))));
}

/** Respondents and teams of the outcome as published. */
function countBase({ blocks }: Chosen, { measure }: MeasureDefinition, leaves: ReadonlySet<string>) {
  const cells = blocks
    .flatMap(({ block }) => block.cells)
    .filter((cell) => cell.measure === measure && leaves.has(cell.unit));
  return { respondents: cells.reduce((sum, { respondents }) => sum + respondents, 0), teams: cells.length };
}
