/**
 * What those who did not answer could change about a claim: how much better they would have to be, and what if they are worse.
 * In: a team's estimate, the line, its answers and invited. Out: two figures, or nothing where everyone answered. Higher is worse here.
 *
 * The model takes the silent members to be like the others of their team (missing at random). With f the share that answered and s the
 * standard deviation within teams, the estimate reaches the line when they are (estimate - line) / ((1 - f) s) standard deviations better.
 * Source: tipping-point analysis, Yan, Lee & Li (2009), Journal of Biopharmaceutical Statistics 19.
 */
import type { Level } from "../../schemas/release.ts";

/** How much worse the silent members may be, in standard deviations within teams, before a team is called quiet. */
export const worseSilence = 0.3;
/** A quiet team as likely as not beyond the line under that assumption is not called quiet. */
const asLikelyAsNot = 0.5;

/** Share of a team that answered, 0-1. */
type Answered = Readonly<{ respondents: number; invited: number }>;

/** By how much the team's mean moves when the silent members are `worse` standard deviations worse; points. */
export function moveBySilence({ respondents, invited }: Answered, sd: number, worse: number = worseSilence): number {
  return (1 - respondents / invited) * worse * sd;
}

/**
 * Standard deviations; negative when the estimate is below the line: so much worse they would have to be. Undefined when everyone answered.
 *
 * @example findTippingPoint({ respondents: 6, invited: 8 }, 2.4, 2.3, 0.5) // 0.1 / (0.25 x 0.5) = 0.8
 */
export function findTippingPoint(
  { respondents, invited }: Answered,
  estimate: number,
  line: number,
  sd: number,
): number | undefined {
  if (respondents >= invited) return undefined;
  return (estimate - line) / ((1 - respondents / invited) * sd);
}

/** Takes "no signal" away from a team where silence could hide one. */
export function doubtQuiet(level: Level, probabilityIfWorse: number | undefined): Level {
  const hides = probabilityIfWorse !== undefined && probabilityIfWorse >= asLikelyAsNot;
  return level === "no_signal" && hides ? "too_little_evidence" : level;
}
