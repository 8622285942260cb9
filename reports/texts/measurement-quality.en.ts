/** The English texts on how well each scale was measured. */
import type { MeasurementQualityTexts } from "./measurement-quality.nl.ts";

export const measurementQualityEnglish: MeasurementQualityTexts = {
  intro:
    "A scale is a group of questions that measure one thing together. This part says for each scale whether it worked well enough in this wave. It is only about the teams in this report.",
  caption: (wave) => `Quality of the measurement, wave ${wave}`,
  earlier: "Earlier waves",
  columns: {
    scale: "Scale",
    fitness: "Fit for use?",
    reliability: "Reliability",
    agreement: "Agreement within teams",
    difference: "Difference between teams",
    ends: "Lowest and highest score",
    answered: "Questions answered",
  },
  fitness: {
    yes: "yes",
    care: "yes, with care",
    no: "no, too unreliable",
    unknown: "cannot be said",
  },
  reliability: { unknown: "not known", low: "too low", enough: "sufficient" },
  agreement: { unknown: "not shown", none: "no agreement", weak: "weak", moderate: "moderate", strong: "strong" },
  difference: {
    none: "no more than chance",
    uncertain: "yes, but part is chance",
    clear: "clear",
  },
  few: "no problem",
  open: { floor: "lowest: not ruled out", ceiling: "highest: not ruled out" },
  lessThan: (share) => `less than ${share}`,
  orMore: (share) => `${share} or more`,
  from: (low, high) => `${low} to ${high}`,
  figures: "Every number of this table",
  statistics: { alpha: "Alpha", omega: "Omega", adjusted: "ICC(1), k0" },
  meaning: "What these columns mean",
  explain: [
    [
      "Fit for use?",
      "“No” means: draw no conclusions from this scale. “With care” means: there is a weak point, and it stands in the same row.",
    ],
    [
      "Reliability",
      "This says whether the questions of a scale measure the same thing. From 0.70 that is sufficient. Alpha and omega are two ways to compute it; omega is there only when it can be computed.",
    ],
    [
      "Agreement within teams",
      "This says whether people in the same team answer the same: 0 is as with random answers, 1 is entirely equal (rwg). Up to 0.50 a mean says little about the team as a whole. The second number, rwg(j), is for all questions of the scale together and is therefore higher.",
    ],
    [
      "Difference between teams",
      "ICC(1) is the share of all differences that lies between teams. If it is 0 or lower, do not compare teams on this scale. ICC(2) says how reliable the means of teams are: from 0.70 that is sufficient. There are two ways to compute ICC(1): with the mean size of the teams, and adjusted for teams of different sizes (k0).",
    ],
    [
      "Lowest and highest score",
      "If many people have the lowest or the highest score, the scale cannot show differences at that end. “No problem” means: less than 15 percent can have that score. “Not ruled out” does not mean that it is so. We do not give the exact share, because it could give answers away.",
    ],
    [
      "Questions answered",
      "The share of the questions of this scale that was answered by those who responded. Below 80 percent a scale may be unclear or sensitive.",
    ],
  ],
};
