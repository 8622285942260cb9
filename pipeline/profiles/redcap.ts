/**
 * REDCap: one header row of field names; each form ends with <form>_complete (0, 1 or 2), a question with several answers has
 * columns <field>___<code> with 0 or 1. Rows of repeated forms and events are told by columns that start with redcap_.
 */
import type { Profile } from "../../schemas/profile.ts";

export const redcap: Profile = {
  profile: "redcap",
  title: "REDCap",
  signature: [["record_id", /^redcap_/], [/_complete$/]],
  columns: [
    { names: ["record_id"], role: "response" },
    {
      names: [/_complete$/, /^redcap_(event_name|repeat_instrument|repeat_instance|data_access_group)$/],
      role: "metadata",
    },
    { names: [/_timestamp$/], role: "ended" },
    { names: ["redcap_survey_identifier"], identifier: "reference" },
  ],
  dates: "year_first",
  // Of a form that the analyst names; which form counts is not for us to say.
  finished: { yes: ["2", "complete"], no: ["0", "1", "incomplete", "unverified"] },
};
