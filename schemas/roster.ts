/** The roster: the organisation as a tree of units at the closing date of a wave. */

/** One row per unit and period, as read from the roster file. On any day exactly one unit, the organisation, has no parent. */
export type RosterRow = Readonly<{
  /** The code used in the exports. */
  unit: string;
  name: string;
  parent: string | null;
  /** Direct members of this unit who were invited to the wave, its manager included; null when unknown. */
  invited: number | null;
  /** First day on which the row holds, ISO 8601; null when it always did. */
  valid_from: string | null;
  /** Last day on which the row holds, ISO 8601; null when it still does. */
  valid_until: string | null;
}>;

/**
 * One row per unit, parents before children, siblings by code.
 * `level` 0 is the organisation; `leaf` has no units below it; `invited_total` counts the whole subtree, null when any part is unknown.
 */
export type Unit = Readonly<{
  unit: string;
  name: string;
  parent: string | null;
  level: number;
  leaf: boolean;
  invited: number | null;
  invited_total: number | null;
  /** Only a roll-up has these: the units that it puts together with the people directly in its parent. */
  members?: readonly string[];
}>;
