/** Stages score and aggregate, and the first half of protect: sums per unit, and which units are shown. Confidential. */
import type { Block, Participation } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type Aggregated, aggregate, readBlocks, readParticipation } from "../aggregate.ts";
import { chooseParticipation, chooseShown, type Shown } from "../protect/choose-shown.ts";
import type { Plan } from "../read-scan.ts";
import { prepareScoring } from "../score.ts";
import type { Ingested } from "./ingest.ts";

/** One questionnaire in one wave after protect chose what is shown: counts only. */
export type Chosen = Readonly<{
  aggregated: Aggregated;
  units: readonly Unit[];
  participation: Participation;
  answering: ReadonlySet<string>;
  blocks: readonly Readonly<{ block: Block; shown: Shown }>[];
}>;

/** Stages score and aggregate: the sums of every questionnaire and wave, still in the database. */
export async function addUp(plan: Plan, { database, exports }: Ingested): Promise<Aggregated[]> {
  const sums: Aggregated[] = [];
  for (const { table, wave, questionnaire, waveIndex } of exports) {
    const ids = plan.scan.questionnaires[questionnaire]?.instruments ?? [];
    const instruments = prepareScoring(ids.flatMap((id) => plan.instruments.get(id) ?? []));
    sums.push(await aggregate(database, { wave, waveIndex, questionnaire, instruments, responses: table }));
  }
  return sums;
}

/** The first half of protect: which units are shown, decided from counts alone. */
export async function choose(
  { database, trees }: Ingested,
  sums: readonly Aggregated[],
  policy: Policy,
): Promise<Chosen[]> {
  const chosen: Chosen[] = [];
  for (const aggregated of sums) {
    const units = trees[aggregated.waveIndex] ?? [];
    const participation = await readParticipation(database, aggregated);
    const answering = chooseParticipation({ units, answered: participation.counts, policy });
    const blocks = (await readBlocks(database, aggregated, units)).map((block) => ({
      block,
      shown: chooseShown({ units, respondents: countRespondents(block), policy, ...limitTo(answering) }),
    }));
    chosen.push({ aggregated, units, participation, answering, blocks });
  }
  return chosen;
}

const limitTo = (answering: ReadonlySet<string>) => (answering.size > 0 ? { within: answering } : {});

/** Respondents per unit, the same for every measure of the block. */
export const countRespondents = ({ cells }: Block) =>
  new Map(cells.map(({ unit, respondents }) => [unit, respondents]));
