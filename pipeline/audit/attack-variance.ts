/**
 * A small attack beside the linear ones: a variance within teams near 0 puts everyone at the team's published mean.
 *
 * In: the published statistics; out: rows whose sum of squares is too small for one person in a team of k to be the open
 * share of the scale, W, away from the mean: below W^2 x k / (k - 1). What else squares tell is not examined.
 */
import type { OrganisationStatistic, Release } from "../../schemas/release.ts";

/** Offending rows; eNPS is left out, since its variance follows from published parts. */
export const attackVariance = ({ statistics, measures, policy }: Release): OrganisationStatistic[] =>
  statistics.filter(({ statistic, measure, value, respondents, teams }) => {
    const definition = measures.find((one) => one.measure === measure);
    if (statistic !== "pooled_within_variance" || definition?.kind !== "mean") return false;
    const open = (definition.maximum - definition.minimum) * policy.open_share;
    const least = (open * open * policy.k.mean) / (policy.k.mean - 1);
    return value * (respondents - teams) < least * (1 - 1e-6);
  });
