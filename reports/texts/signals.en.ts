/** The English texts on what lies behind the signals: how sure they are, what goes with them, what came before. */
import type { SignalsTexts } from "./signals.nl.ts";

export const signalsEnglish: SignalsTexts = {
  calibration: {
    title: "How sure are these signals?",
    falseFlags: (scans) =>
      `In ${scans} of 100 imitated scans without any difference between teams a team still got an elevated signal.`,
    hundredths: (scans) => (scans < 1 ? "fewer than 1" : `about ${scans}`),
    right: (share) =>
      `In imitated scans like this one, of the teams with an elevated signal ${share} truly lie beyond the line.`,
    found: (flagged, watched) =>
      `Of the teams that truly lie beyond the line in them, ${flagged} get an elevated signal. Together with the teams to watch it is ${watched}.`,
    quiet: "So a team without an elevated signal can still lie beyond the line.",
    tenths: (teams) => (teams < 1 ? "fewer than 1 in 10" : teams >= 10 ? "more than 9 in 10" : `about ${teams} in 10`),
    how: (scans) =>
      `How this was computed: we imitated ${scans} scans without differences between teams and ${scans} scans with differences as here, with teams of the same size, response, spread and reliability, and counted how often the labels were right.`,
  },
  evidence: {
    title: "How precise is this?",
    change: (moved, low, high) =>
      `Estimated difference with the previous wave: ${moved}, with a probability of 8 in 10 between ${low} and ${high}.`,
    worse: "That is a change for the worse, with enough certainty.",
    better: "That is a change for the better, with enough certainty.",
    unclear: "That does not show a change.",
    detectable: (change) =>
      `With the same number of answers, the next wave will usually show a change only if it is ${change} or more.`,
    tipping: (spreads) =>
      `The team comes to the line only if those who did not answer score, on average, ${spreads} times the spread (standard deviation) within teams more favourably than expected.`,
    ifWorse: (sure) =>
      `If those who did not answer score, on average, 0.3 times the spread (standard deviation) within teams less favourably than expected, it is ${sure} certain that the team lies beyond the line.`,
  },
  drivers: {
    title: "What in the work goes together with the signal",
    intro:
      "This part shows which scales go together in the answers of the same people. That is an association. It does not say that one causes the other.",
    scale: "Scale",
    weight: "Part of the differences",
    goesWith: "A higher score goes together with",
    standsOut: "Stands out",
    directions: { higher: "a higher outcome", lower: "a lower outcome", neither: "neither" },
    yes: "yes",
    no: "no",
    explained: (share, outcome, respondents, teams) =>
      `All scales in this figure go together with ${share} of the differences in ${outcome} between people in the same team (${respondents} respondents in ${teams} teams).`,
    teams: "What weighs most in teams with a signal",
    most: "Weighs most",
    nothing: "no scale stands out",
    readTeams:
      "The columns Demands and Resources say how far the team lies from the mean of the teams. Above zero is unfavourable: many demands or few resources. The measure is the spread (standard deviation) within teams.",
  },
  groups: {
    title: "Departments and groups with a signal",
    intro:
      "This is about groups, never about one person. Every kind of group was assessed by itself. The order is that of the organisation and says nothing about the outcome.",
    none: "None of the assessed groups has an elevated signal or is one to watch.",
    attribute: "Told apart by",
    group: "Group",
    everyone: "everyone",
    notAssessed: {
      measure_not_in_wave: (kinds) =>
        `Not assessed: ${kinds}. The question that the line belongs to was not asked there.`,
      variance_not_released: (kinds) =>
        `Not assessed: ${kinds}. The spread between people within teams can't be shown, and without it nobody can say what is chance.`,
      fewer_than_ten_teams_and_no_absolute_line: (kinds) =>
        `Not assessed: ${kinds}. Of each kind fewer than ten groups can be compared, which is too few for a line from the organisation itself.`,
      fewer_than_two_teams: (kinds) => `Not assessed: ${kinds}. Of each kind at most one group can be compared.`,
    },
    noSignal: "Without an assessment a group can't get a signal. This is not good news and not bad news.",
    kinds: {
      departments: "departments",
      lower: "parts of departments",
      organisation: (attribute) => `${attribute} in the whole organisation`,
      perDepartment: (attribute) => `${attribute} per department`,
      perLower: (attribute) => `${attribute} per part of a department`,
      perTeam: (attribute) => `${attribute} per team`,
    },
  },
  outcomes: {
    title: "What goes together with absence and other figures of the organisation",
    intro:
      "For each team, the outcome of the scan is set beside figures of the organisation itself. We look at whether these go together. That does not say that one causes the other.",
    outcome: "Figure of the organisation",
    together: "A higher score goes together with",
    together_words: {
      higher: "a higher figure",
      lower: "a lower figure",
      unclear: "not clear",
      unknown: "can't be said",
    },
    correlation: "Rank correlation",
    leftOut: "Teams left out",
    reading:
      "The rank correlation runs from \u22121 to 1; at 0 nothing goes together. From and to give the range of 95 percent certainty. When 0 lies in it, it is not clear whether the two go together.",
  },
  costs: {
    title: "What it costs",
    currencies: { EUR: "euros" },
    range: (low, high, currency) => `between ${low} and ${high} ${currency}`,
    total: (title, teams, range, first, last) =>
      `${title}, whatever the cause, cost ${range} in ${teams} shown teams together${first === last ? `, in ${first}` : `, from ${first} to ${last}`}.`,
    groups: (elevated, teams, others, rest) =>
      `Per employee per year that was ${elevated} in the ${teams} teams with an elevated signal, and ${others} in the ${rest} other teams. That difference can be chance, and it does not say where it comes from.`,
    assumed: {
      unit_per_employee_year: (unit, range) =>
        `Assumption: every unit of this figure (${unit}) costs ${range} per employee per year.`,
      unit: (unit, range) => `Assumption: every unit of this figure (${unit}) costs ${range}.`,
    },
    source: (source) => `Source: ${source}`,
    limits: "Teams that are not shown are not counted. What a measure would save does not follow from this.",
  },
  persistence: {
    title: "Teams that differ from their own earlier waves",
    intro:
      "Of every team with three waves or more we compare a wave with the mean of that team in the waves before it. Here is only what differs so much that chance seldom explains it.",
    none: "No team differs so much that chance seldom explains it.",
    side: "Difference",
    worse: "less favourable than before",
    better: "more favourable than before",
    reading:
      "From and to give the range in which chance alone would nearly always keep the team: at most about 1 in 370 waves falls outside it by chance.",
  },
};
