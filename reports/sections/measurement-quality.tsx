/** How well each scale was measured: a table per wave and what its columns mean. In: a context; out: JSX or nothing. */
import type { Context } from "../context.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatNumber, formatShare } from "../formats.ts";
import { listMeasurements, type MeasurementRow } from "../rows/measurement-rows.ts";
import { measurementQualityEnglish } from "../texts/measurement-quality.en.ts";
import { type MeasurementQualityTexts, measurementQualityDutch } from "../texts/measurement-quality.nl.ts";
import { TitledTable } from "./show-figure.tsx";

type Statistic = Parameters<MeasurementRow["figureOf"]>[0];

export function MeasurementQuality({ context }: { context: Context }) {
  const { index, language } = context;
  const texts = language === "nl" ? measurementQualityDutch : measurementQualityEnglish;
  const tables = index.waves.toReversed().flatMap(({ wave }) => {
    const rows = listMeasurements(index.release, wave);
    return rows.length === 0 ? [] : [tabulate(context, texts, wave, rows)];
  });
  const [newest, ...earlier] = tables;
  if (newest === undefined) return null;
  return (
    <>
      <p>{texts.intro}</p>
      <TitledTable table={newest} />
      <dl class="words">
        {texts.explain.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {earlier.length === 0 ? null : (
        <details class="more">
          <summary>{texts.earlier}</summary>
          {earlier.map((table) => (
            <TitledTable key={table.caption} table={table} />
          ))}
        </details>
      )}
    </>
  );
}

function tabulate(
  context: Context,
  texts: MeasurementQualityTexts,
  wave: string,
  rows: readonly MeasurementRow[],
): FigureTable {
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
      join(texts.reliability[row.reliability], [
        write(context, row, texts.alpha, "reliability"),
        write(context, row, texts.omega, "omega"),
      ]),
      join(texts.agreement[row.agreement], [
        write(context, row, "rwg", "rwg_pooled"),
        write(context, row, "rwg(j)", "rwg_j_pooled"),
      ]),
      join(texts.difference[row.difference], [
        write(context, row, "ICC(1)", "icc1_mean_group_size"),
        write(context, row, "k0", "icc1_adjusted_group_size"),
        write(context, row, "ICC(2)", "icc2"),
      ]),
      [
        row.floor === "few" ? texts.few.floor : texts.open.floor,
        row.ceiling === "few" ? texts.few.ceiling : texts.open.ceiling,
      ].join("; "),
      writeAnswered(context, texts, row),
    ]),
  };
}

/** "sufficient (alpha 0.86, omega 0.87)"; figures that are not there are left out. */
function join(words: string, figures: readonly (string | null)[]): string {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 ? words : `${words} (${known.join("; ")})`;
}

function write({ language }: Context, row: MeasurementRow, name: string, statistic: Statistic): string | null {
  const value = row.figureOf(statistic);
  return value === undefined ? null : `${name} ${formatNumber(value, 2, language)}`;
}

function writeAnswered({ language }: Context, texts: MeasurementQualityTexts, row: MeasurementRow): string {
  const share = (value: number) => formatShare(value, language);
  const { value, bound } = row.answered;
  if (bound === "at_most") return texts.lessThan(share(value));
  return bound === "at_least" ? texts.orMore(share(value)) : texts.from(share(value), share(value + 0.05));
}
