/** Adds to an example release what lies behind its signals; every figure is invented. */
import { type Assessment, type Calibration, Release } from "../../schemas/release.ts";

const newestOf = (release: Release): string => release.waves.at(-1)?.wave ?? "";

/** Simulated scans for the newest wave. */
export function withCalibration(release: Release, change: Partial<Calibration> = {}): Release {
  const calibration: Calibration = {
    scans: 314,
    seed: 1,
    scans_with_false_flag: 0.04,
    teams_beyond: 0.2,
    flags_right: 0.88,
    found: 0.43,
    found_or_watched: 0.66,
    quiet_wrong: 0.05,
    ...change,
  };
  return Release.parse({
    ...release,
    models: release.models.map((model) =>
      model.status === "assessed" && model.wave === newestOf(release) ? { ...model, calibration } : model,
    ),
  });
}

/** The same additions to every assessment of the newest wave. */
export function withAssessed(
  release: Release,
  change: (assessment: Assessment) => Partial<Omit<Assessment, "wave" | "unit">>,
): Release {
  return Release.parse({
    ...release,
    assessments: release.assessments.map((one) => (one.wave === newestOf(release) ? { ...one, ...change(one) } : one)),
  });
}

/** What goes with strain, and two teams' shares in it: the first elevated team against, the second not. */
export function withDrivers(release: Release): Release {
  const wave = newestOf(release);
  const driver = (measure: string, weight: number, goes_with: "lower" | "neither", stands_out: boolean) => ({
    ...{ measure, weight, interval: { low: weight - 0.04, high: weight + 0.06 } },
    ...{ weight_pooled: weight, goes_with, stands_out },
  });
  const assessed = withAssessed(release, ({ unit }) => ({
    level: unit === "T002" ? "elevated" : unit === "T003" ? "watch" : "no_signal",
    drivers: [{ measure: "vitality.energy", gap: 0.5, contribution: unit === "T002" ? 0.3 : -0.2 }],
    ...(unit === "T002" ? { balance: { demands: 0.43, resources: -0.27 } } : {}),
  }));
  return Release.parse({
    ...assessed,
    drivers: [
      {
        ...{ wave, outcome: "bat_12.total", respondents: 211, teams: 10, step: 0.01 },
        ...{ explained: 0.37, explained_pooled: 0.41 },
        drivers: [
          driver("vitality.energy", 0.21, "lower", true),
          driver("vitality.motivation", 0.16, "neither", false),
        ],
      },
    ],
  });
}

/** One kind of group in the newest wave: segments of the attribute that `withGroups` adds, in one unit, with these levels. */
export function withGroupLevels(
  release: Release,
  levels: Readonly<Record<string, Assessment["level"]>>,
  unit = "ORG",
): Release {
  const wave = newestOf(release);
  const signal = { measure: "bat_12.total", probability: 0.83, probability_team_as_such: 0.7, estimate: 2.6 };
  return Release.parse({
    ...release,
    group_assessments: [
      {
        ...{ wave, attribute: "contract", level: unit === "ORG" ? 0 : 1, models: [], expected_wrong_flags: null },
        assessments: Object.entries(levels).map(([value, level]) => ({
          ...{ wave, unit, segment: { attribute: "contract", value }, level },
          signals: [{ ...signal, interval: { low: 2.4, high: 2.8 } }],
        })),
      },
    ],
  });
}

const absenceCost = {
  ...{ per: "unit_per_employee_year", low: 430, high: 760, currency: "EUR" },
  source: "Loonkosten 2025, afdeling P&O.",
};

/** Absence of every shown team that goes with strain, and turnover of two teams of which nothing can be said. */
export function withOutcomes(release: Release): Release {
  const shared = { wave: newestOf(release), measure: "bat_12.total", periods: { first: "2025-Q1", last: "2025-Q3" } };
  const teams = listLinked(release);
  const described = { unit_of_value: { nl: "% van de werktijd", en: "% of working time" }, higher_is: "worse" };
  return Release.parse({
    ...release,
    outcomes: [
      { outcome: "absence", title: { nl: "Verzuim", en: "Absence" }, ...described, cost: absenceCost },
      { outcome: "turnover", title: { nl: "Verloop", en: "Turnover" }, ...described },
    ],
    links: [
      { ...shared, outcome: "absence", correlation: { rho: 0.412, low: 0.11, high: 0.64 }, teams, left_out: 0 },
      { ...shared, outcome: "turnover", correlation: null, teams: teams.slice(0, 2), left_out: { fewer_than: 5 } },
    ],
    costs: [
      {
        ...{ wave: shared.wave, outcome: "absence", periods: shared.periods, teams: 31 },
        total: { low: 610_000, high: 1_100_000 },
        per_employee_year: {
          elevated: { low: 3300, high: 5900, teams: 6 },
          others: { low: 2100, high: 3800, teams: 24 },
        },
      },
    ],
  });
}

/** Shown teams with their strain in the newest wave, and a share of absence that rises with it and swings around it. */
function listLinked(release: Release): { unit: string; figure: number; value: number }[] {
  const wave = newestOf(release);
  const leaves = new Set(release.units.flatMap(({ unit, leaf }) => (leaf ? [unit] : [])));
  return release.cells.flatMap((cell, at) =>
    cell.status === "released" &&
    cell.wave === wave &&
    cell.measure === "bat_12.total" &&
    cell.segment === null &&
    cell.mean !== undefined &&
    leaves.has(cell.unit)
      ? [{ unit: cell.unit, figure: cell.mean, value: Number((2 * cell.mean + ((at * 7) % 11) / 4).toFixed(3)) }]
      : [],
  );
}

/** Charts over three waves of which the last lies where `positions` says, one team each. */
export function withCharts(release: Release, positions: readonly ("above" | "within" | "below")[]): Release {
  const [first = "", second = "", third = ""] = release.waves.map(({ wave }) => wave);
  return Release.parse({
    ...release,
    charts: positions.map((position, at) => ({
      ...{ unit: `T00${at + 2}`, measure: "bat_12.total" },
      points: [
        { wave: first, value: 2.1 },
        { wave: second, value: 2.2 },
        { wave: third, value: 2.654, expected: { centre: 2.15, low: 1.801, high: 2.499 }, position },
      ],
    })),
  });
}
