/** What the release says about its measures and its input. */
import { listValues } from "../../schemas/attribute.ts";
import type { Measure, ReleaseAttribute } from "../../schemas/release.ts";
import type { Aggregated } from "../aggregate.ts";
import { describeMeasure, describeParticipation, type Remark } from "../publish/compose-release.ts";
import type { Plan } from "../read-scan.ts";
import { type Chosen, countRespondents } from "./choose.ts";

/** Every measure of the waves, once; participation where it is shown. */
export function listMeasures(plan: Plan, chosen: readonly Chosen[]): Measure[] {
  const measures = chosen.flatMap(({ aggregated, answering }) => [
    ...describeMeasures(plan, aggregated),
    ...(answering.size > 0 ? [nameParticipation(plan, aggregated.questionnaire)] : []),
  ]);
  return [...new Map(measures.map((measure) => [measure.measure, measure])).values()];
}

/** Every measure that these sums could be published about, once. */
export function listAllMeasures(plan: Plan, sums: readonly Aggregated[]): Measure[] {
  const measures = sums.flatMap((aggregated) => [
    ...describeMeasures(plan, aggregated),
    nameParticipation(plan, aggregated.questionnaire),
  ]);
  return [...new Map(measures.map((measure) => [measure.measure, measure])).values()];
}

const nameParticipation = ({ scan }: Plan, questionnaire: string): Measure =>
  describeParticipation(questionnaire, scan.questionnaires[questionnaire]?.title);

const describeMeasures = ({ instruments }: Plan, { questionnaire, instruments: scored }: Aggregated): Measure[] =>
  scored
    .flatMap(({ scales }) => scales)
    .map(({ definition }) => {
      const scales = instruments.get(definition.instrument)?.scales ?? [];
      const area = scales.find(({ scale }) => scale === definition.scale)?.area ?? null;
      return describeMeasure(questionnaire, definition, area);
    });

/** Every attribute of the scan with its values, in the order of scan.yaml. */
export const listAttributes = ({ scan }: Pick<Plan, "scan">): ReleaseAttribute[] =>
  Object.entries(scan.attributes).map(([attribute, definition]) => ({
    attribute,
    title: definition.title,
    self_declared: definition.self_declared,
    values: listValues(definition),
  }));

/** What only the sums can tell about the quality of the data; people are counted from `k` up. */
export function listRemarks(chosen: Chosen, k: number): Remark[] {
  const { aggregated, units, participation, answering, blocks } = chosen;
  const { wave, questionnaire } = aggregated;
  const root = units[0]?.unit ?? "";
  const answered = participation.counts.get(root) ?? 0;
  const crowded = units.filter(
    ({ unit, invited_total }) =>
      answering.has(unit) && invited_total !== null && (participation.counts.get(unit) ?? 0) > invited_total,
  );
  return [
    ...blocks
      .filter(({ shown }) => shown.mean.has(root))
      .map(({ block }) => ({
        wave,
        questionnaire,
        rule: "incomplete_block" as const,
        instrument: block.instrument,
        count: answered - (countRespondents(block).get(root) ?? 0),
      }))
      .filter(({ count }) => count >= k),
    ...(crowded.length > 0
      ? [{ wave, questionnaire, rule: "more_answers_than_invited" as const, count: crowded.length }]
      : []),
  ];
}
