/** An example release with three indicators: one team has a level of its own on each, all others have no signal anywhere. */
import { type Level, Release, type Signal } from "../../schemas/release.ts";
import { exampleRelease } from "./example-release.ts";

const plain = exampleRelease({ teams: 24, departments: 3 });
const wave = plain.waves.at(-1)?.wave ?? "";
const others = ["vitality.energy", "vitality.motivation"] as const;
const [primary] = plain.models.filter((model) => model.wave === wave);

/** `level` of the team, `own` of the primary indicator, `levels` of two others. */
export function withIndicators(level: Level, own: Level, levels: readonly Level[]): Release {
  const assessments = plain.assessments.map((assessment, index) => {
    const isIt = assessment.wave === wave && plain.assessments.findIndex((one) => one.wave === wave) === index;
    const [signal] = assessment.signals as [Signal];
    const rest = others.map(
      (measure, at): Signal => ({
        ...{ ...signal, measure, level: isIt ? (levels[at] ?? "no_signal") : "no_signal" },
        probability: isIt ? 0.96 - at / 10 : 0.1,
      }),
    );
    const first: Signal = { ...signal, level: isIt ? own : "no_signal", probability: isIt ? 0.41 : 0.1 };
    return { ...assessment, level: isIt ? level : "no_signal", signals: [first, ...rest] };
  });
  const models = plain.models.flatMap((model) =>
    model === primary ? [model, ...others.map((measure) => ({ ...model, measure }))] : [model],
  );
  return Release.parse({ ...plain, assessments, models, expected_wrong_flags: 0.18 });
}
