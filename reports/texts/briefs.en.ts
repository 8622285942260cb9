/** The English one-line findings for readers who get one page. */
import type { BriefsTexts } from "./briefs.nl.ts";

export const briefsEnglish: BriefsTexts = {
  title: "What else the scan shows",
  between: (low, high) => `With 95% certainty between ${low} and ${high}`,
  before: (elevated, teams) => `In the previous wave ${elevated} of the ${teams} teams shown had an elevated signal.`,
  groups: "Departments or other groups have a signal as well. The report for HR says which.",
  noGroups: "None of the assessed groups has a signal.",
  drivers: (scales, outcome) => `What goes together most clearly with ${outcome}: ${scales}.`,
  noDrivers: (outcome) => `In what goes together with ${outcome} no scale stands out.`,
  directions: {
    higher: (measure, figure) => `Teams with a higher score on ${measure} also have a higher figure for ${figure}.`,
    lower: (measure, figure) => `Teams with a higher score on ${measure} have a lower figure for ${figure}.`,
    unclear: (measure, figure) => `Whether ${measure} and ${figure} go together is not clear.`,
  },
  caution: "What goes together need not be a cause.",
  own: "What weighs in this team",
  most: (scales) =>
    `Least favourable in this team: ${scales}. That goes together with the outcome and need not be its cause.`,
  worse: "This wave is less favourable than the team's own earlier waves, more than chance makes likely.",
  better: "This wave is more favourable than the team's own earlier waves, more than chance makes likely.",
  within: "This wave differs no more from the team's own earlier waves than chance makes likely.",
};
