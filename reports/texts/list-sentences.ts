/**
 * Lists every sentence that the reports can say, for the scan of what leaves: which numbers are the reports' own words?
 * In: nothing; out: sentences in both languages with `{}` where a release fills something in.
 */
import { measurementQualityEnglish } from "./measurement-quality.en.ts";
import { measurementQualityDutch } from "./measurement-quality.nl.ts";
import { textsOf } from "./texts.ts";

/** Sorted, each once. Every text that is a function is called with room for its figures, for one and for many, for worse and for better. */
export function listSentences(): string[] {
  const catalogues = [textsOf("nl"), textsOf("en"), measurementQualityDutch, measurementQualityEnglish];
  return [...new Set(catalogues.flatMap((catalogue) => [...collect(catalogue)]))].sort();
}

function* collect(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "function") yield* callAll(value as Text);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* collect(inner);
}

type Text = (...values: readonly unknown[]) => unknown;

/** A number that no text says by itself, to be taken out again. */
const many = 987654321;
const room = "{}";

const factsOf = (side: string, number: unknown) =>
  ({ side, line: room, measure: room, sure: room, respondents: number, invited: number }) as const;

/** What the first value is, and the others. A filling that does not suit a text gives a sentence with room in it or none at all. */
const fillings: readonly (readonly [first: unknown, others: unknown])[] = [
  [many, many],
  [room, room],
  [true, true],
  [null, null],
  ["worse", "worse"],
  ["better", "better"],
  [factsOf("worse", many), many],
  [factsOf("better", many), many],
  [factsOf("worse", null), many],
];

/** Texts choose other words for one; the numbers that come with it are the filling's, unless the text says them for many as well. */
const fillingsOfOne: typeof fillings = [
  [1, 1],
  [factsOf("worse", 1), 1],
];

function* callAll(text: Text): Generator<string> {
  const said = fillings.flatMap((filling) => call(text, filling)).map((one) => one.replace(/\d[\d.,]{6,}\d/g, room));
  yield* said;
  const own = new Set(said.flatMap((one) => one.match(/\d+/g) ?? []));
  for (const one of fillingsOfOne.flatMap((filling) => call(text, filling)))
    yield one.replace(/\d+/g, (digits) => (own.has(digits) ? digits : room));
}

function call(text: Text, [first, others]: (typeof fillings)[number]): string[] {
  try {
    const said = text(...Array.from({ length: text.length }, (_, position) => (position === 0 ? first : others)));
    return typeof said === "string" ? [said.replaceAll("[object Object]", room)] : [];
  } catch (error) {
    if (error instanceof TypeError) return [];
    throw error;
  }
}
