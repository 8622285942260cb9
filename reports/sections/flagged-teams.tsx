/** One card per team with a signal: the claim, how sure, on which scales it shows, what came before. In: the assessed wave; out: JSX. */
import type { Context } from "../context.ts";
import type { Assessed } from "../facts.ts";
import { formatProbability, joinWords } from "../formats.ts";
import { chooseKind, orderMeasures } from "../rows/choose-measures.ts";
import { compareWithOrganisation } from "../rows/compare-rows.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { LevelSign } from "./show-level.tsx";
import { listEvidence } from "./team-evidence.ts";

const openCards = 12;
const mostCards = 60;

type Props = Readonly<{ context: Context; assessed: Assessed }>;

export function FlaggedTeams({ context, assessed }: Props) {
  const { teams } = context.texts;
  return (
    <>
      <Cards context={context} assessed={assessed} level="elevated" title={teams.flagged} />
      {assessed.counts.elevated > 0 ? <p>{teams.next}</p> : <p>{teams.noneFlagged}</p>}
      <Cards context={context} assessed={assessed} level="watch" title={teams.watched} />
    </>
  );
}

function Cards({ context, assessed, level, title }: Props & { level: "elevated" | "watch"; title: string }) {
  const { answer, teams } = context.texts;
  const count = assessed.counts[level];
  const listed = assessed.teams.filter((team) => team.level === level).slice(0, mostCards);
  if (listed.length === 0) return null;
  const open = level === "elevated" ? listed.slice(0, openCards) : [];
  const folded = listed.slice(open.length);
  const show = (team: TeamRow) => <Card key={team.unit} context={context} assessed={assessed} team={team} />;
  return (
    <>
      <h3>{title}</h3>
      {open.length > 0 ? <ul class="cards">{open.map(show)}</ul> : null}
      {folded.length > 0 ? (
        <details class="more">
          <summary>
            {open.length > 0
              ? teams.moreSentences(folded.length)
              : `${folded.length} ${answer.teamCount(folded.length)}`}
          </summary>
          <ul class="cards">{folded.map(show)}</ul>
          {listed.length < count ? <p>{teams.sentencesCut(listed.length, count)}</p> : null}
        </details>
      ) : null}
    </>
  );
}

function Card({ context, assessed, team }: Props & { team: TeamRow }) {
  const before = stateBefore(context, team.unit);
  return (
    <li>
      <h4>
        <LevelSign level={team.level} /> <bdi>{team.team}</bdi>
      </h4>
      {team.department === null ? null : (
        <p class="small">
          <bdi>{team.department}</bdi>
        </p>
      )}
      <p>
        <Claim context={context} assessed={assessed} team={team} />
      </p>
      <p class="small">
        {stateScales(context, assessed, team)} {before}
      </p>
      {listEvidence(context, team.unit).map((sentence) => (
        <p key={sentence} class="small">
          {sentence}
        </p>
      ))}
    </li>
  );
}

/** The sentence about a team with its name in it. */
export function Claim({ context, assessed, team }: Props & { team: TeamRow }) {
  const [before = "", after = ""] = stateTeam(context, assessed, team).split("{team}");
  return (
    <>
      {before}
      <bdi>{team.team}</bdi>
      {after}
    </>
  );
}

/** The sentence about a team; `{team}` stands where the name goes. */
function stateTeam(context: Context, assessed: Assessed, team: TeamRow): string {
  const { teams } = context.texts;
  const facts = {
    line: assessed.line,
    measure: assessed.measure.title[context.language],
    side: assessed.side,
    respondents: team.respondents,
    invited: team.invited,
    sure: formatProbability(team.probability, context.language),
  };
  if (team.through.length > 0) {
    const scales = team.through.map(
      ({ measure, probability }) =>
        `${context.index.measureOf(measure)?.title[context.language] ?? measure} (${formatProbability(probability, context.language)})`,
    );
    const say = team.level === "watch" ? teams.watchThroughOther : teams.throughOthers;
    return say(joinWords(scales, context.texts.and), facts.measure, facts.sure);
  }
  if (team.level === "watch") return teams.watch(facts);
  if (assessed.model.claim === "team_as_such" || team.invited === null) return teams.teamAsSuch(facts);
  return `${teams.members(facts)} ${team.probability_team_as_such >= 0.7 ? teams.work : teams.workUnknown}`;
}

/** Scales on which the team by itself clearly lies on the unfavourable side of the organisation. */
function stateScales({ index, language, texts }: Context, { model }: Assessed, team: TeamRow): string {
  const { cards } = texts.charts;
  const measures = orderMeasures([...chooseKind(index, "enps"), ...chooseKind(index, "mean")]);
  const clear = measures.filter(
    (measure) => compareWithOrganisation(index, model.wave, team.unit, measure)?.stand === "worse_clear",
  );
  return clear.length === 0
    ? cards.clearOnNone
    : cards.clearOn(
        joinWords(
          clear.map((measure) => measure.title[language]),
          texts.and,
        ),
      );
}

function stateBefore({ index, texts }: Context, unit: string): string {
  const before = index.assessmentOf(index.previous?.wave ?? "", unit);
  return before === undefined ? "" : texts.charts.cards.before(texts.levels[before.level]);
}
