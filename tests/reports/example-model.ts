/** Imitates the model behind the example's assessments with simple shrinkage; it is no test of the model. */
import type { Assessment, Model, PublishedCell, ReleaseUnit } from "../../schemas/release.ts";
import { type ExampleMeasure, measures } from "./example-parts.ts";
import { normalProbability, round } from "./seeded.ts";

type Choice = Readonly<{ instruments: readonly string[]; assessed: boolean; invitedKnown: boolean }>;

/** The model of one wave and one assessment per released team. */
export function makeAssessments(
  wave: string,
  units: readonly ReleaseUnit[],
  cells: readonly PublishedCell[],
  options: Choice,
): { model: Model; assessments: Assessment[] } {
  const measure = options.instruments.includes("bat_12") ? "bat_12.total" : `${options.instruments[0]}.score`;
  const leaves = new Set(units.filter((unit) => unit.leaf).map((unit) => unit.unit));
  const shown = cells.flatMap((cell) =>
    cell.wave === wave && cell.measure === measure && cell.status === "released" && leaves.has(cell.unit) ? [cell] : [],
  );
  if (!options.assessed || shown.length < 2) {
    const reason = shown.length < 2 ? "fewer_than_two_teams" : "fewer_than_ten_teams_and_no_absolute_line";
    return { model: { wave, measure, status: "not_assessed", reason, teams: shown.length }, assessments: [] };
  }
  const definition = measures.find((candidate) => candidate.measure === measure) as ExampleMeasure;
  const worse = definition.higher_is === "worse" ? 1 : -1;
  const line = round(definition.centre + worse * 0.3 * definition.sd, 6);
  const scored = shown.map((cell) => {
    const kappa = options.invitedKnown ? (0.87 * cell.respondents) / (cell.invited ?? cell.respondents) : 0.35;
    const raw = cell.mean ?? cell.enps ?? 0;
    const estimate = kappa * raw + (1 - kappa) * (0.4 * raw + 0.6 * definition.centre);
    const spread = definition.sd * ((1 - kappa) * 0.3 + 0.08);
    const far = (worse * (estimate - line)) / spread;
    return {
      unit: cell.unit,
      estimate,
      spread,
      probability: normalProbability(far),
      structural: normalProbability(far / 1.9),
    };
  });
  const levels = labelTeams(scored);
  const elevated = scored.filter((team) => levels.get(team.unit) === "elevated");
  const model: Model = {
    wave,
    measure,
    status: "assessed",
    claim: options.invitedKnown ? "members" : "team_as_such",
    line: { kind: "own_organisation", value: line, delta: 0.3 },
    teams: shown.length,
    mean: definition.centre,
    between_team_sd: round(0.32 * definition.sd, 6),
    reliability: options.invitedKnown ? 0.873512 : null,
    elevated: elevated.length,
    expected_wrong_flags: round(
      elevated.reduce((sum, team) => sum + 1 - team.probability, 0),
      3,
    ),
    missing: options.invitedKnown ? [] : ["invited"],
  };
  const assessments = scored.map(
    (team): Assessment => ({
      wave,
      unit: team.unit,
      segment: null,
      level: levels.get(team.unit) ?? "too_little_evidence",
      signals: [
        {
          measure,
          probability: round(team.probability, 3),
          probability_team_as_such: round(team.structural, 3),
          estimate: round(team.estimate, 6),
          interval: {
            low: round(team.estimate - 1.2816 * team.spread, 6),
            high: round(team.estimate + 1.2816 * team.spread, 6),
          },
        },
      ],
    }),
  );
  return { model, assessments };
}

function labelTeams(teams: readonly { unit: string; probability: number }[]): Map<string, Assessment["level"]> {
  const levels = new Map<string, Assessment["level"]>();
  const down = [...teams].sort((a, b) => b.probability - a.probability || (a.unit < b.unit ? -1 : 1));
  let wrong = 0;
  down.forEach((team, index) => {
    wrong += 1 - team.probability;
    if (team.probability >= 0.7 && wrong / (index + 1) <= 0.1) levels.set(team.unit, "elevated");
    else if (team.probability >= 0.5) levels.set(team.unit, "watch");
  });
  let missed = 0;
  down.reverse().forEach((team, index) => {
    missed += team.probability;
    if (team.probability <= 0.3 && missed / (index + 1) <= 0.05) levels.set(team.unit, "no_signal");
  });
  return levels;
}
