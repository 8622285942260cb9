/**
 * LimeSurvey: one header row with codes (`Q1[SQ001]`), codes and texts (`Q1[SQ001]. Text`) or texts in the survey's language.
 * submitdate is blank until a response is submitted; N/A means not shown. English and German names were read in exports and in
 * programs that read them; Dutch and French names could not be checked.
 */
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";

export const limesurvey: Profile = {
  profile: "limesurvey",
  title: "LimeSurvey",
  signature: [
    ["submitdate", "Date submitted", "Datum Abgeschickt", "Datum verzonden", "Date de soumission"],
    ["lastpage", "Last page", "Letzte Seite", "Laatste pagina", "Dernière page"],
  ],
  columns: [
    { names: ["id", "Response ID", "Antwort ID", "Antwoord-ID", "Reactie-ID", "ID de la réponse"], role: "response" },
    {
      names: ["submitdate", "Date submitted", "Datum Abgeschickt", "Datum verzonden", "Date de soumission"],
      role: "submitted",
    },
    { names: ["startdate", "Date started", "Datum gestartet", "Startdatum", "Date de lancement"], role: "started" },
    {
      names: [
        "datestamp",
        "Date last action",
        "Datum letzte Aktivität",
        "Datum laatste actie",
        "Date de la dernière action",
      ],
      role: "ended",
    },
    { names: ["interviewtime", "Total time", "Gesamtzeit", "Totale tijd", "Temps total"], role: "duration" },
    { names: [/^groupTime\d+$/, /^[A-Za-z]\w*\d\w*Time$/, /^(Question|Group) time:/i], role: "timing" },
    {
      names: [
        ...["lastpage", "Last page", "Letzte Seite", "Laatste pagina", "Dernière page"],
        ...["startlanguage", "Start language", "Start-Sprache", "Starttaal", "Langue de départ"],
        ...["seed", "Seed", "Zufallsstartwert", "Zufallsgeneratorstartwert", "Tête de série"],
      ],
      role: "metadata",
    },
    {
      names: ["refurl", "Referrer URL", "Weiterleitungs-URL", "Verwijzende URL", "URL de référence"],
      role: "metadata",
    },
    { names: ["ipaddr", "IP address", "IP-Adresse", "IP-adres", "Adresse IP"], identifier: "IP address" },
    { names: ["token", "Access code", "Zugangscode", "Toegangscode", "Code d'accès"], identifier: "reference" },
    { names: [/\[(other|comment|\w+comment)\]$/], identifier: "free text" },
  ],
  dates: "year_first",
  not_shown: ["N/A"],
  tells_blanks_apart: true,
  numbers_its_options: true,
  readHeader,
};

/** A code, its sub-question codes in brackets, a point and a blank, then the text. */
const codeAndText = /^([A-Za-z]\w*(?:\[[^\]]*\]){0,2})\.\s+(\S[\s\S]*)$/;

/** Splits codes from texts; null when most cells hold only one of them. */
function readHeader([header = []]: readonly (readonly string[])[]): HeaderLayout | null {
  const cells = header.map((cell) => codeAndText.exec(cell.trim()));
  if (cells.filter((found) => found !== null).length * 2 <= header.length) return null;
  return {
    header_rows: 1,
    names: header.map((cell, index) => cells[index]?.[1] ?? cell),
    texts: cells.map((found) => found?.[2]?.trim() ?? null),
  };
}
