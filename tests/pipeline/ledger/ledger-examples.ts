/** Small memberships and releases for the tests of the ledger, and a test of the k-rule straight from its definition. */
import type { FindLeak } from "../../../pipeline/ledger/find-conflict.ts";
import type { System } from "../../../pipeline/ledger/make-system.ts";
import type { Membership, MembershipRow } from "../../../schemas/membership.ts";
import {
  type PublishedCell,
  Release,
  type ReleasedCell,
  type ReleaseUnit,
  type Segment,
} from "../../../schemas/release.ts";
import { standard } from "../protect/organisations.ts";

/** Code, parent's code, people directly invited. */
export type UnitRow = readonly [unit: string, parent: string | null, invited?: number | null | undefined];

/** An organisation with departments D1 and D2, each with two teams. */
export const smallTree: readonly UnitRow[] = [
  ["ORG", null, 0],
  ["D1", "ORG", 0],
  ["D2", "ORG", 0],
  ["T1", "D1", 12],
  ["T2", "D1", 12],
  ["T3", "D2", 12],
  ["T4", "D2", 12],
];

/** `p1.r1` to `p<count>.r<count>`: people with an id and answers of their own. */
export const people = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}.${prefix}${index}r`);

type Row = Readonly<{
  unit: string;
  people: readonly string[];
  values?: readonly (string | null)[];
  answered?: boolean[];
}>;

export const makeMembership = (options: {
  readonly rows: readonly Row[];
  readonly wave?: string;
  readonly questionnaire?: string;
  readonly units?: readonly UnitRow[];
  readonly attributes?: readonly string[];
  readonly identified?: boolean;
  readonly instruments?: readonly string[];
}): Membership => {
  const {
    wave = "2026-spring",
    questionnaire = "pulse",
    units = smallTree,
    attributes = [],
    identified = true,
  } = options;
  const instruments = options.instruments ?? ["enps"];
  return {
    format: "vitascan-membership/1",
    wave,
    questionnaire,
    instruments: [...instruments],
    attributes: [...attributes],
    identified,
    units: units.map(([unit, parent, invited = null]) => ({ unit, parent, invited })),
    rows: options.rows.map(
      (row): MembershipRow => ({
        unit: row.unit,
        values: [...(row.values ?? attributes.map(() => null))],
        answered: row.answered ?? instruments.map(() => true),
        people: [...row.people],
      }),
    ),
  };
};

/** A membership of `smallTree` with people in its four teams, ids or none. */
export const inTeams = (
  teams: Readonly<Record<string, readonly string[]>>,
  options: Omit<Parameters<typeof makeMembership>[0], "rows"> = {},
): Membership =>
  makeMembership({ ...options, rows: Object.entries(teams).map(([unit, own]) => ({ unit, people: own })) });

/** A group that is shown: a unit, or a unit with a segment. */
export type ShownGroup = string | readonly [unit: string, attribute: string, value: string];

const splitGroup = (group: ShownGroup): { unit: string; segment: Segment | null } =>
  typeof group === "string"
    ? { unit: group, segment: null }
    : { unit: group[0], segment: { attribute: group[1], value: group[2] } };

export type ReleaseOptions = Readonly<{
  wave?: string;
  closed_date?: string;
  questionnaire?: string;
  units?: readonly UnitRow[];
  rollUps?: readonly ReleaseUnit[];
  /** Groups with a mean, with the parts of an eNPS too, and with participation. */
  shown?: readonly ShownGroup[];
  detail?: readonly string[];
  participating?: readonly string[];
  cells?: readonly PublishedCell[];
  policy?: Partial<Release["policy"]>;
  change?: Partial<ReleasedCell>;
}>;

const title = { nl: "x", en: "x" };

/** A release of one wave with the measure enps.score and participation.<questionnaire>. */
export const makeRelease = (options: ReleaseOptions = {}): Release => {
  const { wave = "2026-spring", closed_date = "2026-04-24", questionnaire = "pulse", units = smallTree } = options;
  const base = { questionnaire, area: null, title, meaning: title, higher_is: "better" } as const;
  const cell = (group: ShownGroup, rest: Partial<ReleasedCell>): ReleasedCell => ({
    ...{ wave, ...splitGroup(group), measure: "enps.score", status: "released", respondents: 10, invited: null },
    ...rest,
    ...options.change,
  });
  const participation = `participation.${questionnaire}`;
  return Release.parse({
    format: "vitascan-release/1",
    organisation: "Tiny organisation",
    language: "en",
    policy: { ...standard, hash: "a".repeat(64), ...options.policy },
    waves: [{ wave, opened_date: "2025-01-01", closed_date }],
    units: [
      ...units.map(([unit, parent]) => ({ unit, name: unit, parent, level: parent === null ? 0 : 1, leaf: true })),
      ...(options.rollUps ?? []),
    ],
    attributes: [],
    measures: [
      { ...base, measure: "enps.score", instrument: "enps", scale: "score", kind: "enps", minimum: -100, maximum: 100 },
      {
        ...base,
        measure: participation,
        instrument: null,
        scale: "participation",
        kind: "participation",
        minimum: 0,
        maximum: 1,
      },
    ],
    cells: [
      ...(options.shown ?? []).map((group) => cell(group, { enps: 10 })),
      ...(options.detail ?? []).map((unit) => cell(unit, { enps: 10, promoters: 4, passives: 3, detractors: 3 })),
      ...(options.participating ?? []).map((unit) => cell(unit, { measure: participation, share: 0.5, invited: 20 })),
      ...(options.cells ?? []),
    ],
    statistics: [],
    models: [],
    assessments: [],
    expected_wrong_flags: null,
    responses: {
      test: "exclude",
      partial: "exclude",
      too_fast: "remark",
      seconds_per_item: 2,
      straight_lined: "remark",
    },
    accept: {},
    data_quality: [],
    instruments: [],
    provenance: { inputs: [], tool: "vitascan 0", config_hash: "0" },
  });
};

/** The groups that hold each atom, and what it weighs: a system whatever the order of its atoms. */
export const readAtoms = ({ weights, groups }: System): Record<string, number> => {
  const atoms = weights.map((weight, atom) => ({
    weight,
    key: groups
      .filter((group) => group.atoms.includes(atom))
      .map(({ id }) => id)
      .sort()
      .join(" "),
  }));
  const sums: Record<string, number> = {};
  for (const { key, weight } of atoms) sums[key] = (sums[key] ?? 0) + weight;
  return sums;
};

/**
 * Tries every set of atoms of weight below k: some combination is about that set alone when, after eliminating all other atoms
 * first, a row is left with something in the set.
 */
export const findLeak: FindLeak = ({ weights, groups }, k) => {
  for (const set of listLightSets(weights, k)) {
    const columns = [...weights.keys()].filter((atom) => !set.includes(atom));
    const rows = groups.map(({ id, atoms }, index) => ({
      id,
      values: [...columns, ...set].map((atom) => BigInt(atoms.includes(atom))),
      used: groups.map((_, other) => BigInt(other === index)),
    }));
    let first = 0;
    for (let column = 0; column < columns.length; column += 1) {
      const pivot = rows.findIndex((row, index) => index >= first && row.values[column] !== 0n);
      if (pivot < 0) continue;
      [rows[first], rows[pivot]] = [rows[pivot] as (typeof rows)[0], rows[first] as (typeof rows)[0]];
      const head = rows[first] as (typeof rows)[0];
      for (const row of rows.slice(first + 1)) {
        const [up, down] = [head.values[column] as bigint, row.values[column] as bigint];
        const eliminate = (one: bigint[], by: bigint[]) =>
          one.map((value, at) => value * up - (by[at] as bigint) * down);
        row.values = eliminate(row.values, head.values);
        row.used = eliminate(row.used, head.used);
      }
      first += 1;
    }
    const leaking = rows.slice(first).find(({ values }) => values.some((value) => value !== 0n));
    if (leaking !== undefined)
      return {
        respondents: 1,
        combination: groups.filter((_, index) => leaking.used[index] !== 0n).map(({ id }) => ({ id })),
      };
  }
  return null;
};

const listLightSets = (weights: readonly number[], k: number): number[][] => {
  const sets: number[][] = [];
  const extend = (set: number[], from: number, weight: number) => {
    for (let atom = from; atom < weights.length; atom += 1) {
      const sum = weight + (weights[atom] as number);
      if (sum >= k) continue;
      sets.push([...set, atom]);
      extend([...set, atom], atom + 1, sum);
    }
  };
  extend([], 0, 0);
  return sets;
};
