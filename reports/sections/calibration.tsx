/** How often the labels of a scan like this one are right. In: a context; out: JSX, or null without simulated scans. */
import type { Calibration } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import { formatNumber } from "../formats.ts";

/** What was simulated for the newest wave; undefined when nothing was. */
export function findCalibration({ index }: Context): Calibration | undefined {
  const model = index.modelOf(index.newest?.wave ?? "");
  return model?.status === "assessed" ? model.calibration : undefined;
}

export function CalibrationOfSignals({ context }: { context: Context }) {
  const found = findCalibration(context);
  if (found === undefined) return null;
  const { calibration } = context.texts.signals;
  return (
    <>
      <ul>
        {listSentences(context, found).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p class="small">{calibration.how(formatNumber(found.scans, 0, context.language))}</p>
    </>
  );
}

/** A share of nothing is left out. */
function listSentences({ texts }: Context, found: Calibration): string[] {
  const { calibration } = texts.signals;
  const tenths = (share: number) => calibration.tenths(Math.round(10 * share));
  return [
    calibration.falseFlags(calibration.hundredths(Math.round(100 * found.scans_with_false_flag))),
    ...(found.flags_right === null ? [] : [calibration.right(tenths(found.flags_right))]),
    ...(found.found === null || found.found_or_watched === null
      ? []
      : [`${calibration.found(tenths(found.found), tenths(found.found_or_watched))} ${calibration.quiet}`]),
  ];
}
