/** Writes one questionnaire of scan.yaml. In: a proposal. Out: its lines. */
import type { Column, ColumnRole, Delimiter, Inspection } from "../../schemas/inspection.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { findSet, listSharedSets } from "./fit-answers.ts";
import { type InstrumentMatch, type ItemMatch, listColumns } from "./instrument-match.ts";
import { nameColumn, showColumn } from "./name-column.ts";
import { isLong, type Questionnaire } from "./propose-questionnaires.ts";
import type { FileGroup } from "./sort-files.ts";
import { wordContent } from "./word-content.ts";
import { findSharedFormat, writeFormat } from "./write-format.ts";
import { ask, indent, listChoices, listSome, nest, quoteShort, remark, write, type YamlLine } from "./yaml-lines.ts";

/** `earlier`: the questionnaires above it, for an instrument may be in one only. */
export function writeQuestionnaire(
  questionnaire: Questionnaire,
  instruments: readonly Instrument[],
  earlier: readonly Questionnaire[],
): YamlLine[] {
  const { code, group, matches } = questionnaire;
  return [
    ...group.files.map((file) => remark(wordFile(file))),
    write(`${code}:`),
    ...indent([
      writeTitle(code),
      writeInstruments(matches, instruments, earlier),
      ...writeFormat(findSharedFormat(group.files)),
      ...writeColumns(questionnaire),
      ...nest("labels:", matches.flatMap(writeLabels)),
      write("missing: []", 'answers that mean "no opinion" or "does not apply", such as "-1"'),
      ...writeDropped(questionnaire),
      ...writeUnused(questionnaire),
    ]),
  ];
}

/** A code that is only the English word for it gets the word of each language: a Dutch report would show the code. */
function writeTitle(code: string): YamlLine {
  const generic = code.match(/^questionnaire(?:_(\d+))?$/);
  if (generic === null) return remark(`title: { nl: "", en: "" }  # its name in reports, instead of ${code}`);
  const behind = generic[1] === undefined ? "" : ` ${generic[1]}`;
  return write(`title: { nl: "Vragenlijst${behind}", en: "Questionnaire${behind}" }`, "in reports");
}

/** What was recognised of a file. */
function wordFile({ file, profile, encoding, byte_order_mark, delimiter, header_rows, sheet }: Inspection): string {
  const text = `${encoding}${byte_order_mark ? " with byte order mark" : ""}, cells separated by ${delimiterNames[delimiter]}`;
  const dialect = sheet === null ? text : `sheet ${quoteShort(sheet)}`;
  return `${quoteShort(file)}: ${profile}, ${dialect}, ${header_rows} header row${header_rows === 1 ? "" : "s"}`;
}

const delimiterNames: Readonly<Record<Delimiter, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };

function writeInstruments(
  matches: readonly InstrumentMatch[],
  instruments: readonly Instrument[],
  earlier: readonly Questionnaire[],
): YamlLine {
  const ids = matches.map(({ instrument }) => instrument.instrument);
  const known = instruments.map(({ instrument }) => instrument);
  const twice = earlier.find((one) => one.matches.some(({ instrument }) => ids.includes(instrument.instrument)));
  if (ids.length === 0)
    return ask("instruments: []", `which does it hold: ${listChoices([...known, "one of your own, named above"])}?`);
  return ask(
    `instruments: [${ids.join(", ")}]`,
    twice === undefined
      ? null
      : `an instrument can be in one questionnaire only; for a later wave of ${twice.code}, name its columns alike and run init again`,
  );
}

function writeColumns(questionnaire: Questionnaire): YamlLine[] {
  const { group, unit, attributes } = questionnaire;
  const unitColumns = (attributes?.group ?? group).columns;
  return nest("columns:", [
    ask(`unit: ${unit.column === null ? '""' : nameColumn(unit.column, unitColumns)}`, unit.question),
    ...(attributes === null
      ? []
      : [
          remark("Joins each response to its unit in the attributes file, and is dropped then."),
          ask(`key: ${nameColumn(attributes.key, attributes.group.columns)}`, attributes.question),
        ]),
    ...writeRoles(group),
    ...writeAnswers(questionnaire),
  ]);
}

const uses: Partial<Record<ColumnRole, string>> = {
  response: "the id of a response",
  submitted: "blank when never submitted",
  finished: "whether it was finished",
  status: "whether it is a test",
  started: "when it began",
  ended: "when it ended",
  duration: "the seconds it took",
  question: "the question",
  answer: "the answer",
};

function writeRoles({ columns, files }: FileGroup): YamlLine[] {
  const known = new Set(columns.flatMap(({ role }) => (role !== null && role in uses ? [role] : [])));
  const lines = [...known].flatMap((role) => writeRole(role, columns));
  const profile = files[0]?.profile ?? "plain";
  if (lines.length > 0)
    return [remark(`Known from ${profile}; name another column, or false, to change that:`), ...lines];
  return [remark('response: ""  # the id of a response, if there is one: an id that occurs twice is then a problem')];
}

/** A role that two columns have is used for neither; the long format can't do without and asks, below. */
function writeRole(role: ColumnRole, columns: readonly Column[]): YamlLine[] {
  const found = columns.filter((column) => column.role === role);
  const [only, ...others] = found.map(({ name }) => quoteShort(name));
  if (others.length === 0) return [remark(`  ${role}: ${only}, ${uses[role]}`)];
  if (isNeeded(role)) return [];
  const names = listSome(found.map((column) => showColumn(column, columns)));
  return [remark(`  ${role}: none, until it is named: ${names}`)];
}

/** What a file with one row per answer can't do without. */
const needed = ["question", "answer"] as const;
const isNeeded = (role: ColumnRole) => needed.some((one) => one === role);

function writeAnswers({ group, matches }: Questionnaire): YamlLine[] {
  const lines = matches.flatMap(({ items }) => items.map((match) => writeItem(match, group.columns)));
  if (lines.length > 0) return [remark("Item code: column name."), ...nest("answers:", lines)];
  if (isLong(group))
    return [...writeLongColumns(group), ask("answers: {}", "item code: the text in the question column")];
  return [ask("answers: {}", "item code: column name, for every item of the instruments")];
}

function writeLongColumns({ columns }: FileGroup): YamlLine[] {
  return needed.flatMap((role) => {
    const found = columns.filter((column) => column.role === role).map((column) => showColumn(column, columns));
    if (found.length === 1) return [];
    const choices = found.length === 0 ? "" : `: ${listSome(found)}`;
    return [ask(`${role}: ""`, `which column holds ${uses[role]}${choices}?`)];
  });
}

/** The text that a tool writes below a code stands behind it: who decides need not open the export. */
function writeItem({ item, columns, question }: ItemMatch, all: readonly Column[]): YamlLine {
  const [name, ...more] = columns.map((column) => nameColumn(column, all));
  if (name === undefined) return ask(`${item.item}: ""`, question);
  const line = `${item.item}: ${more.length === 0 ? name : `[${[name, ...more].join(", ")}]`}`;
  const asks = columns.flatMap(({ text, name: code }) => (text === null || text === code ? [] : [quoteShort(text)]));
  if (question === null) return write(line, asks.length === 0 ? null : listSome(asks));
  return ask(line, asks.length === 0 ? question : `${question.replace(/[^.?]$/, "$&.")} It asks ${listSome(asks)}`);
}

/** Response sets are named for the whole instrument, or item by item where its items have different ones. */
function writeLabels(match: InstrumentMatch): YamlLine[] {
  const { instrument, items } = match;
  const sets = new Set(items.map(({ item }) => findSet(item, instrument)));
  if (sets.size === 1) return writeSet(instrument.instrument, listColumns(match), [...sets][0]);
  return items.flatMap(({ item, columns }) => writeSet(item.item, columns, findSet(item, instrument)));
}

/** A response set only has to be named when the instrument does not name it. */
function writeSet(name: string, all: readonly Column[], known: string | undefined): YamlLine[] {
  const columns = all.filter(({ content }) => content.kind === "labels");
  const sets = listSharedSets(columns);
  if (columns.length === 0 || sets.includes(known ?? "")) return [];
  const [first, ...others] = sets;
  if (first === undefined) return [ask(`${name}: ""`, "which response set do its labels come from?")];
  const also = others.length === 0 ? "" : `, or ${listChoices(others)}`;
  return [ask(`${name}: ${first}`, `do its labels stand for ${first}${also}? See the numbers it gives them`)];
}

function writeDropped({ group, unit, attributes }: Questionnaire): YamlLine[] {
  const columns = [...group.columns, ...(attributes?.group.columns ?? [])];
  const key = attributes?.key.name.trim();
  const dropped = columns.filter(
    (column) => column.identifier !== null && column !== unit.column && column.name.trim() !== key,
  );
  if (dropped.length === 0) return [];
  const lines = shorten(dropped, ({ name, identifier }) => `  ${quoteShort(name)}: ${identifier}`);
  return [remark("Never loaded, since they identify a person:"), ...lines];
}

function writeUnused({ group, matches, unit, attributes }: Questionnaire): YamlLine[] {
  const used = [...matches.flatMap(listColumns), ...(unit.column === null ? [] : [unit.column])];
  const key = attributes?.key.name.trim();
  const unused = group.columns.filter(
    (column) =>
      column.role === null &&
      column.identifier === null &&
      !used.includes(column) &&
      column.name.trim() !== key &&
      !isTrailing(column),
  );
  if (unused.length === 0) return [];
  return [
    remark("Not used:"),
    ...shorten(unused, (column) => `  ${showColumn(column, group.columns)}: ${wordContent(column.content)}`),
  ];
}

/** What separators at the ends of lines make. */
const isTrailing = ({ name, content }: Column) => name === "" && content.kind === "empty";

const shownColumns = 40;

function shorten(columns: readonly Column[], word: (column: Column) => string): YamlLine[] {
  const more = columns.length - shownColumns;
  const lines = columns.slice(0, shownColumns).map((column) => remark(word(column)));
  return more > 0 ? [...lines, remark(`  and ${more} more; \`vitascan inspect\` lists them all`)] : lines;
}
