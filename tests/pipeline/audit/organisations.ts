/** Small organisations for the auditor: a tree, people with answers, and what is shown of them. */
import { createHash } from "node:crypto";
import { type AuditInput, audit } from "../../../pipeline/audit/audit.ts";
import type { Certificate } from "../../../schemas/certificate.ts";
import type { Membership, MembershipRow } from "../../../schemas/membership.ts";
import { type Policy, presets } from "../../../schemas/policy.ts";
import type { Measure, Release, ReleasedCell, ReleaseUnit, Segment } from "../../../schemas/release.ts";
import { Acceptance, ResponseRules } from "../../../schemas/scan.ts";

/** Unit to its parent, parents first. */
export type Tree = Readonly<Record<string, string | null>>;

export type Person = Readonly<{
  unit: string;
  score: number;
  /** The value of the attribute tenure. */
  tenure?: string;
  /** Person part and record part of the key. */
  id?: string;
  record?: string;
  /** Instruments answered; without it all. */
  instruments?: readonly string[];
}>;

/** A group that is shown; fields of the cell that are given replace those computed. */
export type Shown = Readonly<{ unit: string; segment?: Segment | null; measure?: string }> & Partial<ReleasedCell>;

export const standard: Policy = {
  preset: "standard",
  k: presets.standard,
  insiders: 0,
  enps_band: { low: -80, high: 80, below: 20 },
  open_share: 0.5,
  statistics: { teams: 5, degrees_of_freedom: 50 },
  stayers: "may_change",
  roll_up: true,
};

export const text = (value: string) => ({ nl: value, en: value });

/** A mean of 1 to 5, an eNPS or a participation, of the questionnaire `q`; the instrument is named like the measure. */
export const makeMeasure = (measure: string, kind: Measure["kind"] = "mean", instrument = measure): Measure => ({
  measure,
  instrument: kind === "participation" ? null : instrument,
  questionnaire: "q",
  scale: measure,
  kind,
  area: null,
  title: text(measure),
  meaning: text(measure),
  minimum: kind === "mean" ? 1 : kind === "enps" ? -100 : 0,
  maximum: kind === "mean" ? 5 : kind === "enps" ? 100 : 1,
  higher_is: "better",
});

/** `count` people of a unit with one score. */
export const people = (unit: string, count: number, score = 3, more: Partial<Person> = {}): Person[] =>
  Array.from({ length: count }, (_, index) => ({ unit, score, id: `${unit}${index}`, ...more }));

/** Scores around the middle, so that no answer is narrowed: 3 for all but a 2 and a 4. */
export const spread = (unit: string, count: number, more: Partial<Person> = {}): Person[] =>
  people(unit, count, 3, more).map((person, index) => ({ ...person, score: index === 0 ? 2 : index === 1 ? 4 : 3 }));

type Organisation = Readonly<{
  tree: Tree;
  people: readonly Person[];
  wave?: string;
  instruments?: readonly string[];
  invited?: Readonly<Record<string, number>>;
  identified?: boolean;
}>;

export const makeMembership = (organisation: Organisation): Membership => {
  const { tree, wave = "2026", instruments = ["energy"], invited = {}, identified = true } = organisation;
  const rows = new Map<string, MembershipRow & { people: string[] }>();
  for (const [index, person] of organisation.people.entries()) {
    const { unit, tenure = null, id = `p${index}`, record = id } = person;
    const answered = instruments.map((one) => person.instruments?.includes(one) ?? true);
    const key = JSON.stringify([unit, tenure, answered]);
    const row = rows.get(key) ?? { unit, values: [tenure], answered, people: [] };
    row.people.push(`${identified ? id : ""}.${record}`);
    rows.set(key, row);
  }
  return {
    format: "vitascan-membership/1",
    wave,
    questionnaire: "q",
    instruments: [...instruments],
    attributes: ["tenure"],
    identified,
    units: Object.entries(tree).map(([unit, parent]) => ({ unit, parent, invited: invited[unit] ?? null })),
    rows: [...rows.values()],
  };
};

const isBelow = (tree: Tree, unit: string, above: string): boolean => {
  for (let at: string | null = unit; at !== null; at = tree[at] ?? null) if (at === above) return true;
  return false;
};

/** The people of a group, counted out by hand's rule. */
export const findGroup = (
  { tree, people: everyone }: Organisation,
  unit: string,
  segment: Segment | null = null,
  instrument?: string,
  rollUp?: ReleaseUnit,
): Person[] =>
  everyone.filter((person) => {
    const members = rollUp?.members ?? [unit];
    const isIn = members.some((member) => isBelow(tree, person.unit, member)) || person.unit === rollUp?.parent;
    const hasAnswered = instrument === undefined || (person.instruments?.includes(instrument) ?? true);
    return isIn && hasAnswered && (segment === null || person.tenure === segment.value);
  });

type ReleaseInput = Organisation &
  Readonly<{
    shown: readonly Shown[];
    measures?: readonly Measure[];
    policy?: Policy;
    rollUps?: readonly ReleaseUnit[];
  }>;

/** A release that shows exactly these groups, with true means unless a figure is given; everything else is withheld. */
export const makeRelease = (input: ReleaseInput): Release => {
  const { tree, wave = "2026", measures = [makeMeasure("energy")], policy = standard, rollUps = [] } = input;
  const units = Object.entries(tree).map(([unit, parent]) => ({
    unit,
    name: `Unit ${unit}`,
    parent,
    level: parent === null ? 0 : tree[parent] === null ? 1 : 2,
    leaf: !Object.values(tree).includes(unit),
  }));
  const [first] = measures;
  const released = input.shown.map((one) => makeCell(input, wave, { measure: first?.measure ?? "", ...one }, measures));
  const isShown = (unit: string, measure: string) =>
    released.some((cell) => cell.unit === unit && cell.measure === measure && cell.segment === null);
  const withheld = units.flatMap(({ unit }) =>
    measures
      .filter(({ measure }) => !isShown(unit, measure))
      .map(({ measure }) => ({ wave, unit, segment: null, measure, status: "withheld" as const })),
  );
  return {
    format: "vitascan-release/1",
    organisation: "Example",
    language: "en",
    policy: { ...policy, hash: "policy" },
    waves: [{ wave, opened_date: "2026-01-01", closed_date: `${wave}-02-01` }],
    units: [...units, ...rollUps],
    attributes: [
      {
        attribute: "tenure",
        title: text("tenure"),
        self_declared: false,
        values: ["short", "long"].map((value) => ({ value, title: text(value) })),
      },
    ],
    measures: [...measures],
    cells: [...released, ...withheld],
    statistics: [],
    models: [],
    assessments: [],
    expected_wrong_flags: null,
    responses: ResponseRules.parse({}),
    accept: Acceptance.parse({}),
    data_quality: [],
    instruments: [],
    provenance: { inputs: [], tool: "test", config_hash: "config" },
  };
};

const makeCell = (
  input: ReleaseInput,
  wave: string,
  { unit, segment = null, measure = "", ...given }: Shown,
  measures: readonly Measure[],
): ReleasedCell => {
  const definition = measures.find((one) => one.measure === measure) as Measure;
  const rollUp = input.rollUps?.find((one) => one.unit === unit);
  const group = findGroup(input, unit, segment, definition.instrument ?? undefined, rollUp);
  const mean = Number((group.reduce((sum, { score }) => sum + score, 0) / group.length).toFixed(6));
  const figure = definition.kind === "mean" ? { mean } : definition.kind === "enps" ? { enps: mean } : {};
  return {
    wave,
    unit,
    segment,
    measure,
    status: "released",
    respondents: group.length,
    invited: null,
    ...figure,
    ...given,
  };
};

export const hash = (content: string): string => createHash("sha256").update(content).digest("hex");

/** Audits a release by itself or after others, with release.json as its only file unless others are given. */
export const auditRelease = (
  release: Release,
  memberships: readonly Membership[],
  more: Partial<AuditInput> = {},
): Promise<Certificate> => {
  const content = JSON.stringify(release);
  return audit({
    release,
    releaseId: hash(content),
    files: [{ path: "release.json", content }],
    memberships,
    earlier: [],
    tool: "vitascan test",
    ...more,
  });
};
