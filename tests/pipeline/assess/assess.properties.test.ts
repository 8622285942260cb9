import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assessed, type AssessInput, assess } from "../../../pipeline/assess/assess.ts";
import type { ResolvedLine } from "../../../schemas/scan.ts";
import { absoluteLine, inputOf, relativeLine, statistic, strain, type TeamRow } from "./examples.ts";

const rows = fc
  .array(
    fc.record({
      respondents: fc.integer({ min: 5, max: 30 }),
      silent: fc.integer({ min: 0, max: 20 }),
      mean: fc.integer({ min: 1200, max: 4800 }),
    }),
    {
      minLength: 10,
      maxLength: 40,
    },
  )
  .map((teams) =>
    teams.map(({ respondents, silent, mean }, index): TeamRow => {
      return [`T${100 + index}`, respondents, respondents + silent, mean / 1000];
    }),
  );
const statistics = [statistic("pooled_within_variance", 0.36), statistic("reliability", 0.9)];
const lines = fc.constantFrom<ResolvedLine>({ ...absoluteLine, benchmark_mean: 3 }, relativeLine);
const wide = { ...strain, minimum: -20, maximum: 20 };
const settings = { seed: 20240601, numRuns: 60 };

/** The same wave with every value moved by `move`, on a scale that is turned or not. */
const moved = (
  teams: readonly TeamRow[],
  line: ResolvedLine,
  move: (value: number) => number,
  higherIs: "better" | "worse",
) => {
  const placed = line.kind === "absolute" ? { ...line, benchmark_mean: move(line.benchmark_mean) } : line;
  const input: AssessInput = inputOf(
    teams.map(([unit, respondents, invited, mean]): TeamRow => [unit, respondents, invited, move(mean)]),
    { line: placed, statistics, measures: [{ ...wide, higher_is: higherIs }] },
  );
  return assess(input);
};
const signalsOf = (result: Assessed) => result.assessments.flatMap(({ signals }) => signals);

/** Published figures may differ by one unit of their last decimal. */
const expectClose = (found: number | undefined, expected: number | undefined, unit: number) =>
  expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThan(1.01 * unit);

const expectMoved = (one: Assessed, other: Assessed, move: (value: number) => number, turned: boolean) => {
  signalsOf(other).forEach((signal, index) => {
    const original = signalsOf(one)[index];
    const { low = Number.NaN, high = Number.NaN } = original?.interval ?? {};
    expectClose(signal.probability, original?.probability, 0.001);
    expectClose(signal.probability_team_as_such, original?.probability_team_as_such, 0.001);
    expectClose(signal.estimate, move(original?.estimate ?? Number.NaN), 1e-6);
    expectClose(signal.interval.low, move(turned ? high : low), 1e-6);
    expectClose(signal.interval.high, move(turned ? low : high), 1e-6);
  });
  const [model, original] = [other.models[0], one.models[0]];
  if (model?.status !== "assessed" || original?.status !== "assessed") throw new Error("must be assessed");
  expectClose(model.line.value, move(original.line.value), 1e-6);
  expectClose(model.mean, move(original.mean), 1e-6);
  expectClose(model.between_team_sd, original.between_team_sd, 1e-6);
};

describe("assess", () => {
  it("mirrors every figure when the scale is turned", () => {
    const mirror = (value: number) => 6 - value;
    fc.assert(
      fc.property(rows, lines, (teams, line) => {
        const worse = moved(teams, line, (value) => value, "worse");
        const better = moved(teams, line, mirror, "better");
        expect(better.assessments).toHaveLength(teams.length);
        expectMoved(worse, better, mirror, true);
      }),
      settings,
    );
  });

  it("shifts every figure when a constant is added", () => {
    const add = (value: number) => value + 7.25;
    fc.assert(
      fc.property(rows, lines, (teams, line) => {
        const plain = moved(teams, line, (value) => value, "worse");
        expectMoved(plain, moved(teams, line, add, "worse"), add, false);
      }),
      settings,
    );
  });

  it("is surer of the worse of two teams with the same answers and invited", () => {
    fc.assert(
      fc.property(rows, lines, fc.integer({ min: 1, max: 1000 }), (teams, line, step) => {
        const [unit, respondents, invited, mean] = teams[0] as TeamRow;
        const twin: TeamRow = [`${unit}b`, respondents, invited, mean + step / 1000];
        const { assessments } = moved([...teams, twin], line, (value) => value, "worse");
        const chances = [unit, twin[0]].map((code) => assessments.find((row) => row.unit === code)?.signals[0]);
        expect(chances[1]?.probability).toBeGreaterThanOrEqual(chances[0]?.probability ?? Number.NaN);
        expect(chances[1]?.estimate).toBeGreaterThan(chances[0]?.estimate ?? Number.NaN);
      }),
      settings,
    );
  });

  it("gives every team one level that its published probabilities justify", () => {
    fc.assert(
      fc.property(rows, lines, (teams, line) => {
        const { assessments, models, expected_wrong_flags } = moved(teams, line, (value) => value, "worse");
        expect(assessments.map(({ unit }) => unit)).toEqual(teams.map(([unit]) => unit));
        const chances = (level: string) =>
          assessments.filter((row) => row.level === level).map(({ signals }) => signals[0]?.probability ?? Number.NaN);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const elevated = chances("elevated");
        const quiet = chances("no_signal");
        expect(Math.min(1, ...elevated)).toBeGreaterThanOrEqual(0.7);
        expect(sum(elevated.map((chance) => 1 - chance))).toBeLessThanOrEqual(0.1 * elevated.length + 1e-9);
        expect(Math.min(1, ...chances("watch"))).toBeGreaterThanOrEqual(0.5);
        expect(Math.max(0, ...quiet)).toBeLessThanOrEqual(0.3);
        expect(sum(quiet)).toBeLessThanOrEqual(0.05 * quiet.length + 1e-9);
        expect(Math.max(0, ...chances("too_little_evidence"))).toBeLessThan(0.5);
        expect(expected_wrong_flags).toBeCloseTo(sum(elevated.map((chance) => 1 - chance)), 9);
        expect(models[0]).toMatchObject({ elevated: elevated.length, expected_wrong_flags });
      }),
      settings,
    );
  });
});
