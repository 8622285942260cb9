/**
 * Finds every number and every date in a text, as Dutch and English write them. In: a text; out: one row per number or date.
 * A separator before exactly three digits can be read two ways (1.234 is 1234 in Dutch, 1.234 in English): both are given.
 */

/** `readings`: what it can mean; none when the marks make no number ("81.2.3"). Places are in UTF-16 units. */
export type NumberInText = Readonly<{
  start: number;
  end: number;
  readings: readonly Readonly<{ value: number; decimals: number }>[];
  percent: boolean;
}>;

/** A day, ISO 8601. */
export type DateInText = Readonly<{ start: number; end: number; date: string }>;

export type Written = Readonly<{ numbers: readonly NumberInText[]; dates: readonly DateInText[] }>;

const monthNumbers: Readonly<Record<string, string>> = {
  ...{ januari: "01", january: "01", februari: "02", february: "02", maart: "03", march: "03", april: "04" },
  ...{ mei: "05", may: "05", juni: "06", june: "06", juli: "07", july: "07", augustus: "08", august: "08" },
  ...{ september: "09", oktober: "10", october: "10", november: "11", december: "12" },
};

const months = Object.keys(monthNumbers).join("|");
const isoDate = /(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;
const wordedDate = new RegExp(`(?<!\\d)(\\d{1,2})\\s+(${months})\\s+(\\d{4})(?!\\d)`, "gi");
const number = /\d+(?:[.,]\d+)*/g;
const percentSign = /^[\s\u00a0\u202f]*(?:%|procent\b|percent\b)/;
const minusSigns = "-\u2212\u2013";

/** Numbers and dates from left to right; digits of a date are no number. Empty for a text without digits. */
export function readNumbers(text: string): Written {
  if (!/\d/.test(text)) return { numbers: [], dates: [] };
  const dates = text.length < 10 ? [] : readDates(text);
  const numbers = [...text.matchAll(number)].flatMap((found) => {
    const inDate = dates.some(({ start, end }) => found.index >= start && found.index < end);
    return inDate ? [] : [describe(text, found.index, found[0])];
  });
  return { numbers: numbers.map((one, position) => joinRange(text, one, numbers[position + 1])), dates };
}

/** In "2-5 %" the sign belongs to both. */
function joinRange(text: string, one: NumberInText, next: NumberInText | undefined): NumberInText {
  if (next?.percent !== true || !/^\s?[-\u2212\u2013]\s?$/.test(text.slice(one.end, next.start))) return one;
  return { ...one, percent: true };
}

function readDates(text: string): DateInText[] {
  const place = (found: RegExpExecArray, date: string) => ({
    start: found.index,
    end: found.index + found[0].length,
    date,
  });
  return [
    ...[...text.matchAll(isoDate)].map((found) => place(found, found[0])),
    ...[...text.matchAll(wordedDate)].map((found) => {
      const [, day = "", month = "", year = ""] = found;
      return place(found, `${year}-${monthNumbers[month.toLowerCase()]}-${day.padStart(2, "0")}`);
    }),
  ];
}

function describe(text: string, at: number, digits: string): NumberInText {
  const sign = isNegative(text, at) ? -1 : 1;
  const end = at + digits.length;
  return {
    start: at,
    end,
    readings: readDigits(digits).map(({ value, decimals }) => ({ value: value === 0 ? 0 : sign * value, decimals })),
    percent: percentSign.test(text.slice(end, end + 12)),
  };
}

/** A minus stands directly before the digits and not directly after a letter, a digit or a percent sign: that is a range or a name. */
const isNegative = (text: string, at: number): boolean =>
  at > 0 && minusSigns.includes(text[at - 1] as string) && !/[\p{L}\p{N}%)]/u.test(text[at - 2] ?? " ");

function readDigits(digits: string): { value: number; decimals: number }[] {
  const dutch = parse(digits, ".", ",");
  const english = parse(digits, ",", ".");
  return [dutch, dutch?.value === english?.value ? null : english].filter((reading) => reading !== null);
}

/** null when these marks do not make a number: "81.2.3", or thousands that are not in threes. */
function parse(digits: string, thousands: "." | ",", decimal: "." | ","): { value: number; decimals: number } | null {
  const [whole = "", fraction, ...rest] = digits.split(decimal);
  if (rest.length > 0 || fraction?.includes(thousands) === true) return null;
  const groups = whole.split(thousands);
  if (groups.length > 1 && !/^[1-9]\d{0,2}$/.test(groups[0] as string)) return null;
  if (groups.slice(1).some((group) => group.length !== 3)) return null;
  const value = Number(`${groups.join("")}.${fraction ?? "0"}`);
  return { value, decimals: fraction?.length ?? 0 };
}
