/** The page: landmarks and sections in reading order. In: context, facts and drawn figures; out: the body. */
import type { ComponentChildren } from "preact";
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import type { Figure } from "../figures/figure.ts";
import type { Figures } from "../figures/make-figures.ts";
import { formatDate } from "../formats.ts";
import { Answer } from "./answer.tsx";
import { Quality } from "./data-quality.tsx";
import { Hidden } from "./hidden.tsx";
import { Method } from "./method.tsx";
import { type Drawings, ShowFigures } from "./show-figure.tsx";
import { Teams } from "./teams.tsx";

type Part = Readonly<{ id: string; title: string; content: ComponentChildren }>;
type Props = Readonly<{ context: Context; facts: Facts; figures: Figures; drawings: Drawings }>;

export function Page(props: Props) {
  const { context, facts } = props;
  const { texts, index } = context;
  const parts = listParts(props);
  return (
    <body>
      <a class="skip" href="#answer">
        {texts.page.skip}
      </a>
      <div class="page">
        <header>
          <Eyebrow context={context} />
        </header>
        <main>
          <Answer context={context} facts={facts} />
          <nav aria-label={texts.page.contents}>
            <ul>
              {parts.map((part) => (
                <li key={part.id}>
                  <a href={`#${part.id}`}>{part.title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {parts.map((part) => (
            <section key={part.id} id={part.id} class="part" aria-labelledby={`${part.id}-title`}>
              <h2 id={`${part.id}-title`}>{part.title}</h2>
              <div class="body">{part.content}</div>
            </section>
          ))}
        </main>
        <footer>{texts.page.confidential(index.release.policy.k.mean)}</footer>
      </div>
    </body>
  );
}

function Eyebrow({ context }: { context: Context }) {
  const { index, language, texts } = context;
  const { newest } = index;
  const dates =
    newest === undefined
      ? ""
      : texts.page.wave(
          newest.wave,
          formatDate(newest.opened_date, language),
          formatDate(newest.closed_date, language),
        );
  return (
    <p class="eyebrow">
      <strong>
        {texts.page.eyebrow} <bdi>{index.release.organisation}</bdi>
      </strong>
      <br />
      {dates}
    </p>
  );
}

function listParts({ context, facts, figures, drawings }: Props): Part[] {
  const { texts } = context;
  const show = (list: readonly Figure[]) => <ShowFigures context={context} figures={list} drawings={drawings} />;
  const optional = (id: Exclude<keyof Figures, "teams">, title: string, note: ComponentChildren = null): Part[] =>
    figures[id].length === 0
      ? []
      : [
          {
            id,
            title,
            content: (
              <>
                {show(figures[id])}
                {note}
              </>
            ),
          },
        ];
  return [
    {
      id: "teams",
      title: texts.teams.title,
      content: <Teams context={context} facts={facts} figures={figures.teams} drawings={drawings} />,
    },
    ...optional("enps", texts.enps.title),
    ...optional("means", titleWaves(context), context.index.waves.length < 2 ? <p>{texts.waves.oneWave}</p> : null),
    ...optional("dimensions", texts.dimensions.title),
    {
      id: "participation",
      title: texts.participation.title,
      content: (
        <>
          {show(figures.participation)}
          <p>{figures.participation.length > 0 ? texts.participation.reading : texts.participation.unknown}</p>
        </>
      ),
    },
    { id: "hidden", title: texts.hidden.title, content: <Hidden context={context} /> },
    { id: "data", title: texts.data.title, content: <Quality context={context} /> },
    { id: "method", title: texts.method.title, content: <Method context={context} facts={facts} /> },
    { id: "glossary", title: texts.glossary.title, content: <Glossary context={context} /> },
  ];
}

const titleWaves = ({ index, texts }: Context): string =>
  index.departments.length > 0 ? texts.waves.title : texts.waves.titleOrganisation;

function Glossary({ context }: { context: Context }) {
  return (
    <dl class="words">
      {context.texts.glossary.entries.map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
