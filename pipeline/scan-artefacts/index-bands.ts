/** Knows the bands in which chance alone puts 95 % of teams that are equal. In: a release; out: a question about the ends of a band. */
import type { Measure, Release } from "../../schemas/release.ts";
import { bandWidth } from "./layout.ts";

/** The mean of teams and 1.96 standard errors around it, within the scale; the spread between people is published. */
export function indexBands({ models, statistics }: Release, measures: ReadonlyMap<string, Measure>) {
  const bands = models.flatMap((model) => {
    const { wave, measure } = model;
    const variance = statistics.find(
      (one) => one.wave === wave && one.measure === measure && one.statistic === "pooled_within_variance",
    )?.value;
    const scale = measures.get(measure);
    return model.status !== "assessed" || variance === undefined || scale === undefined
      ? []
      : [{ mean: model.mean, variance, scale }];
  });
  return (respondents: number, low: number, high: number): boolean =>
    bands.some(({ mean, variance, scale }) => {
      const arm = bandWidth * Math.sqrt(variance / respondents);
      return isNear(low, Math.max(mean - arm, scale.minimum)) && isNear(high, Math.min(mean + arm, scale.maximum));
    });
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 1e-9;
