/**
 * Google Forms: one header row that starts with the time of sending, in the language of the form's owner; dates follow the
 * sheet's locale. Every row is a sent response. "Horodateur" and "Zeitstempel" could not be checked in a file.
 */
import type { Profile } from "../../schemas/profile.ts";

export const googleForms: Profile = {
  profile: "google_forms",
  title: "Google Forms",
  signature: [["Timestamp", "Tijdstempel", "Zeitstempel", "Horodateur"]],
  columns: [
    { names: ["Timestamp", "Tijdstempel", "Zeitstempel", "Horodateur"], role: "ended" },
    {
      names: [
        ...["Username", "Email Address", "Email"],
        ...["Gebruikersnaam", "E-mailadres", "Nutzername", "E-Mail-Adresse", "Nom d'utilisateur", "Adresse e-mail"],
      ],
      identifier: "e-mail address",
    },
    { names: ["Score", "Total score", "Totale score", "Punkte"], role: "metadata" },
  ],
  dates: null,
};
