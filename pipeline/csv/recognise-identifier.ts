/** Recognises columns that identify a person by their name. Such columns are never loaded. */
import type { IdentifierKind } from "../../schemas/inspection.ts";

const patterns: readonly (readonly [IdentifierKind, RegExp])[] = [
  ["e-mail address", /^(e-?mail|recipient ?email|emailaddress|e-?mail ?adres(se)?|username|gebruikersnaam)\b/i],
  ["IP address", /^ip[ -_]?(address|addr|adres|adresse)?$/i],
  ["name", /^(full |first |last |recipient ?(first|last) ?)?(name|naam|voornaam|achternaam|nachname|vorname|nom)$/i],
  ["name", /^(first|last|full)_?name$/i],
  ["location", /^(location)?(latitude|longitude)$|^location/i],
  ["reference", /^(external ?(data ?)?reference|token|personeelsnummer|employee ?(id|number)|emp id|bsn)$/i],
  ["free text", /(toelichting|opmerking|comment|remark|waarom\b.*|licht .* toe|open-ended|anmerkung)/i],
];

/** What kind of identifier a column's name announces, or null. */
export function recogniseIdentifier(name: string): IdentifierKind | null {
  return patterns.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null;
}
