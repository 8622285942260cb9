/** The one page for the board: how many teams, where, how the organisation stands, what it asks of the board. In: facts; out: JSX. */
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import type { Figure } from "../figures/figure.ts";
import { chooseKind, chooseMainMeasures, orderMeasures } from "../rows/choose-measures.ts";
import { listFigures, writeFigure } from "../rows/unit-rows.ts";
import { LevelKey, Note, stateHeadline, stateIndicators } from "./answer.tsx";
import { listBriefs } from "./briefs.ts";
import { stateCosts } from "./cost.tsx";
import { type Drawings, ShowFigure } from "./show-figure.tsx";

type Props = Readonly<{ context: Context; facts: Facts; figures: readonly Figure[]; drawings: Drawings }>;

export function BoardPage({ context, facts, figures, drawings }: Props) {
  const { answer, board, page } = context.texts;
  const { assessed } = facts;
  const hidden = facts.hiddenTeams > 0 ? [answer.hidden(facts.hiddenTeams)] : [];
  return (
    <section id="answer" class="answer" aria-labelledby="headline">
      <h1 id="headline">{stateHeadline(context, facts)}</h1>
      <div class="split">
        <div class="lead">
          {assessed === null ? <p>{facts.reason}</p> : <p>{stateClaim(context, facts)}</p>}
          <p>{assessed === null ? "" : assessed.wrong}</p>
          <p>{board.ask}</p>
        </div>
        <div class="main">
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
          <Organisation context={context} />
          <Briefs context={context} />
        </div>
        <div class="notes">
          <Note title={answer.whoAnswered} sentences={facts.response} />
          <Note
            title={answer.whatIsHidden}
            sentences={[...hidden, page.confidential(context.index.release.policy.k.mean)]}
          />
          <Note title={board.costs} sentences={stateCosts(context)} />
        </div>
      </div>
    </section>
  );
}

function stateClaim(context: Context, { assessed }: Facts): string {
  if (assessed === null) return "";
  const { answer } = context.texts;
  const line = { line: assessed.line, measure: assessed.measure.title[context.language], side: assessed.side };
  const claim = assessed.model.claim === "members" ? answer.claimMembers(line) : answer.claimTeamAsSuch(line);
  return `${claim} ${stateIndicators(context, assessed)}`.trim();
}

/** What else came out, in one line each. */
function Briefs({ context }: { context: Context }) {
  const sentences = listBriefs(context);
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="briefs-title" class="whole">
      <h2 id="briefs-title">{context.texts.briefs.title}</h2>
      <ul class="briefs">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** The organisation's figures in large type, with the wave before. */
function Organisation({ context }: { context: Context }) {
  const { index, language, texts } = context;
  const { organisation, newest } = index;
  if (organisation === undefined || newest === undefined) return null;
  const measures = orderMeasures([...chooseKind(index, "enps"), ...chooseMainMeasures(index)]).slice(0, 6);
  const rows = measures.flatMap((measure) =>
    listFigures(index, [organisation], newest.wave, measure.measure).map((row) => ({ measure, row })),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="organisation-title" class="whole">
      <h2 id="organisation-title">{texts.board.organisation}</h2>
      <dl class="facts">
        {rows.map(({ measure, row }) => {
          const write = (value: number, bound: typeof row.bound) => writeFigure(value, bound, measure, language, texts);
          return (
            <div key={measure.measure}>
              <dt>
                {measure.title[language]}
                {row.low === null || row.high === null
                  ? ""
                  : `. ${texts.briefs.between(write(row.low, null), write(row.high, null))}`}
                {row.previous === null ? "" : `. ${texts.board.before(write(row.previous, row.previous_bound))}`}
              </dt>
              <dd>{write(row.value, row.bound)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
