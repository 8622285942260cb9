/**
 * Recognises columns that identify a person, by what they are called and by what a sample of them holds; such columns are never loaded.
 * In: a name, or the cells of a sample. Out: the kind of identifier, or null.
 */
import type { ColumnContent, IdentifierKind } from "../../schemas/inspection.ts";
import { simplifyName } from "./simplify-name.ts";

const patterns: readonly (readonly [IdentifierKind, RegExp])[] = [
  [
    "e-mail address",
    /^((account|recipient|participant|work|your|uw|je) ?)?(e-?mail|e-?mail[ _-]?(address|adres|adresse))\b|^(adresse (e-?mail|électronique)|courriel|username|gebruikersnaam|benutzername|nom d'utilisateur)$/i,
  ],
  [
    "telephone number",
    /^((mobile|cell|work|home|contact|mobiel|mobiele) ?)?(tele?phone|phone|tel|telefoon|telefon|téléphone|mobile|mobiel|gsm|handy)[ _-]?(number|no|nummer|numéro)?\.?$|^(telefoon|mobiel|handy|telefon)-?nummer$/i,
  ],
  ["IP address", /^ip([ _-]?(address|addr|adres|adresse))?$|^adresse ip$/i],
  [
    "name",
    /^((full|first|last|your|uw|je|volledige|family|given|participant) |recipient ?(first|last) ?)?(name|naam|nom)$/i,
  ],
  [
    "name",
    /^(first|last|full|sur|family|given|middle|nick)[_ ]?name$|^name_(first|last|full|given|family)$|^(voor|achter|roep)naam$|^tussenvoegsels?$|^(vor|nach|familien)name$|^(prénom|nom de famille|nom complet|voornaam en achternaam)$/i,
  ],
  [
    "location",
    /^(location ?)?(latitude|longitude|altitude)$|^location ?accuracy$|^((home|street|postal|post|work|huis|woon|mailing) ?)?(address|adres|adresse|anschrift)$|^(postcode|zip ?code|zip|postleitzahl|plz|code postal|woonplaats)$|^gps\b/i,
  ],
  [
    "date of birth",
    /^(dob|birth ?(date|day)|date[_ ]of[_ ]birth|geboorte(datum|dag)|geburts(datum|tag)|(date|jour) de naissance)$/i,
  ],
  [
    "reference",
    /^(external ?(data ?)?reference|token|(personeels|medewerkers?|werknemers?)[ _-]?(nummer|nr|id)|employee[ _]?(id|number|no)|emp[ _]?id|user[ _]?id|personal(nummer|-?nr)|mitarbeiter(nummer|-?id)|matricule|numéro d'employé|bsn|burgerservicenummer)$/i,
  ],
  [
    "free text",
    /(toelicht|opmerking|comment|remark|remarque|waarom\b|why\b|warum\b|pourquoi|licht .* toe|open-ended|anmerkung|erläuter|bemerkung)/i,
  ],
];

/** The question's part and the option's part of "question | option" and of "code[option]". */
const partsOf = (name: string): readonly string[] => {
  const whole = simplifyName(name);
  const option = /(?:\| |\[)([^|[\]]+)\]?$/.exec(whole)?.[1];
  return option === undefined ? [whole] : [whole, option];
};

/** What kind of identifier a column's name announces, or null. */
export function recogniseIdentifier(name: string): IdentifierKind | null {
  const parts = partsOf(name);
  return patterns.find(([, pattern]) => parts.some((part) => pattern.test(part)))?.[0] ?? null;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ipAddress = /^\d{1,3}(\.\d{1,3}){3}$|^[\da-f]{1,4}(:[\da-f]{0,4}){3,7}$/i;
const telephone = /^(\+\d|00[1-9]|0[1-9]|\(\d)[\d ()/.-]*$/;
const personName =
  /^\p{Lu}[\p{L}'’.-]*,?( (van|de|der|den|von|zu|da|di|du|la|le|el|al|ten|ter|op|het|'t|bin|ben))*( \p{Lu}[\p{L}'’.-]*){1,3}$/u;
const otherOption =
  /^(other|anders|sonstiges?|autre)( \(.*\)|,? (please|namelijk|nämlich|précisez).*| ?:.*)?$|^([a-z\d_]+_)?other(_[a-z\d_]+)?$/i;

const isTelephone = (text: string) => {
  const digits = text.replace(/\D/g, "").length;
  return telephone.test(text) && digits >= 9 && digits <= 15;
};
const longest = 100;
/** Share of the texts (0-1) that have a form; a long text has none. */
const share = (texts: readonly string[], hasForm: (text: string) => boolean) =>
  texts.filter((text) => text.length <= longest && hasForm(text)).length / texts.length;

/**
 * What kind of identifier the cells of a sample (`texts`, none blank) are, or null. A tenth of them being addresses is enough;
 * names and free text are recognised by how seldom two respondents give the same.
 */
export function recogniseContent(
  texts: readonly string[],
  content: ColumnContent,
  name: string,
): IdentifierKind | null {
  if (texts.length === 0 || content.kind === "labels" || content.kind === "dates" || content.kind === "choice")
    return null;
  if (share(texts, (text) => email.test(text)) >= 0.1) return "e-mail address";
  if (share(texts, (text) => ipAddress.test(text)) >= 0.1) return "IP address";
  if (share(texts, isTelephone) >= 0.5) return "telephone number";
  if (content.kind === "numbers" || content.kind === "decimals") return null;
  if (partsOf(name).some((part) => otherOption.test(part)) || texts.some((text) => text.length > longest))
    return "free text";
  const seldomSame = texts.length > 1 && new Set(texts).size >= 0.8 * texts.length;
  if (!seldomSame) return null;
  if (texts.length >= 5 && share(texts, (text) => personName.test(text)) >= 0.6) return "name";
  return isWordy(texts) ? "free text" : null;
}

/** Sentences, not codes: several words, or long; a small sample must be clearer. */
function isWordy(texts: readonly string[]): boolean {
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const wordy = share(texts, (text) => text.includes(" "));
  return texts.length >= 12 ? length >= 12 && wordy >= 0.5 : length >= 25 && wordy >= 0.5;
}
