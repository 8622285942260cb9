/** The words of the reports in English, in alphabetical order; as many as in Dutch. */
import type { GlossaryTexts } from "./glossary.nl.ts";

export const glossaryEnglish: GlossaryTexts = {
  title: "Words",
  entries: [
    ["Certainty", "The chance that the team lies beyond the line, rounded to 5%."],
    [
      "Certainty team as such",
      "The chance that the team would lie beyond the line with other people in the same work as well.",
    ],
    ["Clear difference", "The range of 95% certainty lies wholly on one side of what we compare with."],
    ["Confidential", "A figure is always about at least the agreed number of answers."],
    [
      "Degrees of freedom",
      "The number of answers minus the number of teams. The more, the better the spread within teams is known.",
      "degrees of freedom",
    ],
    ["Demands", "What costs energy in the work, such as time pressure.", "demands", "Demands"],
    [
      "Elevated signal",
      "The answers point with enough certainty to a team beyond the line. It is a reason to talk, not a diagnosis.",
      "elevated signal",
    ],
    [
      "eNPS",
      "The percentage of promoters (score 9 or 10, unless the questionnaire says otherwise) minus the percentage of detractors. Runs from −100 to +100.",
      "eNPS",
    ],
    ["Group", "People who share something, such as the kind of contract."],
    ["Line", "The limit every team is compared with. It should be fixed before the wave begins.", "line"],
    [
      "No signal found",
      "The team probably does not lie beyond the line. That does not mean that nothing is the matter.",
      "no signal found",
    ],
    ["Not shown", "There is no figure, to keep answers confidential."],
    [
      "Rank correlation",
      "A number from −1 to 1 that says whether two things go together, by their order. At 0 there is no association.",
      "rank correlation",
    ],
    ["Resources", "What gives energy in the work, such as support from colleagues.", "resources", "Resources"],
    ["Response rate", "The part of the invited people who answered."],
    [
      "Rest of a department",
      "Small teams of one department together, with the people who belong to the department directly.",
      "rest of that department",
    ],
    ["Spread (standard deviation)", "Roughly how far answers lie from their mean.", "standard deviation"],
    [
      "The answers do not settle it",
      "The answers leave both possibilities open. Not good news and not bad news.",
      "not settled",
      "the answers do not settle it",
    ],
    ["Watch", "The team is more likely than not beyond the line, but that is not certain.", "teams to watch", "watch"],
    ["Wave", "One round in which the questionnaire was open."],
  ],
};
