/**
 * Do the labels keep their promise with several indicators on one list? Draws organisations in which people answer about five things, takes
 * them through the real code, and prints of the signals on the list and of the flagged teams how many are wrong and how many true ones are
 * found. A team is truly elevated when it lies beyond the line of the primary indicator, or of two others.
 *
 * Run: node dist/bench/indicators.js [organisations]
 */
import { drawIndicators } from "./calibration/draw-indicators.ts";
import type { DrawnOrganisation, Scenario } from "./calibration/draw-organisation.ts";
import { type Indicator, runIndicators } from "./calibration/run-scan.ts";

const scenario: Scenario = {
  ...{ name: "five indicators", teams: 200, icc: 0.1, elevated: 0.1, response: [0.4, 0.9] },
  ...{ items: "fine", shape: "normal", silence: 0 },
};
/** The line lies .45 standard deviation of people within teams, 8 points, above the mean of 50. */
const together = { indicators: 5, within: 0.5, line: 50 + 0.45 * 8 };
const enoughOthers = 2;
const seed = 20240601;
const rounds = Number(process.argv[2] ?? "40");

type Counts = { flagged: number; wrong: number; elevated: number };
const start = (): Counts => ({ flagged: 0, wrong: 0, elevated: 0 });

function add(counts: Counts, isFlagged: boolean, isTrue: boolean): void {
  if (isFlagged) counts.flagged++;
  if (isFlagged && !isTrue) counts.wrong++;
  if (isTrue) counts.elevated++;
}

const percent = (part: number, of: number): string => ((100 * part) / of).toFixed(1);
const describe = ({ flagged, wrong, elevated }: Counts): string =>
  `${percent(wrong, flagged)} % wrong, ${percent(flagged - wrong, elevated)} % found`;

function run(between: number): string {
  const [signals, teams] = [start(), start()];
  let [quiet, missed] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const organisations = drawIndicators(scenario, { ...together, between }, seed + round);
    const indicators = organisations.map(
      (organisation, index): Indicator => ({ instrument: `i${index}`, organisation }),
    );
    const truths = new Map(
      indicators.map(({ instrument, organisation }) => [`${instrument}.total`, listTrue(organisation)]),
    );
    for (const one of runIndicators(scenario, indicators).assessed.assessments) {
      const isTrue = (measure: string) => truths.get(measure)?.has(one.unit) ?? false;
      for (const { measure, level } of one.signals) add(signals, level === "elevated", isTrue(measure));
      const [primary = "", ...others] = truths.keys();
      add(teams, one.level === "elevated", isTrue(primary) || others.filter(isTrue).length >= enoughOthers);
      if (one.level !== "no_signal") continue;
      quiet++;
      if (isTrue(primary)) missed++;
    }
  }
  return `signals: ${describe(signals)}; teams: ${describe(teams)}; missed under no signal: ${percent(missed, quiet)} %`;
}

const listTrue = ({ teams }: DrawnOrganisation): ReadonlySet<string> =>
  new Set(teams.filter(({ elevated }) => elevated).map(({ unit }) => unit));

console.log(`Five indicators, ${rounds} organisations of 200 teams`);
for (const between of [0.8, 0.5]) console.log(`team means correlate ${between}: ${run(between)}`);
