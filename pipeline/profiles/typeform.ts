/**
 * Typeform: one header row that starts with # (the response's token) and ends with dates in UTC. A question with several answers
 * has a column per option, named after the option, so names occur twice. "Response Type" and its values could not be checked in a file.
 */
import type { Profile } from "../../schemas/profile.ts";

export const typeform: Profile = {
  profile: "typeform",
  title: "Typeform",
  signature: [["#"], ["Submit Date (UTC)"]],
  columns: [
    { names: ["#"], role: "response" },
    { names: ["Response Type"], role: "finished" },
    { names: ["Start Date (UTC)"], role: "started" },
    { names: ["Submit Date (UTC)"], role: "ended" },
    { names: ["Stage Date (UTC)", "Tags", "Ending"], role: "metadata" },
    { names: ["Network ID"], identifier: "reference" },
  ],
  dates: null,
  finished: { yes: ["completed"], no: ["partial", "started"] },
};
