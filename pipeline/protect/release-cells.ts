/**
 * Turns confidential cells into published ones: the only place where a figure about a unit passes the wall.
 *
 * In: a block or a participation count, and the units to show; out: one row per unit and measure, units in tree order,
 * measures in the block's order. What is not shown carries its key and nothing else.
 */
import type { Block, Cell, MeasureDefinition, Participation } from "../../schemas/cell.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { PublishedCell } from "../../schemas/release.ts";
import type { Unit } from "../../schemas/roster.ts";
import { type BoundedSums, boundAnswers, indexCells } from "./bound-answers.ts";
import { boundParts, type Parts } from "./bound-parts.ts";
import type { Shown } from "./choose-shown.ts";
import { roundFraction } from "./divide-exactly.ts";

/** Means and shares are published to this many decimals. */
const decimals = 6;

type Figures = Readonly<{
  definition: MeasureDefinition;
  cells: ReadonlyMap<string, Cell>;
  bounded: BoundedSums;
  parts: ReadonlyMap<string, Parts>;
}>;

/**
 * One cell per unit and measure of the block. Means and eNPS are in points, to 6 decimals, bounded as in
 * bound-answers.ts; promoters, passives and detractors as in bound-parts.ts, for units that show detail.
 */
export const releaseBlock = (input: {
  readonly units: readonly Unit[];
  /** The units that have a row; all when left out. */
  readonly listed?: readonly Unit[];
  readonly block: Block;
  readonly shown: Shown;
  readonly policy: Policy;
  /** Units whose participation is shown: only there may the number of invited be told. */
  readonly answering: ReadonlySet<string>;
}): PublishedCell[] => {
  const figures = prepareFigures(input);
  const { units, listed = units, block, shown, answering } = input;
  return listed.flatMap((unit) =>
    figures.map((figure): PublishedCell => {
      const key = { wave: block.wave, unit: unit.unit, segment: null, measure: figure.definition.measure };
      if (!shown.mean.has(unit.unit)) return { ...key, status: "withheld" };
      return { ...key, status: "released", ...readFigure(unit, figure, answering.has(unit.unit)) };
    }),
  );
};

const prepareFigures = (input: Parameters<typeof releaseBlock>[0]): readonly Figures[] => {
  const { units, block, shown, policy } = input;
  const bounded = boundAnswers({ units, block, shown: shown.mean, policy });
  return block.measures.map((definition) => {
    const cells = indexCells(block, definition);
    const isEnps = definition.kind === "enps";
    const parts = isEnps ? boundParts({ units, cells, measure: definition, shown, policy }) : new Map();
    return { definition, cells, bounded: bounded.get(definition.measure) as BoundedSums, parts };
  });
};

const readFigure = (unit: Unit, { definition, cells, bounded, parts }: Figures, mayTellInvited: boolean) => {
  const respondents = cells.get(unit.unit)?.respondents ?? 0;
  const numerator = bounded.sums.get(unit.unit) ?? 0n;
  const value = roundFraction({ numerator, denominator: BigInt(respondents) * bounded.scale }, decimals);
  const bound = bounded.bounds.get(unit.unit);
  return {
    respondents,
    invited: mayTellInvited ? countInvited(unit, respondents) : null,
    ...(definition.kind === "enps" ? { enps: value } : { mean: value }),
    ...(bound === undefined ? {} : { bound }),
    ...readParts(parts.get(unit.unit)),
  };
};

/** Never fewer than answered; null when unknown. */
const countInvited = (unit: Unit, respondents: number): number | null =>
  unit.invited_total === null ? null : Math.max(unit.invited_total, respondents);

const readParts = (parts: Parts | undefined) => {
  if (parts === undefined) return {};
  const { moved, ...counts } = parts;
  return moved ? { ...counts, parts_bound: "about" as const } : counts;
};

/**
 * One cell per unit with measure `participation.<questionnaire>`: how many answered, of how many invited, and the share
 * (0-1, 6 decimals). `shown` comes from `chooseParticipation`; a unit whose invited are unknown is never shown.
 */
export const releaseParticipation = (input: {
  readonly units: readonly Unit[];
  readonly participation: Participation;
  readonly shown: ReadonlySet<string>;
}): PublishedCell[] => {
  const { units, participation, shown } = input;
  return units.map((unit): PublishedCell => {
    const measure = `participation.${participation.questionnaire}`;
    const key = { wave: participation.wave, unit: unit.unit, segment: null, measure };
    const respondents = participation.counts.get(unit.unit) ?? 0;
    const invited = countInvited(unit, respondents);
    if (!shown.has(unit.unit) || invited === null) return { ...key, status: "withheld" };
    const share = roundFraction({ numerator: BigInt(respondents), denominator: BigInt(invited) }, decimals);
    return { ...key, status: "released", respondents, invited, share };
  });
};
