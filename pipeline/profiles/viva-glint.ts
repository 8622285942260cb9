/**
 * Microsoft Viva Glint: one header row; every question has four columns: the answer, _COMMENT, _COMMENT_TOPICS and
 * _SENSITIVE_COMMENT_FLAG. Attributes come in a second file, joined on the employee's id, which customers name themselves.
 * A manager's id is a code of a unit as much as of a person, so it can be mapped; it is never loaded unless it is.
 */
import type { Profile } from "../../schemas/profile.ts";

export const vivaGlint: Profile = {
  profile: "viva_glint",
  title: "Microsoft Viva Glint",
  signature: [["Survey Cycle Completion Date"]],
  columns: [
    { names: ["Survey Cycle Completion Date"], role: "submitted" },
    { names: ["Survey Cycle Sent Date", "Survey Cycle Creation Date", "Survey Cycle Title"], role: "metadata" },
    { names: ["Status", "Manager ID"], role: "metadata" },
    { names: ["First Name", "Last Name"], identifier: "name" },
    { names: ["Email"], identifier: "e-mail address" },
    { names: ["EMP ID", "Employee ID"], identifier: "reference" },
    { names: [/_COMMENT$/, /_COMMENT_TOPICS$/, /_SENSITIVE_COMMENT_FLAG$/], identifier: "free text" },
  ],
  dates: "day_first",
};
