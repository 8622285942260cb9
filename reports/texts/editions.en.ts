/** English texts of the editions for managers, the board, and the works council and employees, equal in meaning to the Dutch. */
import type { EditionTexts } from "./editions.nl.ts";

const choose = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const readersEnglish: EditionTexts["readers"] = {
  hr: "For HR advisers",
  manager: (team) => `For the manager of ${team}`,
  board: "For the board",
  council: "For the works council and all employees",
};

export const managerEnglish: EditionTexts["manager"] = {
  title: (team) => `Team scan ${team}`,
  headline: {
    elevated: "{team} has an elevated signal",
    watch: "{team} is one to watch",
    no_signal: "No signal was found for {team}",
    too_little_evidence: "For {team} the answers do not settle it",
  },
  notAssessed: "The results of {team}",
  whyNotAssessed:
    "This team was given no label in this wave. The figures below show how the team stands against the organisation.",
  chartTitle: (clear, scales) =>
    clear === 0
      ? "On no scale is the team clearly less favourable than the organisation"
      : `On ${clear} of the ${scales} scales the team is clearly less favourable than the organisation`,
  subtitle:
    "The team beside the whole organisation, on every scale from the lowest to the highest score that is possible.",
  description: (scales) =>
    `${scales} scales below each other. The sign is the team with its range of 95 percent certainty, the upright stroke is the organisation.`,
  reading:
    "The sign is the mean of the team, with its range of 95% certainty. The upright stroke is the organisation. Clear means: the whole range lies on one side of that stroke. A difference on a scale without an elevated signal can be chance.",
  team: "Team",
  organisation: "Organisation",
  limits:
    "This is about the team as a whole. It says nothing about any one person, makes no diagnosis and is no judgement of you as a manager.",
  response: (questionnaire, respondents, invited, share, organisation) =>
    `${questionnaire}: ${respondents} of the ${invited} people answered (${share}). In the whole organisation it is ${organisation}.`,
  responseNotShown: "The response rate of this team is not given here.",
  talk: "Talking with your team",
  talkFlagged:
    "An elevated signal or a team to watch is a reason to talk with the team. Do so within a few weeks, with the whole team, and say first what you see in the outcome yourself.",
  talkOther:
    "Without a signal too the outcome is a good occasion to talk. Ask what should stay as it is and what can be better.",
  open: "Questions to begin with",
  questions: [
    "Do you recognise this picture? What do you see differently?",
    "What in our work costs the most energy at the moment?",
    "What gives energy, and how do we hold on to it?",
    "What is one thing that we can do differently in the coming month?",
    "What do you need for that from me, and what from the organisation?",
  ],
  role: "Your part",
  steps: [
    ["Signal", "See what changes in the work and in the team, and say so."],
    ["Normalise", "Show that talking about strain is part of work. Say what you find hard yourself too."],
    ["Support", "Change something in the work first: pressure, rosters, clarity, help from colleagues."],
    ["Refer", "Show the way to help. Making a diagnosis is not your task."],
  ],
  never: "What you had better not do",
  neverDo: [
    "Never ask who gave which answer, and do not guess either.",
    "Do not compare your team with another team.",
    "Promise no solution that is not yours to decide.",
  ],
  help: "Who can help you",
  whomToCall: [
    "Your HR adviser: about the outcome, the talk with the team and what can change in the work.",
    "The occupational physician: when you worry about somebody's health. Everyone may also go to the open consultation.",
    "The confidential adviser: about unwanted behaviour, or when somebody can't turn to you.",
  ],
};

export const boardEnglish: EditionTexts["board"] = {
  title: (organisation) => `Team scan ${organisation} for the board`,
  chartTitle: (elevated, affected, departments) =>
    elevated === 0
      ? "No department has a team with an elevated signal"
      : `The elevated signals come from ${affected} of the ${departments} departments`,
  subtitle: "Every sign is a team. Names of teams are not given here.",
  description: (departments) =>
    `${departments} units below each other, with a sign per team that gives its label, the elevated signals first.`,
  reading: (teams) =>
    `Departments with fewer than ${teams} teams stand together with the other departments, so that no team can be recognised.`,
  others: "Other departments together",
  ask: "We ask the board to give time and room for the talk in these teams, and to look first at the work and then at the people.",
  costs: "Cost and effect",
  costsUnknown:
    "What the strain costs does not follow from this wave. That takes figures of the organisation itself, such as absence, with a source for what it costs.",
  effectUnknown: "Measures were not recorded.",
  changeUnknown: "Measures were not recorded, so a change is no proof of an effect.",
  organisation: "The organisation as a whole",
  before: (value) => `Previous wave: ${value}`,
};

export const councilEnglish: EditionTexts["council"] = {
  title: (organisation) => `Protection of employees, team scan ${organisation}`,
  headline: (k) => `Every figure is about at least ${k} people`,
  headlineRefused: "This edition should not be published",
  intro:
    "This text explains how the answers to the questionnaire stay confidential: what we publish, what we do not, and how that was checked.",
  noScores: "There are no scores here. They are not needed to judge whether people are well protected.",
  verdicts: {
    clean:
      "A separate program tried to find something about a small group or one person from all published figures together. All attempts were carried out in full and none succeeded.",
    leak: "The audit found a way to learn something about a small group. These results should not be published.",
    unproven:
      "The audit could not finish all attempts. That counts as not proven, and such results should not be published.",
    none: "No certificate of an audit comes with this edition. The rules below were applied.",
  },
  rules: "The rules",
  published: "What is published, and for whom",
  editions: [
    ["HR", "All figures that meet the rules."],
    ["Manager", "Only their own team beside the organisation. Never another team."],
    ["Board", "One page about the whole organisation, without names of teams."],
    ["Works council and employees", "This text: how people are protected, without scores."],
  ],
  audit: "The audit",
  method:
    "The audit knows all published figures and who is in which team. It tries to subtract groups from each other, uses what one respondent or manager knows, and takes earlier editions into account.",
  tested: "attempts to find a small group or an answer",
  smallest: "people is the smallest group that any combination of figures is about",
  tightest: "of the answer scale stays possible for everyone, at the least",
  planted: "errors that we had made on purpose were found by the audit",
  foundOf: (found, planted) => `${found} of ${planted}`,
  together: (releases, numbers, files) =>
    `${releases} ${choose(releases, "edition was", "editions together were")} audited. Of ${numbers} numbers in ${files} files it was checked that they may be shown.`,
  leaks: (count) => `Number of leaks found: ${count}.`,
  fingerprint: (release) => `The audit belongs to the edition with fingerprint ${release}.`,
  statement: "What this proves and what it does not",
  proves: "This is proven, if the audit succeeded",
  doesProve: [
    "No combination of published figures is about fewer people than the rules allow.",
    "Even someone who knows their own answer does not come close to the answer of anybody else.",
    "What is not shown is not in the other files of this edition either.",
  ],
  provesNot: "This is not proven",
  doesNotProve: [
    "Someone who knows more than was published, for example who was ill, can work out more.",
    "The audit is about this edition, not about the program that was used for the questionnaire and not about who can reach the answers there.",
    "Names of groups themselves were not checked: a team that is called after a person stays recognisable.",
  ],
  people: "What people may expect",
  rights: [
    "Nobody gets to see a result about one person, HR and managers included.",
    "Answers in people's own words are not read in and not shown.",
    "A signal about a team is a reason to talk about the work, never to judge people.",
  ],
};
