/**
 * What lies beside the signals in one line each, for readers who get one page. In: a context, and a team for its manager; out: sentences, none for
 * what the release does not hold.
 */
import type { DriverModel } from "../../schemas/release.ts";
import { type Context, titleCode } from "../context.ts";
import { listDriverModels } from "../figures/drivers-figure.ts";
import { type Linked, listLinks, nameDirection } from "../figures/outcome-figure.ts";
import { joinWords } from "../formats.ts";
import { countLevels, listTeams } from "../rows/team-rows.ts";
import { listAssessedKinds } from "./group-signals.tsx";

/** About the organisation; no team, department or group is named. */
export function listBriefs(context: Context): string[] {
  const { briefs } = context.texts;
  const together = [...listDriverModels(context).map(stateDrivers), ...listLinks(context).map(stateLink)];
  return [
    ...stateBefore(context),
    ...stateGroups(context),
    ...together,
    ...(together.length === 0 ? [] : [briefs.caution]),
  ];

  function stateDrivers({ outcome, drivers }: DriverModel): string {
    const scales = drivers.filter(({ stands_out }) => stands_out).map(({ measure }) => titleCode(context, measure));
    const name = titleCode(context, outcome);
    return scales.length === 0 ? briefs.noDrivers(name) : briefs.drivers(joinWords(scales, context.texts.and), name);
  }

  function stateLink({ link, outcome }: Linked): string {
    const say = briefs.directions[link.correlation === null ? "unclear" : nameDirection(link.correlation)];
    return say(titleCode(context, link.measure), outcome.title[context.language]);
  }
}

/** About one team: what weighs most in its work, and how this wave lies beside its own earlier ones. */
export function listTeamBriefs(context: Context, unit: string): string[] {
  const { index, texts } = context;
  const newest = index.newest?.wave ?? "";
  const own = index.assessmentOf(newest, unit);
  const against = (own?.drivers ?? []).filter(({ contribution }) => contribution > 0).slice(0, 2);
  const names = against.map(({ measure }) => titleCode(context, measure));
  return [
    ...(names.length === 0 ? [] : [texts.briefs.most(joinWords(names, texts.and))]),
    ...(index.release.charts ?? []).flatMap((chart) => {
      const position = chart.points.find(({ wave }) => wave === newest)?.position;
      if (chart.unit !== unit || position === undefined) return [];
      if (position === "within") return [texts.briefs.within];
      const isWorse = (position === "above") === (index.measureOf(chart.measure)?.higher_is === "worse");
      return [isWorse ? texts.briefs.worse : texts.briefs.better];
    }),
  ];
}

/** How many teams had an elevated signal in the wave before, on the same measure as now. */
function stateBefore({ index, texts }: Context): string[] {
  const [before, newest] = index.waves.slice(-2).map(({ wave }) => index.modelOf(wave));
  if (before?.status !== "assessed" || newest?.status !== "assessed" || before.measure !== newest.measure) return [];
  const teams = listTeams(index, before.wave, before.measure);
  return [texts.briefs.before(countLevels(teams).elevated, teams.length)];
}

function stateGroups(context: Context): string[] {
  const kinds = listAssessedKinds(context);
  const { briefs } = context.texts;
  if (kinds.length === 0) return [];
  const isAny = kinds.some(({ assessments }) =>
    assessments.some(({ level }) => level === "elevated" || level === "watch"),
  );
  return [isAny ? briefs.groups : briefs.noGroups];
}
