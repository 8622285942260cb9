/**
 * Judges what was loaded: every distinct answer once, every unit against the roster, every response id against the others.
 * In: a LoadedExport. Out: a table with one row per accepted response, the problems found, and counts that reconcile.
 */
import type { Inspection } from "../../schemas/inspection.ts";
import type { LoadedExport, MappedAnswer } from "../../schemas/loaded-export.ts";
import { fieldRules, type Problem, type Rule } from "../../schemas/problem.ts";
import type { Acceptance } from "../../schemas/scan.ts";
import { findPlaces } from "../csv/find-places.ts";
import { keptDecimals } from "../csv/kept-decimals.ts";
import { type Database, quoteName } from "../database.ts";
import { describeScale, makeJudge } from "./judge-answer.ts";

/** Where the export belongs and what the analyst accepts. `waveIndex` chooses the wave's tree in the table `units`. */
export type Context = Readonly<{ wave: string; waveIndex: number; questionnaire: string; accept: Acceptance }>;

const rosterOf = ({ waveIndex }: Context) => `(select unit from units where wave = ${waveIndex}) as roster`;

/**
 * `table` has one row per response that counts: unit and one DECIMAL column per item, null where the answer is missing.
 * records = loaded + rejected + excluded, always.
 */
export type ValidatedExport = Readonly<{
  inspection: Inspection;
  wave: string;
  questionnaire: string;
  table: string;
  problems: readonly Problem[];
  records: number;
  loaded: number;
  rejected: number;
  /** Responses that were never submitted. */
  excluded: number;
  /** Blank answers among the loaded responses. */
  blanks: number;
}>;

/**
 * Validates an export. Loaded as numbers, null means "there are problems: load it as text to say which and where".
 * Loaded as text, problems are returned with their places and what scan.yaml accepts is carried out.
 */
export async function validate(
  database: Database,
  loaded: LoadedExport,
  context: Context,
): Promise<ValidatedExport | null> {
  return loaded.as === "numbers" ? passClean(database, loaded, context) : explain(database, loaded, context);
}

async function passClean(database: Database, loaded: LoadedExport, context: Context): Promise<ValidatedExport | null> {
  const { table, inspection, columns } = loaded;
  const values = await readDistinct(database, loaded);
  if (columns.answers.some((answer) => judgeValues(answer, values, ".").some((one) => "rule" in one.verdict)))
    return null;
  const [counts] = await database.rows(writeCounts(loaded, context), `count the responses of ${inspection.file}`);
  if (Number(counts?.["strays"]) + Number(counts?.["doubles"]) > 0) return null;
  const accepted = `${table}_accepted`;
  await database.run(
    `create view ${accepted} as select * from ${table} where submitted`,
    "set partial responses aside",
  );
  const submitted = Number(counts?.["submitted"]);
  return {
    inspection,
    wave: context.wave,
    questionnaire: context.questionnaire,
    table: accepted,
    problems: [],
    records: inspection.records,
    loaded: submitted,
    rejected: 0,
    excluded: inspection.records - submitted,
    blanks: values.filter((row) => row.text === null).reduce((sum, row) => sum + row.count, 0),
  };
}

type DistinctValue = Readonly<{ item: string; text: string | null; count: number }>;

/**
 * One row per item and distinct answer among submitted responses. A continuous item gives three: its two extremes and an
 * answer with too many decimals.
 */
async function readDistinct(
  database: Database,
  { table, columns, as, inspection }: LoadedExport,
): Promise<DistinctValue[]> {
  const queries = columns.answers.map(({ item, decimals }) => {
    const name = quoteName(item);
    return as === "numbers" && decimals > 0
      ? `select '${item}' as item, unnest([min(${name}), max(${name}), min(${name}) filter (where ${name} <> round(${name}, ${decimals}))])::varchar as text, 1 as count from ${table} where submitted
         union all select '${item}', null, count(*)::integer from ${table} where submitted and ${name} is null`
      : `select '${item}' as item, ${name}::varchar as text, count(*)::integer as count from ${table} where submitted group by ${name}`;
  });
  const rows = await database.rows(queries.join(" union all "), `list the answers of ${inspection.file}`);
  return rows as unknown as DistinctValue[];
}

function judgeValues(answer: MappedAnswer, values: readonly DistinctValue[], decimal: "." | ",") {
  const judge = makeJudge(answer, decimal);
  return values.flatMap(({ item, text, count }) =>
    item === answer.item && text !== null && text.trim() !== "" ? [{ text, count, verdict: judge(text) }] : [],
  );
}

function writeCounts({ table, columns }: LoadedExport, context: Context): string {
  const doubles = columns.response ? "count(response) - count(distinct response)" : "0";
  return `select count(*)::integer as submitted,
    (count(*) - (select count(*) from ${table} semi join ${rosterOf(context)} using (unit) where submitted))::integer as strays,
    (${doubles})::integer as doubles
    from ${table} where submitted`;
}

async function explain(database: Database, loaded: LoadedExport, context: Context): Promise<ValidatedExport> {
  const { table, inspection, columns } = loaded;
  const faults = `${table}_faults`;
  const verdicts = `${table}_verdicts`;
  const values = await readDistinct(database, loaded);
  await database.run(
    `create table ${verdicts} (item varchar, text varchar, value varchar, rule varchar)`,
    "keep verdicts",
  );
  await database.append(
    verdicts,
    columns.answers.flatMap((answer) =>
      judgeValues(answer, values, inspection.decimal).map(({ text, verdict }) =>
        "rule" in verdict ? [answer.item, text, null, verdict.rule] : [answer.item, text, verdict.value, null],
      ),
    ),
  );
  await database.run(writeFaults(loaded, context, faults, verdicts), `find the problems of ${inspection.file}`);
  const problems = await listProblems(database, loaded, context, faults);
  await database.run(writeAccepted(loaded, context, faults, verdicts), `recode the answers of ${inspection.file}`);
  const [counts] = await database.rows(
    `select (select count(*) from ${table} where not submitted)::integer as excluded,
            (select count(*) from ${table}_accepted)::integer as loaded,
            (select ${columns.answers.map(({ item }) => `count(*) - count(${quoteName(item)})`).join(" + ")} from ${table}_accepted)::integer as gaps,
            (select count(*) from ${faults} semi join ${table}_accepted using (record))::integer as blanked`,
    `count the responses of ${inspection.file}`,
  );
  const [excluded, accepted] = [Number(counts?.["excluded"]), Number(counts?.["loaded"])];
  return {
    inspection,
    wave: context.wave,
    questionnaire: context.questionnaire,
    table: `${table}_accepted`,
    problems,
    records: inspection.records,
    loaded: accepted,
    rejected: inspection.records - accepted - excluded,
    excluded,
    blanks: Number(counts?.["gaps"]) - Number(counts?.["blanked"]),
  };
}

/** One row per fault: record, column (item, or the mapped column's role) and rule. */
function writeFaults({ table, columns }: LoadedExport, context: Context, faults: string, verdicts: string): string {
  const answers = columns.answers.map(
    ({
      item,
    }) => `select response.record, '${item}' as place, verdict.rule from ${table} as response join ${verdicts} as verdict
      on verdict.item = '${item}' and verdict.text = response.${quoteName(item)}
      where response.submitted and verdict.rule is not null`,
  );
  const doubles = columns.response
    ? [
        `select record, 'response', 'duplicate_response' from ${table}
        where submitted and response is not null
        qualify row_number() over (partition by response order by record in (select record from others), record) > 1`,
      ]
    : [];
  const units = [
    `select record, 'unit' as place, 'missing_unit' as rule from ${table} where submitted and coalesce(unit, '') = ''`,
    `select record, 'unit', 'unknown_unit' from ${table} anti join ${rosterOf(context)} using (unit) where submitted and unit <> ''`,
  ];
  const others = [...units, ...answers].join(" union all ");
  const harmless = fieldRules.filter((rule) => context.accept[rule] === "missing").map((rule) => `'${rule}'`);
  return `create table ${faults} as with every as (${others}),
    others as (select record from every ${harmless.length > 0 ? `where rule not in (${harmless.join(", ")})` : ""})
    ${["select record, place, rule from every", ...doubles].join(" union all ")}`;
}

const expectations: Record<Exclude<Rule, "answer_not_a_number" | "answer_out_of_scale">, string> = {
  duplicate_response: "an id that occurs once",
  missing_unit: "the code of a unit",
  unknown_unit: "the code of a unit of the roster",
};

async function listProblems(
  database: Database,
  loaded: LoadedExport,
  context: Context,
  faults: string,
): Promise<Problem[]> {
  const rows = await database.rows(
    `select place, rule, count(*)::integer as count, list_sort(min(record, 5))::varchar as records
     from ${faults} group by place, rule order by rule, place`,
    `list the problems of ${loaded.inspection.file}`,
  );
  const found = rows.map((row) => ({
    place: String(row["place"]),
    rule: row["rule"] as Rule,
    count: Number(row["count"]),
    records: JSON.parse(String(row["records"])) as number[],
  }));
  const lines = findPlaces(
    loaded.inspection,
    found.flatMap(({ records }) => records),
  );
  return found.map(({ place, rule, count, records }) => {
    const answer = loaded.columns.answers.find(({ item }) => item === place);
    const column = answer?.column ?? (place === "unit" ? loaded.columns.unit : loaded.columns.response);
    return {
      rule,
      file: loaded.inspection.file,
      wave: context.wave,
      questionnaire: context.questionnaire,
      count,
      places: records.map((record) => ({ record, line: lines.get(record) ?? null, column: column?.name ?? null })),
      expected: answer ? describeScale(answer) : expectations[rule as keyof typeof expectations],
      accepted: context.accept[rule] ?? null,
    };
  });
}

/** Carries out what scan.yaml accepts: `reject` drops the record, `missing` leaves the answer blank. */
function writeAccepted(
  { table, columns }: LoadedExport,
  { accept }: Context,
  faults: string,
  verdicts: string,
): string {
  const missing = fieldRules.filter((rule) => accept[rule] === "missing");
  const kept = missing.length > 0 ? `where rule not in (${missing.map((rule) => `'${rule}'`).join(", ")})` : "";
  const recoded = columns.answers.map(({ item, decimals }) => {
    const text = `response.${quoteName(item)}`;
    const kind = `decimal(18, ${keptDecimals(decimals)}) as ${quoteName(item)}`;
    const own = `from ${verdicts} where item = '${item}'`;
    // A map is read through from its start: quick for a closed scale, slow for a continuous one.
    return decimals === 0
      ? { value: `(select map(list(text), list(value)) ${own})[${text}]::${kind}`, join: "" }
      : {
          value: `verdict_${item}.value::${kind}`,
          join: `left join (select text, value ${own}) as verdict_${item} on verdict_${item}.text = ${text}`,
        };
  });
  return `create table ${table}_accepted as
    select record, unit, ${recoded.map(({ value }) => value).join(", ")}
    from ${table} as response ${recoded.map(({ join }) => join).join(" ")}
    where submitted and record not in (select record from ${faults} ${kept})`;
}
