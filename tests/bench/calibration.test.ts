/** The benchmark's short way from confidential sums to labels gives, to the last bit, what a whole run from an export gives. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { addErrors, countErrors } from "../../bench/calibration/count-errors.ts";
import {
  type DrawnOrganisation,
  drawOrganisation,
  placeLine,
  type Scenario,
} from "../../bench/calibration/draw-organisation.ts";
import { describeUnits, itemNames, makeInstrument, makeLine, runScan } from "../../bench/calibration/run-scan.ts";
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
});
