/**
 * Puts the organisation's own administration beside what was published of the newest wave. Right of the wall.
 * In: a draft with its assessments, its indicators, rows per outcome. Out: what the outcomes are, one link per outcome and indicator, and
 * what outcomes cost.
 */
import type { OutcomeCost, OutcomeLink, Release, ReleaseOutcome } from "../../schemas/release.ts";
import { costOutcome } from "../assess/cost-outcome.ts";
import { linkOutcome } from "../assess/link-outcome.ts";
import type { Plan } from "../read-scan.ts";
import type { GivenOutcome } from "./read-outcomes.ts";

/** Outcomes in the order of scan.yaml, the primary indicator first; no keys without any. */
export function linkOutcomes(
  draft: Pick<Release, "waves" | "units" | "cells" | "policy" | "assessments">,
  { line, indicators }: Pick<Plan, "line" | "indicators">,
  given: readonly GivenOutcome[],
): { outcomes?: ReleaseOutcome[]; links?: OutcomeLink[]; costs?: OutcomeCost[] } {
  const wave = draft.waves.at(-1)?.wave ?? "";
  const measures = [line, ...indicators].map(({ measure }) => measure);
  const cells = new Map(
    measures.map((measure) => [measure, draft.cells.filter((cell) => cell.wave === wave && cell.measure === measure)]),
  );
  const links = given.flatMap(({ described: { outcome }, rows }) =>
    measures.flatMap(
      (measure) =>
        linkOutcome({
          ...{ wave, measure, outcome, rows },
          units: draft.units,
          cells: cells.get(measure) ?? [],
          k: draft.policy.k.mean,
        }) ?? [],
    ),
  );
  const outcomes = given.map(({ described }) => described);
  const own = draft.assessments.filter((one) => one.wave === wave && one.segment === null);
  const levels = new Map(own.map(({ unit, level }) => [unit, level]));
  const costs = given.flatMap(({ described: { outcome, cost }, rows }) => {
    const link = links.find((one) => one.outcome === outcome && one.measure === line.measure);
    return (link && cost && costOutcome({ link, rows, cost, levels })) ?? [];
  });
  return {
    ...(outcomes.length > 0 ? { outcomes } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(costs.length > 0 ? { costs } : {}),
  };
}
