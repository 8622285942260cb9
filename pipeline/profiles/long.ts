/**
 * The long format: one row per answer, with a column for the question and one for the answer, as Peakon (answer... columns) and tools
 * that feed a database deliver. The names of Peakon's question columns could not be checked in a file.
 */
import type { Profile } from "../../schemas/profile.ts";

const question = ["questionText", "question", "question_text", "questionId", "vraag", "frage"];
const answer = ["answerScore", "answer", "answer_value", "antwoord", "antwort", "réponse"];

export const long: Profile = {
  profile: "long",
  title: "a table with one row per answer",
  signature: [answer, [...question, "answerId"]],
  columns: [
    { names: question, role: "question" },
    { names: answer, role: "answer" },
    { names: ["response_id", "responseId", "respondent_id", "respondent", "surveyRoundResponseId"], role: "response" },
    {
      names: [
        "answerId",
        "answerLocale",
        "answerSkipReason",
        "categoryGroup",
        /^(question|category|driver|surveyRound)/,
      ],
      role: "metadata",
    },
    { names: ["accountEmail"], identifier: "e-mail address" },
    { names: ["accountName", "accountFirstName", "accountLastName"], identifier: "name" },
    { names: ["accountId", "accountEmployeeId", "employeeId"], identifier: "reference" },
    { names: ["answerComment"], identifier: "free text" },
  ],
  dates: "year_first",
};
