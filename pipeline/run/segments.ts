/** Protects the segments of every block: which are shown, by counts, and what is published of them. Confidential in, published out. */
import type { Atom } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { PublishedCell, ReleaseAttribute } from "../../schemas/release.ts";
import { readAtoms } from "../aggregate/read-atoms.ts";
import type { Database } from "../database.ts";
import type { Group } from "../protect/k-rule/system.ts";
import { type ChosenSegments, chooseSegments } from "../protect/segments/choose-segments.ts";
import { loadSolver } from "../protect/segments/linear-program.ts";
import { releaseSegments } from "../protect/segments/release-segments.ts";
import type { Chosen } from "./choose.ts";
import { type Hidden, nameHidden } from "./hide-leavers.ts";
import type { PlacedExport } from "./ingest.ts";

/** One block with its atoms and the segments shown. */
export type SegmentedBlock = ChosenSegments &
  Readonly<{
    block: Chosen["blocks"][number]["block"];
    shown: ReadonlySet<string>;
    atoms: readonly Atom[];
    attributes: readonly string[];
  }>;

/** Groups of the same people that earlier releases published, as positions of these atoms. */
export type FindEarlier = (block: SegmentedBlock["block"], atoms: readonly Atom[]) => readonly Group[];

/** None where the export maps no attribute. */
export async function choosePeople(
  database: Database,
  { aggregated, units, blocks }: Chosen,
  { attributes }: PlacedExport,
  { policy, findEarlier, hidden }: Readonly<{ policy: Policy; findEarlier: FindEarlier; hidden: Hidden }>,
): Promise<SegmentedBlock[]> {
  if (attributes.length === 0) return [];
  const read = await readAtoms(database, aggregated, attributes);
  const segmented: SegmentedBlock[] = [];
  for (const { block, shown } of blocks) {
    const atoms = read.blocks.find(({ instrument }) => instrument === block.instrument)?.atoms ?? [];
    const input = { units, atoms, attributes: read.attributes, shown: shown.mean, policy };
    const chosen = await chooseSegments({ ...input, earlier: findEarlier(block, atoms) });
    const never = hidden.get(nameHidden(block.wave, block.instrument, "mean")) ?? new Set();
    const segments = chosen.segments.filter(({ id }) => !never.has(id));
    segmented.push({ ...chosen, segments, block, shown: shown.mean, atoms, attributes: read.attributes });
  }
  return segmented;
}

/** One cell per unit, value and measure, of units and attributes of which a segment is shown. */
export async function protectSegments(
  { units }: Chosen,
  segmented: readonly SegmentedBlock[],
  attributes: readonly ReleaseAttribute[],
  policy: Policy,
): Promise<PublishedCell[]> {
  if (segmented.every(({ segments }) => segments.length === 0)) return [];
  const solve = await loadSolver();
  return segmented.flatMap((one) => {
    const own = attributes.filter(({ attribute }) => one.attributes.includes(attribute));
    return releaseSegments({ ...one, units, attributes: own, policy }, solve);
  });
}
