/**
 * Attacks one base with everything published about it.
 * In: the base and the audited release; out: its row of the certificate, its leaks, and what could not be carried out.
 */
import type { AuditedBase, Leak, Unproven } from "../../schemas/certificate.ts";
import type { Membership, MembershipRow } from "../../schemas/membership.ts";
import type { Measure, Release } from "../../schemas/release.ts";
import { attackFigures, type FigureFindings } from "./attack-figures.ts";
import { attackSets, type SetResult } from "./attack-sets.ts";
import { buildSystem, type SystemInput } from "./build-system.ts";
import type { Base } from "./find-bases.ts";
import type { Solver } from "./intervals/solve-linear.ts";
import { invitePeople } from "./invite-people.ts";
import { nameSetLeaks } from "./name-set-leaks.ts";
import { placePeople } from "./place-people.ts";
import { countPeople, type System } from "./system.ts";

export type BaseResult = Readonly<{
  row: AuditedBase;
  leaks: readonly Leak[];
  unproven: readonly Unproven[];
  /** What the system was made of, to be made again with something added. */
  input: SystemInput;
}>;

export type BaseContext = Readonly<{ release: Release; number: number; solver: Solver }>;

/** All attacks on one base: sets, their replay and insiders; intervals and bands where answers are at stake. */
export const attackBase = (base: Base, context: BaseContext): BaseResult => {
  const input = openBase(base);
  const system = buildSystem(input);
  const { policy } = context.release;
  const result = attackSets(system, policy.k.mean);
  const details = base.instrument === null ? null : attackDetails(input, base, context);
  const figures = base.instrument === null ? nothing : attackFigures(system, base, context);
  const key = keyOf(base);
  const leaks = nameSetLeaks(system, result, { ...key, measure: null, k: policy.k.mean, context });
  const people = attackPeople(input, base, context);
  const explained = new Set(leaks.map(({ explanation }) => explanation));
  return {
    input,
    row: {
      ...key,
      k: policy.k.mean,
      respondents: countRespondents(base),
      groups: system.groups.length,
      rank: result.rank,
      atoms: system.weights.length,
      sets_tested: result.tested + (details?.result.tested ?? 0),
      smallest_support: result.smallest === null ? null : countPeople(result.smallest, system),
      tightest_interval: figures.tightest,
      intervals_tested: figures.tested,
      ...(details === null ? {} : { detail: describeDetails(details, policy.k.detail) }),
    },
    leaks: [
      ...leaks,
      ...people.leaks.filter(({ explanation }) => !explained.has(explanation)),
      ...(details?.leaks ?? []),
      ...figures.leaks,
    ],
    unproven: [
      ...(base.unknown.length > 0 ? [{ ...key, attack: "set" as const, reason: "a membership is missing" }] : []),
      ...listUnfinished({ complete: result.complete && people.complete }, key),
      ...(details === null ? [] : listUnfinished(details.result, key)),
      ...figures.unproven,
    ],
  };
};

const nothing: FigureFindings = { tested: 0, tightest: null, leaks: [], unproven: [] };

export const keyOf = ({ wave, questionnaire, instrument }: Base) => ({ wave, questionnaire, instrument });

/** Respondents of an instrument, or the invited of a participation, in their places. */
const openBase = ({ memberships, instrument, sources }: Base): SystemInput => {
  if (instrument === null) return { ...invitePeople(memberships), sources, isInBase: () => true };
  return {
    memberships,
    places: placePeople(memberships, "answers"),
    sources,
    isInBase: (row, membership) => hasAnswered(row, membership, instrument),
  };
};

/** Whether the people of a row have all scales of an instrument. */
export const hasAnswered = (row: MembershipRow, { instruments }: Membership, instrument: string): boolean =>
  row.answered[instruments.indexOf(instrument)] === true;

const countRespondents = ({ memberships, instrument }: Base): number => {
  const [membership] = memberships;
  if (membership === undefined) return 0;
  return membership.rows
    .filter((row) => instrument === null || hasAnswered(row, membership, instrument))
    .reduce((sum, { people }) => sum + people.length, 0);
};

/**
 * Where somebody's record changed between releases it may have changed in another instrument: then the answer is the same one, and an
 * attacker may bet on that. So each person is one unknown in a second attack.
 */
const attackPeople = (input: SystemInput, base: Base, context: BaseContext): People => {
  const { memberships, places } = input;
  if (base.instrument === null || places.every(({ versions }) => versions === 1)) return nobody;
  if (!memberships.every(({ identified }) => identified)) return nobody;
  const system = buildSystem({ ...input, places: placePeople(memberships, "people") });
  const k = context.release.policy.k.mean;
  const result = attackSets(system, k);
  const leaks = nameSetLeaks(system, result, { ...keyOf(base), measure: null, k, context });
  return { leaks, complete: result.complete };
};

type People = Readonly<{ leaks: readonly Leak[]; complete: boolean }>;

const nobody: People = { leaks: [], complete: true };

type Details = Readonly<{ system: System; result: SetResult; leaks: readonly Leak[] }>;

/** Promoters, passives and detractors are a system of their own, with the k of detail. */
const attackDetails = (input: SystemInput, base: Base, context: BaseContext): Details | null => {
  const sources = input.sources
    .map((source) => ({ ...source, cells: source.cells.filter(({ promoters }) => promoters !== undefined) }))
    .filter(({ cells }) => cells.length > 0);
  const [first] = sources;
  if (first === undefined) return null;
  const system = buildSystem({ ...input, sources });
  const k = context.release.policy.k.detail;
  const result = attackSets(system, k);
  const measure = first.cells[0]?.measure ?? null;
  return { system, result, leaks: nameSetLeaks(system, result, { ...keyOf(base), measure, k, context }) };
};

const describeDetails = ({ system, result }: Details, k: number): NonNullable<AuditedBase["detail"]> => ({
  k,
  groups: system.groups.length,
  rank: result.rank,
  smallest_support: result.smallest === null ? null : countPeople(result.smallest, system),
});

const listUnfinished = ({ complete }: Pick<SetResult, "complete">, key: ReturnType<typeof keyOf>): Unproven[] =>
  complete ? [] : [{ ...key, attack: "set", reason: "more sets than the budget" }];

/** Measures of the base in the audited release. */
export const measuresOf = ({ questionnaire, instrument }: Base, { measures }: Release): Measure[] =>
  measures.filter((measure) => measure.questionnaire === questionnaire && measure.instrument === instrument);
