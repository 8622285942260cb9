/**
 * Microsoft Forms: a workbook, or a CSV that Excel made of it; one header row in the language of the form's owner. Several
 * answers to one question are joined as `A;B;`. Every row is a sent response. German and French names could not be checked.
 */
import type { Profile } from "../../schemas/profile.ts";

const start = ["Start time", "Begintijd", "Startzeit", "Heure de début"];
const completion = ["Completion time", "Tijd van voltooien", "Fertigstellungszeit", "Heure de fin"];

export const microsoftForms: Profile = {
  profile: "microsoft_forms",
  title: "Microsoft Forms",
  signature: [start, completion],
  columns: [
    { names: ["ID"], role: "response" },
    { names: start, role: "started" },
    { names: completion, role: "ended" },
    { names: ["Last modified time", "Tijd van laatste wijziging"], role: "metadata" },
    { names: ["Email", "E-mail", "E-Mail", "Adresse de messagerie"], identifier: "e-mail address" },
    { names: ["Name", "Naam", "Nom"], identifier: "name" },
    { names: ["Total points", "Quiz feedback", /^Points - /, "Totaal aantal punten"], role: "metadata" },
    { names: [/^Feedback - /], identifier: "free text" },
  ],
  dates: null,
};
