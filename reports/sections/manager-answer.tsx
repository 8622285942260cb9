/** The answer for one manager: what was found in the own team, how sure, who answered. In: the team and its figure; out: JSX. */
import type { ReleaseUnit } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import type { Figure } from "../figures/figure.ts";
import { capitalise, formatNumber, formatShare } from "../formats.ts";
import { chooseKind } from "../rows/choose-measures.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { Note, stateLine } from "./answer.tsx";
import { listTeamBriefs } from "./briefs.ts";
import { Claim } from "./flagged-teams.tsx";
import { type Drawings, ShowFigure } from "./show-figure.tsx";
import { LevelSign } from "./show-level.tsx";
import { listEvidence } from "./team-evidence.ts";

type Props = Readonly<{
  context: Context;
  facts: Facts;
  unit: ReleaseUnit;
  team: TeamRow | undefined;
  figures: readonly Figure[];
  drawings: Drawings;
}>;

export function ManagerAnswer({ context, facts, unit, team, figures, drawings }: Props) {
  const { answer, briefs, manager, page, signals } = context.texts;
  const own = listTeamBriefs(context, unit.unit);
  const evidence = listEvidence(context, unit.unit);
  const [before = "", after = ""] = (team === undefined ? manager.notAssessed : manager.headline[team.level]).split(
    "{team}",
  );
  return (
    <section id="answer" class="answer" aria-labelledby="headline">
      <h1 id="headline">
        {before}
        <bdi>{unit.name}</bdi>
        {after}
      </h1>
      <div class="split">
        <div class="lead">
          <Explain context={context} facts={facts} team={team} />
        </div>
        {figures.map((figure) => (
          <ShowFigure key={figure.name} context={context} figure={figure} drawings={drawings} level="h2" />
        ))}
        <div class="notes">
          <Note title={answer.whoAnswered} sentences={listResponse(context, unit)} />
          {evidence.length === 0 ? null : <Note title={signals.evidence.title} sentences={evidence} />}
          {own.length === 0 ? null : <Note title={briefs.own} sentences={own} />}
          <Note
            title={answer.whatItIsNot}
            sentences={[manager.limits, page.confidential(context.index.release.policy.k.mean)]}
          />
        </div>
      </div>
    </section>
  );
}

function Explain({ context, facts, team }: Pick<Props, "context" | "facts" | "team">) {
  const { assessed } = facts;
  const { levelMeaning, manager } = context.texts;
  if (team === undefined || assessed === null)
    return (
      <>
        <p>{manager.whyNotAssessed}</p>
        {assessed === null ? <p>{facts.reason}</p> : null}
      </>
    );
  const flagged = team.level === "elevated" || team.level === "watch";
  return (
    <>
      <p>
        <LevelSign level={team.level} />{" "}
        {flagged ? <Claim context={context} assessed={assessed} team={team} /> : levelMeaning[team.level]}
      </p>
      <p>{stateLine(context, assessed)}</p>
    </>
  );
}

/** Response of the own team, and of the organisation beside it. */
function listResponse({ index, language, texts }: Context, unit: ReleaseUnit): string[] {
  const wave = index.newest?.wave ?? "";
  const shares = chooseKind(index, "participation").flatMap((measure) => {
    const own = index.releasedOf(wave, unit.unit, measure.measure);
    const whole = index.releasedOf(wave, index.organisation?.unit ?? "", measure.measure);
    if (own?.share === undefined || own.invited === null || whole?.share === undefined) return [];
    const count = (value: number) => formatNumber(value, 0, language);
    return [
      texts.manager.response(
        capitalise(measure.title[language]),
        count(own.respondents),
        count(own.invited),
        formatShare(own.share, language),
        formatShare(whole.share, language),
      ),
    ];
  });
  return shares.length > 0 ? shares : [texts.manager.responseNotShown];
}
