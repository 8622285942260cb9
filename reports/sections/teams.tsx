/** Teams by certainty: the chart, a plain sentence per flagged team, what the labels mean. In: facts; out: JSX. */
import type { Context } from "../context.ts";
import type { Assessed, Facts } from "../facts.ts";
import type { Figure } from "../figures/figure.ts";
import { mostTeams, tableOfTeams } from "../figures/team-figure.ts";
import { capitalise, formatProbability } from "../formats.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { type Drawings, FoldedTable, ShowFigure } from "./show-figure.tsx";
import { LevelSign, levelOrder } from "./show-level.tsx";

const openSentences = 12;
const mostSentences = 100;
const mostRows = 500;

type Props = Readonly<{ context: Context; facts: Facts; figures: readonly Figure[]; drawings: Drawings }>;

export function Teams({ context, facts, figures, drawings }: Props) {
  const { assessed } = facts;
  if (assessed === null) return <p>{facts.reason}</p>;
  const { teams } = context.texts;
  return (
    <>
      {figures.map((figure) => (
        <ShowFigure key={figure.name} context={context} figure={figure} drawings={drawings} />
      ))}
      <Sentences context={context} assessed={assessed} level="elevated" title={teams.flagged} />
      {assessed.counts.elevated > 0 ? <p>{teams.next}</p> : null}
      <Sentences context={context} assessed={assessed} level="watch" title={teams.watched} />
      <h3>{teams.labels}</h3>
      <dl class="words">
        {levelOrder.map((level) => (
          <div key={level}>
            <dt>
              <LevelSign level={level} /> {capitalise(context.texts.levels[level])}
            </dt>
            <dd>{context.texts.levelMeaning[level]}</dd>
          </div>
        ))}
      </dl>
      <p>{teams.shrinkage}</p>
      {assessed.teams.length > mostTeams ? <AllTeams context={context} assessed={assessed} /> : null}
    </>
  );
}

type List = Readonly<{ context: Context; assessed: Assessed; level: "elevated" | "watch"; title: string }>;

function Sentences({ context, assessed, level, title }: List) {
  const count = assessed.counts[level];
  const listed = assessed.teams.filter((team) => team.level === level).slice(0, mostSentences);
  if (listed.length === 0) return null;
  const open = level === "elevated" ? listed.slice(0, openSentences) : [];
  const folded = listed.slice(open.length);
  const show = (team: TeamRow) => <Sentence key={team.unit} context={context} assessed={assessed} team={team} />;
  return (
    <>
      <h3>{title}</h3>
      {open.length > 0 ? <ul class="statements">{open.map(show)}</ul> : null}
      {folded.length > 0 ? (
        <details class="more">
          <summary>
            {open.length > 0 ? context.texts.teams.moreSentences(folded.length) : nameList(context, folded)}
          </summary>
          <ul class="statements">{folded.map(show)}</ul>
          {listed.length < count ? <p>{context.texts.teams.sentencesCut(listed.length, count)}</p> : null}
        </details>
      ) : null}
    </>
  );
}

const nameList = (context: Context, teams: readonly TeamRow[]): string =>
  `${teams.length} ${context.texts.answer.teamCount(teams.length)}`;

function Sentence({ context, assessed, team }: { context: Context; assessed: Assessed; team: TeamRow }) {
  const [before, after] = splitAtTeam(stateTeam(context, assessed, team));
  return (
    <li>
      {before}
      <strong>
        <bdi>{team.team}</bdi>
      </strong>
      {team.department === null ? null : (
        <span class="quiet">
          {" "}
          (<bdi>{team.department}</bdi>)
        </span>
      )}
      {after}
    </li>
  );
}

/** The sentence about a flagged team; `{team}` stands where the name goes. */
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
  if (team.level === "watch") return teams.watch(facts);
  if (assessed.model.claim === "team_as_such" || team.invited === null) return teams.teamAsSuch(facts);
  return `${teams.members(facts)} ${team.probability_team_as_such >= 0.7 ? teams.work : teams.workUnknown}`;
}

function splitAtTeam(sentence: string): [string, string] {
  const [before = "", after = ""] = sentence.split("{team}");
  return [before, after];
}

function AllTeams({ context, assessed }: { context: Context; assessed: Assessed }) {
  const { teams } = context.texts;
  const shown = assessed.teams.slice(0, mostRows);
  const caption =
    shown.length < assessed.teams.length ? teams.allCut(shown.length, assessed.teams.length) : teams.all(shown.length);
  return <FoldedTable table={tableOfTeams(context, assessed, shown, caption)} label={caption} />;
}
