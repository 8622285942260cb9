/** What is known left of the wall: sums per unit and measure. Never written to a file. */

/**
 * One row per unit and measure of one wave; confidential.
 * Sums are exact integers: a person's score is `factor` times the score in points of the scale.
 */
export type Cell = Readonly<{
  unit: string;
  measure: string;
  /** People in the unit's whole subtree with a score; one base for all measures of an instrument. */
  respondents: number;
  sum: bigint;
  sum_squares: bigint;
  /** eNPS only. */
  promoters?: number;
  passives?: number;
  detractors?: number;
}>;

/** What a measure is and how its integers are to be read; the same for every wave. */
export type MeasureDefinition = Readonly<{
  measure: string;
  instrument: string;
  scale: string;
  kind: "mean" | "enps";
  title: { nl: string; en: string };
  meaning: { nl: string; en: string };
  /** Limits of a person's score in points of the scale: eNPS -100 to 100, rescaled 0 to 100, a sum items x answer. */
  minimum: number;
  maximum: number;
  higher_is: "better" | "worse";
  /** Integer score = points x factor. */
  factor: bigint;
  /** Number of items of the scale; reliability needs at least two. */
  items: number;
  /** The integer score of one step: people who answered every item have a whole number of steps. */
  step: bigint;
  /** The scales of the same block that this one is the item-weighted mean of; absent for a scale of items. */
  made_of?: readonly Readonly<{ measure: string; items: number }>[];
}>;

/** All confidential cells of one instrument in one wave; every unit of the tree is there, also with 0 respondents. */
export type Block = Readonly<{
  wave: string;
  questionnaire: string;
  instrument: string;
  measures: readonly MeasureDefinition[];
  cells: readonly Cell[];
}>;

/**
 * One row per unit and combination of attribute values, of one instrument in one wave: the people directly in the unit who have
 * these values and all scales of the instrument. Confidential. Only rows with people are there.
 */
export type Atom = Readonly<{
  unit: string;
  /** In the order of the attributes; null when not known. */
  values: readonly (string | null)[];
  respondents: number;
  /** Per measure, as in Cell. */
  sums: ReadonlyMap<string, bigint>;
}>;

/**
 * An attribute of the people of one questionnaire in one wave: a column of their table with a code or null, or the value of the
 * unit they are directly in; a unit that is not there has none.
 */
export type AttributeSource = Readonly<
  { attribute: string } & ({ column: string } | { ofUnit: ReadonlyMap<string, string | null> })
>;

/**
 * All atoms of one questionnaire in one wave. `blocks` has one base per instrument, the people with all its scales; `answered`
 * everyone who answered the questionnaire at all, without sums. Atoms have one respondent or more, and are in the order of unit
 * and values.
 */
export type AtomBlocks = Readonly<{
  wave: string;
  questionnaire: string;
  attributes: readonly string[];
  answered: readonly Atom[];
  blocks: readonly Readonly<{
    instrument: string;
    measures: readonly MeasureDefinition[];
    atoms: readonly Atom[];
  }>[];
}>;

/** One row per unit: how many of the invited answered this questionnaire, whole subtree. */
export type Participation = Readonly<{ wave: string; questionnaire: string; counts: ReadonlyMap<string, number> }>;

/**
 * Item moments of one scale over the respondents of a chosen set of leaf units, for Cronbach's alpha.
 * Only people who answered every item of the scale are in it; answers are turned so that they point one way.
 */
export type ItemMoments = Readonly<{
  measure: string;
  respondents: number;
  teams: number;
  /** Per item, scaled integers. */
  item_sums: readonly bigint[];
  item_sums_squares: readonly bigint[];
  total_sum: bigint;
  total_sum_squares: bigint;
}>;

/**
 * Sums and products of the items of one scale over the same people as ItemMoments, for omega. Confidential like all of these.
 */
export type ItemProducts = Readonly<{
  measure: string;
  respondents: number;
  teams: number;
  /** Per item, scaled integers. */
  item_sums: readonly bigint[];
  /** Per item a row: the sums of its products with every item, itself included. */
  item_products: readonly (readonly bigint[])[];
}>;

/** One row per team and measure: moments of every item over the team's people who answered all of them, for rwg. */
export type TeamItems = Readonly<{
  unit: string;
  measure: string;
  respondents: number;
  items: readonly Readonly<{ respondents: number; sum: bigint; sum_squares: bigint }>[];
  /** Of the sum of a person's items. */
  total_sum_squares: bigint;
}>;

/** Answers given to the items of one scale, and how many there could be, by everyone who responded in a set of teams. */
export type AnsweredItems = Readonly<{ measure: string; answered: bigint; asked: bigint }>;

/** All that the quality of one scale of two or more items is judged by, over one set of teams. */
export type ScaleQuality = Readonly<{
  products: ItemProducts;
  teams: readonly TeamItems[];
  answered: AnsweredItems;
  /** Highest minus lowest answer to an item, in the scaled integers of the items: 4 for 1 to 5. */
  answer_range: bigint;
}>;
