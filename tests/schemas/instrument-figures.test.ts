/** The bands and norms of the instruments that ship, against the published figures. */
import { describe, expect, it } from "vitest";
import { type Band, measureName, readCut } from "../../schemas/instrument.ts";
import { listFiles, read } from "./shipped-instruments.ts";

const all = listFiles().map(read);

/**
 * Whether the sum of complete answers is in the band, in hundredths of a point: every shipped cut has at most two decimals.
 * `points` is what a sum of 1 counts in the points of the scale, times the number of items.
 */
function meets(band: Band, sum: number, items: number, points = 1): boolean {
  const [kind, cut] = Object.entries(readCut(band))[0] as [string, number];
  const difference = 100 * sum * points - Math.round(cut * 100) * items;
  return (
    { at_least: difference >= 0, above: difference > 0, at_most: difference <= 0, below: difference < 0 }[kind] ?? false
  );
}

describe("bands", () => {
  const bands = all.flatMap(({ instrument, scales }) =>
    scales.flatMap(({ scale, bands: own = [] }) =>
      own.map((band) => ({ measure: measureName(instrument, scale), ...band })),
    ),
  );
  const findBand = (measure: string, code: string) => {
    const band = bands.find((one) => one.measure === measure && one.band === code);
    if (band === undefined) throw new Error(`no band ${code} of ${measure}`);
    return band;
  };

  // The table of published cuts in whole sums; sums by hand: the first multiple of 1 / items that reaches the cut.
  it.each([
    ["bat_23.total", "orange", 23, 60], // 60 / 23 = 2.6087 and 59 / 23 = 2.5652, cut 2.59
    ["bat_23.total", "red", 23, 70], // 3.0435 and 3.0000, cut 3.02
    ["bat_23.exhaustion", "orange", 8, 25], // 3.125 and 3.000, cut 3.06
    ["bat_23.exhaustion", "red", 8, 27], // 3.375 and 3.250, cut 3.31
    ["bat_23.mental_distance", "orange", 5, 13], // 2.6 and 2.4, cut 2.50
    ["bat_23.mental_distance", "red", 5, 16], // 3.2 and 3.0, cut 3.10
    ["bat_23.cognitive", "orange", 5, 14], // 2.8 and 2.6, cut 2.70
    ["bat_23.cognitive", "red", 5, 16], // 3.2 and 3.0, cut 3.10
    ["bat_23.emotional", "orange", 5, 11], // 2.2 and 2.0, cut 2.10
    ["bat_23.emotional", "red", 5, 15], // 3.0 and 2.8, cut 2.90
    ["bat_12.total", "at_risk", 12, 31], // 2.5833 and 2.5000, cut 2.54
    ["bat_12.total", "severe", 12, 36], // 3.0000 and 2.9167, cut 2.96
    ["nea_fatigue.total", "raised_as_quoted", 5, 16], // 3.2 and 3.0, cut 3.20 or more
    ["nea_fatigue.total", "raised_as_cbs", 5, 17], // 3.4 and 3.2, cut 3.21 or more
    ["nea_fatigue.total", "raised", 5, 17], // 3.4 and 3.2, cut above 3.20
    ["nea_demands.total", "high", 3, 8], // 2.667 and 2.333, cut 2.5
    ["was.score", "good", 1, 8],
  ])("%s %s of %i items begins at a sum of %i", (measure, code, items, first) => {
    const band = findBand(measure, code);
    expect([meets(band, first - 1, items), meets(band, first, items)]).toEqual([false, true]);
  });

  it.each([
    ["nea_autonomy.total", "low", 5, 12, 1], // 12 / 5 = 2.4 and 13 / 5 = 2.6, cut below 2.5
    ["who5.total", "low", 5, 12, 20], // 12 x 4 = 48 and 13 x 4 = 52, cut at most 50
    ["who5.total", "very_low", 5, 7, 20], // 7 x 4 = 28 and 8 x 4 = 32, cut at most 28
    ["was.score", "poor", 1, 5, 1],
  ])("%s %s of %i items ends at a sum of %i", (measure, code, items, last, points) => {
    const band = findBand(measure, code);
    expect([meets(band, last, items, points), meets(band, last + 1, items, points)]).toEqual([true, false]);
  });

  // As published; held back as unverified where sources conflict or could not be read.
  const cuts = [
    ["bat_12.total", "at_risk", { at_least: 2.54 }, 2023, "secondary"],
    ["bat_12.total", "severe", { at_least: 2.96 }, 2023, "secondary"],
    ["bat_23.total", "orange", { at_least: 2.59 }, null, "secondary"],
    ["bat_23.total", "red", { at_least: 3.02 }, null, "secondary"],
    ["bat_23.exhaustion", "orange", { at_least: 3.06 }, null, "secondary"],
    ["bat_23.exhaustion", "red", { at_least: 3.31 }, null, "secondary"],
    ["bat_23.mental_distance", "orange", { at_least: 2.5 }, null, "unverified"],
    ["bat_23.mental_distance", "red", { at_least: 3.1 }, null, "unverified"],
    ["bat_23.cognitive", "orange", { at_least: 2.7 }, null, "secondary"],
    ["bat_23.cognitive", "red", { at_least: 3.1 }, null, "secondary"],
    ["bat_23.emotional", "orange", { at_least: 2.1 }, null, "unverified"],
    ["bat_23.emotional", "red", { at_least: 2.9 }, null, "unverified"],
    ["nea_autonomy.total", "low", { below: 2.5 }, 2023, "primary"],
    ["nea_demands.total", "high", { at_least: 2.5 }, 2023, "primary"],
    ["nea_fatigue.total", "raised", { above: 3.2 }, 2011, "computed"],
    ["nea_fatigue.total", "raised_as_cbs", { at_least: 3.21 }, 2011, "primary"],
    ["nea_fatigue.total", "raised_as_quoted", { at_least: 3.2 }, null, "unverified"],
    ["was.score", "poor", { at_most: 5 }, 2016, "primary"],
    ["was.score", "good", { at_least: 8 }, 2016, "primary"],
    ["who5.total", "low", { at_most: 50 }, 2015, "secondary"],
    ["who5.total", "very_low", { at_most: 28 }, 2015, "secondary"],
  ];

  it("are these, with a source each", () => {
    expect(bands.map((one) => [one.measure, one.band, readCut(one), one.year, one.verified])).toEqual(cuts);
    for (const { source } of bands) expect(source.length).toBeGreaterThan(20);
  });
});

describe("norms", () => {
  it("are those of the UWES-9, from a second source", () => {
    const norms = all.flatMap(({ instrument, scales }) =>
      scales.flatMap(({ scale, norms: own = [] }) =>
        own.map((one) => [
          measureName(instrument, scale),
          one.mean,
          one.standard_deviation,
          one.respondents,
          one.verified,
        ]),
      ),
    );
    expect(norms).toEqual([
      ["uwes_9.total", 3.74, 1.17, 9679, "secondary"],
      ["uwes_9.vigor", 4.01, 1.14, 9679, "secondary"],
      ["uwes_9.dedication", 3.88, 1.38, 9679, "secondary"],
      ["uwes_9.absorption", 3.35, 1.32, 9679, "secondary"],
    ]);
  });
});
