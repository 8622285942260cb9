/** A rendered release to change in one place: two teams that can be mistaken for each other, and one of which nothing is shown. */
import type { Finding, FindingKind } from "../../../pipeline/scan-artefacts/finding.ts";
import type { Release } from "../../../schemas/release.ts";
import { type ExampleOptions, exampleRelease } from "../../reports/example-release.ts";
import { type Change, renderAll, replaceIn, scanOnly } from "./rendered.ts";

export type Json = Record<string, unknown>;
type Unit = Release["units"][number];
type Spec = Json & { data: { values: Json[] }; layer: Json[] };

/** Renders the example once, with ways to change it and to look at what is found. */
export async function openExample(options: ExampleOptions = {}) {
  const rendered = await renderAll(exampleRelease(options));
  const contentOf = (path: string) => rendered.files.get(path) ?? "";
  const findings = (change: Change): Finding[] => scanOnly(rendered, change);
  return {
    ...{ rendered, contentOf, findings, ...chooseTeams(rendered.release) },
    page: "report.hr.nl.html",
    teamChart: "charts/team-map.nl.vl.json",
    waveChart: "charts/bat_12-total-by-wave.nl.vl.json",
    kindsOf: (found: readonly Finding[]): FindingKind[] => [...new Set(found.map(({ kind }) => kind))],
    /** Kinds of the findings in the changed file, or in the printed lines. */
    kindsIn: (change: Change, path = Object.keys(change.files ?? {})[0] ?? "printed"): ReadonlySet<FindingKind> =>
      new Set(findings(change).flatMap((one) => (one.path === path ? [one.kind] : []))),
    /** A chart file after a change of its parsed content. */
    changeChart: (path: string, change: (spec: Spec) => void): Change => {
      const spec = JSON.parse(contentOf(path));
      change(spec);
      return { files: { [path]: `${JSON.stringify(spec, null, 1)}\n` } };
    },
    /** Two texts change places wherever they stand in a file. */
    swapIn: (path: string, one: string, other: string): Change => {
      const changed = contentOf(path).replaceAll(one, "\u0000").replaceAll(other, one).replaceAll("\u0000", other);
      if (changed === contentOf(path)) throw new Error(`${path} holds neither.`);
      return { files: { [path]: changed } };
    },
    insertBefore: (path: string, marker: string, text: string): Change => ({
      files: replaceIn(rendered, path, marker, `${text}${marker}`),
    }),
  };
}

function chooseTeams({ units, cells, assessments }: Release): { first: Unit; second: Unit; hidden: Unit } {
  const shown = new Set(cells.filter(({ status }) => status === "released").map(({ unit }) => unit));
  const elevated = assessments.filter(({ wave, level }) => wave === "najaar-2025" && level === "elevated");
  const [first, second] = elevated.map((one) => units.find(({ unit }) => unit === one.unit));
  const hidden = units.find(({ unit, leaf }) => leaf && !shown.has(unit));
  if (first === undefined || second === undefined || hidden === undefined) throw new Error("The example lacks teams.");
  return { first, second, hidden };
}
