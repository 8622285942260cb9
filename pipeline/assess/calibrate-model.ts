/**
 * Adds its calibration to the model of one wave and indicator; a model and the published figures it was fitted to in, the same model out.
 */
import type { Measure, Model, OrganisationStatistic, PublishedCell } from "../../schemas/release.ts";
import { type CalibrationEffects, type CalibrationInput, calibrate } from "./calibrate.ts";
import { turnOf } from "./fit-indicator.ts";
import { compareCodes } from "./label-teams.ts";

/** `units` are those assessed in the wave. */
export type ModelInput = Readonly<{
  model: Model;
  measure: Measure;
  units: ReadonlySet<string>;
  cells: readonly PublishedCell[];
  statistics: readonly OrganisationStatistic[];
}>;

/** A model that was not assessed comes back as it is. */
export function calibrateModel(input: ModelInput, effects: CalibrationEffects): Model {
  const { model } = input;
  const described = describeModel(input);
  if (model.status === "not_assessed" || described === undefined) return model;
  return { ...model, calibration: calibrate(described, effects) };
}

function describeModel({ model, measure, units, cells, statistics }: ModelInput): CalibrationInput | undefined {
  const isOwn = (row: { wave: string; measure: string }) => row.wave === model.wave && row.measure === model.measure;
  const variance = statistics.find((row) => isOwn(row) && row.statistic === "pooled_within_variance")?.value;
  if (model.status === "not_assessed" || variance === undefined || !(variance > 0)) return undefined;
  const turn = turnOf(measure);
  const { line, claim } = model;
  const isRelative = line.kind === "own_organisation";
  const own = cells
    .filter((cell) => cell.status === "released")
    .filter((cell) => isOwn(cell) && cell.segment === null && units.has(cell.unit));
  return {
    teams: own
      .toSorted((one, other) => compareCodes(one.unit, other.unit))
      .map(({ respondents, invited }) => ({ respondents, invited })),
    variance,
    reliability: claim === "members" ? (model.reliability ?? 1) : undefined,
    mean: turn * model.mean,
    betweenTeamSd: model.between_team_sd,
    line: isRelative
      ? { kind: "own_organisation", distance: (line.delta ?? 0) * Math.sqrt(variance) }
      : { kind: "absolute", value: turn * line.value },
  };
}
