/**
 * Reads scan.yaml and the instruments it names. In: a path. Out: one Plan with everything decided and every name resolved.
 * All problems are reported together, each with its line and column in the YAML.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { isMap, parseDocument } from "yaml";
import { Instrument, InstrumentTemplate, measureName, refuseUnready } from "../schemas/instrument.ts";
import { PolicyChoice } from "../schemas/policy.ts";
import { type ColumnName, type ResolvedLine, Scan } from "../schemas/scan.ts";
import { findResponseSet, listResponseSets, readLabels } from "./answers/list-response-sets.ts";
import { normaliseLabel } from "./answers/normalise-label.ts";
import { findAttributeProblems } from "./read-scan/find-attribute-problems.ts";
import { resolveIndicators } from "./read-scan/resolve-indicators.ts";
import { listFigures, resolveLine } from "./read-scan/resolve-line.ts";
import { type ParsedYaml, readYaml, refuse } from "./read-yaml.ts";
import { listNames } from "./user-error.ts";

/** Everything the analyst decided, checked against itself. */
export type Plan = Readonly<{
  scan: Scan;
  /** Folder that paths in scan.yaml are relative to. */
  folder: string;
  instruments: ReadonlyMap<string, Instrument>;
  /** The line of `scan` with its numbers. */
  line: ResolvedLine;
  /** Those of its further indicators. */
  indicators: readonly ResolvedLine[];
  /** The publication policy of scan.yaml, or of the file that it names. */
  policy: PolicyChoice;
  /** sha256 of scan.yaml, its policy file and the instrument files used. */
  config_hash: string;
}>;

/** Reads the scan at `path`. Throws one UserError with all problems. */
export function readScan(path: string): Plan {
  const folder = dirname(resolve(path));
  const parsed = readYaml(path, Scan);
  const scan = parsed.value;
  const policy =
    scan.policy_file === undefined || scan.policy !== undefined
      ? null
      : readYaml(join(folder, scan.policy_file), PolicyChoice);
  const own = readOwnInstruments(parsed, folder);
  const shipped = listShippedInstruments();
  const known = [...own.map((one) => one.value.instrument), ...shipped];
  const problems = [
    ...findDoubleInstruments(parsed, own, shipped),
    ...findQuestionnaireProblems(parsed, known),
    ...findWaveProblems(parsed),
    ...findAttributeProblems(parsed),
    ...(scan.policy_file !== undefined && scan.policy !== undefined
      ? [parsed.complain(["policy"], "must be left out where policy_file names a file with it")]
      : []),
  ];
  refuse(problems);
  const used = new Set(Object.values(scan.questionnaires).flatMap((one) => one.instruments));
  const files = [...own, ...shipped.filter((id) => used.has(id)).map(readShippedInstrument)];
  const instruments = new Map(files.map((file) => [file.value.instrument, file.value]));
  const line = resolveLine(scan, instruments);
  const { indicators, faults } = resolveIndicators(scan, instruments);
  refuse([
    ...findAnswerProblems(parsed, instruments),
    ...findLabelProblems(parsed, instruments),
    ...findMissingProblems(parsed, instruments),
    ...("message" in line ? [parsed.complain(line.path, line.message)] : []),
    ...faults.map(({ path, message }) => parsed.complain(path, message)),
    ...findMeasureProblems(parsed, instruments),
    ...findAcceptedProblems(parsed, instruments),
  ]);
  if ("message" in line) throw new Error("A line that can't be resolved must be refused.");
  const hash = createHash("sha256");
  for (const { text } of [parsed, ...(policy === null ? [] : [policy]), ...files]) hash.update(text).update("\0");
  return {
    scan,
    folder,
    instruments,
    line,
    indicators,
    policy: policy?.value ?? scan.policy ?? PolicyChoice.parse({}),
    config_hash: hash.digest("hex"),
  };
}

/** The instrument files that scan.yaml lists. A template among them is a problem: it misses something to score by. */
function readOwnInstruments(parsed: ParsedYaml<Scan>, folder: string): ParsedYaml<Instrument>[] {
  const paths = parsed.value.instruments.map((file) => join(folder, file));
  refuse(
    paths.flatMap((path, index) =>
      isTemplate(path)
        ? [parsed.complain(["instruments", index], refuseUnready(readYaml(path, InstrumentTemplate).value))]
        : [],
    ),
  );
  return paths.map((path) => readYaml(path, Instrument));
}

/** Reads one instrument file and checks it. Throws a UserError with all problems. */
export const readInstrument = (path: string): Instrument => readYaml(path, Instrument).value;

/** Reads one instrument file or template, as its status says, and checks it. Throws a UserError with all problems. */
export const readAnyInstrument = (path: string): Instrument | InstrumentTemplate =>
  isTemplate(path) ? readYaml(path, InstrumentTemplate).value : readInstrument(path);

function isTemplate(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const document = parseDocument(readFileSync(path, "utf8"));
  return isMap(document.contents) && document.get("status") === InstrumentTemplate.shape.status.value;
}

/** Ids of the instruments that ship with vitascan. */
export const listShippedInstruments = (): string[] => listYaml(shippedFolder());

/** Ids of the templates that ship: instruments that can't be scored before the analyst fills them in. */
export const listShippedTemplates = (): string[] => listYaml(join(shippedFolder(), "templates"));

const listYaml = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();

/** Path of a shipped instrument's file. */
export const findShippedInstrument = (id: string): string => join(shippedFolder(), `${id}.yaml`);

/** Path of a shipped template's file. */
export const findShippedTemplate = (id: string): string => join(shippedFolder(), "templates", `${id}.yaml`);

const readShippedInstrument = (id: string) => readYaml(findShippedInstrument(id), Instrument);

const shippedFolder = () =>
  createRequire(import.meta.url)
    .resolve("#root/schemas/instruments/enps.yaml")
    .slice(0, -"enps.yaml".length);

function findDoubleInstruments(parsed: ParsedYaml<Scan>, own: ParsedYaml<Instrument>[], shipped: readonly string[]) {
  const ids = own.map(({ value }) => value.instrument);
  return ids.flatMap((id, index) => {
    const complain = (message: string) => [parsed.complain(["instruments", index], message)];
    if (shipped.includes(id)) return complain(`must not redefine the shipped instrument ${id}`);
    return ids.indexOf(id) < index ? complain(`must not define instrument ${id} twice`) : [];
  });
}

function findQuestionnaireProblems(parsed: ParsedYaml<Scan>, known: readonly string[]): string[] {
  const seen = new Map<string, string>();
  const templates = listShippedTemplates();
  return Object.entries(parsed.value.questionnaires).flatMap(([questionnaire, { instruments }]) =>
    instruments.flatMap((instrument, index) => {
      const path = ["questionnaires", questionnaire, "instruments", index];
      if (!known.includes(instrument) && templates.includes(instrument))
        return [
          parsed.complain(path, refuseUnready(readYaml(findShippedTemplate(instrument), InstrumentTemplate).value)),
        ];
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
    const files = Object.entries(wave.exports).map(([questionnaire, given]) => ({
      questionnaire,
      file: join(".", typeof given === "string" ? given : given.file),
    }));
    for (const [position, { questionnaire, file }] of files.entries()) {
      const first = files.findIndex((one) => one.file === file);
      if (first < position)
        complain(
          ["exports", questionnaire],
          `must not be the file of ${files[first]?.questionnaire} as well: put the instruments in one questionnaire`,
        );
    }
    if (Object.keys(wave.exports).length === 0) complain(["exports"], "must name at least one file");
    return problems;
  });
}

function findAnswerProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  return Object.entries(parsed.value.questionnaires).flatMap(([questionnaire, { instruments: ids, columns }]) => {
    const items = ids.flatMap((id) => instruments.get(id)?.items.map((item) => item.item) ?? []);
    const path = ["questionnaires", questionnaire, "columns", "answers"];
    const missing = items.filter((item) => !Object.hasOwn(columns.answers, item));
    const unknown = Object.keys(columns.answers).filter((item) => !items.includes(item));
    const twice = items.filter((item, index) => items.findIndex((one) => sameItem(one, item)) < index);
    const ours = items.filter(
      (item) =>
        columnsOfOurs.some((column) => sameItem(column, item)) ||
        /^(twice|verdict|attribute|attribute_twice|value)_\d+$/i.test(item),
    );
    const mapped = Object.values(columns.answers).flat().map(nameColumn);
    const doubles = mapped.filter((name, index) => mapped.indexOf(name) < index);
    return [
      ...(missing.length > 0 ? [parsed.complain(path, `must map every item; missing ${listNames(missing)}`)] : []),
      ...(twice.length > 0
        ? [
            parsed.complain(
              path,
              `must not have two items with one code; ${listNames(twice)} is in more than one instrument`,
            ),
          ]
        : []),
      ...(ours.length > 0
        ? [parsed.complain(path, `must not have items called ${listNames(ours)}: rename them in the instrument file`)]
        : []),
      ...unknown.map((item) => parsed.complain([...path, item], `must be an item of ${listNames(ids)}`)),
      ...(doubles.length > 0 ? [parsed.complain(path, `must map each column once; ${listNames(doubles)} twice`)] : []),
    ];
  });
}

/** One text per column: two columns of one name are told apart by position. */
const nameColumn = (column: ColumnName): string =>
  typeof column === "string" ? column : `${column.name} (column ${column.position})`;

/** What the tables of responses call their own columns: an item of that name would be taken for them. */
const columnsOfOurs = [
  ...["unit", "response", "person", "record", "doubt", "seconds", "attribute_key", "attribute_unit"],
  ...["unknown_status", "unknown_key", "conflicting_units", "too_fast", "straight_lined"],
  ...["not_shown", "no_opinion", "left_blank"],
];

/** The database does not tell capitals from small letters in the name of a column. */
const sameItem = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Labels must be of an item or instrument of the questionnaire, and stand for numbers of its scale. */
function findLabelProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  return Object.entries(parsed.value.questionnaires).flatMap(([questionnaire, { instruments: ids, labels }]) => {
    const own = ids.flatMap((id) => instruments.get(id) ?? []);
    return Object.entries(labels).flatMap(([name, given]) => {
      const complain = (message: string) => [
        parsed.complain(["questionnaires", questionnaire, "labels", name], message),
      ];
      const owner = own.find(({ instrument, items }) => instrument === name || items.some(({ item }) => item === name));
      if (owner === undefined) return complain(`must be an instrument or an item of ${listNames(ids)}`);
      const { minimum, maximum, decimals } = owner.answers;
      if (typeof given === "string") {
        const set = findResponseSet(given);
        if (set === null)
          return complain(
            `can't find response set ${JSON.stringify(given)}; known are ${listNames(listResponseSets().map((one) => one.response_set))}`,
          );
        return readLabels(set, minimum, maximum) === null
          ? complain(
              `has ${set.options.length} options, but the answers lie on ${minimum} to ${maximum}; ` +
                `response sets that fit are ${listNames(listResponseSets().flatMap((one) => (readLabels(one, minimum, maximum) ? [one.response_set] : [])))}`,
            )
          : [];
      }
      const same = findSameLabels(given);
      if (same.length > 0) return complain(`must give each label once; ${listNames(same)} are the same label`);
      const off = Object.values(given).filter(
        (value) => value < minimum || value > maximum || Number(value.toFixed(decimals)) !== value,
      );
      return off.length > 0
        ? complain(`must stand for answers from ${minimum} to ${maximum}; found ${off.join(", ")}`)
        : [];
    });
  });
}

/** Labels that differ only in what does not matter, such as capitals, and stand for different numbers. */
function findSameLabels(labels: Readonly<Record<string, number>>): string[] {
  const entries = Object.entries(labels).map(([label, value]) => ({ label, value, key: normaliseLabel(label) }));
  return entries
    .filter((one) => entries.some(({ key, value }) => key === one.key && value !== one.value))
    .map(({ label }) => label);
}

/** A number that says "no opinion" can't be an answer as well. */
function findMissingProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  return Object.entries(parsed.value.questionnaires).flatMap(([questionnaire, { instruments: ids, missing }]) =>
    missing.flatMap((text, index) => {
      const value = Number(text.replace(",", "."));
      const taken = ids.filter((id) => {
        const answers = instruments.get(id)?.answers;
        return answers !== undefined && value >= answers.minimum && value <= answers.maximum;
      });
      return text.trim() === "" || taken.length === 0
        ? []
        : [
            parsed.complain(
              ["questionnaires", questionnaire, "missing", index],
              `must not be an answer on the scale of ${listNames(taken)}; found ${JSON.stringify(text)}`,
            ),
          ];
    }),
  );
}

function findMeasureProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  const measures = [...instruments.values()].flatMap((one) =>
    one.scales.map((scale) => measureName(one.instrument, scale.scale)),
  );
  return Object.keys(parsed.value.reliability)
    .filter((measure) => !measures.includes(measure))
    .map((measure) =>
      parsed.complain(
        ["reliability", measure],
        `can't find measure ${JSON.stringify(measure)}; known are ${listNames(measures)}`,
      ),
    );
}

/** A name that accepts nothing is a mistake that nobody would see. */
function findAcceptedProblems(parsed: ParsedYaml<Scan>, instruments: ReadonlyMap<string, Instrument>): string[] {
  const figures = listFigures(instruments).filter(({ verified }) => verified === "unverified");
  const names = figures.flatMap((figure) => figure.names);
  return parsed.value.accept_unverified.flatMap((name, index) =>
    names.includes(name)
      ? []
      : [
          parsed.complain(
            ["accept_unverified", index],
            `must be measure.band or measure.population of a figure that was not verified; ${
              names.length === 0 ? "these instruments have none" : `there are ${listNames(names)}`
            }`,
          ),
        ],
  );
}
