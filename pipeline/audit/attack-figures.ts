/**
 * Attacks the figures of a base measure by measure: how far an answer is narrowed, and which bounded figure can be computed.
 * In: the system of the base; out: leaks in the words of the certificate, counts, and what was not finished.
 */
import type { AttackKind, Leak, Unproven } from "../../schemas/certificate.ts";
import type { Measure, Release } from "../../schemas/release.ts";
import { attackBands } from "./attack-bands.ts";
import { type GroupTerm, orderTerms, wordTerms, writeTerms } from "./describe-leak.ts";
import type { Base } from "./find-bases.ts";
import { attackCategories } from "./intervals/attack-categories.ts";
import { attackIntervals, type Narrowed } from "./intervals/attack-intervals.ts";
import { readSums } from "./intervals/read-sums.ts";
import type { Solver } from "./intervals/solve-linear.ts";
import type { System } from "./system.ts";

export type FigureFindings = Readonly<{
  tested: number;
  tightest: number | null;
  leaks: readonly Leak[];
  unproven: readonly Unproven[];
}>;

type Context = Readonly<{ release: Release; number: number; solver: Solver }>;

/** Leaks listed of one measure and attack. */
const most = 20;

/** All measures of the base that the release describes. */
export const attackFigures = (system: System, base: Base, context: Context): FigureFindings => {
  const { measures } = context.release;
  const findings = measures
    .filter(({ questionnaire, instrument }) => questionnaire === base.questionnaire && instrument === base.instrument)
    .map((measure) => attackMeasure(system, base, measure, context));
  const shares = findings.flatMap(({ tightest }) => (tightest === null ? [] : [tightest]));
  return {
    tested: findings.reduce((sum, { tested }) => sum + tested, 0),
    tightest: shares.length === 0 ? null : Math.min(...shares),
    leaks: findings.flatMap(({ leaks }) => leaks),
    unproven: findings.flatMap(({ unproven }) => unproven),
  };
};

const attackMeasure = (system: System, base: Base, measure: Measure, context: Context): FigureFindings => {
  const { wave, questionnaire, instrument } = base;
  const key = { wave, questionnaire, instrument };
  const { policy } = context.release;
  const input = { system, measure, policy, sums: readSums(system, measure) };
  const intervals = attackIntervals(input, context.solver);
  const categories =
    measure.kind === "enps" ? attackCategories(input, context.solver) : { tested: 0, narrowed: [], complete: true };
  const bands = attackBands(system, measure);
  const name = { ...key, measure: measure.measure };
  return {
    tested: intervals.tested + categories.tested,
    tightest: intervals.tightest,
    leaks: [
      ...intervals.narrowed.slice(0, most).map((one) => describeNarrowed(system, one, name)),
      ...categories.narrowed.slice(0, most).map((one) => describeNarrowed(system, one, name)),
      ...bands.leaks.slice(0, most).map(({ figure, combination }) => {
        const terms = combination.map((term) => openTerm(system, term.group, term.coefficient));
        const bounded = openTerm(system, figure.group, 1n);
        const explanation = `${wordTerms([bounded])} is bounded, but follows from ${wordTerms(orderTerms(terms))}`;
        return makeLeak("band", name, orderTerms(terms), explanation);
      }),
    ],
    unproven: [
      ...listUnfinished(intervals.complete && categories.complete, key, "interval"),
      ...listUnfinished(bands.complete, key, "band"),
    ],
  };
};

type Name = Readonly<{ wave: string; questionnaire: string; instrument: string | null; measure: string }>;

/** No figure in the words: only who, and how much of the scale is left. */
const describeNarrowed = (system: System, { atom, share, from }: Narrowed, name: Name): Leak => {
  const terms = orderTerms(from.map(({ group, coefficient }) => openTerm(system, group, BigInt(coefficient))));
  const place = terms.length > 0 ? wordTerms(terms) : wordTerms(findSmallest(system, atom));
  const explanation = `${place}: ${Math.floor(share * 100)} % of the scale of ${name.measure} is left for somebody`;
  return makeLeak("interval", name, terms, explanation);
};

/** The smallest published group that somebody is in. */
const findSmallest = (system: System, atom: number): GroupTerm[] =>
  system.groups
    .flatMap(({ atoms }, group) => (atoms.includes(atom) ? [openTerm(system, group, 1n)] : []))
    .sort((a, b) => a.people - b.people)
    .slice(0, 1);

const openTerm = (system: System, group: number, coefficient: bigint): GroupTerm => {
  const found = system.groups[group] as System["groups"][number];
  return {
    group: found,
    coefficient,
    people: found.atoms.reduce((sum, atom) => sum + (system.people[atom] as number), 0),
  };
};

const makeLeak = (attack: AttackKind, name: Name, terms: readonly GroupTerm[], explanation: string): Leak => ({
  attack,
  ...name,
  respondents: null,
  combination: writeTerms(terms, name.wave),
  explanation,
});

const listUnfinished = (complete: boolean, key: Omit<Name, "measure">, attack: AttackKind): Unproven[] =>
  complete ? [] : [{ ...key, attack, reason: "the solver did not finish within its budget" }];
