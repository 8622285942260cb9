/** How many responses came in, how many count and why not the rest; what each rule means. In: a context; out: JSX. */
import type { Count, DataQuality } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import type { FigureTable } from "../figures/figure.ts";
import { capitalise, formatCount, formatNumber } from "../formats.ts";
import { listReceived, listRules, type Received, type RuleInScan, subjectOf } from "../rows/quality-rows.ts";
import { TitledTable } from "./show-figure.tsx";

export function Quality({ context }: { context: Context }) {
  const { index, texts } = context;
  const [newest, ...earlier] = index.waves.toReversed().map(({ wave }) => listReceived(index.release, wave));
  const found = index.release.data_quality.length > 0;
  return (
    <>
      <p>{texts.data.intro}</p>
      {found ? null : <p>{texts.data.none}</p>}
      <ReceivedTables context={context} received={newest ?? []} />
      <p class="small">{texts.data.reading(index.release.policy.k.mean)}</p>
      {earlier.flat().length === 0 ? null : (
        <details class="more">
          <summary>{texts.data.earlier}</summary>
          <ReceivedTables context={context} received={earlier.flat()} />
        </details>
      )}
      <Rules context={context} />
    </>
  );
}

function ReceivedTables({ context, received }: { context: Context; received: readonly Received[] }) {
  return received.map((one) => (
    <TitledTable key={`${one.wave} ${one.questionnaire}`} table={tabulateReceived(context, one)} />
  ));
}

/** One row per step from what came in to what counts, then what is to be said of those. */
function tabulateReceived(context: Context, received: Received): FigureTable {
  const { texts } = context;
  const { columns, data } = texts;
  const { input, leftOut, remaining } = received;
  return {
    caption: data.caption(titleOfQuestionnaire(context, received.questionnaire), received.wave),
    columns: [
      { title: columns.found, numeric: false },
      { title: columns.count, numeric: true },
      { title: columns.action, numeric: false },
      { title: data.chosenBy, numeric: false },
    ],
    rows: [
      ...(input === undefined ? [] : [[data.cameIn, writeCount(context, input.records), "", ""]]),
      ...leftOut.map((row) => writeRow(context, row, capitalise(nameOf(context, row)))),
      ...(input === undefined ? [] : [[data.counted, writeCount(context, input.loaded), "", ""]]),
      ...remaining.map((row) => writeRow(context, row, labelRemaining(context, row))),
    ],
  };
}

function writeRow(context: Context, row: DataQuality, label: string): string[] {
  const { data } = context.texts;
  return [label, writeSubjects(context, row), data.actions[row.action], nameChooser(context, row.chosen)];
}

const nameChooser = ({ texts }: Context, chosen: boolean): string =>
  chosen ? texts.data.choosers.scan : texts.data.choosers.vitascan;

function nameOf({ index, language, texts }: Context, { rule, instrument }: DataQuality): string {
  const { name } = texts.data.rules[rule];
  if (instrument === undefined) return name;
  const known = index.release.instruments.find((candidate) => candidate.instrument === instrument);
  return texts.data.ofInstrument(name, known?.title[language] ?? instrument);
}

const labelRemaining = (context: Context, row: DataQuality): string =>
  subjectOf(row) === "responses" ? context.texts.data.ofWhich(nameOf(context, row)) : capitalise(nameOf(context, row));

const writeCount = ({ language, texts }: Context, count: Count | null): string =>
  count === null ? texts.table.notShown : formatCount(count, language);

function writeSubjects(context: Context, row: DataQuality): string {
  const { data } = context.texts;
  const written = formatCount(row.count, context.language);
  const write = { responses: () => written, answers: data.answers, units: data.units }[subjectOf(row)];
  return write(written, row.count === 1);
}

/** The title stands with the response rate; without one there is only the name in the settings. */
const titleOfQuestionnaire = ({ index, language }: Context, questionnaire: string): string =>
  capitalise(
    index.release.measures.find(
      (measure) => measure.kind === "participation" && measure.questionnaire === questionnaire,
    )?.title[language] ?? questionnaire,
  );

function Rules({ context }: { context: Context }) {
  const { data } = context.texts;
  return (
    <details class="more">
      <summary>{data.rulesTitle}</summary>
      <dl class="words">
        {listRules(context.index.release).map((rule) => (
          <div key={rule.rule}>
            <dt>{capitalise(data.rules[rule.rule].name)}</dt>
            <dd>
              {explainRule(context, rule)} {stateChoice(context, rule)}
            </dd>
          </div>
        ))}
      </dl>
      <p>{data.otherwise}</p>
    </details>
  );
}

function explainRule({ index, language, texts }: Context, { rule }: RuleInScan): string {
  const { seconds_per_item } = index.release.responses;
  const decimals = String(seconds_per_item).split(".")[1]?.length ?? 0;
  const seconds = formatNumber(seconds_per_item, Math.max(1, decimals), language);
  return texts.data.rules[rule].why.replace("{seconds}", seconds);
}

function stateChoice(context: Context, { choice }: RuleInScan): string {
  const { data } = context.texts;
  return choice === null ? "" : data.inThisScan(data.actions[choice.action], nameChooser(context, choice.chosen));
}
