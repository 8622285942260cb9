/**
 * Turns the segments of a block into published cells, next to the cells of its units.
 *
 * In: the segments chosen, atoms, the published units; out: one row per unit, value and measure, for each unit and attribute of
 * which a segment is shown. Means and eNPS only: no parts, no number of invited.
 *
 * Where all published sums together would leave somebody's answer less open than the policy asks, the segments of the lowest level
 * are withheld for the whole block, then those of the next, until it does: which of them are hidden says nothing about whose answer
 * it was.
 */
import type { Atom, Block, MeasureDefinition } from "../../../schemas/cell.ts";
import type { Policy } from "../../../schemas/policy.ts";
import type { PublishedCell, ReleaseAttribute, Segment } from "../../../schemas/release.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { boundAnswers } from "../bound-answers.ts";
import { roundFraction } from "../divide-exactly.ts";
import { boundSegments, type SegmentInput, type SegmentSums } from "./bound-segments.ts";
import type { Solve } from "./linear-program.ts";
import { nameSegment, type SegmentGroup } from "./list-segments.ts";

/** Means are published to this many decimals, as for units. */
const decimals = 6;

/** Cells in the order of units, attributes, values and measures. */
export const releaseSegments = (
  input: {
    readonly units: readonly Unit[];
    readonly atoms: readonly Atom[];
    readonly block: Block;
    readonly shown: ReadonlySet<string>;
    readonly segments: readonly SegmentGroup[];
    readonly attributes: readonly ReleaseAttribute[];
    readonly policy: Policy;
  },
  solve: Solve,
): PublishedCell[] => {
  const { units, block, attributes } = input;
  const bounded = boundAnswers(input);
  const { segments, sums } = boundWhatFits({ ...input, bounded }, solve);
  const shown = new Map(segments.map((segment) => [segment.id, segment]));
  const listed = new Set(segments.map(({ unit, segment }) => nameSegment(unit, { ...segment, value: "" })));
  return units.flatMap(({ unit }) =>
    attributes
      .filter(({ attribute }) => listed.has(nameSegment(unit, { attribute, value: "" })))
      .flatMap(({ attribute, values }) =>
        values.flatMap(({ value }) =>
          block.measures.map((measure) => {
            const segment = { attribute, value };
            const key = { wave: block.wave, unit, segment, measure: measure.measure };
            return describe(key, measure, shown.get(nameSegment(unit, segment)), sums.get(measure.measure));
          }),
        ),
      ),
  );
};

/** The segments down to the lowest level at which everyone's answer stays open. */
const boundWhatFits = (input: SegmentInput, solve: Solve) => {
  const levels = new Map(input.units.map(({ unit, level }) => [unit, level]));
  const deepest = Math.max(0, ...input.segments.map(({ unit }) => levels.get(unit) ?? 0));
  for (let level = deepest; level >= 0; level -= 1) {
    const segments = input.segments.filter(({ unit }) => (levels.get(unit) ?? 0) <= level);
    const sums = segments.length === 0 ? null : boundSegments({ ...input, segments }, solve);
    if (sums !== null) return { segments, sums };
  }
  return { segments: [], sums: new Map<string, SegmentSums>() };
};

const describe = (
  key: { readonly wave: string; readonly unit: string; readonly segment: Segment; readonly measure: string },
  measure: MeasureDefinition,
  group: SegmentGroup | undefined,
  published: SegmentSums | undefined,
): PublishedCell => {
  if (group === undefined || published === undefined) return { ...key, status: "withheld" };
  const { respondents } = group;
  const numerator = published.sums.get(group.id) ?? 0n;
  const value = roundFraction({ numerator, denominator: BigInt(respondents) * published.scale }, decimals);
  const bound = published.bounds.get(group.id);
  return {
    ...key,
    status: "released",
    respondents,
    invited: null,
    ...(measure.kind === "enps" ? { enps: value } : { mean: value }),
    ...(bound === undefined ? {} : { bound }),
  };
};
