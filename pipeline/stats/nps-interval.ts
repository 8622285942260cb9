/**
 * Adjusted Wald interval of a net promoter score; counts of promoters and detractors in, points -100 to 100 out.
 * Source: Rocks (2016), The American Statistician; arXiv 1601.07235: 3/4 promoter, 3/4 detractor and 3/2 passive are added.
 */
import { intervalFactor } from "./interval-factor.ts";

const addedPromoters = 0.75;
const addedDetractors = 0.75;
const addedAnswers = 3;

/**
 * `centre` is the adjusted score in points: it lies nearer to 0 than the plain score and is not for publishing as the eNPS.
 * `low` and `high` are clamped to -100 and 100. Without answers this is the interval of the added ones alone.
 *
 * @example npsInterval({ promoters: 10, detractors: 0, respondents: 10 }) // 76.9 (47.5 to 100)
 */
export function npsInterval(
  counts: Readonly<{ promoters: number; detractors: number; respondents: number }>,
  coverage = 0.95,
): { centre: number; low: number; high: number } {
  const answers = counts.respondents + addedAnswers;
  const promoters = (counts.promoters + addedPromoters) / answers;
  const detractors = (counts.detractors + addedDetractors) / answers;
  const difference = promoters - detractors;
  const standardError = Math.sqrt((promoters + detractors - difference ** 2) / answers);
  const reach = 100 * intervalFactor(coverage) * standardError;
  const centre = 100 * difference;
  return { centre, low: Math.max(-100, centre - reach), high: Math.min(100, centre + reach) };
}
