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

export const instruments = {
  bat_12: readInstrument(findShippedInstrument("bat_12")),
  enps: readInstrument(findShippedInstrument("enps")),
  vitality: readInstrument(new URL("../../fixtures/sample/instruments/vitality.yaml", import.meta.url).pathname),
  diary,
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
 * Per scale of `instrument` the mean of the turned answers, or for a total the mean of its scales weighted by their items.
 * null for all of them when any scale has too few answers.
 */
export function scorePlainly(instrument: Instrument, response: Response): (Points | null)[] {
  const parts = instrument.scales.map((scale) =>
    scale.made_of === undefined ? meanOf(instrument, scale, response) : null,
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

function meanOf(instrument: Instrument, scale: Scale, { answers }: Response): Points | null {
  const ends = Math.round((instrument.answers.minimum + instrument.answers.maximum) * 10);
  const given = itemsOf(instrument, scale).flatMap(({ item, reversed }) => {
    const answer = answers[item];
    return answer === null || answer === undefined ? [] : [reversed ? ends - answer : answer];
  });
  if (given.length < (scale.minimum_answered ?? Number.POSITIVE_INFINITY)) return null;
  return { top: BigInt(given.reduce((sum, one) => sum + one, 0)), bottom: 10n * BigInt(given.length) };
}

/** A person's score as the pipeline counts it: whole steps of 1 / factor point, or -100, 0 and 100 for eNPS. */
export function countSteps(scale: Scale, factor: bigint, points: Points | null): bigint | null {
  if (points === null) return null;
  if (scale.score === "mean") {
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
