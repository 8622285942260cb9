/** Method and data: the model and its line, statistics, instruments, provenance. */
import type { OrganisationStatistic } from "../../schemas/release.ts";
import type { Context } from "../context.ts";
import type { Assessed, Facts } from "../facts.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatCount, formatFigure, formatNumber, joinWords } from "../formats.ts";
import { stateFixed, stateMissing } from "./answer.tsx";
import { TitledTable } from "./show-figure.tsx";

export function Method({ context, facts }: { context: Context; facts: Facts }) {
  const { method } = context.texts;
  return (
    <>
      <h3>{method.model}</h3>
      {facts.assessed === null ? <p>{facts.reason}</p> : <ModelInWords context={context} assessed={facts.assessed} />}
      <Statistics context={context} />
      <Instruments context={context} />
      <Provenance context={context} />
    </>
  );
}

function ModelInWords({ context, assessed }: { context: Context; assessed: Assessed }) {
  const { language, texts } = context;
  const { method } = texts;
  const { model, measure } = assessed;
  const figure = (value: number) => formatFigure(value, measure, language);
  const spread = formatNumber(model.between_team_sd, measure.maximum - measure.minimum > 50 ? 1 : 2, language);
  return (
    <>
      <p>{method.modelText}</p>
      <p>{describeLine(context, assessed)}</p>
      <p>
        {model.claim === "members" ? method.claimMembers : method.claimTeamAsSuch} {stateMissing(context, assessed)}
      </p>
      <p>
        {method.modelFigures(model.teams, figure(model.mean), spread)}{" "}
        {model.reliability === null ? "" : method.reliability(formatNumber(model.reliability, 2, language))}
      </p>
    </>
  );
}

/** Where the line lies and why, its source, and how far a published figure was checked. */
function describeLine(context: Context, { line, model }: Assessed): string {
  const { language, texts } = context;
  const { method } = texts;
  const { kind, delta = 0, population, year, source, verified } = model.line;
  const from = [population?.[language], year].filter((one) => one !== undefined && one !== null);
  const group = from.length === 0 ? "" : ` (${from.join(", ")})`;
  const distance = formatNumber(delta, Number.isInteger(delta * 10) ? 1 : 2, language);
  const placed = {
    own_organisation: method.ownLine(line, distance),
    absolute: method.absoluteLine(line, distance, group),
    norm: method.absoluteLine(line, distance, group),
    band: method.bandLine(line, group),
  }[kind];
  return [
    placed,
    ...stateFixed(context),
    ...stateKept(context),
    ...(source === undefined ? [] : [method.lineSource(source)]),
    ...(verified === undefined ? [] : [method.verified[verified]]),
  ].join(" ");
}

/** Where it is recorded when the line was set, and for which earlier waves it was another one. */
function stateKept({ index, texts }: Context): string[] {
  const { line } = index.release;
  if (line === undefined) return [];
  const { method } = texts;
  const isEarly = line.fixed === "before_opening"; // while it is open, answers can be looked at
  return [
    ...(line.entry === undefined ? [] : [method.lineKept(line.entry.slice(0, fingerprintDigits))]),
    ...(isEarly ? [] : [method.lineNotKept]),
    ...(line.other_lines.length === 0 ? [] : [method.otherLines(joinWords(line.other_lines, texts.and))]),
  ];
}

/** As many as `vitascan ledger line` prints. */
const fingerprintDigits = 12;

const names = ["pooled_within_variance", "icc1_mean_group_size", "reliability"] as const;

function Statistics({ context }: { context: Context }) {
  const { index, texts } = context;
  const { method } = texts;
  const [newest, ...earlier] = index.waves.toReversed().flatMap(({ wave }) => {
    const rows = index.release.statistics.filter((row) => row.wave === wave);
    const table = tabulateStatistics(context, wave, rows);
    return table.rows.length === 0 ? [] : [table];
  });
  if (newest === undefined) return null;
  const negative = index.release.statistics.some((row) => row.statistic === "icc1_mean_group_size" && row.value < 0);
  return (
    <>
      <TitledTable table={newest} />
      {negative ? <p class="small">{method.belowZero}</p> : null}
      {earlier.length === 0 ? null : (
        <details class="more">
          <summary>{texts.data.earlier}</summary>
          {earlier.map((table) => (
            <TitledTable key={table.caption} table={table} />
          ))}
        </details>
      )}
    </>
  );
}

/** One row per measure; reliability is over the respondents who answered every item, the others over all. */
function tabulateStatistics(context: Context, wave: string, all: readonly OrganisationStatistic[]): FigureTable {
  const { index, language, texts } = context;
  const { columns, method } = texts;
  const count = (value: number | undefined) => (value === undefined ? "" : formatNumber(value, 0, language));
  const measures = [...new Set(all.map(({ measure }) => measure))];
  return {
    caption: method.statistics(wave),
    columns: columnsOf(
      [
        columns.measure,
        columns.teams,
        columns.respondents,
        method.statisticNames.pooled_within_variance,
        method.statisticNames.icc1_mean_group_size,
        method.statisticNames.reliability,
        method.answeredAll,
      ],
      1,
    ),
    rows: measures.flatMap((measure) => {
      const find = (statistic: (typeof names)[number]) =>
        all.find((row) => row.measure === measure && row.statistic === statistic);
      const [variance, icc, reliability] = names.map(find);
      const base = variance ?? icc ?? reliability;
      if (base === undefined) return [];
      return [
        [
          index.measureOf(measure)?.title[language] ?? measure,
          count(base.teams),
          count(base.respondents),
          ...[variance, icc, reliability].map((row) => writeStatistic(context, row)),
          count(reliability?.respondents),
        ],
      ];
    }),
  };
}

function writeStatistic(context: Context, row: OrganisationStatistic | undefined): string {
  if (row === undefined) return "";
  const written = formatNumber(row.value, row.value >= 100 ? 0 : 3, context.language);
  return row.source === undefined ? written : `${written} (${context.texts.method.given(row.source)})`;
}

function Instruments({ context }: { context: Context }) {
  const { index, language, texts } = context;
  const { method } = texts;
  return (
    <>
      <h3>{method.instruments}</h3>
      <ul>
        {index.release.instruments.map((instrument) => (
          <li key={instrument.instrument}>
            <strong>{instrument.title[language]}</strong> ({method.version(instrument.version)}). {instrument.citation}
            {instrument.unverified.length === 0 ? null : (
              <>
                <br />
                {method.unverified} {instrument.unverified.map((text) => text[language]).join(" ")}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Provenance({ context }: { context: Context }) {
  const { index, language, texts } = context;
  const { columns, method } = texts;
  const { provenance, policy } = index.release;
  const titles = [columns.file, columns.wave, columns.records, columns.loaded, columns.rejected, columns.excluded];
  const table: FigureTable = {
    caption: method.provenance,
    columns: columnsOf(titles, 2),
    rows: provenance.inputs.map((input) => [
      input.file,
      input.wave,
      ...[input.records, input.loaded, input.rejected, input.excluded].map((count) =>
        count === null ? texts.table.notShown : formatCount(count, language),
      ),
    ]),
  };
  return (
    <>
      <TitledTable table={table} />
      <p class="small">{method.noFingerprint}</p>
      <p class="small">
        {method.tool(provenance.tool)} {method.config(provenance.config_hash)}. {method.policyHash(policy.hash)}.
      </p>
    </>
  );
}
