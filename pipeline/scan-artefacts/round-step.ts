/** The step at which the axis of an outcome ends, as the design has it. In: values in the outcome's own unit; out: a number. */

/** 1, 2 or 5 times a power of ten, at most a fifth of the span; 0 without differences. */
export function roundStep(values: readonly number[]): number {
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const,
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
  );
  const fifth = (high - low) / 5;
  if (!(fifth > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(fifth) + 1e-9);
  const times = [5, 2, 1].find((one) => one * power <= fifth * (1 + 1e-9)) ?? 1;
  return Number((times * power).toPrecision(1));
}

/** Decimals with which values are written for readers: one more than the step has, at most 3. */
export const decimalsAt = (step: number): number =>
  step === 0 ? 0 : Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(step) + 1e-9)));
