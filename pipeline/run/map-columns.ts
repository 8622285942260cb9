/**
 * Decides which columns of an export are used for what: as scan.yaml says, else as the tool is known to write them.
 * In: a plan, a questionnaire and an inspected export. Out: MappedColumns; throws a UserError where a decision is missing.
 */
import type { Column, ColumnRole, Inspection } from "../../schemas/inspection.ts";
import type { Instrument, Item } from "../../schemas/instrument.ts";
import type { MappedAnswer, MappedAttribute, MappedColumns } from "../../schemas/loaded-export.ts";
import type { ColumnName, Questionnaire, Scan } from "../../schemas/scan.ts";
import { findResponseSet, readLabels } from "../answers/list-response-sets.ts";
import { normaliseLabel } from "../answers/normalise-label.ts";
import { findProfile } from "../profiles/find-profile.ts";
import type { RosterAttribute } from "../read-roster/read-values.ts";
import type { Plan } from "../read-scan.ts";
import { listNames, UserError } from "../user-error.ts";
import { findColumn, hasColumn } from "./find-column.ts";

/** The roles a column may have by itself, where scan.yaml says nothing. */
type Role = ColumnRole & keyof Questionnaire["columns"];

export function mapColumns(
  { scan, instruments }: Pick<Plan, "scan" | "instruments">,
  questionnaire: string,
  inspection: Inspection,
  attributes: Inspection | null,
): MappedColumns {
  const own = scan.questionnaires[questionnaire] as Questionnaire;
  const { columns } = own;
  const find = (role: Role) => findRole(inspection, role, columns[role]);
  const unit = findColumn(attributes ?? inspection, columns.unit, "unit");
  const long = mapLong(inspection, columns);
  const used = own.instruments.flatMap((id) => instruments.get(id) ?? []);
  const duration = find("duration");
  const status = find("status");
  if (status !== null) refuseUnknownStatuses(inspection);
  const answers = used.flatMap((instrument) =>
    instrument.items.map((item) => mapAnswer(inspection, own, instrument, item, long !== null)),
  );
  refuseSharedColumns(inspection, answers);
  const mapped = mapAttributes(scan, own, inspection, attributes);
  refuseAnswersAsAttributes(inspection, answers, mapped);
  return {
    unit,
    key: mapKey(inspection, attributes, columns.key),
    response: find("response"),
    submitted: find("submitted"),
    finished: find("finished"),
    status,
    duration,
    ...(duration === null ? mapTimes(inspection, find("started"), find("ended")) : { started: null, ended: null }),
    long,
    answers,
    attributes: mapped,
  };
}

/** The attributes of the questionnaire, in the order of scan.yaml; a column that the attributes file has is taken from there. */
function mapAttributes(
  { attributes: definitions }: Scan,
  { columns, missing }: Questionnaire,
  inspection: Inspection,
  attributes: Inspection | null,
): MappedAttribute[] {
  return Object.entries(definitions).flatMap(([attribute, definition]) => {
    const wanted = columns.attributes[attribute];
    if (wanted === undefined) return [];
    const joined = attributes !== null && hasColumn(attributes, wanted);
    const column = findColumn(joined ? attributes : inspection, wanted, "attribute");
    return [{ attribute, definition, column, joined, missing }];
  });
}

/** The attributes of units, in the order of scan.yaml. */
export const mapRosterAttributes = ({ scan }: Pick<Plan, "scan">, roster: Inspection): RosterAttribute[] =>
  Object.entries(scan.attributes).flatMap(([attribute, definition]) =>
    definition.from === "roster" && definition.column !== undefined
      ? [{ attribute, definition, column: findColumn(roster, definition.column, "attribute") }]
      : [],
  );

/** An answer is read as a number, and tells a person apart in another way than an attribute may. */
function refuseAnswersAsAttributes(
  { file }: Inspection,
  answers: readonly MappedAnswer[],
  attributes: readonly MappedAttribute[],
): void {
  for (const { attribute, column, joined } of attributes) {
    const answer = answers.find(({ columns }) => columns.some(({ position }) => position === column.position));
    if (!joined && answer !== undefined)
      throw new UserError(
        `${file}: column ${JSON.stringify(column.name)} can't be attribute ${attribute}, because it holds the answers to ${answer.item}.`,
      );
  }
}

/** Roles that decide which responses count: of two columns the analyst chooses. */
const decisive: readonly Role[] = ["response", "submitted", "finished", "status"];

/** The column that scan.yaml names, none when it says false, else the one column that the tool uses for it. */
function findRole(inspection: Inspection, role: Role, given: ColumnName | false | undefined): Column | null {
  if (given === false) return null;
  if (given !== undefined) return findColumn(inspection, given);
  const [known, ...more] = inspection.columns.filter((column) => column.role === role);
  if (more.length > 0 && decisive.includes(role))
    throw new UserError(
      `${inspection.file}: has more than one column that may be its ${role}: ` +
        `${listNames([known, ...more].flatMap((column) => column?.name ?? []))}. Name one in scan.yaml (columns: { ${role}: … }), or false for none.`,
    );
  return more.length > 0 ? null : (known ?? null);
}

/** What a status says is known of tools only; without that nothing would be left out, and nobody would be told. */
function refuseUnknownStatuses({ file, profile }: Inspection): void {
  if (findProfile(profile).status === undefined)
    throw new UserError(
      `${file}: can't use columns: { status: … }: it is not known what its values mean. Remove the tests from the file, or name the tool (format: { profile: … }).`,
    );
}

/** One column can't hold the answers to two items; a column has a name, a text and a position. */
function refuseSharedColumns({ file }: Inspection, answers: readonly MappedAnswer[]): void {
  const owners = new Map<number, string>();
  for (const { item, columns } of answers)
    for (const { position, name } of columns) {
      const other = owners.get(position);
      if (other !== undefined && other !== item)
        throw new UserError(
          `${file}: column ${JSON.stringify(name)} must be of one item, but ${other} and ${item} both name it.`,
        );
      owners.set(position, item);
    }
}

function mapKey(inspection: Inspection, attributes: Inspection | null, key: ColumnName | undefined) {
  if (attributes === null && key === undefined) return null;
  if (attributes === null || key === undefined)
    throw new UserError(
      key === undefined
        ? `${inspection.file}: has attributes in another file, so the questionnaire must name the column that joins them (columns: { key: … }).`
        : `${inspection.file}: has a key, so the wave must name the file with its attributes (exports: { …: { file: …, attributes: … } }).`,
    );
  return { own: findColumn(inspection, key, "key"), attributes: findColumn(attributes, key, "key") };
}

/** Times tell how long a response took, but only when day and month can be told apart. */
function mapTimes(inspection: Inspection, started: Column | null, ended: Column | null) {
  if (started === null || ended === null) return { started: null, ended: null };
  if (inspection.dates === null)
    throw new UserError(
      `${inspection.file}: can't tell day from month in ${JSON.stringify(started.name)} and ${JSON.stringify(ended.name)}. ` +
        "Say in scan.yaml which comes first (format: { dates: day_first } or month_first), or leave the times unused (columns: { started: false }).",
    );
  return { started, ended };
}

function mapLong(inspection: Inspection, { question, answer }: Questionnaire["columns"]): MappedColumns["long"] {
  if (inspection.profile !== "long" && question === undefined) return null;
  const found = {
    question: findRole(inspection, "question", question),
    answer: findRole(inspection, "answer", answer),
  };
  if (found.question === null || found.answer === null)
    throw new UserError(
      `${inspection.file}: has one record per answer, so scan.yaml must name the columns with the question and the answer ` +
        "(columns: { question: …, answer: … }).",
    );
  return { question: found.question, answer: found.answer };
}

function mapAnswer(
  inspection: Inspection,
  own: Questionnaire,
  instrument: Instrument,
  { item, response_set }: Item,
  isLong: boolean,
): MappedAnswer {
  const { minimum, maximum, decimals } = instrument.answers;
  const given = own.columns.answers[item] as ColumnName | ColumnName[];
  const questions = [given].flat().filter((text) => typeof text === "string");
  if (isLong && questions.length < [given].flat().length)
    throw new UserError(
      `${inspection.file}: has one record per answer, so item ${item} must be a text of the question column, or a list of texts.`,
    );
  return {
    item,
    instrument: instrument.instrument,
    columns: isLong ? [] : [given].flat().map((name) => findColumn(inspection, name)),
    questions: isLong ? questions : [],
    minimum,
    maximum,
    decimals,
    labels: findLabels(own, instrument, item, response_set),
    missing: own.missing,
  };
}

/** The labels that scan.yaml gives the item, else its instrument; else those of the item's response set, else of the instrument's. */
function findLabels(
  { labels }: Questionnaire,
  { instrument, answers }: Instrument,
  item: string,
  responseSet: string | undefined,
): ReadonlyMap<string, number> | null {
  const given = labels[item] ?? labels[instrument] ?? responseSet ?? answers.response_set;
  if (given === undefined) return null;
  if (typeof given !== "string")
    return new Map(Object.entries(given).map(([label, value]) => [normaliseLabel(label), value]));
  const set = findResponseSet(given);
  return set && readLabels(set, answers.minimum, answers.maximum);
}
