/**
 * Reads scan.yaml and the instruments it names. In: a path. Out: one Plan with everything decided and every name resolved.
 * All problems are reported together, each with its line and column in the YAML.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { Instrument, measureName } from "../schemas/instrument.ts";
import { Scan } from "../schemas/scan.ts";
import { listNames, UserError } from "./user-error.ts";

/** Everything the analyst decided, checked against itself. */
export type Plan = Readonly<{
  scan: Scan;
  /** Folder that paths in scan.yaml are relative to. */
  folder: string;
  instruments: ReadonlyMap<string, Instrument>;
  /** sha256 of scan.yaml and the instrument files used. */
  config_hash: string;
}>;

type ParsedYaml<T> = { value: T; text: string; complain: (path: readonly PropertyKey[], message: string) => string };

/** Reads the scan at `path`. Throws one UserError with all problems. */
export function readScan(path: string): Plan {
  const folder = dirname(resolve(path));
  const parsed = readYaml(path, Scan);
  const scan = parsed.value;
  const own = scan.instruments.map((file) => readYaml(join(folder, file), Instrument));
  const shipped = listShippedInstruments();
  const known = [...own.map((one) => one.value.instrument), ...shipped];
  const problems = [
    ...findDoubleInstruments(parsed, own, shipped),
    ...findQuestionnaireProblems(parsed, known),
    ...findWaveProblems(parsed),
  ];
  refuse(problems);
  const used = new Set(Object.values(scan.questionnaires).flatMap((one) => one.instruments));
  const files = [...own, ...shipped.filter((id) => used.has(id)).map(readShippedInstrument)];
  const instruments = new Map(files.map((file) => [file.value.instrument, file.value]));
  refuse([...findAnswerProblems(parsed, instruments), ...findMeasureProblems(parsed, instruments)]);
  const hash = createHash("sha256");
  for (const { text } of [parsed, ...files]) hash.update(text).update("\0");
  return { scan, folder, instruments, config_hash: hash.digest("hex") };
}

/** Reads one instrument file and checks it. Throws a UserError with all problems. */
export const readInstrument = (path: string): Instrument => readYaml(path, Instrument).value;

/** Ids of the instruments that ship with vitascan. */
export function listShippedInstruments(): string[] {
  return readdirSync(shippedFolder())
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();
}

/** Path of a shipped instrument's file. */
export const findShippedInstrument = (id: string): string => join(shippedFolder(), `${id}.yaml`);

const readShippedInstrument = (id: string) => readYaml(findShippedInstrument(id), Instrument);

const shippedFolder = () =>
  createRequire(import.meta.url)
    .resolve("#root/schemas/instruments/enps.yaml")
    .slice(0, -"enps.yaml".length);

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UserError(problems.join("\n"));
}

/** Parses a YAML file under a schema; `complain` words a problem with the line and column of the value at `path`. */
function readYaml<T>(path: string, schema: z.ZodType<T>): ParsedYaml<T> {
  if (!existsSync(path)) throw new UserError(`${path}: can't find this file.`);
  const text = readFileSync(path, "utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const file = basename(path);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  refuse(document.errors.map((error) => `${at(error.pos[0])}: must be valid YAML: ${error.message.split("\n")[0]}`));
  const complain = (where: readonly PropertyKey[], message: string) => {
    for (let depth = where.length; depth >= 0; depth--) {
      const node = document.getIn(where.slice(0, depth), true);
      if (isNode(node) && node.range) return `${at(node.range[0])}: ${wordPath(where)}${message}`;
    }
    return `${file}: ${wordPath(where)}${message}`;
  };
  const result = schema.safeParse(document.toJS());
  if (!result.success)
    throw new UserError(result.error.issues.map((issue) => complain(issue.path, wordIssue(issue))).join("\n"));
  return { value: result.data, text, complain };
}

const wordPath = (path: readonly PropertyKey[]) => (path.length === 0 ? "" : `${path.map(String).join(".")} `);

function wordIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" || issue.message.startsWith("must ")) return issue.message;
  if (issue.code === "unrecognized_keys") return `can't have ${listNames(issue.keys)}: no such setting`;
  if (issue.code === "invalid_value") return `must be one of ${listNames(issue.values.map(String))}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return `must be given: ${issue.expected}`;
  return `must be right: ${issue.message}`;
}

function findDoubleInstruments(parsed: ParsedYaml<Scan>, own: ParsedYaml<Instrument>[], shipped: readonly string[]) {
  return own.flatMap((file, index) =>
    shipped.includes(file.value.instrument)
      ? [parsed.complain(["instruments", index], `must not redefine the shipped instrument ${file.value.instrument}`)]
      : [],
  );
}

function findQuestionnaireProblems(parsed: ParsedYaml<Scan>, known: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return Object.entries(parsed.value.questionnaires).flatMap(([questionnaire, { instruments }]) =>
    instruments.flatMap((instrument, index) => {
      const path = ["questionnaires", questionnaire, "instruments", index];
      if (!known.includes(instrument))
        return [
          parsed.complain(path, `can't find instrument ${JSON.stringify(instrument)}; known are ${listNames(known)}`),
        ];
      const elsewhere = seen.get(instrument);
      seen.set(instrument, questionnaire);
      return elsewhere === undefined
        ? []
        : [parsed.complain(path, `must be in one questionnaire only; ${elsewhere} has it too`)];
    }),
  );
}

function findWaveProblems(parsed: ParsedYaml<Scan>): string[] {
  const { waves, questionnaires } = parsed.value;
  const names = Object.keys(questionnaires);
  return waves.flatMap((wave, index) => {
    const problems: string[] = [];
    const complain = (path: string[], message: string) =>
      problems.push(parsed.complain(["waves", index, ...path], message));
    if (waves.findIndex((one) => one.wave === wave.wave) < index) complain(["wave"], "must not occur twice");
    if (wave.closed_date < wave.opened_date) complain(["closed_date"], "must not be before opened_date");
    const previous = waves[index - 1];
    if (previous && wave.closed_date <= previous.closed_date)
      complain(["closed_date"], "must be after the wave before it; list waves from old to new");
    for (const questionnaire of Object.keys(wave.exports))
      if (!names.includes(questionnaire))
        complain(["exports", questionnaire], `must be a questionnaire: ${listNames(names)}`);
    if (Object.keys(wave.exports).length === 0) complain(["exports"], "must name at least one file");
    return problems;
  });
}

function findAnswerProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  return Object.entries(parsed.value.questionnaires).flatMap(([questionnaire, { instruments: ids, columns }]) => {
    const items = ids.flatMap((id) => instruments.get(id)?.items.map((item) => item.item) ?? []);
    const path = ["questionnaires", questionnaire, "columns", "answers"];
    const missing = items.filter((item) => !(item in columns.answers));
    const unknown = Object.keys(columns.answers).filter((item) => !items.includes(item));
    const doubles = Object.values(columns.answers).filter((name, index, all) => all.indexOf(name) < index);
    return [
      ...(missing.length > 0 ? [parsed.complain(path, `must map every item; missing ${listNames(missing)}`)] : []),
      ...unknown.map((item) => parsed.complain([...path, item], `must be an item of ${listNames(ids)}`)),
      ...(doubles.length > 0 ? [parsed.complain(path, `must map each column once; ${listNames(doubles)} twice`)] : []),
    ];
  });
}

function findMeasureProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  const measures = [...instruments.values()].flatMap((one) =>
    one.scales.map((scale) => measureName(one.instrument, scale.scale)),
  );
  const named: (readonly [readonly string[], string])[] = [
    [["line", "measure"], parsed.value.line.measure],
    ...Object.keys(parsed.value.reliability).map((measure) => [["reliability", measure], measure] as const),
  ];
  return named
    .filter(([, measure]) => !measures.includes(measure))
    .map(([path, measure]) =>
      parsed.complain(path, `can't find measure ${JSON.stringify(measure)}; known are ${listNames(measures)}`),
    );
}
