/** Stages score and aggregate: sums per unit of every questionnaire in every wave. Confidential. */
import { type Aggregated, aggregate } from "../aggregate.ts";
import type { Plan } from "../read-scan.ts";
import { prepareScoring } from "../score.ts";
import type { Ingested } from "./ingest.ts";

/** The sums stay in the database. */
export async function addUp(plan: Plan, { database, exports }: Ingested): Promise<Aggregated[]> {
  const sums: Aggregated[] = [];
  for (const { table, wave, questionnaire, waveIndex } of exports) {
    const ids = plan.scan.questionnaires[questionnaire]?.instruments ?? [];
    const instruments = prepareScoring(ids.flatMap((id) => plan.instruments.get(id) ?? []));
    sums.push(await aggregate(database, { wave, waveIndex, questionnaire, instruments, responses: table }));
  }
  return sums;
}
