/** Makes all figures of the edition for HR in reading order. In: a context and its facts; out: figures by section. */
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import { chooseKind } from "../rows/choose-measures.ts";
import { makeChangeFigures } from "./change-figures.ts";
import { makeDriverFigures } from "./drivers-figure.ts";
import { makeEnpsTeamFigure } from "./enps-team-figure.ts";
import type { Figure } from "./figure.ts";
import { makeFunnelFigure } from "./funnel-figure.ts";
import { makeHeatFigure } from "./heat-figure.ts";
import { makeDimensionFigures, makeTrendFigures } from "./mean-figures.ts";
import { makeOutcomeFigures } from "./outcome-figure.ts";
import { makeOwnDepartmentFigure } from "./own-department-figure.ts";
import { makeScalesFigure } from "./scales-figure.ts";
import { makeSegmentFigures } from "./segment-figures.ts";
import { makeTeamFigure } from "./team-figure.ts";
import { makeEnpsFigures, makeParticipationFigures } from "./unit-figures.ts";

export type Figures = Readonly<
  Record<
    | "map"
    | "teams"
    | "enps"
    | "dimensions"
    | "scales"
    | "drivers"
    | "outcomes"
    | "trend"
    | "change"
    | "department"
    | "segments"
    | "participation",
    readonly Figure[]
  >
>;

/** Figures by section; a section without published figures is empty. */
export const makeFigures = (context: Context, facts: Facts): Figures => ({
  map: facts.assessed === null || facts.assessed.teams.length === 0 ? [] : [makeTeamFigure(context, facts.assessed)],
  teams: [...makeHeatFigure(context, facts), ...makeFunnelFigure(context, facts)],
  enps: listEnpsFigures(context),
  dimensions: makeDimensionFigures(context),
  scales: makeScalesFigure(context),
  drivers: makeDriverFigures(context),
  outcomes: makeOutcomeFigures(context, facts),
  trend: makeTrendFigures(context),
  change: makeChangeFigures(context),
  department: makeOwnDepartmentFigure(context, facts),
  segments: makeSegmentFigures(context),
  participation: makeParticipationFigures(context),
});

/** Under their areas when there are several eNPS questions. */
function listEnpsFigures(context: Context): Figure[] {
  const measures = chooseKind(context.index, "enps");
  return measures.flatMap((measure) => {
    const figures = [...makeEnpsFigures(context, measure), ...makeEnpsTeamFigure(context, measure)];
    return measures.length > 1 ? figures.map((figure) => ({ ...figure, area: measure.area })) : figures;
  });
}
