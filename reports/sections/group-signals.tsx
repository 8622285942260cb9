/** Departments and segments with a signal, as groups in the order of the release. In: a context; out: JSX. */
import type { Assessment, GroupAssessment } from "../../schemas/release.ts";
import { type Context, nameUnit } from "../context.ts";
import { columnsOf } from "../figures/figure.ts";
import { formatNumber, formatProbability } from "../formats.ts";
import { ShowTable } from "./show-figure.tsx";

/** Kinds of groups of which some were assessed in the newest wave; empty without any. */
export const listGroupKinds = ({ index }: Context): GroupAssessment[] =>
  (index.release.group_assessments ?? []).filter(
    ({ wave, assessments }) => wave === index.newest?.wave && assessments.length > 0,
  );

export function GroupSignals({ context }: { context: Context }) {
  const { columns } = context.texts;
  const { groups } = context.texts.signals;
  const rows = listGroupKinds(context).flatMap(({ assessments }) =>
    assessments.flatMap((one) => (one.level === "elevated" || one.level === "watch" ? [writeRow(context, one)] : [])),
  );
  const titles = [columns.unit, groups.attribute, groups.group, columns.label, columns.sure, columns.respondents];
  return (
    <>
      <p>{groups.intro}</p>
      {rows.length === 0 ? (
        <p>{groups.none}</p>
      ) : (
        <ShowTable table={{ caption: groups.title, columns: columnsOf(titles, 4), rows }} label={groups.title} />
      )}
    </>
  );
}

function writeRow(context: Context, { wave, unit, segment, level, signals }: Assessment): string[] {
  const { index, language, texts } = context;
  const known = index.unitOf(unit);
  const attribute = index.release.attributes.find((one) => one.attribute === segment?.attribute);
  const value = attribute?.values.find((one) => one.value === segment?.value);
  const [signal] = signals;
  const cell = index.release.cells.find(
    (one) =>
      one.wave === wave &&
      one.unit === unit &&
      one.measure === signal?.measure &&
      one.segment?.attribute === segment?.attribute &&
      one.segment?.value === segment?.value,
  );
  return [
    known === undefined ? unit : nameUnit(context, known),
    attribute?.title[language] ?? "",
    value?.title[language] ?? texts.signals.groups.everyone,
    texts.levels[level],
    signal === undefined ? "" : formatProbability(signal.probability, language),
    cell?.status === "released" ? formatNumber(cell.respondents, 0, language) : "",
  ];
}
