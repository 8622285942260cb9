import { describe, expect, it } from "vitest";
import { assess } from "../../../pipeline/assess/assess.ts";
import { calibrateNewest, type Fitted } from "../../../pipeline/run/calibrate-newest.ts";
import type { Model } from "../../../schemas/release.ts";
import { enps, inputOf, referenceTeams, relativeLine, strain } from "../assess/examples.ts";

const teams = referenceTeams.slice(0, 12);
const waves = ["w1", "w2"];
const both = <Row extends { wave: string }>(rows: readonly Row[]) =>
  waves.flatMap((wave) => rows.map((row) => ({ ...row, wave })));
const input = inputOf(teams, { line: relativeLine });
const { models, assessments } = assess(input);
const other: Model = {
  ...{ wave: "w2", measure: enps.measure, status: "not_assessed", reason: "variance_not_released", teams: 12 },
};
const fitted: Fitted = {
  waves: waves.map((wave) => ({ wave, opened_date: "2026-01-01", closed_date: "2026-01-31" })),
  measures: [strain, enps],
  cells: both(input.cells),
  statistics: both(input.statistics),
  models: [...both(models), other],
  assessments: both(assessments),
};
const calibrate = (rest: Partial<Fitted> = {}, primary = strain.measure) => {
  const told: string[] = [];
  const announce = (step: string) => told.push(step);
  return { told, models: calibrateNewest({ ...fitted, ...rest }, primary, { announce }) };
};
const isCalibrated = (model: Model) => model.status === "assessed" && model.calibration !== undefined;

describe("calibrateNewest", () => {
  it("calibrates the primary model of the newest wave, and tells how far it is", () => {
    const first = calibrate();
    expect(first.models.map(isCalibrated)).toEqual([false, true, false]);
    expect(first.models.map(({ wave, measure }) => [wave, measure])).toEqual(
      fitted.models.map(({ wave, measure }) => [wave, measure]),
    );
    expect(first.told.map((step) => step.match(/\d+/)?.[0])).toEqual(["0", "25", "50", "75"]);
    expect(calibrate().models).toEqual(first.models);
  });

  it("leaves everything as it is where the newest wave or the measure was not assessed", () => {
    expect(calibrate({}, enps.measure).models).toEqual(fitted.models);
    expect(calibrate({}, "elsewhere").models).toEqual(fitted.models);
    expect(calibrate({ waves: [] }).told).toEqual([]);
  });
});
