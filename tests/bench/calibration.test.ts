/** The benchmark's short way from confidential sums to labels gives, to the last bit, what a whole run from an export gives. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { addErrors, countErrors } from "../../bench/calibration/count-errors.ts";
import { drawDepartments } from "../../bench/calibration/draw-departments.ts";
import { drawIndicators } from "../../bench/calibration/draw-indicators.ts";
import {
  type DrawnOrganisation,
  drawOrganisation,
  placeLine,
  type Scenario,
} from "../../bench/calibration/draw-organisation.ts";
import {
  describeUnits,
  itemNames,
  makeInstrument,
  makeLine,
  runIndicators,
  runScan,
} from "../../bench/calibration/run-scan.ts";
import { readScan } from "../../pipeline/read-scan.ts";
import { makeReleaseAlone } from "../pipeline/release-alone.ts";
import { makeTempFiles } from "../pipeline/temp-files.ts";

const { folder, write } = makeTempFiles();
const scenario: Scenario = {
  name: "small",
  teams: 30,
  icc: 0.1,
  elevated: 0.2,
  response: [0.4, 0.9],
  items: "skewed",
  shape: "normal",
  silence: 0,
};

/** The organisation as an analyst would have it: a scan.yaml, a roster, an instrument and an export. */
function writeFiles({ teams, line }: DrawnOrganisation): string {
  const { benchmark_mean, ...rest } = makeLine(line) as Extract<ReturnType<typeof makeLine>, { kind: "absolute" }>;
  write(stringify(JSON.parse(JSON.stringify(makeInstrument(scenario)))), "strain.yaml");
  const units = describeUnits(teams).map(({ unit, name, parent, invited }) => [unit, name, parent, invited].join(","));
  write(`unit,name,parent,invited\n${units.join("\n")}\n`, "roster.csv");
  const rows = teams.flatMap(({ unit, answers }) => answers.map((one) => [unit, ...one].join(",")));
  write(`team,${itemNames.join(",")}\n${rows.join("\n")}\n`, "answers.csv");
  const columns = { unit: "team", answers: Object.fromEntries(itemNames.map((item) => [item, item])) };
  const scan = {
    organisation: "Drawn",
    instruments: ["strain.yaml"],
    questionnaires: { main: { instruments: ["strain"], columns } },
    waves: [
      {
        wave: "2026",
        opened_date: "2026-01-05",
        closed_date: "2026-01-30",
        roster: "roster.csv",
        exports: { main: "answers.csv" },
      },
    ],
    policy: { roll_up: false },
    line: { ...rest, benchmark_mean },
  };
  return write(stringify(scan), "scan.yaml");
}

function correlate(some: readonly number[], others: readonly number[]): number {
  const centre = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [left, right] = [centre(some), centre(others)];
  const multiply = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, index) => sum + value * (other[index] as number), 0);
  return multiply(left, right) / Math.sqrt(multiply(left, left) * multiply(right, right));
}

describe("the calibration benchmark", () => {
  const line = placeLine(scenario, 1);
  const organisation = drawOrganisation(scenario, line, 2);
  const found = runScan(scenario, organisation);

  it("publishes the same figures, levels and probabilities as a run from an export", async () => {
    const effects = {
      today: "2026-02-01",
      privateFolder: join(folder),
      megabytes: 512,
      announce: () => undefined,
      tool: "test",
    };
    const release = await makeReleaseAlone(readScan(writeFiles(organisation)), effects);
    const own = <Row extends { measure: string }>(rows: readonly Row[]) =>
      rows.filter(({ measure }) => measure === "strain.total");
    expect(found.assessed.assessments.length).toBeGreaterThan(15);
    expect(release.assessments).toEqual(found.assessed.assessments);
    // what a run adds to the model afterwards
    expect(release.models[0]).toHaveProperty("calibration.scans", 400);
    expect(release.models).toEqual(
      found.assessed.models.map((model) => ({ ...model, calibration: expect.anything() })),
    );
    expect(release.expected_wrong_flags).toBe(found.assessed.expected_wrong_flags);
    expect(own(release.cells)).toEqual(found.assessed.cells);
    expect(found.statistics.length).toBeGreaterThan(3);
    expect(release.statistics).toEqual(expect.arrayContaining([...found.statistics]));
  });

  it("draws the same organisation from the same seed, and another from another", () => {
    expect(drawOrganisation(scenario, line, 2)).toEqual(organisation);
    expect(drawOrganisation(scenario, line, 3)).not.toEqual(organisation);
  });

  it("puts the wanted share of teams beyond the line, and none where there should be none", () => {
    const shareOf = (given: Scenario) => {
      const teams = Array.from({ length: 20 }, (_, seed) => drawOrganisation(given, line, 10 + seed).teams).flat();
      return teams.filter(({ elevated }) => elevated).length / teams.length;
    };
    // three standard errors of a share of .2 over 600 teams
    expect(Math.abs(shareOf(scenario) - 0.2)).toBeLessThan(0.05);
    expect(shareOf({ ...scenario, nobody: true })).toBe(0);
  });

  it("draws heavy tails: as much spread as usual, most of it from few teams", () => {
    const far = { ...scenario, teams: 4000, icc: 0.9, elevated: 0.01, items: "fine" } as const;
    // R: qnorm(.99) and qt(.99, 3) / sqrt(3), times 8 points x 3 standard deviations between teams, around 50
    expect(placeLine(far, 1)).toBeGreaterThan(50 + 24 * 2.33 - 3);
    expect(placeLine(far, 1)).toBeLessThan(50 + 24 * 2.33 + 3);
    expect(placeLine({ ...far, shape: "heavy" }, 1)).toBeGreaterThan(50 + 24 * 2.62 - 4);
    expect(placeLine({ ...far, shape: "heavy", elevated: 0.2 }, 1)).toBeLessThan(
      placeLine({ ...far, elevated: 0.2 }, 1),
    );
  });

  it("lets answers fall or rise with people's own scores", () => {
    const meanOf = (silence: number) => {
      const { teams } = drawOrganisation({ ...scenario, teams: 300, items: "fine", silence }, line, 5);
      const answers = teams.flatMap((team) => team.answers.flat());
      return answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    };
    expect(meanOf(0.33)).toBeLessThan(meanOf(0) - 0.5);
    expect(meanOf(-0.5)).toBeGreaterThan(meanOf(0) + 0.5);
  });

  it("counts flags, wrong ones and missed ones of released teams", () => {
    const errors = countErrors(organisation, found);
    const isTrue = new Map(organisation.teams.map(({ unit, elevated }) => [unit, elevated]));
    const at = (level: string) => found.assessed.assessments.filter((one) => one.level === level);
    expect(errors.model.flagged).toBe(at("elevated").length);
    expect(errors.model.wrong).toBe(at("elevated").filter(({ unit }) => !isTrue.get(unit)).length);
    expect(errors.quiet).toBe(at("no_signal").length);
    expect(errors.teams).toBe(found.assessed.assessments.length);
    const twice = addErrors([errors, errors]);
    expect(twice.model.flagged).toBe(2 * errors.model.flagged);
    expect(twice.model.organisations).toBe(2);
    expect(twice.elevated).toBe(2 * errors.elevated);
  });

  it("draws the same people for several indicators, related between teams and within them", () => {
    const wide = { ...scenario, teams: 400, icc: 0.5, items: "fine", response: [0.99, 0.999] } as const;
    const drawn = drawIndicators(wide, { indicators: 2, between: 0.8, within: 0.3, line: 50 }, 4);
    const [first = [], second = []] = drawn.map(({ teams }) => teams);
    expect(first.map(({ unit, invited, answers }) => [unit, invited, answers.length])).toEqual(
      second.map(({ unit, invited, answers }) => [unit, invited, answers.length]),
    );
    const scoreOf = (answers: readonly number[]) => answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    const scoresOf = (team: (typeof first)[number]) => team.answers.map(scoreOf);
    const [means, others] = [first, second].map((teams) => teams.map((team) => scoreOf(scoresOf(team))));
    const around = (teams: typeof first) =>
      teams.flatMap((team) => scoresOf(team).map((score) => score - scoreOf(scoresOf(team))));
    // .8 of team means without chance, (.8 + .09 x .27) / 1.09 with some 11 answers; .3 of true scores, .27 with a reliability of .9
    expect(Math.abs(correlate(means as number[], others as number[]) - 0.76)).toBeLessThan(0.08);
    expect(Math.abs(correlate(around(first), around(second)) - 0.27)).toBeLessThan(0.06);
  });

  it("puts several indicators on one list, the first the primary one", () => {
    const drawn = drawIndicators(scenario, { indicators: 3, between: 0.8, within: 0.5, line: 2 }, 6);
    const indicators = drawn.map((one, index) => ({ instrument: `i${index}`, organisation: one }));
    const { assessed } = runIndicators(scenario, indicators);
    expect(assessed.models.map(({ measure }) => measure)).toEqual(["i0.total", "i1.total", "i2.total"]);
    expect(assessed.models.every(({ status }) => status === "assessed")).toBe(true);
    expect(assessed.assessments.every(({ signals }) => signals.length === 3)).toBe(true);
    const [first] = indicators;
    const alone = runIndicators(scenario, first ? [first] : []);
    expect(alone.cells).toEqual(
      runScan(scenario, drawn[0] as DrawnOrganisation).cells.map((cell) => ({ ...cell, measure: "i0.total" })),
    );
  });

  it("assesses departments of the drawn organisation, of which those beyond the line are known", () => {
    const given = { departments: 40, share: 0.8, line: 50 } as const;
    const fine = { ...scenario, items: "fine" } as const;
    const drawn = drawDepartments(fine, given, 3);
    const departments = new Set(drawn.teams.map(({ department }) => department));
    expect(departments.size).toBe(40);
    // the line is the mean: four standard errors around half of 40
    expect(Math.abs(drawn.beyond.size - 20)).toBeLessThan(13);
    const units = describeUnits(drawn.teams);
    const [first] = drawn.teams;
    const own = drawn.teams.filter(({ department }) => department === first?.department);
    const members = own.reduce((sum, { invited }) => sum + invited, 0);
    expect(units.find(({ unit }) => unit === first?.department)).toMatchObject({
      ...{ parent: "ORG", level: 1, leaf: false, invited: 0, invited_total: members },
    });
    expect(units.find(({ unit }) => unit === first?.unit)).toMatchObject({
      parent: first?.department,
      level: 2,
      leaf: true,
    });
    const organisation = { teams: drawn.teams, line: 50 };
    const { groups, assessed } = runIndicators(fine, [{ instrument: "strain", organisation }]);
    expect(groups.map(({ level }) => level)).toEqual([1]);
    const codes = groups[0]?.assessments.map(({ unit }) => unit) ?? [];
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.every((unit) => departments.has(unit))).toBe(true);
    expect(assessed.assessments.every(({ unit }) => !departments.has(unit))).toBe(true);
  });
});
