/** Adds to an example release what lies behind its signals; every figure is invented. */
import { type Assessment, type Calibration, Release } from "../../schemas/release.ts";

const newestOf = (release: Release): string => release.waves.at(-1)?.wave ?? "";

/** Simulated scans for the newest wave. */
export function withCalibration(release: Release, change: Partial<Calibration> = {}): Release {
  const calibration: Calibration = {
    scans: 314,
    seed: 1,
    scans_with_false_flag: 0.04,
    teams_beyond: 0.2,
    flags_right: 0.88,
    found: 0.43,
    found_or_watched: 0.66,
    quiet_wrong: 0.05,
    ...change,
  };
  return Release.parse({
    ...release,
    models: release.models.map((model) =>
      model.status === "assessed" && model.wave === newestOf(release) ? { ...model, calibration } : model,
    ),
  });
}

/** The same additions to every assessment of the newest wave. */
export function withAssessed(
  release: Release,
  change: (assessment: Assessment) => Partial<Omit<Assessment, "wave" | "unit">>,
): Release {
  return Release.parse({
    ...release,
    assessments: release.assessments.map((one) => (one.wave === newestOf(release) ? { ...one, ...change(one) } : one)),
  });
}
