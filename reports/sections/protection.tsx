/** How people are protected, for the works council and employees: no score stands here. In: a context and a certificate; out: parts. */
import type { Certificate } from "../../schemas/certificate.ts";
import type { Context } from "../context.ts";
import { formatNumber, formatShare } from "../formats.ts";
import { Glossary } from "./glossary.tsx";
import { countHidden, PolicyInWords } from "./hidden.tsx";
import type { Part } from "./part.tsx";
import { ShowTable } from "./show-figure.tsx";

type Props = Readonly<{ context: Context; certificate: Certificate | null }>;

/** What everyone may know first: what was found when somebody tried to find a person. */
export function ProtectionAnswer({ context, certificate }: Props) {
  const { council } = context.texts;
  const { k } = context.index.release.policy;
  const verdict = certificate?.verdict ?? "none";
  const refused = verdict === "leak" || verdict === "unproven";
  return (
    <section id="answer" class="answer" aria-labelledby="headline">
      <h1 id="headline">{refused ? council.headlineRefused : council.headline(k.mean)}</h1>
      <div class="lead">
        <p>{council.intro}</p>
        <p>{council.verdicts[verdict]}</p>
        <p>{council.noScores}</p>
      </div>
    </section>
  );
}

export function listProtectionParts(context: Context, certificate: Certificate | null): Part[] {
  const { council, glossary, hidden } = context.texts;
  const table = countHidden(context);
  return [
    { id: "rules", title: council.rules, content: <PolicyInWords context={context} /> },
    {
      id: "published",
      title: council.published,
      content: (
        <>
          <Editions context={context} />
          <h3>{hidden.title}</h3>
          <p>{hidden.why(context.index.release.policy.k.mean)}</p>
          {table.rows.length === 0 ? <p>{hidden.none}</p> : <ShowTable table={table} label={hidden.caption} />}
          <p>{hidden.versions}</p>
        </>
      ),
    },
    { id: "audit", title: council.audit, content: <Audit context={context} certificate={certificate} /> },
    {
      id: "statement",
      title: council.statement,
      content: (
        <>
          <h3>{council.proves}</h3>
          <List sentences={council.doesProve} />
          <h3>{council.provesNot}</h3>
          <List sentences={[hidden.pooled, ...council.doesNotProve]} />
          <h3>{council.people}</h3>
          <List sentences={council.rights} />
        </>
      ),
    },
    { id: "glossary", title: glossary.title, content: <Glossary context={context} /> },
  ];
}

/** Who gets to see what. */
function Editions({ context }: { context: Context }) {
  const { council } = context.texts;
  return (
    <dl class="words">
      {council.editions.map(([reader, content]) => (
        <div key={reader}>
          <dt>{reader}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the independent audit tried and found, in counts. */
function Audit({ context, certificate }: Props) {
  const { language, texts } = context;
  const { council } = texts;
  if (certificate === null) return <p>{council.verdicts.none}</p>;
  const count = (value: number) => formatNumber(value, 0, language);
  const facts = summariseAudit(certificate);
  return (
    <>
      <p>{council.method}</p>
      <dl class="facts">
        <div>
          <dt>{council.tested}</dt>
          <dd>{count(facts.sets)}</dd>
        </div>
        {facts.smallest === null ? null : (
          <div>
            <dt>{council.smallest}</dt>
            <dd>{count(facts.smallest)}</dd>
          </div>
        )}
        {facts.tightest === null ? null : (
          <div>
            <dt>{council.tightest}</dt>
            <dd>{formatShare(facts.tightest, language)}</dd>
          </div>
        )}
        <div>
          <dt>{council.planted}</dt>
          <dd>{council.foundOf(count(certificate.self_test.found), count(certificate.self_test.planted))}</dd>
        </div>
      </dl>
      <p>
        {council.together(
          certificate.releases,
          count(certificate.inventory.numbers),
          count(certificate.inventory.files),
        )}
      </p>
      {certificate.leaks.length === 0 ? null : <p>{council.leaks(certificate.leaks.length)}</p>}
      <p class="small">{council.fingerprint(certificate.release)}</p>
    </>
  );
}

/** Over all bases: sets tried, the fewest people a combination of figures is about, the narrowest share left open. */
function summariseAudit({ bases }: Certificate) {
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  const least = (values: readonly (number | null)[]) =>
    known(values).length === 0 ? null : Math.min(...known(values));
  return {
    sets: bases.reduce((sum, base) => sum + base.sets_tested + base.intervals_tested, 0),
    smallest: least(bases.map((base) => base.smallest_support)),
    tightest: least(bases.map((base) => base.tightest_interval)),
  };
}

const List = ({ sentences }: { sentences: readonly string[] }) => (
  <ul>
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);
