/** The first half of protect: which units and roll-ups are shown, decided from counts alone, wave by wave, oldest first. */
import type { Block, Participation } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type Aggregated, readBlocks, readParticipation } from "../aggregate.ts";
import { chooseParticipation, chooseShown, type Shown } from "../protect/choose-shown.ts";
import { addRollUpCells, addRollUps, countRollUps, fitRollUps } from "../protect/roll-up/add-roll-ups.ts";
import { planRollUps, type RollUp } from "../protect/roll-up/plan-roll-ups.ts";
import { type Hidden, nameHidden } from "./hide-leavers.ts";
import type { Ingested } from "./ingest.ts";

/** One questionnaire in one wave after protect chose what is shown: counts only. */
export type Chosen = Readonly<{
  aggregated: Aggregated;
  /** The tree on which it was protected, with roll-ups. */
  units: readonly Unit[];
  /** The same without roll-ups that are shown nowhere: what has a row in the release. */
  listed: readonly Unit[];
  participation: Participation;
  answering: ReadonlySet<string>;
  blocks: readonly Readonly<{ block: Block; shown: Shown }>[];
}>;

/** What is known of a questionnaire in a wave before anything is chosen. */
type Counted = Readonly<{
  aggregated: Aggregated;
  units: readonly Unit[];
  participation: Participation;
  blocks: readonly Block[];
}>;

/** `earlier`: roll-ups of earlier releases, fixed at first use. `measure`: the one whose hidden teams the roll-ups are made for. */
export type Choice = Readonly<{ policy: Policy; measure: string; earlier: readonly RollUp[] }>;

/** What is shown in every questionnaire and wave. `rollUps` are those of all waves, shown somewhere. */
export type ChosenWaves = Readonly<{ chosen: readonly Chosen[]; rollUps: readonly RollUp[] }>;

export async function choose(
  { database, trees }: Ingested,
  sums: readonly Aggregated[],
  choice: Choice,
): Promise<ChosenWaves> {
  const fixed = [...choice.earlier];
  const chosen: Chosen[] = [];
  for (const waveIndex of new Set(sums.map((one) => one.waveIndex))) {
    const units = trees[waveIndex] ?? [];
    const counted: Counted[] = [];
    for (const aggregated of sums.filter((one) => one.waveIndex === waveIndex)) {
      const participation = await readParticipation(database, aggregated);
      counted.push({ aggregated, units, participation, blocks: await readBlocks(database, aggregated, units) });
    }
    if (choice.policy.roll_up) fixed.push(...planForWave(counted, fixed, choice));
    const rollUps = choice.policy.roll_up ? fitRollUps(units, fixed) : [];
    chosen.push(...counted.map((one) => chooseUnits(withRollUps(one, rollUps), choice.policy)));
  }
  const shown = new Set<string>(
    chosen.flatMap(({ answering, blocks }) => [...answering, ...blocks.flatMap((one) => [...one.shown.mean])]),
  );
  const rollUps = fixed.filter(({ unit }) => shown.has(unit));
  const never = new Set(fixed.flatMap(({ unit }) => (shown.has(unit) ? [] : [unit])));
  return {
    chosen: chosen.map((one) => ({ ...one, listed: one.units.filter(({ unit }) => !never.has(unit)) })),
    rollUps,
  };
}

const chooseUnits = (counted: Counted, policy: Policy): Chosen => {
  const { units, participation } = counted;
  const answering = chooseParticipation({ units, answered: participation.counts, policy });
  const within = answering.size > 0 ? { within: answering } : {};
  const blocks = counted.blocks.map((block) => ({
    block,
    shown: chooseShown({ units, respondents: countRespondents(block), policy, ...within }),
  }));
  return { ...counted, listed: units, answering, blocks };
};

/** New roll-ups for the units that the measure hides in this wave; of another questionnaire when the wave has not that measure. */
const planForWave = (counted: readonly Counted[], fixed: readonly RollUp[], { policy, measure }: Choice): RollUp[] => {
  const chosen = counted.map((one) => chooseUnits(one, policy));
  const blocks = chosen.flatMap(({ units, blocks: own }) => own.map((one) => ({ ...one, units })));
  const has = ({ block }: { block: Block }) => block.measures.some((one) => one.measure === measure);
  const reference = blocks.find(has) ?? blocks[0];
  if (reference === undefined) return [];
  const { block, shown, units } = reference;
  const taken = new Set(fixed.map(({ parent }) => parent));
  return planRollUps({ units, respondents: countRespondents(block), shown: shown.mean, taken, k: policy.k.mean });
};

const withRollUps = (counted: Counted, rollUps: readonly RollUp[]): Counted => {
  const { units, participation, blocks } = counted;
  return {
    ...counted,
    units: addRollUps(units, rollUps),
    participation: { ...participation, counts: countRollUps(units, rollUps, participation.counts) },
    blocks: blocks.map((block) => addRollUpCells(units, rollUps, block)),
  };
};

/** The same without groups that must stay hidden: showing less never tells more. */
export const hideUnits = (chosen: Chosen, hidden: Hidden): Chosen => ({
  ...chosen,
  blocks: chosen.blocks.map(({ block, shown }) => {
    const means = hidden.get(nameHidden(block.wave, block.instrument, "mean")) ?? new Set();
    const details = hidden.get(nameHidden(block.wave, block.instrument, "detail")) ?? new Set();
    const mean = new Set([...shown.mean].filter((unit) => !means.has(unit)));
    return {
      block,
      shown: { mean, detail: new Set([...shown.detail].filter((unit) => mean.has(unit) && !details.has(unit))) },
    };
  }),
});

/** Respondents per unit, the same for every measure of the block. */
export const countRespondents = ({ cells }: Block) =>
  new Map(cells.map(({ unit, respondents }) => [unit, respondents]));
