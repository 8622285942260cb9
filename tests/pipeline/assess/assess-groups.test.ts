import { describe, expect, it } from "vitest";
import { assess } from "../../../pipeline/assess/assess.ts";
import { assessGroups, type GroupInput } from "../../../pipeline/assess/assess-groups.ts";
import { startDraws } from "../../../pipeline/stats/draw-numbers.ts";
import { GroupAssessment, type Model, type ReleasedCell, type ReleaseUnit } from "../../../schemas/release.ts";
import {
  absoluteLine,
  cell,
  inputOf,
  organisation,
  referenceReliability,
  referenceTeams,
  referenceVariance,
  relativeLine,
  statistic,
  strain,
  team,
} from "./examples.ts";

const department = (unit: string): ReleaseUnit => ({ ...team(unit), leaf: false });
const short = { attribute: "tenure", value: "short" };
const long = { attribute: "tenure", value: "long" };
const between = (between_team_sd: number): Model => ({
  ...{ wave: "w1", measure: strain.measure, status: "assessed", claim: "members", teams: 30, mean: 2 },
  ...{ line: { kind: "own_organisation", value: 2.3, delta: 0.3 }, reliability: 0.9, missing: [] },
  ...{ elevated: 0, expected_wrong_flags: 0, between_team_sd },
});

/** The reference's 21 means as those of departments. */
const departments = (rest: Partial<GroupInput> = {}): GroupInput => ({
  ...inputOf(referenceTeams),
  units: [organisation, ...referenceTeams.map(([unit]) => department(unit))],
  models: [between(0)],
  ...rest,
});

describe("assessGroups", () => {
  it("assesses departments as it would teams of the same figures", () => {
    const groups = assessGroups(departments());
    expect(groups.map(({ wave, attribute, level }) => [wave, attribute, level])).toEqual([["w1", null, 1]]);
    const { models, assessments, expected_wrong_flags } = assess(inputOf(referenceTeams));
    expect(groups[0]).toMatchObject({ models, assessments, expected_wrong_flags });
    expect(() => GroupAssessment.parse(groups[0])).not.toThrow();
  });

  it("adds the variance between teams to that within them, and leaves the line where it is", () => {
    const mixed = inputOf(referenceTeams, {
      statistics: [
        statistic("pooled_within_variance", referenceVariance + 0.3 ** 2),
        statistic("reliability", referenceReliability),
      ],
    });
    expect(assessGroups(departments({ models: [between(0.3)] }))[0]?.assessments).toEqual(assess(mixed).assessments);
    const [relative] = assessGroups(departments({ models: [between(0.3)], line: relativeLine }))[0]?.models ?? [];
    const [plain] = assessGroups(departments({ line: relativeLine }))[0]?.models ?? [];
    const distanceOf = (model: Model | undefined) =>
      model?.status === "assessed" ? model.line.value - model.mean : Number.NaN;
    // 0.3 x sqrt(0.364829655433274)
    expect(distanceOf(relative)).toBeCloseTo(0.181203, 5);
    expect(distanceOf(plain)).toBeCloseTo(0.181203, 5);
  });

  it("keeps every level of units, attribute and level of segments to itself, teams and the organisation out", () => {
    const cells = [
      cell("ORG", { respondents: 90, mean: 2 }),
      cell("D1", { respondents: 30, mean: 2 }),
      cell("S1", { respondents: 20, mean: 2 }),
      cell("T1", { respondents: 10, mean: 2 }),
      cell("T1", { respondents: 10, mean: 2, segment: short }),
      cell("D1", { respondents: 10, mean: 2, segment: short }),
      cell("ORG", { respondents: 40, mean: 2, segment: { attribute: "contract", value: "fixed" } }),
      cell("R1", { respondents: 20, mean: 2 }),
      cell("S1", { respondents: 20, mean: 2, measure: "other" }),
    ];
    const units = [
      ...[organisation, department("D1"), { ...department("S1"), level: 2 }, { ...team("T1"), level: 3 }],
      { ...department("R1"), level: 2, members: ["T8", "T9"] },
    ];
    const groups = assessGroups(departments({ cells, units }));
    expect(groups.map(({ attribute, level, models }) => [attribute, level, models[0]?.teams])).toEqual([
      [null, 1, 1],
      [null, 2, 1],
      ["contract", 0, 1],
      ["tenure", 1, 1],
      ["tenure", null, 1],
    ]);
  });

  it("assesses the shown segments that have no bound, each under its value", () => {
    const hidden = { wave: "w1", unit: "D5", measure: strain.measure, status: "withheld" as const, segment: short };
    const cells = [
      cell("D2", { respondents: 12, mean: 2.6, segment: short }),
      cell("D1", { respondents: 12, mean: 2.1, segment: short }),
      cell("D1", { respondents: 12, mean: 1.9, segment: long }),
      cell("D3", { respondents: 12, mean: 4, segment: long, bound: "at_least" }),
      hidden,
    ];
    const units = [organisation, ...["D1", "D2", "D3", "D5"].map(department)];
    const [group] = assessGroups(departments({ cells, units }));
    expect(group?.assessments.map(({ unit, segment }) => [unit, segment])).toEqual([
      ["D1", long],
      ["D1", short],
      ["D2", short],
    ]);
    expect(group?.models[0]).toMatchObject({ claim: "team_as_such", teams: 3, missing: ["invited"] });
  });

  it("says why fewer than ten groups are not assessed without an absolute line", () => {
    const input = departments({ cells: departments().cells.slice(0, 9), line: relativeLine });
    expect(assessGroups(input)).toEqual([
      {
        ...{ wave: "w1", attribute: null, level: 1, assessments: [], expected_wrong_flags: null },
        models: [
          {
            ...{ wave: "w1", measure: strain.measure, status: "not_assessed", teams: 9 },
            reason: "fewer_than_ten_teams_and_no_absolute_line",
          },
        ],
      },
    ]);
    expect(assessGroups({ ...input, line: absoluteLine })[0]?.assessments).toHaveLength(9);
  });

  it("gives nothing where nothing but teams is shown", () => {
    expect(assessGroups({ ...inputOf(referenceTeams), models: [] })).toEqual([]);
    const hidden = { wave: "w1", unit: "D1", segment: null, measure: strain.measure, status: "withheld" as const };
    expect(assessGroups(departments({ cells: [hidden] }))).toEqual([]);
  });

  it("keeps the budget for departments of which teams differ and answer unequally", () => {
    const draws = startDraws(20240601);
    const counts = { flagged: 0, wrong: 0, quiet: 0, missed: 0 };
    for (let round = 0; round < 15; round++) {
      const drawn = Array.from({ length: 200 }, (_, index) => drawDepartment(`D${1000 + index}`, draws));
      const [group] = assessGroups({
        ...departments({ line: relativeLine, models: [between(0.25)] }),
        units: [organisation, ...drawn.map((one) => department(one.cell.unit))],
        measures: [{ ...strain, minimum: -20, maximum: 20 }],
        cells: drawn.map((one) => one.cell),
        statistics: [statistic("pooled_within_variance", 1), statistic("reliability", 0.9)],
      });
      const truths = new Map(drawn.map((one) => [one.cell.unit, one.truth]));
      for (const { unit, level } of group?.assessments ?? []) {
        const isBeyond = (truths.get(unit) ?? 0) > 0.3;
        if (level === "elevated") counts.flagged++;
        if (level === "elevated" && !isBeyond) counts.wrong++;
        if (level === "no_signal") counts.quiet++;
        if (level === "no_signal" && isBeyond) counts.missed++;
      }
    }
    expect(counts.flagged).toBeGreaterThan(200);
    // budgets of 10 % and 5 %, and three standard errors
    expect(counts.wrong / counts.flagged).toBeLessThan(0.15);
    expect(counts.missed / counts.quiet).toBeLessThan(0.06);
  });
});

/** Two to seven teams around a department's mean, each with a response of its own; the truth is the mean true score of everyone. */
function drawDepartment(unit: string, { share, normal }: ReturnType<typeof startDraws>) {
  const centre = 0.25 * normal();
  const [answers, truths]: [number[], number[]] = [[], []];
  for (let left = 2 + Math.floor(6 * share()); left > 0; left--) {
    const mean = centre + 0.25 * normal();
    const response = 0.4 + 0.5 * share();
    for (let people = 6 + Math.floor(20 * share()); people > 0; people--) {
      const truth = mean + Math.sqrt(0.9) * normal();
      truths.push(truth);
      if (share() < response) answers.push(truth + Math.sqrt(0.1) * normal());
    }
  }
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const shown: ReleasedCell = cell(unit, {
    respondents: answers.length,
    invited: truths.length,
    mean: average(answers),
  });
  return { cell: shown, truth: average(truths) };
}
