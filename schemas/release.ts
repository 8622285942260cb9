/** release.json: everything that is published about a scan. Right of the wall; every report is a function of it. */
import { z } from "zod";
import { Assessment, DriverModel, GroupAssessment, Model, OutcomeCost, OutcomeLink, TeamChart } from "./assessment.ts";
import { Count, Interval, Segment } from "./figure.ts";
import { Area } from "./instrument.ts";
import { LineRecord } from "./line.ts";
import { ReleaseOutcome } from "./outcome.ts";
import { Policy } from "./policy.ts";
import { Rule } from "./problem.ts";
import { QualityRule } from "./response-quality.ts";
import { Acceptance, ResponseRules } from "./scan.ts";
import { Code, IsoDate, Language, LocalText } from "./text.ts";

export * from "./assessment.ts";
export * from "./figure.ts";
export type { LineRecord } from "./line.ts";
export type { ReleaseOutcome } from "./outcome.ts";

/** at_least / at_most: the true figure may lie beyond. about: it was moved both ways by protected parts below it. */
export const Bound = z.enum(["at_least", "at_most", "about"]);
export type Bound = z.infer<typeof Bound>;

/** segment: null for everyone in the unit. */
const cellKey = { wave: z.string(), unit: z.string(), segment: Segment.nullable(), measure: z.string() };

/** A figure about one unit or a segment of it: `mean` in points of the scale, `enps` in points -100 to 100, or `share` of the invited, 0-1. */
export const ReleasedCell = z.strictObject({
  ...cellKey,
  status: z.literal("released"),
  respondents: z.int(),
  /** Whole subtree; null when the roster does not say. */
  invited: z.int().nullable(),
  mean: z.number().optional(),
  enps: z.number().optional(),
  share: z.number().optional(),
  bound: Bound.optional(),
  /** 95 % interval made from published figures only. */
  interval: Interval.optional(),
  promoters: z.int().optional(),
  passives: z.int().optional(),
  detractors: z.int().optional(),
  /** Present when promoters, passives and detractors were moved to keep every answer open. */
  parts_bound: z.literal("about").optional(),
});
export type ReleasedCell = z.infer<typeof ReleasedCell>;

/** A group that is not shown; all withheld groups look the same, whatever the reason. */
export const WithheldCell = z.strictObject({ ...cellKey, status: z.literal("withheld") });
export type WithheldCell = z.infer<typeof WithheldCell>;

export const PublishedCell = z.discriminatedUnion("status", [ReleasedCell, WithheldCell]);
export type PublishedCell = z.infer<typeof PublishedCell>;

/** One row per wave, measure and statistic, over exactly the released leaf units of that measure. */
export const OrganisationStatistic = z.strictObject({
  wave: z.string(),
  measure: z.string(),
  /**
   * pooled_within_variance: pooled variance between people within teams, points squared.
   * icc1_mean_group_size: ICC(1) with the arithmetic mean of the group sizes.
   * icc1_adjusted_group_size: ICC(1) with k0, unbiased for teams of unequal size.
   * icc2: reliability of the teams' means.
   * reliability: Cronbach's alpha.
   * omega: McDonald's omega of one factor, 0-1.
   * rwg_pooled: agreement within teams, 1 - pooled item variance / variance of random answers, 0-1.
   * rwg_j_pooled: the same for the scale as a whole, from rwg_pooled and the number of items.
   * items_answered: share of the items answered by everyone who responded in these teams, the lower end of a 5 % step, 0-1.
   * floor, ceiling: what share of people can have the lowest and the highest possible score at most, given all else that is
   * published, 0-1.
   */
  statistic: z.enum([
    "pooled_within_variance",
    "icc1_mean_group_size",
    "icc1_adjusted_group_size",
    "icc2",
    "reliability",
    "omega",
    "rwg_pooled",
    "rwg_j_pooled",
    "items_answered",
    "floor",
    "ceiling",
  ]),
  value: z.number(),
  /** Shares only. at_least: the value or more; at_most: less than the value. */
  bound: z.enum(["at_least", "at_most"]).optional(),
  /** Of the measure; of reliability and omega those who answered every item. */
  respondents: z.int(),
  teams: z.int(),
  /** Where the value comes from when it was given in scan.yaml instead of computed. */
  source: z.string().optional(),
});
export type OrganisationStatistic = z.infer<typeof OrganisationStatistic>;

export const ReleaseUnit = z.strictObject({
  unit: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  /** 0 is the organisation. */
  level: z.int().min(0),
  /** True when no units lie below it; teams are leaf units. */
  leaf: z.boolean(),
  /**
   * Only a roll-up has these: the units below `parent` that it puts together with the people directly in `parent`. It carries its
   * parent's name, is shown as "rest of" it and is never modelled.
   */
  members: z.array(z.string()).optional(),
});
export type ReleaseUnit = z.infer<typeof ReleaseUnit>;

/** What the people of a unit are told apart by, next to the tree: tenure, contract, location, a second hierarchy. */
export const ReleaseAttribute = z.strictObject({
  attribute: Code,
  title: LocalText,
  /** True when people said it of themselves. */
  self_declared: z.boolean(),
  /** In the order of scan.yaml. */
  values: z.array(z.strictObject({ value: Code, title: LocalText })),
});
export type ReleaseAttribute = z.infer<typeof ReleaseAttribute>;

export const Measure = z.strictObject({
  measure: z.string(),
  /** null for participation. */
  instrument: z.string().nullable(),
  questionnaire: z.string(),
  scale: z.string(),
  kind: z.enum(["mean", "enps", "participation"]),
  /** Its place among job demands and resources; null for participation and where the instrument names none. */
  area: Area.nullable(),
  title: LocalText,
  meaning: LocalText,
  minimum: z.number(),
  maximum: z.number(),
  higher_is: z.enum(["better", "worse"]),
});
export type Measure = z.infer<typeof Measure>;

/**
 * One row per wave, questionnaire and rule: what was found in the input and what was done with it. `count` is of responses;
 * of answers for rules about one answer and for `missing`; of units for more_answers_than_invited.
 */
export const DataQuality = z.strictObject({
  wave: z.string(),
  questionnaire: z.string(),
  rule: z.enum([...QualityRule.options, ...Rule.options, "incomplete_block", "more_answers_than_invited"]),
  /** The instrument, for incomplete_block. */
  instrument: z.string().optional(),
  action: z.enum(["excluded", "rejected", "missing", "kept", "remark"]),
  /** True when scan.yaml chose the action, false when it is what vitascan does by itself. */
  chosen: z.boolean(),
  count: Count,
});
export type DataQuality = z.infer<typeof DataQuality>;

export const InputRecord = z.strictObject({
  wave: z.string(),
  /** null for a roster. */
  questionnaire: z.string().nullable(),
  file: z.string(),
  /** Always null: the fingerprint of a small file is enough to try out what is not published until it fits. */
  sha256: z.null(),
  /** Rows of a roster, responses of an export; null when it would undo a "fewer than". */
  records: z.int().nullable(),
  /** Responses that count. */
  loaded: Count,
  /** null when the rows of data_quality do not tell it. */
  rejected: Count.nullable(),
  excluded: Count.nullable(),
});
export type InputRecord = z.infer<typeof InputRecord>;

export const Release = z.strictObject({
  format: z.literal("vitascan-release/1"),
  organisation: z.string(),
  language: Language,
  policy: Policy.extend({ hash: z.string() }),
  waves: z.array(z.strictObject({ wave: z.string(), opened_date: IsoDate, closed_date: IsoDate })),
  units: z.array(ReleaseUnit),
  attributes: z.array(ReleaseAttribute),
  measures: z.array(Measure),
  /** Absent when figures of another tool were taken in. */
  line: LineRecord.optional(),
  cells: z.array(PublishedCell),
  statistics: z.array(OrganisationStatistic),
  drivers: z.array(DriverModel).optional(),
  models: z.array(Model),
  /** Of teams. */
  assessments: z.array(Assessment),
  /** Of departments and segments; absent without any. */
  group_assessments: z.array(GroupAssessment).optional(),
  /** Of the primary indicator; absent below three waves. */
  charts: z.array(TeamChart).optional(),
  /** In the order of scan.yaml; absent without any. */
  outcomes: z.array(ReleaseOutcome).optional(),
  /** Of the newest wave: one per outcome and indicator of which a team shows both. */
  links: z.array(OutcomeLink).optional(),
  /** Of the newest wave: one per outcome with a cost of which at least five teams are shown. */
  costs: z.array(OutcomeCost).optional(),
  /** How many of the newest wave's elevated teams are expected to be there wrongly; null when nothing could be assessed. */
  expected_wrong_flags: z.number().nullable(),
  /** What scan.yaml, or else vitascan, does with responses in doubt and with problems; also when none occurred. */
  responses: ResponseRules,
  accept: Acceptance,
  data_quality: z.array(DataQuality),
  instruments: z.array(
    z.strictObject({
      instrument: z.string(),
      version: z.int(),
      title: LocalText,
      citation: z.string(),
      /** Codes of its items: two instruments that share one are made of the same answers. */
      items: z.array(z.string()),
      unverified: z.array(LocalText),
    }),
  ),
  provenance: z.strictObject({ inputs: z.array(InputRecord), tool: z.string(), config_hash: z.string() }),
});
export type Release = z.infer<typeof Release>;
