/** The English texts on the quality of the data. `{seconds}` is where the page writes the limit of this scan. */
import type { DataQualityTexts } from "./data-quality.nl.ts";

const choose = (one: boolean, single: string, many: string): string => (one ? single : many);

export const dataQualityEnglish: DataQualityTexts = {
  title: "Quality of the data",
  intro:
    "A response is one filled-in questionnaire, complete or in part. This part says how many responses came in, how many count and why the rest does not count.",
  caption: (questionnaire, wave) => `${questionnaire}, wave ${wave}`,
  earlier: "Earlier waves",
  none: "Nothing was found in the files that had to be repaired or left out.",
  chosenBy: "Chosen by",
  cameIn: "Responses that came in",
  counted: "Responses that count",
  ofWhich: (rule) => `of which ${rule}`,
  ofInstrument: (rule, instrument) => `${rule} (${instrument})`,
  answers: (count, one) => `${count} ${choose(one, "answer", "answers")}`,
  units: (count, one) => `${count} ${choose(one, "unit", "units")}`,
  reading: (k) =>
    `Under “chosen by”, “vitascan” is what the program does by itself and “this scan” is what was chosen in the settings. Where the number says “answers”, it is about single questions; otherwise about whole responses. One response can be rejected for more than one reason. We do not give a number of 1 to ${k - 1} responses exactly, nor a total that would give such a number away. What nearly everyone did is written as “more than”. Remarks on responses that count are given when at least ${2 * k} responses count. Missing answers are mentioned from ${k}; by reason only when each reason has ${k} or more.`,
  rulesTitle: "What the rules mean",
  inThisScan: (action, chooser) => `In this scan: ${action} (chosen by ${chooser}).`,
  otherwise:
    "Any other error in a file stops the scan, until the file is right or the settings say what to do with the error.",
  choosers: { vitascan: "vitascan", scan: "this scan" },
  actions: {
    excluded: "does not count",
    rejected: "rejected, the whole response does not count",
    missing: "counts as blank",
    kept: "counts like any other",
    remark: "counts, is only reported",
  },
  rules: {
    test_response: {
      name: "test, preview or spam",
      why: "Such a response does not come from an employee filling in the questionnaire, and would change the outcome. This can be seen only when the file says so.",
    },
    partial_response: {
      name: "not submitted",
      why: "Whoever stops without submitting may have had second thoughts. We do not know whether that person wants to count. This can be seen only when the file says so.",
    },
    too_fast: {
      name: "filled in too fast",
      why: "Whoever needed less than {seconds} seconds per question was probably faster than reading allows. Such answers may say little. This can be seen only when the file has times.",
    },
    straight_lined: {
      name: "the same answer everywhere",
      why: "Whoever chooses the same at every question, also where questions point in opposite ways, may not have read them. We look at this from ten questions.",
    },
    not_shown: {
      name: "question not asked",
      why: "The questionnaire skipped the question because it was not meant for this person. That is not the same as a question that somebody left blank.",
    },
    left_blank: {
      name: "question left blank",
      why: "The question was asked, but somebody would not or could not answer. If that happens often, a question may be sensitive or unclear.",
    },
    not_reached: {
      name: "question not reached",
      why: "The person had already stopped before this question came. That says nothing about the question itself.",
    },
    no_opinion: {
      name: "no opinion or does not apply",
      why: "That is a real answer, but no number belongs to it. That is why it does not count in a mean.",
    },
    blank_answers: {
      name: "answer missing, reason not named separately",
      why: "The file does not say why these answers are missing, or we count all reasons together because one reason occurs too little.",
    },
    incomplete_block: {
      name: "too few questions answered for a score",
      why: "With too few answers a score cannot be trusted. The response does count in the response rate.",
    },
    more_answers_than_invited: {
      name: "unit with more responses than people invited",
      why: "That cannot be right: the organisation's list is out of date, or people chose a wrong unit. The number of responses counts there as the number invited.",
    },
    answer_not_a_number: {
      name: "answer is not a number",
      why: "There is text where a number should be. Which number was meant we would have to guess.",
    },
    answer_out_of_scale: {
      name: "answer outside the answer scale",
      why: "Nobody can have chosen a 7 on a scale from 1 to 5. Such a number would pull a mean askew.",
    },
    answer_not_in_response_set: {
      name: "answer that is not one of the options",
      why: "The text was none of the options at this question. Which number belongs to it we would have to guess.",
    },
    number_and_label_disagree: {
      name: "number and text contradict each other",
      why: "One cell holds a number and a text that do not belong together. Which of the two is right cannot be seen.",
    },
    spreadsheet_damage: {
      name: "answer changed by a spreadsheet",
      why: "A program such as Excel can turn an answer into a date. What was there before can then no longer be seen.",
    },
    conflicting_answers: {
      name: "different answers to one question",
      why: "A question that stands in several columns has more than one answer in a response. Which answer holds cannot be seen.",
    },
    conflicting_units: {
      name: "more than one unit with a response",
      why: "According to the file the response belongs to different units. In which team it should count cannot be seen.",
    },
    duplicate_answer: {
      name: "question answered more than once",
      why: "One response holds more answers to a question. Which answer holds cannot be seen.",
    },
    duplicate_response: {
      name: "the same response once more",
      why: "Each response may count only once. The first one in the file stays.",
    },
    missing_response: {
      name: "answers that belong to no response",
      why: "The file does not say to which response these answers belong, and so not to which team either.",
    },
    missing_unit: {
      name: "no unit filled in",
      why: "Without a unit it cannot be seen to which team a response belongs.",
    },
    unknown_unit: {
      name: "unit is not in the organisation's list",
      why: "With an unknown unit it cannot be seen to which team a response belongs.",
    },
    unknown_key: {
      name: "response that is missing from the second file",
      why: "The unit stands in a second file, but this response cannot be found there.",
    },
    unknown_status: {
      name: "response with an unknown status",
      why: "It cannot be seen whether this is a real response or a test.",
    },
    unknown_attribute_value: {
      name: "value that is in no list",
      why: "A value that scan.yaml does not list belongs to no group. It is not guessed.",
    },
    conflicting_attribute_values: {
      name: "different values with one response",
      why: "According to the file one person has different values of the same attribute. Which one holds cannot be seen.",
    },
  },
};
