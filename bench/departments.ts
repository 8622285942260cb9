/**
 * Do the labels of departments keep their promise? Draws organisations of departments, takes them through the real code, and prints the share of
 * flags that are wrong, the mean false discovery rate, the share of departments beyond the line that is found, and of those with no signal
 * the share that lies beyond it.
 *
 * Run: node dist/bench/departments.js [departments per scenario]
 */
import { drawDepartments } from "./calibration/draw-departments.ts";
import type { Scenario } from "./calibration/draw-organisation.ts";
import { runIndicators } from "./calibration/run-scan.ts";

const scenario: Scenario = {
  ...{ name: "departments", teams: 0, icc: 0.1, elevated: 0, response: [0.4, 0.9] },
  ...{ items: "fine", shape: "normal", silence: 0 },
};
/** The line of the own organisation lies .3 standard deviation of people within teams, 8 points, above the mean of 50. */
const delta = 0.3;
const truth = 50 + delta * 8;
const line = { kind: "own_organisation", measure: "strain.total", delta } as const;
const seed = 20240601;
const wanted = Number(process.argv[2] ?? "2000");

const percent = (part: number, of: number): string => (of === 0 ? "-" : ((100 * part) / of).toFixed(1));

function run(departments: number, icc: number, share: number): string[] {
  const organisations = Math.max(2, Math.round(wanted / departments));
  let [flagged, wrong, shares, beyond, quiet, missed] = [0, 0, 0, 0, 0, 0];
  for (let round = 0; round < organisations; round++) {
    const drawn = drawDepartments({ ...scenario, icc }, { departments, share, line: truth }, seed + round);
    const organisation = { teams: drawn.teams, line: truth };
    const { groups } = runIndicators(scenario, [{ instrument: "strain", organisation, line }]);
    const rows = groups.find(({ level }) => level === 1)?.assessments ?? [];
    const list = (level: string) => rows.filter((row) => row.level === level);
    const isBeyond = ({ unit }: { unit: string }) => drawn.beyond.has(unit);
    const [flags, silent] = [list("elevated"), list("no_signal")];
    const errors = flags.filter((row) => !isBeyond(row)).length;
    flagged += flags.length;
    wrong += errors;
    shares += flags.length === 0 ? 0 : errors / flags.length;
    beyond += rows.filter(isBeyond).length;
    quiet += silent.length;
    missed += silent.filter(isBeyond).length;
  }
  const figures = [percent(wrong, flagged), percent(shares, organisations), percent(flagged - wrong, beyond)];
  return [String(departments), String(icc), String(share), ...figures, percent(missed, quiet)];
}

const print = (row: readonly string[]): void => console.log(row.map((cell) => cell.padStart(13)).join(""));
console.log(`Figures in %, ${wanted} departments per scenario`);
print(["departments", "ICC", "between", "wrong", "FDR", "found", "missed"]);
for (const departments of [12, 40, 200])
  for (const icc of [0.05, 0.1, 0.2]) for (const share of [0.3, 0.8]) print(run(departments, icc, share));
