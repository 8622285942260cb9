/** What a release says about teams beyond their figures: models, levels, changes, drivers. Right of the wall. */
import { z } from "zod";
import { Count, Interval, Segment } from "./figure.ts";
import { Verified } from "./instrument.ts";
import { Code, LocalText } from "./text.ts";

/** Why no team was assessed in a wave. */
export const NotAssessed = z.enum([
  "measure_not_in_wave",
  "variance_not_released",
  "fewer_than_ten_teams_and_no_absolute_line",
  "fewer_than_two_teams",
]);
export type NotAssessed = z.infer<typeof NotAssessed>;

/**
 * What the model would do in simulated scans of teams of the same size, response, spread and reliability; shares 0-1 in 2 decimals, null where
 * there is nothing to take a share of.
 */
export const Calibration = z.strictObject({
  /** Scans simulated of each kind, and what they start from. */
  scans: z.int(),
  seed: z.int(),
  /** Of scans in which all teams are the same, at their common mean: those that flag a team. */
  scans_with_false_flag: z.number(),
  /** Teams truly beyond the line, of all. */
  teams_beyond: z.number(),
  /** Of flagged teams: those truly beyond the line. */
  flags_right: z.number().nullable(),
  /** Of teams truly beyond the line: those flagged, and those flagged or watched. */
  found: z.number().nullable(),
  found_or_watched: z.number().nullable(),
  /** Of teams with no signal: those truly beyond the line. */
  quiet_wrong: z.number().nullable(),
});
export type Calibration = z.infer<typeof Calibration>;

/**
 * One row per wave and indicator, the primary one first: the model behind the assessments.
 * claim members: "the people who are in the team now"; team_as_such: "the team, whoever works in it".
 */
export const Model = z.discriminatedUnion("status", [
  z.strictObject({
    wave: z.string(),
    measure: z.string(),
    status: z.literal("assessed"),
    claim: z.enum(["members", "team_as_such"]),
    line: z.strictObject({
      /** absolute: a benchmark of scan.yaml. norm, band: a figure of the instrument; a band's cut is the line itself. */
      kind: z.enum(["own_organisation", "absolute", "norm", "band"]),
      /** In points of the measure, as published. */
      value: z.number(),
      /** Absent for a band. */
      delta: z.number().optional(),
      /** Absent for a line of the own organisation. */
      source: z.string().optional(),
      band: z.string().optional(),
      /** Of a norm or band: among whom it was found, the year of its source if known, and how far it was checked. */
      population: LocalText.optional(),
      year: z.int().nullable().optional(),
      verified: Verified.optional(),
    }),
    teams: z.int(),
    /** Estimated mean of teams and standard deviation between teams, points. */
    mean: z.number(),
    between_team_sd: z.number(),
    /** Reliability used: between people of one team, 0-1; null when the claim does not need it. */
    reliability: z.number().nullable(),
    /** Teams on the list for this indicator, and the sum of (1 - probability) over them. */
    elevated: z.int(),
    expected_wrong_flags: z.number(),
    /** What was missing for the claim about members. */
    missing: z.array(z.enum(["invited", "reliability"])),
    /** Of the newest wave's primary indicator. */
    calibration: Calibration.optional(),
  }),
  z.strictObject({
    wave: z.string(),
    measure: z.string(),
    status: z.literal("not_assessed"),
    reason: NotAssessed,
    teams: z.int(),
  }),
]);
export type Model = z.infer<typeof Model>;

export const Level = z.enum(["elevated", "watch", "no_signal", "too_little_evidence"]);
export type Level = z.infer<typeof Level>;

/** What the answers say about one team on one indicator; figures in points of the measure, probabilities 0-1 in 3 decimals. */
export const Signal = z.strictObject({
  measure: z.string(),
  /** Present when there are several indicators: the level of this one alone. */
  level: Level.optional(),
  /** Probability that the claim holds: beyond the line, on the unfavourable side. */
  probability: z.number(),
  /** The same for the team as such. */
  probability_team_as_such: z.number(),
  /** Estimate and its "8 in 10" interval. */
  estimate: z.number(),
  interval: Interval,
  /** Only of a claim about members of whom some did not answer. */
  silent: z
    .strictObject({
      /** How much better than expected they would have to be to bring the estimate to the line, in standard deviations within teams. */
      tipping_point: z.number(),
      /** The probability if they are 0.3 standard deviations worse than expected. */
      probability_if_worse: z.number(),
    })
    .optional(),
  /** The smallest change by the next wave that as many answers would mostly (8 in 10) show. */
  detectable_change: z.number().optional(),
});
export type Signal = z.infer<typeof Signal>;

/**
 * How far a team moved since the wave `since` on the primary indicator; points of the measure, probabilities in 3 decimals of having moved by
 * more than 0.1 standard deviation within teams. direction: worse and better are lists with the same budget as elevated.
 */
export const Change = z.strictObject({
  since: z.string(),
  estimate: z.number(),
  interval: Interval,
  probability_worse: z.number(),
  probability_better: z.number(),
  direction: z.enum(["worse", "better", "not_shown"]),
});
export type Change = z.infer<typeof Change>;

/**
 * One row per team with a figure in three waves or more, waves oldest first; points of the measure. From the third wave on a wave is
 * compared with the team's mean over the waves before it, weighted by answers.
 */
export const TeamChart = z.strictObject({
  unit: z.string(),
  measure: z.string(),
  points: z.array(
    z.strictObject({
      wave: z.string(),
      value: z.number(),
      /** The mean of the waves before, and the limits of chance around it for this wave: three standard errors. */
      expected: z.strictObject({ centre: z.number(), ...Interval.shape }).optional(),
      position: z.enum(["above", "within", "below"]).optional(),
    }),
  ),
});
export type TeamChart = z.infer<typeof TeamChart>;

/**
 * One row per wave and unit with a released figure of an indicator. With several indicators: elevated when the primary one or two
 * others are on the joint list; watch when the primary one is as likely as not or one other is on the list; else as the primary one.
 */
export const Assessment = z.strictObject({
  wave: z.string(),
  unit: z.string(),
  segment: Segment.nullable(),
  level: Level,
  /** The primary indicator first. */
  signals: z.array(Signal),
  /** Where the team shows the primary indicator in the previous wave as well. */
  change: Change.optional(),
  /** What in the team's work goes with the primary indicator, the largest contribution first. */
  drivers: z
    .array(
      z.strictObject({
        measure: z.string(),
        /** How far the team as such lies from the mean of teams, in standard deviations within teams; above 0 is unfavourable. */
        gap: z.number(),
        /** Gap x the driver's share of what all drivers explain. */
        contribution: z.number(),
      }),
    )
    .optional(),
  /** Mean gap of job demands and of resources, as `gap`; above 0 is unfavourable: many demands, few resources. */
  balance: z.strictObject({ demands: z.number(), resources: z.number() }).optional(),
});
export type Assessment = z.infer<typeof Assessment>;

/**
 * Other groups than teams, assessed by the same rules. Every kind of group has a model and a list of its own, so that none changes the level
 * of a team: whole units of one level above the teams, or the segments of one attribute in units of one level. One row per wave and
 * kind with a released figure of an indicator; groups follow unit codes and values, never a ranking. Bounded segments are left out.
 */
export const GroupAssessment = z.strictObject({
  wave: z.string(),
  /** null: whole units. */
  attribute: Code.nullable(),
  /** Of the units; null: leaf units, whatever their level. */
  level: z.int().min(0).nullable(),
  /** As of teams; `teams` counts groups, and `between_team_sd` is between groups. */
  models: z.array(Model),
  assessments: z.array(Assessment),
  expected_wrong_flags: z.number().nullable(),
});
export type GroupAssessment = z.infer<typeof GroupAssessment>;

/**
 * How scores of the same people go together within teams: which measures tell most of an outcome. One row per wave and outcome, over the
 * released leaf units of the outcome. Association of answers to one questionnaire, no proof of cause.
 */
export const DriverModel = z.strictObject({
  wave: z.string(),
  outcome: z.string(),
  /** Those of the outcome; who has no score on a driver is left out and not counted here. */
  respondents: z.int(),
  teams: z.int(),
  /** Everything below is a multiple of this step; shares of the outcome's variance, 0-1. */
  step: z.number(),
  /** What the drivers tell together (R squared): within teams, and over all people as one group. */
  explained: z.number(),
  explained_pooled: z.number(),
  drivers: z.array(
    z.strictObject({
      measure: z.string(),
      /** Johnson's relative weight within teams, its 80 % interval over teams drawn again, and the weight over all people as one group. */
      weight: z.number(),
      interval: Interval,
      weight_pooled: z.number(),
      /** Whether a higher score goes with a higher or a lower outcome. */
      goes_with: z.enum(["higher", "lower", "neither"]),
      /** Whether the whole interval lies above an equal share of what is explained. */
      stands_out: z.boolean(),
    }),
  ),
});
export type DriverModel = z.infer<typeof DriverModel>;

/**
 * How a measure goes together with a figure of the organisation's own administration, over teams. One row per wave, measure and outcome;
 * it shows that two things go together in these teams, never that one causes the other.
 */
export const OutcomeLink = z.strictObject({
  wave: z.string(),
  measure: z.string(),
  outcome: z.string(),
  /** First and last period of the file. */
  periods: z.strictObject({ first: z.string(), last: z.string() }),
  /** Spearman's rank correlation and its 95 % interval (Bonett and Wright); null with fewer than ten teams, or without differences. */
  correlation: z.strictObject({ rho: z.number(), ...Interval.shape }).nullable(),
  /** One row per released team with at least k people: its published figure, and its mean over the periods weighted by headcount. */
  teams: z.array(z.strictObject({ unit: z.string(), figure: z.number(), value: z.number() })),
  /** Released teams in the file that are left out, because a value of theirs is about fewer than k people. */
  left_out: Count,
});
export type OutcomeLink = z.infer<typeof OutcomeLink>;

/** Amounts in the outcome's currency, two significant digits, rounded outwards. */
const Amounts = z.strictObject({ low: z.int(), high: z.int() });
const GroupCost = Amounts.extend({ teams: z.int() });

/**
 * What an outcome cost in the teams of its link of the primary indicator, by the assumptions of scan.yaml and whatever the cause; one row per
 * outcome with assumptions. Never what it would be without strain, nor what doing something would yield.
 */
export const OutcomeCost = z.strictObject({
  wave: z.string(),
  outcome: z.string(),
  /** First and last period of the file: the total is over all of them. */
  periods: z.strictObject({ first: z.string(), last: z.string() }),
  teams: z.int(),
  total: Amounts,
  /** For one employee during a year, in teams with an elevated signal and in the other ones; null with fewer than five of either. */
  per_employee_year: z.strictObject({ elevated: GroupCost, others: GroupCost }).nullable(),
});
export type OutcomeCost = z.infer<typeof OutcomeCost>;
