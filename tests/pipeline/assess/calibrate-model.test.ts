import { describe, expect, it } from "vitest";
import { assess } from "../../../pipeline/assess/assess.ts";
import { calibrate } from "../../../pipeline/assess/calibrate.ts";
import { calibrateModel, type ModelInput } from "../../../pipeline/assess/calibrate-model.ts";
import { Model } from "../../../schemas/release.ts";
import { inputOf, referenceReliability, referenceTeams, referenceVariance, relativeLine, strain } from "./examples.ts";

const inputFor = (rest: Parameters<typeof inputOf>[1] = {}): ModelInput => {
  const input = inputOf(referenceTeams.slice(0, 10), rest);
  const { models, assessments } = assess(input);
  const units = new Set(assessments.map(({ unit }) => unit));
  return { model: models[0] as Model, measure: strain, units, cells: input.cells, statistics: input.statistics };
};
const calibrationOf = (model: Model) => (model.status === "assessed" ? model.calibration : undefined);

describe("calibrateModel", () => {
  it("simulates with the figures that were published", () => {
    const input = inputFor();
    const found = calibrateModel(input, { seed: 3 });
    if (found.status !== "assessed") throw new Error(found.reason);
    expect(found.calibration).toEqual(
      calibrate(
        {
          teams: referenceTeams.slice(0, 10).map(([, respondents, invited]) => ({ respondents, invited })),
          variance: referenceVariance,
          reliability: referenceReliability,
          mean: found.mean,
          betweenTeamSd: found.between_team_sd,
          line: { kind: "absolute", value: 2.15 },
        },
        { seed: 3 },
      ),
    );
    expect(() => Model.parse(found)).not.toThrow();
  });

  it("simulates against the line of the own organisation at its distance, and tells how far it is", () => {
    const input = inputFor({ line: relativeLine });
    const told: number[] = [];
    const found = calibrateModel(input, { seed: 3, announce: (share) => told.push(share) });
    expect(calibrationOf(found)).toHaveProperty("scans", 400);
    expect(told).toHaveLength(400);
    expect(told.at(-1)).toBe(1);
  });

  it("leaves a model alone that was not assessed", () => {
    const input = inputFor({ statistics: [] });
    expect(calibrateModel(input, { seed: 3 })).toBe(input.model);
    expect(calibrationOf(input.model)).toBeUndefined();
  });
});
