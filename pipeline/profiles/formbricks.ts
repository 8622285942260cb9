/**
 * Formbricks: one header row; questions are numbered ("1. Question"), what is known of the person and the browser has columns of its
 * own. A ' is written before cells that could be a formula. Names as in the program's source.
 */
import type { Profile } from "../../schemas/profile.ts";

export const formbricks: Profile = {
  profile: "formbricks",
  title: "Formbricks",
  signature: [["Response ID"], ["Survey ID"], ["Formbricks ID (internal)", "User ID"]],
  columns: [
    { names: ["Response ID"], role: "response" },
    { names: ["Finished"], role: "finished" },
    { names: ["Timestamp"], role: "ended" },
    {
      names: ["No.", "Survey ID", "Tags", "Quotas", /^(userAgent|url|source|country|action)( - .*)?$/],
      role: "metadata",
    },
    { names: ["Formbricks ID (internal)", "User ID", /^(person\.)?userId$/i], identifier: "reference" },
    { names: [/^ipAddress$/i], identifier: "IP address" },
    { names: [/^(person\.)?email$/i], identifier: "e-mail address" },
    { names: [/^(person\.)?(first|last)Name$/i], identifier: "name" },
  ],
  dates: "year_first",
  finished: { yes: ["yes"], no: ["no"] },
  defangs_formulas: true,
};
