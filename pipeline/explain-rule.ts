/** What each rule about an input asks, what it means when it is broken, and what to do then: the words of every list of problems. */
import type { Rule } from "../schemas/problem.ts";

export type RuleText = Readonly<{
  /** What is counted: "an answer must …". */
  subject: "answer" | "response" | "record" | "value";
  /** Completes "must". */
  must: string;
  /** What broke it, most likely; one sentence. */
  meaning: string;
  /** What to do when accepting is not the right thing; one or two sentences. */
  next: string;
}>;

const texts: Readonly<Record<Rule, RuleText>> = {
  answer_not_a_number: {
    subject: "answer",
    must: "be a number",
    meaning: "A column of answers holds a text, where only numbers are answers.",
    next: "If the file holds labels, say in scan.yaml what they stand for, under labels: of the questionnaire, or export numbers instead of labels.",
  },
  answer_out_of_scale: {
    subject: "answer",
    must: "lie on its scale",
    meaning:
      'A number is not on the scale: a code for "no opinion", options that the tool numbers otherwise, or a mistake.',
    next: 'If the number says "no opinion", list it under missing: of the questionnaire. If the tool numbers the options otherwise, export labels or change its numbers.',
  },
  answer_not_in_response_set: {
    subject: "answer",
    must: "be an option of its response set",
    meaning: "A label is not known, or is the label of another question; it is never guessed.",
    next: "Say in scan.yaml what each label stands for, or which response set they come from, under labels: of the questionnaire (`vitascan instruments <id>` shows the labels it expects), or list it under missing: if it is no opinion.",
  },
  number_and_label_disagree: {
    subject: "answer",
    must: "have the number that belongs to its label",
    meaning: "A cell prints a number and a label that contradict one another, or one number goes with two labels.",
    next: 'Look up the options in the tool. If the label is right, write the whole text with its number under labels: of the questionnaire, such as { "1 - Helemaal mee eens": 5 }.',
  },
  spreadsheet_damage: {
    subject: "answer",
    must: "be as it was given, not what a spreadsheet made of it",
    meaning:
      "A spreadsheet took the cell for a date or a large number (6-25 became Jun-25); what it was can't be known.",
    next: "Export the file again and do not open it in a spreadsheet before the scan; if it must be opened, import it with this column as text.",
  },
  conflicting_answers: {
    subject: "answer",
    must: "be the same in each filled column of its question",
    meaning:
      "A question is mapped to several columns, of which routing fills one, but a record fills more, and differently.",
    next: "Check in the tool that these columns are one question that is shown once; map only the right one under answers: if they are not.",
  },
  conflicting_units: {
    subject: "response",
    must: "name one unit",
    meaning: "In a file with one answer per record, the records of one response name different units.",
    next: "Correct the file so that each response has the unit of the day the wave closed.",
  },
  duplicate_answer: {
    subject: "answer",
    must: "be given once to a question",
    meaning: "In a file with one answer per record, a response answers a question more than once.",
    next: "Export only the final answers, and check that response: under columns: is the column that tells responses apart.",
  },
  duplicate_response: {
    subject: "response",
    must: "have an id that occurs once",
    meaning: "Two records have the same id: the same response twice, or a column that is no id of responses.",
    next: "Remove the copies, or name another column as response: under columns:.",
  },
  missing_response: {
    subject: "record",
    must: "have the id of its response",
    meaning: "In a file with one answer per record, an answer without an id belongs to no response.",
    next: "Export the file again with ids, and check that response: under columns: is the right column.",
  },
  missing_unit: {
    subject: "response",
    must: "name its unit",
    meaning: "The cell with the unit is blank, so that the answers belong to no team.",
    next: "Check that unit: under columns: is the right column; fill in the unit in the file, or leave these responses out.",
  },
  unknown_unit: {
    subject: "response",
    must: "name a unit of the roster",
    meaning: "The unit is not in the roster as it was on the day the wave closed.",
    next: "Correct the code, or add the unit to the roster; check valid_from and valid_until of units that come and go.",
  },
  unknown_key: {
    subject: "response",
    must: "have a key that its attributes file knows",
    meaning: "The attributes file has no record with this key, or the key is blank, so the unit is unknown.",
    next: "Export the attributes again with everyone in it, and check that both files write keys alike, because a spreadsheet drops leading zeros.",
  },
  unknown_status: {
    subject: "response",
    must: "have a status that is known",
    meaning: "The status is none of those the tool is known to write, so a test can't be told from a real response.",
    next: "Look up in the tool what it means and remove what is no response; if all are real, set the column to false under columns:, as status: false or finished: false.",
  },
  unknown_attribute_value: {
    subject: "value",
    must: "be one that scan.yaml lists for its attribute",
    meaning:
      "A person's value of an attribute is not in the closed list, so that it belongs to no group; it is never guessed.",
    next: 'Add the text under attributes: in scan.yaml, to the texts of the value it stands for, or list it under missing: of the questionnaire if it says nothing, such as "prefer not to say".',
  },
  conflicting_attribute_values: {
    subject: "value",
    must: "be the same in all records of a response",
    meaning: "In a file with one answer per record, the records of one response have different values of an attribute.",
    next: "Correct the file so that each response has the value of the day the wave closed.",
  },
};

/** The words for a rule. */
export const explainRule = (rule: Rule): RuleText => texts[rule];

/** The rule as a sentence part: "an answer must lie on its scale". */
export const wordRule = (rule: Rule): string => {
  const { subject, must } = texts[rule];
  return `${subject === "answer" ? "an" : "a"} ${subject} must ${must}`;
};

/** How many broke a rule: "1 answer is not", "8 responses do not". */
export const wordCount = (rule: Rule, count: number): string => {
  const { must } = texts[rule];
  const verb = must.startsWith("be ") ? (count === 1 ? "is" : "are") : count === 1 ? "does" : "do";
  return `${countSubjects(rule, count)} ${verb} not`;
};

/** "1 answer", "8 responses". */
export const countSubjects = (rule: Rule, count: number): string =>
  `${count} ${texts[rule].subject}${count === 1 ? "" : "s"}`;
