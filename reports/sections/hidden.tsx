/** What is not shown and why: counts per scale and level, one text for every group, the rules that protect people. In: a context; out: JSX. */
import type { Measure, ReleaseUnit } from "../../schemas/release.ts";
import { type Context, titleMeasure } from "../context.ts";
import { columnsOf, type FigureTable } from "../figures/figure.ts";
import { formatPoints, formatShare } from "../formats.ts";
import { orderMeasures } from "../rows/choose-measures.ts";
import type { Texts } from "../texts/texts.ts";
import { ShowTable } from "./show-figure.tsx";

export function Hidden({ context }: { context: Context }) {
  const { hidden } = context.texts;
  const table = countHidden(context);
  return (
    <>
      <p>{hidden.why(context.index.release.policy.k.mean)}</p>
      <p>{hidden.meaning}</p>
      {table.rows.length === 0 ? <p>{hidden.none}</p> : <ShowTable table={table} label={hidden.caption} />}
      <h3>{context.texts.policy.title}</h3>
      <PolicyInWords context={context} />
      <p>{hidden.versions}</p>
      <p>{hidden.pooled}</p>
    </>
  );
}

/** The rules with their numbers, as the scan was run. */
export function PolicyInWords({ context }: { context: Context }) {
  const { index, language, texts } = context;
  const { policy } = index.release;
  const band = policy.enps_band;
  return (
    <ul>
      <li>{texts.policy.mean(policy.k.mean)}</li>
      <li>{texts.policy.detail(policy.k.detail)}</li>
      {index.release.attributes.length === 0 ? null : <li>{texts.policy.crossed(policy.k.crossed)}</li>}
      {policy.insiders === 0 ? null : <li>{texts.policy.insiders(policy.insiders)}</li>}
      {policy.roll_up && index.rollUps.length > 0 ? <li>{texts.policy.rollUp}</li> : null}
      <li>{texts.policy.band(formatPoints(band.low, language), formatPoints(band.high, language), band.below)}</li>
      <li>{texts.policy.open(formatShare(policy.open_share, language))}</li>
      <li>{texts.policy.statistics(policy.statistics.teams, policy.statistics.degrees_of_freedom)}</li>
    </ul>
  );
}

/** One row per block of measures, one column per level where something is not shown: how many units are shown of how many. No rows when all are. */
export function countHidden(context: Context): FigureTable {
  const { index, texts } = context;
  const blocks = [...groupBlocks(orderMeasures(index.release.measures)).values()].map((block) => ({
    name: block.map((measure) => titleMeasure(context, measure)).join(", "),
    measure: (block[0] as Measure).measure,
  }));
  const levels = levelsOf(context).filter(([, units]) =>
    blocks.some(({ measure }) => countUnits(context, units, measure).withheld > 0),
  );
  return {
    caption: texts.hidden.caption,
    columns: columnsOf([texts.columns.measure, ...levels.map(([level]) => texts.hidden.levels[level])], 1),
    rows:
      levels.length === 0
        ? []
        : blocks.map(({ name, measure }) => [
            name,
            ...levels.map(([, units]) => {
              const { shown, withheld } = countUnits(context, units, measure);
              return texts.hidden.ofAll(shown, shown + withheld);
            }),
          ]),
  };
}

/** Scales of one instrument are shown or withheld together. */
function groupBlocks(measures: readonly Measure[]): Map<string, Measure[]> {
  const blocks = new Map<string, Measure[]>();
  for (const measure of measures) {
    const key = measure.instrument ?? measure.measure;
    blocks.set(key, [...(blocks.get(key) ?? []), measure]);
  }
  return blocks;
}

function levelsOf(context: Context): [keyof Texts["hidden"]["levels"], readonly ReleaseUnit[]][] {
  const { rollUps, release, leaves } = context.index;
  const units = release.units.filter(({ members }) => members === undefined);
  return [
    ["organisation", units.filter((unit) => unit.parent === null)],
    ["department", units.filter((unit) => unit.parent !== null && !unit.leaf)],
    ["team", leaves],
    ["rest", rollUps],
  ];
}

function countUnits(context: Context, units: readonly ReleaseUnit[], measure: string) {
  const cells = units.map((unit) => context.index.cellOf(context.index.newest?.wave ?? "", unit.unit, measure));
  const count = (status: string) => cells.filter((cell) => cell?.status === status).length;
  return { shown: count("released"), withheld: count("withheld") };
}
