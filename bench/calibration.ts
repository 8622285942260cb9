/**
 * Do the labels keep what they promise? Draws organisations whose truth is known, takes them through the real code from confidential sums to
 * labels, and prints per scenario the share of flags that are wrong, the mean false discovery rate, the share of truly elevated teams
 * found and of those missed under "no signal", beside the same figures read by the mean alone and by a z-test with Benjamini and
 * Hochberg's correction.
 *
 * Run: node dist/bench/calibration.js [organisations of 200 teams per scenario] [part of a scenario's name]
 */
import { addErrors, countErrors, type Flags } from "./calibration/count-errors.ts";
import { drawOrganisation, placeLine, type Scenario } from "./calibration/draw-organisation.ts";
import { runScan } from "./calibration/run-scan.ts";

const usual: Omit<Scenario, "name"> = {
  teams: 200,
  icc: 0.1,
  elevated: 0.1,
  response: [0.4, 0.9],
  items: "fine",
  shape: "normal",
  silence: 0,
};
const scenarios: readonly Scenario[] = [
  { name: "ICC .02", ...usual, icc: 0.02 },
  { name: "ICC .05", ...usual, icc: 0.05 },
  { name: "ICC .10", ...usual },
  { name: "ICC .20", ...usual, icc: 0.2 },
  { name: "5 % elevated", ...usual, elevated: 0.05 },
  { name: "20 % elevated", ...usual, elevated: 0.2 },
  { name: "20 teams", ...usual, teams: 20 },
  { name: "20 teams, ICC .02", ...usual, teams: 20, icc: 0.02 },
  { name: "20 teams, ICC .20", ...usual, teams: 20, icc: 0.2 },
  { name: "1000 teams", ...usual, teams: 1000 },
  { name: "1000 teams, ICC .02", ...usual, teams: 1000, icc: 0.02 },
  { name: "response 40-50 %", ...usual, response: [0.4, 0.5] },
  { name: "response 80-95 %", ...usual, response: [0.8, 0.95] },
  { name: "skewed items", ...usual, items: "skewed" },
  { name: "distinct bad group", ...usual, shape: "distinct" },
  { name: "distinct bad group, skewed", ...usual, shape: "distinct", items: "skewed" },
  { name: "heavy tails", ...usual, shape: "heavy" },
  { name: "1000 teams, skewed", ...usual, teams: 1000, items: "skewed" },
  { name: "1000 teams, heavy tails", ...usual, teams: 1000, shape: "heavy" },
  { name: "not at random", ...usual, silence: 0.33 },
  { name: "not at random, other way", ...usual, silence: -0.5 },
  { name: "nobody elevated", ...usual, nobody: true },
  { name: "nobody elevated, ICC .02", ...usual, icc: 0.02, nobody: true },
];

const seed = 20240601;
const rounds = Number(process.argv[2] ?? "60");
const wanted = process.argv[3] ?? "";

const percent = (part: number, of: number): string => (of === 0 ? "-" : ((100 * part) / of).toFixed(1));
/** Wrong flags, mean false discovery rate, found. */
const describe = ({ flagged, wrong, shares, organisations }: Flags, elevated: number): string[] => [
  percent(wrong, flagged),
  percent(shares, organisations),
  percent(flagged - wrong, elevated),
];

/** As many teams in every scenario as `rounds` organisations of 200. */
function runScenario(scenario: Scenario): string[] {
  const line = placeLine(scenario, seed);
  const organisations = Math.max(2, Math.round((rounds * 200) / scenario.teams));
  const errors = addErrors(
    Array.from({ length: organisations }, (_, index) => {
      const organisation = drawOrganisation(scenario, line, seed + 1 + index);
      return countErrors(organisation, runScan(scenario, organisation));
    }),
  );
  const { model, modelWatch, mean, test, elevated, quiet, missed } = errors;
  const watch = describe(modelWatch, elevated);
  return [
    scenario.name,
    String(organisations),
    ...describe(model, elevated),
    watch[2] ?? "",
    percent(missed, quiet),
    percent(model.any, organisations),
    ...describe(mean, elevated).filter((_, index) => index !== 1),
    ...describe(test, elevated).filter((_, index) => index !== 1),
  ];
}

const header = ["scenario", "scans", "wrong", "FDR", "found", "+watch", "missed", "any", "mean wrong", "mean found"];
const columns = [...header, "test wrong", "test found"];
const print = (row: readonly string[]): void =>
  console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(11))).join(""));
console.log(`Figures in %, ${rounds} organisations of 200 teams per scenario, or as many teams in others`);
print(columns);
for (const scenario of scenarios.filter(({ name }) => name.includes(wanted))) print(runScenario(scenario));
