/**
 * Qualtrics: CSV and TSV with three header rows (names, question texts, ImportId), in the older format two (V1, V2, ... and
 * Q names above texts). Names are English in every language of the survey, texts are not.
 * Status texts 0, 1 and 2 and the header were read in exports; the other statuses in value labels of Qualtrics' SPSS files.
 * Translations of statuses other than English could not be checked.
 */
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";

const importId = /ImportId/;

export const qualtrics: Profile = {
  profile: "qualtrics",
  title: "Qualtrics",
  signature: [["StartDate"], ["EndDate"], ["Finished"], ["ResponseId"]],
  columns: [
    { names: ["ResponseId"], role: "response" },
    { names: ["Finished"], role: "finished" },
    { names: ["Status"], role: "status" },
    { names: ["StartDate"], role: "started" },
    { names: ["EndDate"], role: "ended" },
    { names: ["Duration (in seconds)"], role: "duration" },
    {
      names: ["RecordedDate", "Progress", "DistributionChannel", "UserLanguage", "ResponseSet", "Q_RecaptchaScore"],
      role: "metadata",
    },
    { names: [/_(Browser|Version|Operating System|Resolution|User Agent)$/], role: "metadata" },
    { names: [/_(First Click|Last Click|Page Submit|Click Count)$/], role: "timing" },
    { names: ["IPAddress"], identifier: "IP address" },
    { names: ["RecipientFirstName", "RecipientLastName", "Name", "Participant Name"], identifier: "name" },
    { names: ["RecipientEmail", "EmailAddress", "Participant Email"], identifier: "e-mail address" },
    {
      names: ["ExternalReference", "ExternalDataReference", "Participant Unique Identifier", "Unique Identifier"],
      identifier: "reference",
    },
    { names: ["LocationLatitude", "LocationLongitude", "LocationAccuracy"], identifier: "location" },
    { names: [/_TEXT$/, / - (Topics|Parent Topics|Sentiment.*)$/], identifier: "free text" },
  ],
  dates: "year_first",
  finished: { yes: ["1", "true", "wahr", "waar", "vrai"], no: ["0", "false", "falsch", "onwaar", "faux"] },
  status: {
    real: ["0", "IP Address", "IP-Adresse", "4", "Imported", "16", "Offline", "32", "EX", "36", "48", "EX Offline"],
    test: ["1", "Survey Preview", "2", "Survey Test", "17", "Offline Survey Preview"],
    spam: ["8", "Spam", "9", "Survey Preview Spam", "12", "Imported Spam", "40", "EX Spam"],
  },
  readHeader,
};

/** Header rows are those in which the cell under StartDate is a text, not a date: one, two or three. */
function readHeader(rows: readonly (readonly string[])[]): HeaderLayout | null {
  const start = findStartDate(rows);
  if (start === null) return null;
  const isHeader = (row: readonly string[]) => /^[^\d\s]/.test(row[start]?.trim() ?? "");
  const first = rows.findIndex((row) => !isHeader(row));
  const header = rows.slice(0, first < 0 ? rows.length : first).slice(0, 3);
  const names = header[0] ?? [];
  const texts = header[1]?.some((cell) => importId.test(cell)) ? undefined : header[1];
  return { header_rows: header.length, names, texts: names.map((_, index) => texts?.[index]?.trim() || null) };
}

/** Its column: named in the first row, or in the older format in the second. */
function findStartDate(rows: readonly (readonly string[])[]): number | null {
  for (const row of rows.slice(0, 2)) {
    const index = row.findIndex((cell) => cell.trim() === "StartDate");
    if (index >= 0) return index;
  }
  return null;
}
