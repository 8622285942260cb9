/** Writes numbers and dates for readers in the report's language, the same on every machine. */
import type { Count, Measure } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";

const marks = { nl: { decimal: ",", thousands: "." }, en: { decimal: ".", thousands: "," } } as const;

const months = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

/** A number with a fixed count of decimals, thousands marks and a true minus sign: 1.234,5 or 1,234.5. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks[language].thousands);
  const digits = fraction === undefined ? grouped : `${grouped}${marks[language].decimal}${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `\u2212${digits}` : digits;
}

/** eNPS in points, always with its sign: +12, −8, 0. */
export function formatPoints(value: number, language: Language): string {
  const written = formatNumber(value, 0, language);
  return value > 0 && written !== "0" ? `+${written}` : written;
}

/** A share 0-1 in percents, whole ones unless told otherwise: 68 % in Dutch, 68% in English. */
export const formatShare = (share: number, language: Language, decimals = 0): string =>
  percent(formatNumber(share * 100, decimals, language), language);

/** A probability 0-1 in steps of 5 %; the outer steps never claim certainty: "meer dan 95 %". */
export function formatProbability(probability: number, language: Language): string {
  const step = Math.round(probability * 20) * 5;
  if (step >= 100) return `${language === "nl" ? "meer dan" : "more than"} ${percent("95", language)}`;
  if (step <= 0) return `${language === "nl" ? "minder dan" : "less than"} ${percent("5", language)}`;
  return percent(String(step), language);
}

/** The same in a narrow column: "> 95 %". */
export const shortenProbability = (probability: number, language: Language): string =>
  formatProbability(probability, language)
    .replace(/^(meer dan|more than) /, "> ")
    .replace(/^(minder dan|less than) /, "< ");

const percent = (digits: string, language: Language): string => (language === "nl" ? `${digits}\u00a0%` : `${digits}%`);

/** Decimals that suit a measure: 2 on a short answer scale, 0 for points and percents. */
export const decimalsOf = (measure: Pick<Measure, "minimum" | "maximum">): number => {
  const span = measure.maximum - measure.minimum;
  return span <= 12 ? 2 : span < 100 ? 1 : 0;
};

/** A figure of a measure as readers see it: 2,31; +12; 68 %. */
export function formatFigure(value: number, measure: Measure, language: Language): string {
  if (measure.kind === "participation") return formatShare(value, language);
  if (measure.kind === "enps") return formatPoints(value, language);
  return formatNumber(value, decimalsOf(measure), language);
}

/** A count as published: exactly, "minder dan 5" or "meer dan 95". */
export function formatCount(count: Count, language: Language): string {
  if (typeof count === "number") return formatNumber(count, 0, language);
  const [words, limit] =
    "fewer_than" in count
      ? [{ nl: "minder dan", en: "fewer than" }, count.fewer_than]
      : [{ nl: "meer dan", en: "more than" }, count.more_than];
  return `${words[language]} ${formatNumber(limit, 0, language)}`;
}

/** The text with a capital first letter, except where a name begins small: eNPS. */
export const capitalise = (text: string): string =>
  /^\p{Ll}\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** An ISO date in words: 21 oktober 2025, 21 October 2025. */
export function formatDate(date: string, language: Language): string {
  const [year = "", month = "1", day = "1"] = date.split("-");
  return `${Number(day)} ${months[language][Number(month) - 1]} ${year}`;
}

/** A list in a sentence: "a", "a en b", "a, b en c". */
export function joinWords(words: readonly string[], and: string): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}
