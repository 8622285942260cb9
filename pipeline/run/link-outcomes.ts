/**
 * Puts the organisation's own administration beside what was published of the newest wave. Right of the wall.
 * In: a draft, its indicators, rows per outcome. Out: what the outcomes are, and one link per outcome and indicator.
 */
import type { OutcomeLink, ReleaseOutcome } from "../../schemas/release.ts";
import { linkOutcome } from "../assess/link-outcome.ts";
import type { Draft } from "../publish/compose-release.ts";
import type { Plan } from "../read-scan.ts";
import type { GivenOutcome } from "./read-outcomes.ts";

/** Outcomes in the order of scan.yaml, the primary indicator first; no keys without any. */
export function linkOutcomes(
  draft: Pick<Draft, "waves" | "units" | "cells" | "policy">,
  { line, indicators }: Pick<Plan, "line" | "indicators">,
  given: readonly GivenOutcome[],
): { outcomes?: ReleaseOutcome[]; links?: OutcomeLink[] } {
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
  return { ...(outcomes.length > 0 ? { outcomes } : {}), ...(links.length > 0 ? { links } : {}) };
}
