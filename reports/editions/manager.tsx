/** The edition for the manager of one team: the own team beside the organisation, never another team. In: a context and a team; out: an edition. */
import type { ReleaseUnit } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import { makeTeamScalesFigure } from "../figures/team-scales-figure.ts";
import { ManagerAnswer } from "../sections/manager-answer.tsx";
import { listManagerParts } from "../sections/manager-parts.tsx";
import { Page } from "../sections/page.tsx";
import { ShowParts } from "../sections/part.tsx";
import type { Edition } from "./edition.ts";

/** Teams that have a figure in the newest wave, in the order of the release. */
export function listManagedTeams({ index }: Context): ReleaseUnit[] {
  const figures = new Set(
    index.release.measures.filter(({ kind }) => kind !== "participation").map((one) => one.measure),
  );
  const shown = new Set(
    index.cells
      .filter(
        ({ wave, status, measure }) => wave === index.newest?.wave && status === "released" && figures.has(measure),
      )
      .map(({ unit }) => unit),
  );
  return index.leaves.filter(({ unit }) => shown.has(unit));
}

/** `name` is the part of the file name that stands for the team. */
export function makeManagerEdition(context: Context, facts: Facts, unit: ReleaseUnit, name: string): Edition {
  const { language, texts } = context;
  const team = facts.assessed?.teams.find((candidate) => candidate.unit === unit.unit);
  const figures = makeTeamScalesFigure(context, unit);
  return {
    path: `report.manager.${name}.${language}.html`,
    title: texts.manager.title(unit.name),
    figures,
    script: "",
    show: (drawings) => (
      <Page context={context} reader={texts.readers.manager(unit.name)}>
        <ManagerAnswer context={context} facts={facts} unit={unit} team={team} figures={figures} drawings={drawings} />
        <ShowParts parts={listManagerParts(context, team)} />
      </Page>
    ),
  };
}
