/**
 * The reliability of a score among people of the same team, from the reliability among all people.
 *
 * Errors of measurement are as large within a team as over everyone, but people of one team differ less, so that more of what they differ by
 * is error: 1 - (1 - r) S² / s², with S² over everyone and s² within teams (Gulliksen, 1950, Theory of Mental Tests, on groups of restricted
 * range). ICC(1) is the share of S² between teams, so S² / s² is 1 / (1 - ICC(1)); an ICC(1) below 0 is chance and counts as 0.
 */

/** Both 0-1; undefined when nothing within teams would be left to measure. */
export function reliabilityWithinTeams(reliability: number, icc1: number): number | undefined {
  const within = 1 - (1 - reliability) / (1 - Math.max(0, icc1));
  return within > 0 ? within : undefined;
}
