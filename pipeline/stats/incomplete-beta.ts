/**
 * The regularised incomplete beta function, on which Student's t rests; numbers in, a probability out.
 * Source: continued fraction of Abramowitz & Stegun (1964) 26.5.8, evaluated by Lentz's method (Press et al., Numerical Recipes, 6.4);
 * log gamma by the series of Stirling, shifted to arguments from 10, DLMF 5.11.1.
 */

const maximumTerms = 10_000;
const standsStill = 1e-16;
/** Stands in for a denominator of 0. */
const tiny = 1e-300;

/**
 * I_x(a, b), 0 to 1, for x from 0 to 1 and a and b above 0.
 *
 * @example incompleteBeta(0.5, 2, 3) // 0.6875, R: pbeta(.5, 2, 3)
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  if (x < (a + 1) / (a + b + 2)) return (front * continueFraction(x, a, b)) / a;
  return 1 - (front * continueFraction(1 - x, b, a)) / b;
}

function continueFraction(x: number, a: number, b: number): number {
  let above = 1;
  let below = 1 / avoidZero(1 - ((a + b) * x) / (a + 1));
  let fraction = below;
  for (let term = 1; term <= maximumTerms; term++) {
    const even = (term * (b - term) * x) / ((a + 2 * term - 1) * (a + 2 * term));
    const odd = (-(a + term) * (a + b + term) * x) / ((a + 2 * term) * (a + 2 * term + 1));
    let change = 1;
    for (const step of [even, odd]) {
      below = 1 / avoidZero(1 + step * below);
      above = avoidZero(1 + step / above);
      change = below * above;
      fraction *= change;
    }
    if (Math.abs(change - 1) < standsStill) break;
  }
  return fraction;
}

const avoidZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

function logGamma(value: number): number {
  if (value < 10) return logGamma(value + 1) - Math.log(value);
  const inverse = 1 / value;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188)))));
  return (value - 0.5) * Math.log(value) - value + 0.5 * Math.log(2 * Math.PI) + series;
}
