/**
 * Recognises columns that identify a person, by what they are called and by what a sample of them holds; such columns are never loaded.
 * In: a name, or the cells of a sample. Out: the kind of identifier, or null.
 */
import type { ColumnContent, IdentifierKind } from "../../schemas/inspection.ts";
import { simplifyName } from "./simplify-name.ts";

/** What a form asks before and behind the word: "What is your … ?", "Vul hier je … in", "… (optional):". */
const before =
  "(?:(?:what is|what's|wat is|vul|enter|geef|wie ist|was ist|wie lautet|quel(?:le)? est)(?: hier| here)? )?(?:(?:your|my|uw|je|jouw|mijn|ihre?|deine?|votre|ton|the|de|het) )?";
const behind = "(?: in)?(?: ?\\([^()]*\\))? ?[:?*.]*";
const called = (...names: readonly string[]) => new RegExp(`^${before}(?:${names.join("|")})${behind}$`, "iu");

const person =
  "(?:manager|supervisor|employee|respondent|participant|colleague|coach|worker|leidinggevende|medewerker|werknemer|deelnemer|collega|führungskraft|vorgesetzten?|mitarbeiters?|mitarbeitenden|employée?|salariée?|responsable|supérieure?)";

const patterns: readonly (readonly [IdentifierKind, RegExp])[] = [
  [
    "e-mail address",
    called(
      "(?!(?:via|per|by|par)[ _-])(?:\\p{L}+[ _-]?)?e-?mail(?:[ _-]?(?:id|address|adres|adresse))?",
      "mail(?:[ _-]?(?:id|address|adres|adresse))?",
      "adresse (?:e-?mail|mail|électronique)",
      "courriel|username|gebruikersnaam|benutzername|nom d'utilisateur|upn",
    ),
  ],
  [
    "telephone number",
    called(
      "(?:(?:mobile|cell|work|home|contact|mobiele?|vaste?|privé) ?)?(?:tele?phone|phone|tel|telefoon|telefon|téléphone|mobile|mobiel|gsm|handy|whatsapp)\\.?[ _-]?(?:number|no|nummer|nr|numéro|#)?",
      "mobiele nummer|rufnummer|(?:numéro|n°) de (?:téléphone|portable|mobile)",
    ),
  ],
  [
    "IP address",
    called(
      "(?:client[ _-]?)?ip(?:[ _-]?(?:address|addr|adres|adresse))?",
      "adresse ip|remote[ _-]addr(?:ess)?",
      "x-forwarded-for",
    ),
  ],
  [
    "name",
    called(
      "(?:(?:full|first|last|volledige|family|given|participant) |recipient ?(?:first|last) ?)?(?:name|naam|nom)",
      "(?:first|last|full|sur|family|given|middle|nick)[_ ]?name|name_(?:first|last|full|given|family)",
      "(?:voor|achter|roep)naam|tussenvoegsels?|(?:vor|nach|familien)name|prénom|nom (?:de famille|complet)",
      `(?:name|naam|nom)(?: (?:of|van|du|de la|de|der|des))?(?: (?:your|uw|je|the|de|het))? (?:de l'|d')?${person}`,
      `${person}(?:'?s)?[ _]?(?:(?:first|last|full)[ _]?)?(?:name|naam)`,
      "(?:voor|achter)?naam(?: en |, ?| ?/ ?)(?:voor|achter)?naam|(?:vor|nach)?-?(?:name)?(?: und |, ?| ?/ ?)(?:vor|nach)name",
      "(?:vor|nach)?name, ?(?:vor|nach)?name|vorname (?:nach)?name|nom et prénoms?|prénoms? et nom|first and last name",
      "voorletters?|initialen|initials|initiales",
    ),
  ],
  [
    "location",
    called(
      "(?:location ?)?(?:latitude|longitude|altitude)|location ?accuracy",
      "(?:(?:home|street|postal|post|work|huis|woon|mailing) ?)?(?:address|adres|adresse|anschrift)|adresse postale",
      "post(?:al)?[ _-]?code|zip ?code|zip|postleitzahl|plz|code postal|woonplaats|wohnort",
      "street(?: ?name)?|straat(?:naam)?(?: en huisnummer)?|stra(?:ß|ss)e|huisnummer|hausnummer",
    ),
  ],
  ["location", /^gps\b/i],
  [
    "date of birth",
    called(
      "dob|birth[ _]?(?:date|day|year)|(?:date|year)[ _]of[ _]birth|geboorte[ _]?(?:datum|dag|jaar)",
      "geb\\.? ?(?:datum|dat\\.?|jaar)|geburts(?:datum|tag|jahr)|(?:date|jour|année) de naissance",
    ),
  ],
  [
    "reference",
    called(
      "external ?(?:data ?)?reference|token|(?:personeels|medewerkers?|werknemers?|pers\\.?)[ _-]?(?:nummer|nr|id)",
      "(?:employee|emp|user|staff|payroll|personnel|badge|worker)[ _]?(?:id|number|no|nr)|user[ _]?name",
      "inlognaam|login|personal-?(?:nummer|nr)|mitarbeiter-?(?:nummer|nr|id)|(?:numéro )?matricule|numéro d'employé",
      "bsn|burgerservicenummer|sofinummer|rijksregisternummer|ssn|social security (?:number|no)|national id(?: number)?",
      "sozialversicherungsnummer|numéro de sécurité sociale|iban|(?:bank)?rekening(?:nummer)?|kontonummer",
      "paspoortnummer|passport (?:number|no)|reisepassnummer|kenteken|device[ _]?id",
    ),
  ],
  [
    "free text",
    /(toelicht|opmerking|remark|remarque|waarom\b|why\b|warum\b|pourquoi|licht .* toe|open-ended|anmerkung|erläuter|bemerkung|begründ)/i,
  ],
  // "Comment" also begins a French question: how.
  [
    "free text",
    /comments?$|comments(?![a-z])|_comment|\bcomment ?[:(]|\b(a|any|your|other|please|add) comment|commentaa?r|commentaire|kommentar/i,
  ],
  [
    "free text",
    /^(feedback|suggest(ion|ie)s?|tips|namelijk|namely|please specify|und zwar|précisez)[ :?.]*$|^(any|other|heb je|heeft u|avez-vous|haben sie)( .*)? (suggest(ion|ie)s?|tips?|feedback|vorschläge)[ :?.]*$|verbesserungsvorschl|^wat kan (er )?beter|^what (can|could) (be|we) (improve|do better)/i,
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
const ipAddress =
  /^\d{1,3}(\.\d{1,3}){3}$|^[\da-f]{1,4}(:[\da-f]{0,4}){3,7}$|^([\da-f]{1,4}(:[\da-f]{1,4})*)?::([\da-f]{1,4}:)*([\da-f]{1,4}|\d{1,3}(\.\d{1,3}){3})?$/i;
const telephone = /^(\+\d|00[1-9]|0[1-9]|\(\d)[\d ()/.-]*$/;
/** A form that no code has: +31 ..., 0031 ..., 06-..., (020) ... */
const dialled = /^(\+|00[1-9]\d* |06[ -]|\(0)/;
const account = /^[\w.-]+\\[\w.-]+$/;
const coordinates = /^-?\d{1,2}\.\d{3,}[,;] ?-?\d{1,3}\.\d{3,}$/;
const postcode = /^[1-9]\d{3} ?[A-Z]{2}$/;
const street =
  /(?:straat|laan|weg|plein|kade|gracht|dijk|singel|steeg|stra(?:ß|ss)e|str\.|gasse|platz|allee)(?: [\p{L}]+)* \d|^\p{Lu}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)* van [\p{L} ]+ \d+\p{L}?$|^\d+[a-z]?,? (?:rue|avenue|place|chemin|boulevard) |^\d+[a-z]? .*(?:street|road|lane|avenue|drive)$/iu;
const birthYear = /^(?:(?:19[2-9]\d|200\d)[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19[2-9]\d|200\d))$/;
const title = /^(?:(?:dhr|mw|mevr|mevrouw|meneer|dr|drs|ir|ing|mr|mrs|ms|prof|herr|frau|m|mme|mlle)\.? )+/i;
const particle =
  "(?:van|de|der|den|het|'t|’t|ten|ter|te|op|in|aan|bij|uit|von|zu|zum|zur|vom|da|di|du|dos|la|le|el|al|bin|ben)";
const capitalised = "\\p{Lu}[\\p{L}'’.-]*";
const personName = new RegExp(
  `^(?:${particle} )*${capitalised},?(?:(?: ${particle})* ${capitalised}){1,3}(?: ${particle})*$`,
  "u",
);
const initialsAndName = /^\p{L}{1,2}(?:\.\p{L})*\.[\p{L}'’-]{3,}$/u;
const otherOption =
  /^(other|anders|sonstiges?|autre)( \(.*\)|,? (please|namelijk|nämlich|précisez).*| ?:.*)?$|^([a-z\d_]+_)?other(_[a-z\d_]+)?$/i;

const isIpAddress = (text: string) => ipAddress.test(text);
const isTelephone = (text: string) => {
  const digits = text.replace(/\D/g, "").length;
  return telephone.test(text) && digits >= 9 && digits <= 15;
};
/** An IBAN: its letters as 10 to 35, the first four characters last, the whole leaves 1 when divided by 97 (ISO 13616). */
function isBankAccount(text: string): boolean {
  const iban = text.replaceAll(" ", "");
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((character) => Number.parseInt(character, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** A Dutch citizen service number: the weighted sum of its nine digits is a multiple of eleven. */
const isServiceNumber = (text: string) =>
  /^\d{9}$/.test(text) &&
  Number(text) > 0 &&
  [...text].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 === 0;

/** True for a text that has the form of a person's name: "Anna de Vries", "Vries, Anna de", "dhr. Bakker", "j.devries". */
export function isPersonName(text: string): boolean {
  if (text.length > longest) return false;
  const bare = text.replace(title, "");
  return (
    personName.test(bare) ||
    initialsAndName.test(text) ||
    (bare !== text && new RegExp(`^(?:${particle} )*${capitalised}$`, "u").test(bare))
  );
}

/** True for a text that can only be somebody's own: no column is called so. */
export const isPersonal = (text: string): boolean =>
  text.length <= longest &&
  (email.test(text) || isIpAddress(text) || isTelephone(text) || isBankAccount(text) || postcode.test(text));

const longest = 100;
/** Share of the texts (0-1) that have a form; a long text has none. */
const share = (texts: readonly string[], hasForm: (text: string) => boolean) =>
  texts.filter((text) => text.length <= longest && hasForm(text)).length / texts.length;

/**
 * What kind of identifier the cells of a sample (`texts`, none blank) are, or null. A tenth of them being addresses is enough;
 * names, addresses of houses and free text are recognised by how seldom two respondents give the same.
 */
export function recogniseContent(
  texts: readonly string[],
  content: ColumnContent,
  name: string,
): IdentifierKind | null {
  if (texts.length === 0 || content.kind === "labels" || content.kind === "choice") return null;
  const seldomSame = texts.length > 1 && new Set(texts).size >= 0.8 * texts.length;
  const several = texts.length >= 5;
  if (content.kind === "dates")
    return seldomSame && several && share(texts, (text) => birthYear.test(text)) >= 0.8 ? "date of birth" : null;
  const form = recogniseForm(texts);
  if (form !== null) return form;
  if (content.kind === "numbers" || content.kind === "decimals") return null;
  if (partsOf(name).some((part) => otherOption.test(part)) || texts.some((text) => text.length > longest))
    return "free text";
  if (!seldomSame) return null;
  if (several && share(texts, (text) => postcode.test(text) || street.test(text)) >= 0.6) return "location";
  if (holdsPeople(texts)) return "name";
  return isWordy(texts) ? "free text" : null;
}

/** True for five names of people or more, of which hardly any comes back. */
export const holdsPeople = (texts: readonly string[]): boolean =>
  texts.length >= 5 &&
  new Set(texts).size >= 0.8 * texts.length &&
  share(texts, isPersonName) >= 0.6 &&
  !sharesWord(texts);

/** What can be told from a cell by itself. Digits alone may be codes with leading zeros, which come back. */
function recogniseForm(texts: readonly string[]): IdentifierKind | null {
  if (share(texts, (text) => email.test(text)) >= 0.1) return "e-mail address";
  if (share(texts, isIpAddress) >= 0.1) return "IP address";
  const comeBack = new Set(texts).size * 2 < texts.length;
  if (share(texts, (text) => isTelephone(text) && dialled.test(text)) >= 0.1) return "telephone number";
  if (!comeBack && share(texts, isTelephone) >= 0.5) return "telephone number";
  if (share(texts, (text) => isBankAccount(text) || account.test(text)) >= 0.5) return "reference";
  if (texts.length > 1 && !comeBack && share(texts, isServiceNumber) >= 0.9) return "reference";
  return share(texts, (text) => coordinates.test(text)) >= 0.5 ? "location" : null;
}

/** True when half of the texts have a capitalised word in common, as answers and teams do and names of people do not. */
function sharesWord(texts: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.match(/\p{Lu}[\p{L}'’-]+/gu))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Math.max(0, ...counts.values()) * 2 >= texts.length;
}

/** Sentences, not codes: several words, or long; a small sample must be clearer. */
function isWordy(texts: readonly string[]): boolean {
  if (texts.length >= 12) return share(texts, (text) => /\p{L}{2}\S* .*\p{L}{2}/u.test(text)) >= 0.5;
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return length >= 25 && share(texts, (text) => text.includes(" ")) >= 0.5;
}
