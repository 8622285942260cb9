/**
 * Reads a YAML file under a schema. In: a path and a zod schema. Out: the value, the text, and a way to word a problem with
 * the line and column it is about. Everything that is wrong is reported together.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { ZodObject, type z } from "zod";
import { listNames, UserError } from "./user-error.ts";

export type ParsedYaml<T> = Readonly<{
  value: T;
  text: string;
  /** A problem as a sentence: `file:line:column: path message`. */
  complain: (path: readonly PropertyKey[], message: string) => string;
}>;

/** Parses the file at `path`. Throws one UserError with all problems when it is missing, no YAML or not what the schema says. */
export function readYaml<T>(path: string, schema: z.ZodType<T>): ParsedYaml<T> {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UserError(`${path}: can't find this file. Check the path; paths in scan.yaml are relative to scan.yaml.`);
  const text = readFileSync(path, "utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const file = basename(path);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  refuseOtherFile(path, text, document, schema);
  refuseYamlErrors(document.errors.map((error) => `${at(error.pos[0])}: must be valid YAML: ${wordYamlError(error)}`));
  refuse(
    findLooseAliases(document).map(
      ({ name, offset }) =>
        `${at(offset)}: must be valid YAML: *${name} stands for &${name}, which is nowhere above it`,
    ),
  );
  const complain = (where: readonly PropertyKey[], message: string) => {
    for (let depth = where.length; depth >= 0; depth--) {
      const node = document.getIn(where.slice(0, depth), true);
      if (isNode(node) && node.range) return `${at(node.range[0])}: ${wordPath(where)}${message}`;
    }
    return `${file}: ${wordPath(where)}${message}`;
  };
  const result = schema.safeParse(resolveAliases(document, file), { reportInput: true });
  if (!result.success)
    throw new UserError(result.error.issues.flatMap((issue) => wordIssue(issue, complain)).join("\n"));
  return { value: result.data, text, complain };
}

/** Throws one UserError with all problems, if there are any. */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UserError(problems.join("\n"));
}

/**
 * Refuses a file without any setting of the schema before a word of it is quoted: it may be an export, with answers in it.
 * A list and an empty file are left to the schema, which quotes nothing.
 */
function refuseOtherFile(path: string, text: string, document: Document, schema: z.ZodType): void {
  if (
    !(schema instanceof ZodObject) ||
    (document.errors.length === 0 && !isMap(document.contents) && !isScalar(document.contents))
  )
    return;
  const settings = Object.keys(schema.shape);
  if (settings.some((setting) => new RegExp(`^\\s*["']?${setting}["']?\\s*:`, "m").test(text))) return;
  throw new UserError(
    `${path}: must be a file with settings, but it has none of them: ${listNames(settings)}. ` +
      "Give scan.yaml or an instrument file, not an export.",
  );
}

const shownErrors = 5;

function refuseYamlErrors(errors: readonly string[]): void {
  const more = errors.length > shownErrors ? [`and ${errors.length - shownErrors} more`] : [];
  refuse([...errors.slice(0, shownErrors), ...more]);
}

/** The parser's own sentence without the place, which comes first in ours, and without what it quotes of the file. */
const wordYamlError = (error: Error) =>
  (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/(?<=\S): .*$/, "");

function findLooseAliases(document: Document): { name: string; offset: number }[] {
  const loose: { name: string; offset: number }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) loose.push({ name: alias.source, offset: alias.range?.[0] ?? 0 });
    },
  });
  return loose;
}

/** The document as plain values. Throws a UserError when aliases multiply without end. */
function resolveAliases(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) throw new UserError(`${file}: must not repeat aliases without end.`);
    throw error;
  }
}

const wordPath = (path: readonly PropertyKey[]) => (path.length === 0 ? "" : `${path.map(String).join(".")} `);

/** One sentence per problem; an unknown setting is pointed at itself, not at the block it is in. */
function wordIssue(issue: z.core.$ZodIssue, complain: ParsedYaml<unknown>["complain"]): string[] {
  if (issue.code !== "unrecognized_keys") return [complain(issue.path, wordFault(issue))];
  return issue.keys.map((key) => complain([...issue.path, key], "can't be set: there is no such setting here"));
}

function wordFault(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" || issue.message.startsWith("must ")) return issue.message;
  if (issue.code === "invalid_value") return `must be ${wordChoice(issue.values.map(String))}`;
  if (issue.code === "invalid_key") return wordFault(issue.issues[0] as z.core.$ZodIssue);
  if (issue.code === "invalid_union") return wordUnion(issue);
  if (issue.code === "invalid_type") return wordType(issue);
  if (issue.code === "too_small" || issue.code === "too_big") return wordLimit(issue);
  if (issue.code === "invalid_format" && issue.format === "date") return "must be a date like 2026-04-24";
  return `must be right: ${issue.message}`;
}

const wordChoice = (names: readonly string[]) => (names.length === 1 ? listNames(names) : `one of ${listNames(names)}`);

const types: Readonly<Record<string, string>> = {
  string: "text",
  object: "a block of settings",
  record: "a block of settings",
  array: "a list",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
};
const nameType = (type: string) => types[type] ?? type;

function wordType({ expected, input }: z.core.$ZodIssueInvalidType): string {
  if (input === undefined || input === null) return `must be given: ${nameType(expected)}`;
  if (expected === "string" && typeof input !== "object") return "must be text: put it between quotes";
  return `must be ${nameType(expected)}`;
}

function wordLimit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [least, limit] = issue.code === "too_small" ? [true, issue.minimum] : [false, issue.maximum];
  if (issue.origin === "string" && least) return "must not be empty";
  const size = issue.inclusive === false ? (least ? "more than" : "less than") : least ? "at least" : "at most";
  if (issue.origin === "string") return `must be ${size} ${limit} characters long`;
  return issue.origin === "array" ? `must list ${size} ${limit}` : `must be ${size} ${limit}`;
}

/** What any member of the union would take here, or the problems of the member that came furthest. */
function wordUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  if ("options" in issue && Array.isArray(issue.options)) return `must be ${wordChoice(issue.options.map(String))}`;
  const deepest = issue.errors.flat().find(({ path }) => path.length > 0);
  if (deepest !== undefined) return `${wordPath(deepest.path)}${wordFault(deepest)}`;
  const expected = issue.errors.flat().flatMap((one) => (one.code === "invalid_type" ? [nameType(one.expected)] : []));
  return `must be ${[...new Set(expected)].join(" or ")}`;
}
