/** The answer in words: how many teams, which, how sure, what cannot be said, who answered. In: facts; out: JSX. */
import { type Context, stateDirection } from "../context.ts";
import type { Assessed, Facts } from "../facts.ts";
import type { Figure } from "../figures/figure.ts";
import { formatDate, formatFigure, joinWords } from "../formats.ts";
import { type Drawings, ShowFigure } from "./show-figure.tsx";
import { LevelSign, levelOrder } from "./show-level.tsx";

/** Teams named in the first sentence; the others are in the list below the chart. */
const mostNamed = 10;

/** The heading that states the finding. */
export function stateHeadline(context: Context, facts: Facts): string {
  const { answer } = context.texts;
  if (facts.assessed !== null) return answer.headline(facts.assessed.counts.elevated, facts.assessed.teams.length);
  return facts.shownTeams === 0 ? answer.nothingHeadline : answer.notAssessedHeadline;
}

type Props = Readonly<{ context: Context; facts: Facts; figures: readonly Figure[]; drawings: Drawings }>;

export function Answer({ context, facts, figures, drawings }: Props) {
  const { assessed } = facts;
  return (
    <section id="answer" class="answer" aria-labelledby="headline">
      <h1 id="headline">{stateHeadline(context, facts)}</h1>
      <div class="split">
        <div class="lead">
          {assessed === null ? <p>{facts.reason}</p> : <AssessedAnswer context={context} assessed={assessed} />}
        </div>
        {figures.map((figure) => (
          <ShowFigure
            key={figure.name}
            context={context}
            figure={figure}
            drawings={drawings}
            level="h2"
            above={assessed === null ? null : <LevelKey context={context} assessed={assessed} />}
          />
        ))}
        <Notes context={context} facts={facts} />
      </div>
    </section>
  );
}

/** Who answered, what is not shown, what the report does not say. */
function Notes({ context, facts }: { context: Context; facts: Facts }) {
  const { answer, page } = context.texts;
  const k = context.index.release.policy.k.mean;
  const shown = facts.hiddenTeams > 0 ? [answer.hidden(facts.hiddenTeams)] : [];
  return (
    <div class="notes">
      <Note title={answer.whoAnswered} sentences={facts.response} />
      <Note title={answer.whatIsHidden} sentences={[...shown, page.confidential(k)]} />
      <Note title={answer.whatItIsNot} sentences={[answer.limits]} />
    </div>
  );
}

/** A small heading with its sentences. */
export const Note = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <div>
    <h2>{title}</h2>
    {sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </div>
);

function AssessedAnswer({ context, assessed }: { context: Context; assessed: Assessed }) {
  const { answer } = context.texts;
  const { elevated } = assessed.counts;
  const line = { line: assessed.line, measure: assessed.measure.title[context.language], side: assessed.side };
  return (
    <>
      {elevated > 0 ? <NamedTeams context={context} assessed={assessed} /> : null}
      <p>
        {assessed.model.claim === "members" ? answer.claimMembers(line) : answer.claimTeamAsSuch(line)}{" "}
        {stateIndicators(context, assessed)}
      </p>
      {elevated > 0 ? (
        <p>
          {answer.sure(elevated, assessed.lowest, assessed.highest)} {assessed.wrong}
        </p>
      ) : null}
      <p>{stateLine(context, assessed)}</p>
      {assessed.model.claim === "team_as_such" ? <p>{stateMissing(context, assessed)}</p> : null}
    </>
  );
}

/** Which other indicators can flag a team; empty with one or two, since it takes two others. */
export function stateIndicators({ index, language, texts }: Context, { model }: Assessed): string {
  const others = index.release.models.filter(
    (one) => one.wave === model.wave && one.measure !== model.measure && one.status === "assessed",
  );
  if (others.length < 2) return "";
  const names = others.map(({ measure }) => index.measureOf(measure)?.title[language] ?? measure);
  return texts.answer.indicators(joinWords(names, texts.and));
}

/** What the line is, and which side of the scale is unfavourable. */
export function stateLine(context: Context, { measure, model }: Assessed): string {
  const { answer } = context.texts;
  const { kind, verified } = model.line;
  const origin = {
    own_organisation: answer.lineOwn(formatFigure(model.mean, measure, context.language)),
    absolute: answer.lineAbsolute,
    norm: answer.lineAbsolute,
    band: answer.lineBand,
  }[kind];
  const doubt = verified === "unverified" ? [answer.lineUnverified] : [];
  return [origin, ...stateFixed(context), ...doubt, stateDirection(context, measure)].join(" ");
}

/** When the line was set; empty when the release does not say. */
export function stateFixed({ index, language, texts }: Context): string[] {
  const { line } = index.release;
  if (line === undefined) return [];
  return [texts.answer.lineFixed[line.fixed](formatDate(line.fixed_date ?? "", language))];
}

/** What a claim about the people in the team would need; empty when nothing is missing. */
export function stateMissing(context: Context, assessed: Assessed): string {
  const { method } = context.texts;
  const parts = assessed.model.missing.map((part) => method.missing[part]);
  return parts.length === 0 ? "" : method.missingText(parts.join(` ${context.texts.and} `));
}

function NamedTeams({ context, assessed }: { context: Context; assessed: Assessed }) {
  const { and, answer } = context.texts;
  const elevated = assessed.teams.filter((team) => team.level === "elevated");
  const named = elevated.slice(0, mostNamed);
  const rest = elevated.length - named.length;
  const separator = (position: number) =>
    position === 0 ? "" : position === named.length - 1 && rest === 0 ? ` ${and} ` : ", ";
  return (
    <p>
      {answer.teams(elevated.length)}
      {named.map((team, position) => (
        <span key={team.unit}>
          {separator(position)}
          <strong>
            <bdi>{team.team}</bdi>
          </strong>
        </span>
      ))}
      {rest > 0 ? answer.more(rest) : ""}.
    </p>
  );
}

/** How many teams carry each label, with its sign: the key to the chart below it. */
export function LevelKey({ context, assessed }: { context: Context; assessed: Assessed }) {
  const { answer, levelMeaning, levelsShort } = context.texts;
  return (
    <dl class="key" aria-label={answer.figures}>
      {levelOrder.map((level) => (
        <div key={level}>
          <dt>
            <abbr title={levelMeaning[level]}>{levelsShort[level]}</abbr>
          </dt>
          <dd>
            <LevelSign level={level} /> {assessed.counts[level]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
