/** The table of all teams, with what the script needs to search, filter, sort and highlight. In: the assessed wave; out: JSX. */
import type { Context } from "../context.ts";
import type { Assessed } from "../facts.ts";
import { capitalise, formatFigure, formatNumber, shortenProbability } from "../formats.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { LevelSign, levelOrder } from "./show-level.tsx";

/** Rows on the page; every team is in the CSV table. */
const mostRows = 250;
/** Up to here the table is printed too. */
const mostPrinted = 120;

type Props = Readonly<{ context: Context; assessed: Assessed }>;

export function TeamTable({ context, assessed }: Props) {
  const { teams, charts } = context.texts;
  const { teamTable } = charts;
  const shown = assessed.teams.slice(0, mostRows);
  const cut = shown.length < assessed.teams.length;
  return (
    <details id="all-teams" class={shown.length > mostPrinted ? "numbers" : "more"}>
      <summary>{teams.all(shown.length)}</summary>
      <Find context={context} />
      {cut ? <p>{teamTable.cut(shown.length, assessed.teams.length)}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section class="frame" tabIndex={0} aria-label={teamTable.title}>
        <table data-teams data-found={teamTable.found("{shown}", "{all}")}>
          <Heads context={context} assessed={assessed} />
          <tbody>
            {shown.map((team) => (
              <Row key={team.unit} context={context} assessed={assessed} team={team} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Hidden until the script is there to answer. */
function Find({ context }: { context: Context }) {
  const { charts, levels } = context.texts;
  const { teamTable } = charts;
  return (
    <div class="find" hidden>
      <label>
        {teamTable.search}
        <input type="search" autocomplete="off" spellcheck={false} />
      </label>
      <label>
        {teamTable.filter}
        <select>
          <option value="">{teamTable.all}</option>
          {levelOrder.map((level) => (
            <option key={level} value={level}>
              {levels[level]}
            </option>
          ))}
        </select>
      </label>
      <p aria-live="polite" />
      <p>{teamTable.hint}</p>
    </div>
  );
}

function Heads({ context, assessed }: Props) {
  const { columns } = context.texts;
  const text = [columns.team, columns.department, columns.label];
  const numbers = [columns.sure, columns.estimate, columns.from, columns.to, columns.answers];
  const shown = hasDepartments(assessed) ? text : text.filter((title) => title !== columns.department);
  return (
    <thead>
      <tr>
        {shown.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
        {numbers.map((title) => (
          <th key={title} scope="col" class="n">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const hasDepartments = ({ teams }: Assessed): boolean => teams.some(({ department }) => department !== null);

function Row({ context, assessed, team }: Props & { team: TeamRow }) {
  const { index, language, texts } = context;
  const write = (value: number) => formatFigure(value, assessed.measure, language);
  const count = (value: number) => formatNumber(value, 0, language);
  const numbers: (readonly [string, number, string])[] = [
    ["sure", team.probability, shortenProbability(team.probability, language)],
    ["estimate", team.estimate, write(team.estimate)],
    ["low", team.low, write(team.low)],
    ["high", team.high, write(team.high)],
    [
      "answers",
      team.respondents,
      texts.table.ofInvited(count(team.respondents), team.invited === null ? null : count(team.invited)),
    ],
  ];
  return (
    <tr data-team={index.keyOf(team.unit)} data-level={team.level}>
      <th scope="row">
        <bdi>{team.team}</bdi>
      </th>
      {hasDepartments(assessed) ? (
        <td>
          <bdi>{team.department ?? ""}</bdi>
        </td>
      ) : null}
      <td class="k" data-sort={levelOrder.indexOf(team.level)}>
        <LevelSign level={team.level} /> {capitalise(texts.levelsShort[team.level])}
      </td>
      {numbers.map(([name, value, written]) => (
        <td key={name} class="n" data-sort={value}>
          {written}
        </td>
      ))}
    </tr>
  );
}
