/** Departments and segments with a signal, as groups in the order of the release. In: a context; out: JSX. */
import type { Assessment, GroupAssessment, NotAssessed as Reason } from "../../schemas/release.ts";
import { type Context, nameUnit } from "../context.ts";
import { columnsOf } from "../figures/figure.ts";
import { formatNumber, formatProbability, joinWords } from "../formats.ts";
import { ShowTable } from "./show-figure.tsx";

/** Kinds of groups of the newest wave: those of which some were assessed, and those that could not be. */
const listKinds = ({ index }: Context): GroupAssessment[] =>
  (index.release.group_assessments ?? []).filter(({ wave }) => wave === index.newest?.wave);

const isAssessed = ({ assessments }: GroupAssessment): boolean => assessments.length > 0;

/** Kinds of groups of which some were assessed in the newest wave; empty without any. */
export const listAssessedKinds = (context: Context): GroupAssessment[] => listKinds(context).filter(isAssessed);

/** True when there is something to say about groups. */
export const hasGroups = (context: Context): boolean =>
  listKinds(context).some((kind) => isAssessed(kind) || findReason(kind) !== null);

export function GroupSignals({ context }: { context: Context }) {
  const { columns } = context.texts;
  const { groups } = context.texts.signals;
  const kinds = listAssessedKinds(context);
  const rows = kinds.flatMap(({ assessments }) =>
    assessments.flatMap((one) => (one.level === "elevated" || one.level === "watch" ? [writeRow(context, one)] : [])),
  );
  const reasons = stateNotAssessed(context);
  const titles = [columns.unit, groups.attribute, groups.group, columns.label, columns.sure, columns.respondents];
  return (
    <>
      <p>{groups.intro}</p>
      {kinds.length > 0 && rows.length === 0 ? <p>{groups.none}</p> : null}
      {rows.length === 0 ? null : (
        <ShowTable table={{ caption: groups.title, columns: columnsOf(titles, 4), rows }} label={groups.title} />
      )}
      {reasons.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {reasons.length === 0 ? null : <p>{groups.noSignal}</p>}
    </>
  );
}

/** Of the primary indicator; null when the kind was assessed. */
function findReason({ models: [model], assessments }: GroupAssessment): Reason | null {
  return assessments.length === 0 && model?.status === "not_assessed" ? model.reason : null;
}

/** One sentence per reason, with the kinds of groups it holds for in the order of the release. */
function stateNotAssessed(context: Context): string[] {
  const { and, signals } = context.texts;
  const named = new Map<Reason, string[]>();
  for (const kind of listKinds(context)) {
    const reason = findReason(kind);
    if (reason !== null) named.set(reason, [...(named.get(reason) ?? []), nameKind(context, kind)]);
  }
  return [...named].map(([reason, kinds]) => signals.groups.notAssessed[reason](joinWords([...new Set(kinds)], and)));
}

function nameKind({ index, language, texts }: Context, { attribute, level }: GroupAssessment): string {
  const { kinds } = texts.signals.groups;
  const title = index.release.attributes.find((one) => one.attribute === attribute)?.title[language];
  if (title === undefined) return level === null || level === 1 ? kinds.departments : kinds.lower;
  if (level === null) return kinds.perTeam(title);
  if (level === 0) return kinds.organisation(title);
  return level === 1 ? kinds.perDepartment(title) : kinds.perLower(title);
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
