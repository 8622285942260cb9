/** Recognises columns that identify a person by their name. Such columns are never loaded. */
import type { IdentifierKind } from "../../schemas/inspection.ts";

const patterns: readonly (readonly [IdentifierKind, RegExp])[] = [
  [
    "e-mail address",
    /^((account|recipient) ?)?(e-?mail|e-?mail ?(address|adres|adresse))\b|^(username|gebruikersnaam)$/i,
  ],
  ["IP address", /^ip([ _-]?(address|addr|adres|adresse))?$/i],
  ["name", /^((full|first|last|your|uw|je|volledige) |recipient ?(first|last) ?)?(name|naam|nom)$/i],
  ["name", /^(first|last|full|sur)_?name$|^(voor|achter|roep)naam$|^tussenvoegsels?$|^(vor|nach)name$/i],
  ["location", /^(location ?)?(latitude|longitude)$|^location ?accuracy$/i],
  [
    "reference",
    /^(external ?(data ?)?reference|token|(personeels|medewerkers?|werknemers?)(nummer|-?id)|employee ?(id|number)|emp ?id|user ?id|bsn)$/i,
  ],
  ["free text", /(toelicht|opmerking|comment|remark|waarom\b|licht .* toe|open-ended|anmerkung)/i],
];

/** What kind of identifier a column's name announces, or null. */
export function recogniseIdentifier(name: string): IdentifierKind | null {
  return patterns.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null;
}
