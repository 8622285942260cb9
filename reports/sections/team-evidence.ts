/** What the evidence about a team can carry: the change it would show, the change it shows, what silence could do. In: a team; out: sentences. */
import type { Assessment, Change, Level, Measure, Signal } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import { decimalsOf, formatNumber, formatProbability } from "../formats.ts";

/** About one team in the newest wave; empty for a team that was not assessed, and without what the release does not hold. */
export function listEvidence(context: Context, unit: string): string[] {
  const { index } = context;
  const assessment = index.assessmentOf(index.newest?.wave ?? "", unit);
  const signal = assessment?.signals[0];
  const measure = index.measureOf(signal?.measure ?? "");
  if (assessment === undefined || signal === undefined || measure === undefined) return [];
  return [
    ...stateChange(context, measure, assessment),
    ...stateDetectable(context, measure, signal),
    ...stateSilence(context, assessment.level, signal),
  ];
}

function stateChange({ language, texts }: Context, measure: Measure, { change }: Assessment): string[] {
  if (change === undefined) return [];
  const { evidence } = texts.signals;
  const { estimate, interval } = change;
  const [moved = "", low = "", high = ""] = [estimate, interval.low, interval.high].map((value) => {
    const written = formatNumber(value, decimalsOf(measure), language);
    return value > 0 ? `+${written}` : written;
  });
  return [`${evidence.change(moved, low, high)} ${sayDirection(change.direction)}`];

  function sayDirection(direction: Change["direction"]): string {
    if (direction === "worse") return evidence.worse;
    return direction === "better" ? evidence.better : evidence.unclear;
  }
}

const stateDetectable = ({ language, texts }: Context, measure: Measure, { detectable_change }: Signal): string[] =>
  detectable_change === undefined
    ? []
    : [texts.signals.evidence.detectable(formatNumber(detectable_change, decimalsOf(measure), language))];

/** Of an elevated team what would take the signal away, of any other what would bring it nearer. */
function stateSilence({ language, texts }: Context, level: Level, { silent }: Signal): string[] {
  const { evidence } = texts.signals;
  if (silent === undefined) return [];
  return level === "elevated" && silent.tipping_point > 0
    ? [evidence.tipping(formatNumber(silent.tipping_point, 1, language))]
    : [evidence.ifWorse(formatProbability(silent.probability_if_worse, language))];
}
