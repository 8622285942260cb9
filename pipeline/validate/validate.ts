/**
 * Judges what was loaded: every distinct answer once, every unit against the roster, every response id against the others,
 * and how responses were given. In: a LoadedExport. Out: a table with one row per response that counts, problems, and counts
 * that reconcile.
 */
import type { Inspection } from "../../schemas/inspection.ts";
import { type LoadedExport, nameAttributeTwice, nameTwice } from "../../schemas/loaded-export.ts";
import { fieldRules, type Problem } from "../../schemas/problem.ts";
import type { QualityCount } from "../../schemas/response-quality.ts";
import type { Database } from "../database.ts";
import { type Context, writeCounted, writeRoster } from "./context.ts";
import { type AcceptedProblem, countAccepted } from "./count-accepted.ts";
import { countQuality } from "./count-quality.ts";
import {
  countKnown,
  isUnknown,
  type JudgedAttribute,
  judgeAttributes,
  type KnownValues,
  type RecodedAttribute,
  recodeAttributes,
} from "./judge-attributes.ts";
import { type JudgedAnswer, type JudgedText, judgeExport } from "./judge-export.ts";
import { listProblems } from "./list-problems.ts";
import { keepVerdicts, type RecodedItem, recodeItems } from "./recode.ts";
import { writeJudgedResponses, writeLeftOut } from "./write-accepted.ts";
import { writeFaults } from "./write-faults.ts";

/**
 * `table` has one row per response that counts: unit, person (null or a keyed hash), a code per attribute and one number per
 * item, null where the answer or the value is missing.
 * records = loaded + rejected + excluded, always; records are responses, also in the long format.
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
  /** Responses left out without being wrong: tests, never submitted, and what scan.yaml says of fast and straight-lined ones. */
  excluded: number;
  /** Why responses are left out or in doubt, and why answers are missing. */
  quality: readonly QualityCount[];
  /** What was done with accepted problems: per rule the answers left blank in responses that count, or the responses dropped. */
  accepted: readonly AcceptedProblem[];
  /** Per attribute of people, in how many responses that count it has a value. */
  known: readonly KnownValues[];
}>;

/**
 * Validates an export. Loaded as numbers or labels, null means "there are problems: load it as text to say which and where".
 * Loaded as text, problems are returned with their places and what scan.yaml accepts is carried out.
 */
export async function validate(
  database: Database,
  loaded: LoadedExport,
  context: Context,
): Promise<ValidatedExport | null> {
  const judged = await judgeExport(database, loaded, writeCounted(context));
  const values = await judgeAttributes(database, loaded, writeCounted(context));
  if (loaded.as !== "text" && !(await isClean(database, loaded, judged, values, context))) return null;
  if (loaded.as !== "numbers") await keepVerdicts(database, loaded, judged);
  const items = recodeItems(loaded, judged);
  const attributes = await recodeAttributes(database, loaded, values);
  const found = { judged, items, values, attributes };
  const problems = loaded.as === "text" ? await explain(database, loaded, found, context) : [];
  await database.run(
    `create ${loaded.as === "numbers" ? "view" : "table"} ${loaded.table}_judged as ${writeJudgedResponses(loaded, items, attributes, context.responses, writeKept(loaded, context))}`,
    `recode the answers of ${loaded.inspection.file}`,
  );
  const table = `${loaded.table}_accepted`;
  await database.run(
    `create view ${table} as select * from ${loaded.table}_judged where not (${writeLeftOut(context.responses)})`,
    "leave out responses in doubt",
  );
  const { accepted, excluded, quality } = await countQuality(database, loaded, context);
  return {
    inspection: loaded.inspection,
    wave: context.wave,
    questionnaire: context.questionnaire,
    table,
    problems,
    records: loaded.responses,
    loaded: accepted,
    rejected: loaded.responses - accepted - excluded,
    excluded,
    quality,
    accepted: loaded.as === "text" ? await countAccepted(database, loaded, context) : [],
    known: await countKnown(database, loaded, table),
  };
}

/** True when nothing is wrong and every answer is what it says, so that no record has to be found. */
async function isClean(
  database: Database,
  loaded: LoadedExport,
  judged: readonly JudgedAnswer[],
  values: readonly JudgedAttribute[],
  context: Context,
): Promise<boolean> {
  const isSound = loaded.as === "numbers" ? isItself : breaksNoRule;
  if (!judged.every(({ texts }) => texts.every(isSound))) return false;
  if (values.some(({ texts }) => texts.some(isUnknown))) return false;
  const { table, columns, inspection } = loaded;
  const twice = columns.answers.flatMap((_, index) => nameTwice(columns, index) ?? []);
  const conflicts = values.flatMap(({ index }) => nameAttributeTwice(columns, index) ?? []);
  const nameless = columns.long === null ? [] : ["response is null"];
  const flags = ["unknown_status", "unknown_key", "conflicting_units", ...nameless, ...twice, ...conflicts];
  const [counts] = await database.rows(
    `with counted as (select * from ${table} where ${writeCounted(context)})
     select (count(*) - (select count(*) from counted semi join ${writeRoster(context)} using (unit)))::integer as strays,
            (count(response) - count(distinct response))::integer as doubles,
            (count(*) filter (where ${flags.join(" or ")}))::integer as flagged
     from counted`,
    `count the responses of ${inspection.file}`,
  );
  return Number(counts?.["strays"]) + Number(counts?.["doubles"]) + Number(counts?.["flagged"]) === 0;
}

/** A number that stands for itself: not for "no opinion", and not for another number as a label of one's own can. */
const isItself = ({ text, verdict }: JudgedText): boolean =>
  verdict !== null && "value" in verdict && Number(verdict.value) === Number(text);

const breaksNoRule = ({ verdict }: JudgedText): boolean => verdict === null || !("rule" in verdict);

/** Everything that was judged, and how it is read. */
type Found = Readonly<{
  judged: readonly JudgedAnswer[];
  items: readonly RecodedItem[];
  values: readonly JudgedAttribute[];
  attributes: readonly RecodedAttribute[];
}>;

async function explain(database: Database, loaded: LoadedExport, found: Found, context: Context): Promise<Problem[]> {
  const faults = `${loaded.table}_faults`;
  await database.run(
    `create table ${faults} as ${writeFaults(loaded, found.items, found.attributes, context)}`,
    `find the problems of ${loaded.inspection.file}`,
  );
  return listProblems(database, loaded, found, faults, context);
}

/** Rows that are kept: counted and, as text, without a fault but those that scan.yaml leaves blank. */
function writeKept(loaded: LoadedExport, context: Context): string {
  const counted = writeCounted(context);
  if (loaded.as !== "text") return counted;
  const missing = fieldRules.filter((rule) => context.accept[rule] === "missing").map((rule) => `'${rule}'`);
  const rejecting = missing.length > 0 ? `where rule not in (${missing.join(", ")})` : "";
  return `${counted} and record not in (select record from ${loaded.table}_faults ${rejecting})`;
}
