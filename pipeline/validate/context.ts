/** Where an export belongs and what the analyst decided about responses in doubt. */
import type { Unit } from "../../schemas/roster.ts";
import type { Acceptance, ResponseRules } from "../../schemas/scan.ts";
import { quoteText } from "../database.ts";

/** `waveIndex` chooses the wave's tree in the table `units`; `tree` is the same tree, for its codes. */
export type Context = Readonly<{
  wave: string;
  waveIndex: number;
  questionnaire: string;
  tree: readonly Unit[];
  accept: Acceptance;
  responses: ResponseRules;
  /** From how many responses a text may be shown in a message. */
  k: number;
}>;

/** The condition on a response to be judged and counted, as far as the tool's own marks go. */
export function writeCounted({ responses }: Pick<Context, "responses">): string {
  const left = [
    ...(responses.test === "exclude" ? ["test_response"] : []),
    ...(responses.partial === "exclude" ? ["partial_response"] : []),
    ...(responses.test === "exclude" || responses.partial === "exclude" ? ["unfinished_test"] : []),
  ];
  return left.length === 0 ? "true" : `coalesce(doubt not in (${left.map(quoteText).join(", ")}), true)`;
}

/** The codes of the wave's units, as a table called roster. */
export const writeRoster = ({ waveIndex }: Pick<Context, "waveIndex">): string =>
  `(select unit from units where wave = ${waveIndex}) as roster`;
