/**
 * Tells whether a text is made of words of answer scales alone. In: a text. Out: true when it may be shown in a message, because
 * no name and no sentence of a respondent can be in it.
 */
import { listResponseSets, listSpellings } from "./list-response-sets.ts";
import { normaliseLabel } from "./normalise-label.ts";
import { splitNumber } from "./split-number.ts";

/** The longest label of a response set. */
const longest = 60;

/**
 * True for a label of a shipped response set, and for another text of which every word occurs in those or in `own`, the analyst's
 * labels, and one word is a label by itself: "de" and "groot" are words of scales, but De Groot is a name. A printed number of at
 * most two digits may stand before or after the words; other digits and signs make a text unknown.
 */
export function isKnownWording(text: string, own: Iterable<string> = []): boolean {
  const numbered = splitNumber(text);
  const label = numbered?.label ?? normaliseLabel(text);
  if (text.length > longest || Math.abs(numbered?.number ?? 0) > 99 || !/^[\p{L}\p{M}\s'(),./-]+$/u.test(label))
    return false;
  const ownLabels = new Set([...own].map(normaliseLabel));
  const isLabel = (one: string) => shippedLabels().has(one) || ownLabels.has(one);
  const ownWords = new Set([...ownLabels].flatMap(listWords));
  const words = listWords(label);
  return (
    isLabel(label) || (words.some(isLabel) && words.every((word) => shippedWords().has(word) || ownWords.has(word)))
  );
}

let labels: ReadonlySet<string> | undefined;
let words: ReadonlySet<string> | undefined;

function shippedLabels(): ReadonlySet<string> {
  labels ??= new Set(listResponseSets().flatMap(({ options }) => options.flatMap(listSpellings)));
  return labels;
}

function shippedWords(): ReadonlySet<string> {
  words ??= new Set([...shippedLabels()].flatMap(listWords));
  return words;
}

const listWords = (label: string): string[] => label.match(/[\p{L}\p{M}]+/gu) ?? [];
