/** Makes all figures of a report in reading order. In: a context and its facts; out: figures by section. */
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import type { Figure } from "./figure.ts";
import { makeDimensionFigures, makeMeanFigures } from "./mean-figures.ts";
import { makeTeamFigure } from "./team-figure.ts";
import { makeEnpsFigures, makeParticipationFigures } from "./unit-figures.ts";

export type Figures = Readonly<Record<"teams" | "enps" | "means" | "dimensions" | "participation", readonly Figure[]>>;

/** Figures by section; a section without published figures is empty. */
export const makeFigures = (context: Context, facts: Facts): Figures => ({
  teams: facts.assessed === null || facts.assessed.teams.length === 0 ? [] : [makeTeamFigure(context, facts.assessed)],
  enps: makeEnpsFigures(context),
  means: makeMeanFigures(context),
  dimensions: makeDimensionFigures(context),
  participation: makeParticipationFigures(context),
});
