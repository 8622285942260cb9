/** How well each scale was measured: per wave what was found in words, the figures behind it, and what its columns mean. In: a context; out: JSX or nothing. */
import type { Context } from "../context.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatNumber, formatShare } from "../formats.ts";
import { listMeasurements, type MeasurementRow } from "../rows/measurement-rows.ts";
import { measurementQualityEnglish } from "../texts/measurement-quality.en.ts";
import { type MeasurementQualityTexts, measurementQualityDutch } from "../texts/measurement-quality.nl.ts";
import { FoldedTable, TitledTable } from "./show-figure.tsx";

type Statistic = Parameters<MeasurementRow["figureOf"]>[0];

export function MeasurementQuality({ context }: { context: Context }) {
  const { index, language } = context;
  const texts = language === "nl" ? measurementQualityDutch : measurementQualityEnglish;
  const waves = index.waves.toReversed().flatMap(({ wave }) => {
    const rows = listMeasurements(index.release, wave);
    return rows.length === 0 ? [] : [{ wave, rows }];
  });
  const [newest, ...earlier] = waves.map(({ wave, rows }) => (
    <OneWave key={wave} context={context} texts={texts} wave={wave} rows={rows} />
  ));
  if (newest === undefined) return null;
  return (
    <>
      <p>{texts.intro}</p>
      {newest}
      <details class="more">
        <summary>{texts.meaning}</summary>
        <dl class="words">
          {texts.explain.map(([word, meaning]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
      {earlier.length === 0 ? null : (
        <details class="more">
          <summary>{texts.earlier}</summary>
          {earlier}
        </details>
      )}
    </>
  );
}

type Wave = Readonly<{
  context: Context;
  texts: MeasurementQualityTexts;
  wave: string;
  rows: readonly MeasurementRow[];
}>;

/** What was found in words, and the figures behind it. */
const OneWave = (wave: Wave) => {
  const table = tabulateWords(wave);
  return (
    <>
      <TitledTable table={table} />
      <FoldedTable table={tabulateFigures(wave)} label={`${wave.texts.figures}: ${table.caption}`} />
    </>
  );
};

function tabulateWords({ context, texts, wave, rows }: Wave): FigureTable {
  const { columns } = texts;
  const titles = [
    columns.scale,
    columns.fitness,
    columns.reliability,
    columns.agreement,
    columns.difference,
    columns.ends,
    columns.answered,
  ];
  return {
    caption: texts.caption(wave),
    columns: columnsOf(titles, titles.length),
    rows: rows.map((row) => [
      row.measure.title[context.language],
      texts.fitness[row.fitness],
      texts.reliability[row.reliability],
      texts.agreement[row.agreement],
      texts.difference[row.difference],
      writeEnds(texts, row),
      writeAnswered(context, texts, row),
    ]),
  };
}

function tabulateFigures({ context, texts, rows }: Wave): FigureTable {
  const { alpha, omega, adjusted } = texts.statistics;
  const figures: readonly (readonly [string, Statistic])[] = [
    [alpha, "reliability"],
    [omega, "omega"],
    ["rwg", "rwg_pooled"],
    ["rwg(j)", "rwg_j_pooled"],
    ["ICC(1)", "icc1_mean_group_size"],
    [adjusted, "icc1_adjusted_group_size"],
    ["ICC(2)", "icc2"],
  ];
  return {
    caption: texts.figures,
    columns: columnsOf([texts.columns.scale, ...figures.map(([title]) => title)], 1),
    rows: rows.map((row) => [
      row.measure.title[context.language],
      ...figures.map(([, statistic]) => {
        const value = row.figureOf(statistic);
        return value === undefined ? "" : formatNumber(value, 2, context.language);
      }),
    ]),
  };
}

/** Only an end that may be a problem is named. */
function writeEnds({ few, open }: MeasurementQualityTexts, { floor, ceiling }: MeasurementRow): string {
  const ends = [...(floor === "few" ? [] : [open.floor]), ...(ceiling === "few" ? [] : [open.ceiling])];
  return ends.length === 0 ? few : ends.join("; ");
}

function writeAnswered({ language }: Context, texts: MeasurementQualityTexts, row: MeasurementRow): string {
  const share = (value: number) => formatShare(value, language);
  const { value, bound } = row.answered;
  if (bound === "at_most") return texts.lessThan(share(value));
  return bound === "at_least" ? texts.orMore(share(value)) : texts.from(share(value), share(value + 0.05));
}
