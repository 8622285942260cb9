/**
 * Scans the attributes of one element of a page: texts, identifiers, addresses, and what a reader never sees.
 * In: an element and whom its place is about; out: findings.
 */
import { createHash } from "node:crypto";
import type { FindingKind } from "./finding.ts";
import { expectation, judgeText, type Place, type Rulebook } from "./judge.ts";
import { drawingAttributes, fixedAttributes, formAttributes, identifierAttributes } from "./layout.ts";
import type { PageElement } from "./read-page.ts";
import { idsOf, isMark } from "./read-row.ts";

/** What a page may refer to: files of the release, and fixed parts by fingerprint (sha256, hexadecimal). */
export type Surroundings = Readonly<{ files: ReadonlySet<string>; embedded: ReadonlySet<string> }>;

export type Tell = (kind: FindingKind, expected: string) => void;

/** `isInRow`: texts of attributes were judged with the row of the table already. */
export function scanAttributes(
  book: Rulebook,
  around: Surroundings,
  element: PageElement,
  place: Place,
  isInRow: boolean,
  tell: Tell,
): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (/^on/.test(name) || name === "style") tell("hidden", `no attribute ${name}`);
    else if (/\bdata:/i.test(value) && name !== "content") judgeEmbedded(around, value, tell);
    else if (name === "href" || name === "src") judgeAddress(book, around, value, place, tell);
    else if (isDrawn(element, name) || fixedAttributes.has(value)) continue;
    else if (name === "data-team") judgeMark(book, value, tell);
    else if (identifierAttributes.has(name)) judgeIdentifier(book, value, tell);
    else if (formAttributes.has(name)) {
      if (!/^(?:\d{1,2}|true|false)?$/.test(value)) tell("hidden", `at most two digits in ${name}`);
    } else if (!isInRow) judgeWords(book, around, value, place, tell);
  }
}

/** Marks of a drawing are held against its chart elsewhere; outside a drawing only pictures have a size. */
const isDrawn = ({ name }: PageElement, attribute: string): boolean =>
  drawingAttributes.has(attribute) &&
  (attribute === "width" || attribute === "height" ? true : name !== "meter" && name !== "progress");

function judgeWords(book: Rulebook, around: Surroundings, value: string, place: Place, tell: Tell): void {
  const words = value.replace(/'sha256-([A-Za-z0-9+/]+=*)'/g, (token, hash: string) =>
    around.embedded.has(Buffer.from(hash, "base64").toString("hex")) ? "" : token,
  );
  for (const kind of judgeText(book, words, place)) tell(kind, expectation[kind] ?? "");
}

/** The mark of a team that is shown; "true" on the table that has them all. */
function judgeMark({ names, allowance }: Rulebook, value: string, tell: Tell): void {
  const units = idsOf(isMark(value) ? names.ofCell(value) : [], "unit");
  if (units.length !== 1 || units.some((unit) => allowance.isHidden(unit, {})))
    tell("name", "the mark of a team that is shown");
}

/** An identifier may hold the code of a measure, a wave or an instrument, and a serial number of two digits. */
function judgeIdentifier(book: Rulebook, value: string, tell: Tell): void {
  const odd = value
    .split(/[^\p{L}\p{N}_]+/u)
    .some(
      (word) => /\d{3,}/.test(word) && book.names.ofCell(word).length === 0 && book.names.inText(word).length === 0,
    );
  if (odd || /\d[.,]\d/.test(value)) tell("hidden", "identifiers without figures");
}

function judgeAddress(book: Rulebook, around: Surroundings, value: string, place: Place, tell: Tell): void {
  if (value.startsWith("#")) judgeIdentifier(book, value, tell);
  else if (!around.files.has(value)) judgeWords(book, around, value, place, tell);
}

/** A font or a picture that every page has, known by its fingerprint. */
function judgeEmbedded({ embedded }: Surroundings, value: string, tell: Tell): void {
  const [, type = "", data = ""] = /^data:([\w/+.-]+);base64,([A-Za-z0-9+/=]*)$/.exec(value) ?? [];
  const isKnown = /^(?:font|image)\//.test(type) && embedded.has(hashBytes(Buffer.from(data, "base64")));
  if (!isKnown) tell("hidden", "no data but a font or a picture that every page has");
}

/** sha256 of bytes or of a text in UTF-8, hexadecimal. */
export const hashBytes = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
