/** Gives every chart of a report as a Vega-Lite file of its own. In: a release and a language; out: released figures only. */
import type { Release } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { openContext } from "./context.ts";
import { nameFiles } from "./editions/file-names.ts";
import { listManagedTeams } from "./editions/manager.tsx";
import { gatherFacts } from "./facts.ts";
import { makeFigures } from "./figures/make-figures.ts";
import { makeSignsFigure } from "./figures/signs-figure.ts";
import { makeTeamScalesFigure } from "./figures/team-scales-figure.ts";

/** One spec per chart of the editions for HR and the board, for `charts/<name>.<language>.vl.json`; names are unique. */
export function chartSpecs(release: Release, language: Language): { name: string; spec: object }[] {
  const context = openContext(release, language);
  const facts = gatherFacts(context);
  const figures = Object.values(makeFigures(context, facts)).flat();
  return [...figures, ...makeSignsFigure(context, facts)].map((figure) => ({
    name: figure.name,
    spec: figure.spec("wide"),
  }));
}

/** The same for the editions for managers, one team at a time, for `charts/manager.<team>.<name>.<language>.vl.json`. */
export function* teamChartSpecs(release: Release, language: Language): Generator<{ name: string; spec: object }> {
  const context = openContext(release, language);
  const names = nameFiles(release.units.map(({ unit }) => unit));
  for (const unit of listManagedTeams(context))
    for (const figure of makeTeamScalesFigure(context, unit))
      yield { name: `manager.${names.get(unit.unit) ?? unit.unit}.${figure.name}`, spec: figure.spec("wide") };
}
