/**
 * The figures that reports say about the scan as a whole beyond means and models: how often its labels are right.
 * In: a release; out: figures without a unit, empty for what the release does not hold.
 */
import type { Calibration, Release } from "../../schemas/release.ts";
import { counts, type Figure } from "./figures.ts";

export const figuresOfEvidence = ({ models }: Release): Figure[] =>
  models.flatMap((model) =>
    model.status === "assessed" && model.calibration !== undefined ? figuresOfCalibration(model.calibration) : [],
  );

/** "about 4 of 100 scans", "about 9 in 10 teams". */
const figuresOfCalibration = ({ scans, scans_with_false_flag, ...of }: Calibration): Figure[] =>
  counts([
    scans,
    Math.round(100 * scans_with_false_flag),
    ...[of.flags_right, of.found, of.found_or_watched].flatMap((share) =>
      share === null ? [] : [Math.round(10 * share)],
    ),
  ]);
