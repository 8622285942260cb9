/**
 * Adds to the newest wave's primary model what its flags are worth in an organisation like this one. Right of the wall.
 * In: a draft with models and assessments. Out: the same models, one with its calibration where it was assessed.
 */
import type { Model, Release } from "../../schemas/release.ts";
import { calibrateModel } from "../assess/calibrate-model.ts";
import type { Effects } from "./effects.ts";

/** What the models were made of. */
export type Fitted = Pick<Release, "waves" | "measures" | "cells" | "statistics" | "models" | "assessments">;

/** The same figures give the same calibration, in every run and on every machine. */
const seed = 20260101;
/** Times that progress is told. */
const steps = 4;

/** Models keep their order. */
export function calibrateNewest(
  { waves, measures, cells, statistics, models, assessments }: Fitted,
  primary: string,
  { announce }: Pick<Effects, "announce">,
): Model[] {
  const newest = waves.at(-1)?.wave;
  const measure = measures.find((one) => one.measure === primary);
  if (measure === undefined) return models;
  const units = new Set(assessments.filter(({ wave }) => wave === newest).map(({ unit }) => unit));
  const tell = announceSteps(announce);
  return models.map((model) => {
    if (model.wave !== newest || model.measure !== primary) return model;
    const input = { model, measure, units, cells, statistics };
    return calibrateModel(input, { seed, announce: tell });
  });
}

/** Tells a step whenever another quarter of the work is done. */
function announceSteps(announce: Effects["announce"]): (share: number) => void {
  let told = -1;
  return (share) => {
    const step = Math.floor(share * steps);
    if (step <= told || step >= steps) return;
    told = step;
    announce(`Simulating scans like this one (${(100 * step) / steps} %)`);
  };
}
