/** Random answers on real instruments, and the score of one person as a textbook would compute it. */
import fc from "fast-check";
import { findShippedInstrument, readInstrument } from "../../pipeline/read-scan.ts";
import { Instrument, type Scale } from "../../schemas/instrument.ts";

const text = { nl: "t", en: "t" };

/** A total made of two scales, a reversed item and one decimal. */
const diary = Instrument.parse({
  instrument: "diary",
  version: 1,
  title: text,
  citation: "Made for this test.",
  licence: { id: "MIT", redistribute_text: true },
  answers: { minimum: -2, maximum: 2.5, decimals: 1 },
  items: ["D1", "D2", "D3"].map((item, index) => ({ item, label: text, reversed: index === 1 })),
  scales: [
    { scale: "all", made_of: ["pair", "single"], title: text, meaning: text, score: "mean", higher_is: "better" },
    {
      scale: "pair",
      items: ["D1", "D2"],
      title: text,
      meaning: text,
      score: "mean",
      minimum_answered: 1,
      higher_is: "better",
    },
    {
      scale: "single",
      items: ["D3"],
      title: text,
      meaning: text,
      score: "mean",
      minimum_answered: 1,
      higher_is: "better",
    },
  ],
});

/** Scales of 0 to 100 and their total; 1 to 4 is three steps, which do not divide 100. */
const strain = Instrument.parse({
  ...diary,
  instrument: "strain",
  answers: { minimum: 1, maximum: 4 },
  items: ["S1", "S2", "S3", "S4", "S5"].map((item, index) => ({ item, label: text, reversed: index === 1 })),
  scales: [
    { scale: "one", items: ["S1", "S2", "S3"], minimum_answered: 2 },
    { scale: "two", items: ["S4", "S5"], minimum_answered: 1 },
    { scale: "both", made_of: ["one", "two"] },
  ].map((scale) => ({ ...scale, title: text, meaning: text, score: "mean", rescaled: true, higher_is: "worse" })),
});

/** A sum, and continuous answers rescaled. */
const mood = Instrument.parse({
  ...diary,
  instrument: "mood",
  answers: { minimum: -1, maximum: 1.5, decimals: 1 },
  items: ["M1", "M2", "M3", "M4", "M5"].map((item, index) => ({ item, label: text, reversed: index % 2 === 1 })),
  scales: [
    { scale: "amount", items: ["M1", "M2", "M3"], score: "sum", minimum_answered: 3 },
    { scale: "level", items: ["M4", "M5"], score: "mean", rescaled: true, minimum_answered: 1 },
  ].map((scale) => ({ ...scale, title: text, meaning: text, higher_is: "better" })),
});

/** One scale of `items` items with answers from `minimum` to `maximum`. */
export const makeScale = (
  items: number,
  [minimum, maximum]: readonly [number, number],
  scale: Readonly<{ rescaled?: true; score?: "sum"; minimum_answered?: number }> = {},
): Instrument =>
  Instrument.parse({
    ...diary,
    instrument: "made",
    answers: { minimum, maximum },
    items: Array.from({ length: items }, (_, index) => ({ item: `I${index}`, label: text })),
    scales: [
      {
        scale: "scale",
        title: text,
        meaning: text,
        score: "mean",
        minimum_answered: items,
        higher_is: "worse",
        ...scale,
      },
    ],
  });

/** A person who answers the items of `makeScale` in turn; the items after the last answer are missing. */
export const answerItems = (answers: readonly number[], items: number, unit = "A"): Response => ({
  unit,
  answers: Object.fromEntries(
    Array.from({ length: items }, (_, index) => {
      const answer = answers[index];
      return [`I${index}`, answer === undefined ? null : answer * 10];
    }),
  ),
});

/** So many whole answers that add up to `sum`, as even as possible. */
export const spreadSum = (sum: number, items: number): number[] =>
  Array.from({ length: items }, (_, index) => Math.floor((sum + index) / items));

export const instruments = {
  bat_12: readInstrument(findShippedInstrument("bat_12")),
  enps: readInstrument(findShippedInstrument("enps")),
  vitality: readInstrument(new URL("../../fixtures/sample/instruments/vitality.yaml", import.meta.url).pathname),
  diary,
  strain,
  mood,
} as const;

/** A response: its unit and its answers by item, in tenths of a point; null is missing. */
export type Response = Readonly<{ unit: string; answers: Readonly<Record<string, number | null>> }>;

/** Random responses on all items of `chosen`, one answer in eight missing. */
export function makeResponses(chosen: readonly Instrument[], units: readonly string[]): fc.Arbitrary<Response[]> {
  const answers = chosen.flatMap(({ items, answers: { minimum, maximum, decimals } }) =>
    items.map(({ item }) => {
      const tenths =
        decimals === 0
          ? fc.integer({ min: minimum, max: maximum }).map((points) => points * 10)
          : fc.integer({ min: Math.round(minimum * 10), max: Math.round(maximum * 10) });
      return [item, fc.option(tenths, { freq: 8 })] as const;
    }),
  );
  const response = fc.record({ unit: fc.constantFrom(...units), answers: fc.record(Object.fromEntries(answers)) });
  return fc.array(response, { minLength: 1, maxLength: 12 });
}

/** A score in points as an exact fraction. */
export type Points = Readonly<{ top: bigint; bottom: bigint }>;

/**
 * Per scale of `instrument` the mean or the sum of the turned answers, in its points, or for a total the mean of its scales weighted by their items.
 * null for all of them when any scale has too few answers.
 */
export function scorePlainly(instrument: Instrument, response: Response): (Points | null)[] {
  const parts = instrument.scales.map((scale) =>
    scale.made_of === undefined ? scoreItems(instrument, scale, response) : null,
  );
  const complete = instrument.scales.every((scale, index) => scale.made_of !== undefined || parts[index] !== null);
  if (!complete) return instrument.scales.map(() => null);
  return instrument.scales.map((scale, index) => {
    if (scale.made_of === undefined) return parts[index] ?? null;
    const indices = scale.made_of.map((name) => instrument.scales.findIndex((one) => one.scale === name));
    const weights = indices.map((one) => BigInt(itemsOf(instrument, instrument.scales[one] as Scale).length));
    const bottom = indices.reduce((product, one) => product * (parts[one] as Points).bottom, 1n);
    const tops = indices.map((one, part) => {
      const { top, bottom: own } = parts[one] as Points;
      return (weights[part] as bigint) * top * (bottom / own);
    });
    const sum = (numbers: readonly bigint[]) => numbers.reduce((total, number) => total + number, 0n);
    return { top: sum(tops), bottom: bottom * sum(weights) };
  });
}

const itemsOf = (instrument: Instrument, scale: Scale) =>
  instrument.items.filter(({ item }) => scale.items === undefined || scale.items.includes(item));

function scoreItems(instrument: Instrument, scale: Scale, { answers }: Response): Points | null {
  const tenths = (points: number) => Math.round(points * 10);
  const [minimum, maximum] = [tenths(instrument.answers.minimum), tenths(instrument.answers.maximum)];
  const given = itemsOf(instrument, scale).flatMap(({ item, reversed }) => {
    const answer = answers[item];
    return answer === null || answer === undefined ? [] : [reversed ? minimum + maximum - answer : answer];
  });
  if (given.length < (scale.minimum_answered ?? Number.POSITIVE_INFINITY)) return null;
  const sum = given.reduce((total, one) => total + one, 0);
  if (scale.score === "sum") return { top: BigInt(sum), bottom: 10n };
  if (!scale.rescaled) return { top: BigInt(sum), bottom: 10n * BigInt(given.length) };
  return {
    top: 100n * BigInt(sum - given.length * minimum),
    bottom: BigInt(given.length * (maximum - minimum)),
  };
}

/** A person's score as the pipeline counts it: whole steps of 1 / factor point, or -100, 0 and 100 for eNPS. */
export function countSteps(scale: Scale, factor: bigint, points: Points | null): bigint | null {
  if (points === null) return null;
  if (scale.score !== "nps") {
    if ((points.top * factor) % points.bottom !== 0n) throw new Error("a score must be a whole number of steps");
    return (points.top * factor) / points.bottom;
  }
  const answer = Number(points.top) / Number(points.bottom);
  return answer >= (scale.promoter_from as number) ? 100n : answer <= (scale.detractor_to as number) ? -100n : 0n;
}

/** The statements that make a table of responses as validate leaves it. */
export function writeTable(table: string, chosen: readonly Instrument[], responses: readonly Response[]): string[] {
  const items = chosen.flatMap((one) => one.items.map(({ item }) => item));
  const rows = responses.map(({ unit, answers }) => {
    const cells = items.map((item) => {
      const answer = answers[item];
      return answer === null || answer === undefined ? "null" : `${answer} / 10`;
    });
    return `('${unit}', ${cells.join(", ")})`;
  });
  return [
    `create or replace table ${table} (unit varchar, ${items.map((item) => `${item} decimal(9, 6)`).join(", ")})`,
    ...(rows.length > 0 ? [`insert into ${table} values ${rows.join(", ")}`] : []),
  ];
}
