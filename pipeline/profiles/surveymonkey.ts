/**
 * SurveyMonkey: two header rows, questions above options; a question with several columns leaves the cells after its first one blank.
 * A cell holds the option's text or is blank. "Response" and "Open-Ended Response" stand for questions with a single column.
 */
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";
import { forwardQuestions } from "./forward-questions.ts";

const respondent = ["Respondent ID", "RespondentID"];
const openEnded = "open-ended response";
/** What stands below a question that has a single column. */
const whole = ["response", openEnded];

export const surveymonkey: Profile = {
  profile: "surveymonkey",
  title: "SurveyMonkey",
  signature: [respondent],
  columns: [
    { names: respondent, role: "response" },
    { names: ["Start Date", "StartDate", "Date Created", "DateCreated"], role: "started" },
    { names: ["End Date", "EndDate", "Date Modified", "DateModified"], role: "ended" },
    { names: ["Collector ID", "CollectorID"], role: "metadata" },
    { names: ["IP Address", "IPAddress"], identifier: "IP address" },
    { names: ["Email Address", "EmailAddress", / \| Email Address$/i], identifier: "e-mail address" },
    { names: ["First Name", "FirstName", "Last Name", "LastName", / \| Name$/i], identifier: "name" },
    { names: [/^Custom ?Data( ?\d+)?$/i], identifier: "reference" },
    { names: [/ \| (Phone Number|Phone)$/i], identifier: "telephone number" },
    {
      names: [/ \| (Address( 2)?|City\/Town|State\/Province|ZIP\/Postal Code|Country)$/i],
      identifier: "location",
    },
    { names: [/ \| Company$/i], role: "metadata" },
    { names: [/ \| Other \(please specify\)$/i], identifier: "free text" },
  ],
  dates: "month_first",
  readHeader,
};

/** The second row is a header row when it has no id, and continues questions or has a word for a whole one; null for a file saved without it. */
function readHeader([questions = [], options = []]: readonly (readonly string[])[]): HeaderLayout | null {
  const id = questions.findIndex((cell) => respondent.includes(cell.trim()));
  const parts = options.map((cell) => cell.trim().toLowerCase());
  const isSecond = questions.some((cell) => cell.trim() === "") || parts.some((part) => whole.includes(part));
  if (id < 0 || parts[id] !== "" || !isSecond) return null;
  const names = forwardQuestions(questions, options, whole);
  return {
    header_rows: 2,
    names,
    texts: names.map(() => null),
    free_texts: parts.flatMap((part, index) => (part === openEnded ? [index + 1] : [])),
  };
}
