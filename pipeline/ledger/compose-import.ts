/**
 * Makes a release of what was published before there was a ledger, or with another tool. In: a release.json, or a CSV of
 * figures (columns wave, unit, attribute, value, measure, respondents, and mean or enps), and the people the scan counts. Out:
 * the text of a release.json for the ledger. Figures that can't be about these people are refused.
 */
import Papa from "papaparse";
import { z } from "zod";
import type { Membership } from "../../schemas/membership.ts";
import { type PublishedCell, Release, type ReleasedCell } from "../../schemas/release.ts";
import { listNames, UserError } from "../user-error.ts";
import { findMiscounts } from "./count-groups.ts";

/** What a scan says that a CSV of figures does not; a release of that scan has it. */
export type ImportFrame = Readonly<
  Pick<
    Release,
    "organisation" | "language" | "policy" | "waves" | "units" | "attributes" | "measures" | "responses" | "accept"
  >
>;

const differs =
  "must be about as many respondents as the scan counts in this group. The answers, the roster or the attributes are not " +
  "those that the figures were made from: give the scan.yaml and files of that time.";

/**
 * The text itself, when every number of respondents in it is that of the memberships. Throws a UserError otherwise, or when it is
 * no release.json of this version.
 */
export function acceptRelease(text: string, file: string, memberships: readonly Membership[]): string {
  const parsed = Release.safeParse(readJson(text));
  if (!parsed.success)
    throw new UserError(`${file}: can't read this release.json: it is damaged or not made by this version.`);
  const wrong = findMiscounts(parsed.data, memberships);
  if (wrong.length > 0)
    throw new UserError(
      wrong
        .slice(0, 5)
        .map((cell) => `${file}: ${nameCell(cell)} ${differs}`)
        .join("\n"),
    );
  return text;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const nameCell = ({ wave, unit, segment, measure }: ReleasedCell): string =>
  [wave, unit, ...(segment === null ? [] : [`${segment.attribute} ${segment.value}`]), measure].join(" / ");

/** Throws one UserError with all problems, by record (from 1 below the header) and column; no value of the file is quoted. */
export function composeFigures(input: {
  readonly text: string;
  readonly file: string;
  readonly frame: ImportFrame;
  readonly memberships: readonly Membership[];
  readonly tool: string;
}): string {
  const { text, file, frame, memberships, tool } = input;
  const judged = readFigures(text, file).map((row, index) => judgeRow(row, index + 1, frame));
  const cells = judged.flatMap((row) => ("cell" in row ? [row.cell] : []));
  refuse(file, [...judged.flatMap((row) => ("problems" in row ? row.problems : [])), ...findTwice(cells)]);
  const wrong = new Set(findMiscounts({ ...frame, cells }, memberships));
  refuse(
    file,
    cells.flatMap((cell, index) => (wrong.has(cell) ? [`record ${index + 1}: respondents ${differs}`] : [])),
  );
  return `${JSON.stringify(makeRelease(frame, cells, tool), null, 2)}\n`;
}

const shownProblems = 20;

function refuse(file: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > shownProblems ? [`and ${problems.length - shownProblems} more`] : [];
  throw new UserError([...problems.slice(0, shownProblems).map((one) => `${file}: ${one}`), ...more].join("\n"));
}

const columns = ["wave", "unit", "attribute", "value", "measure", "respondents", "mean", "enps"] as const;
type FigureRow = Readonly<Partial<Record<(typeof columns)[number], string>>>;

function readFigures(text: string, file: string): FigureRow[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim().toLowerCase(),
    transform: (cell) => cell.trim(),
    delimitersToGuess: [",", ";", "\t"],
  });
  const missing = ["wave", "unit", "measure", "respondents"].filter((column) => !meta.fields?.includes(column));
  if (!meta.fields?.some((column) => column === "mean" || column === "enps")) missing.push("mean or enps");
  if (missing.length > 0)
    throw new UserError(`${file}: must have columns ${listNames(columns)}; missing ${listNames(missing)}.`);
  if (data.length === 0) throw new UserError(`${file}: must have at least one figure.`);
  return data;
}

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.int().min(1));
const number = z
  .string()
  .regex(/^-?\d{1,9}([.,]\d{1,12})?$/)
  .transform((text) => Number(text.replace(",", ".")));

/** A cell, or what is wrong with the record. */
function judgeRow(row: FigureRow, record: number, frame: ImportFrame): { cell: ReleasedCell } | { problems: string[] } {
  const measure = frame.measures.find((one) => one.measure === row.measure && one.instrument !== null);
  const field = measure?.kind === "enps" ? "enps" : "mean";
  const attribute = frame.attributes.find((one) => one.attribute === row.attribute);
  const isSegment = (row.attribute ?? "") !== "" || (row.value ?? "") !== "";
  const respondents = wholeNumber.safeParse(row.respondents);
  const figure = number.safeParse(row[field]);
  const problems = [
    ...askName(
      "wave",
      row.wave,
      frame.waves.map(({ wave }) => wave),
    ),
    ...askName(
      "unit",
      row.unit,
      frame.units.map(({ unit }) => unit),
    ),
    ...askName(
      "measure",
      row.measure,
      frame.measures.filter((one) => one.instrument !== null).map((one) => one.measure),
    ),
    ...(isSegment
      ? askName(
          "attribute",
          row.attribute,
          frame.attributes.map((one) => one.attribute),
        )
      : []),
    ...(attribute === undefined
      ? []
      : askName(
          "value",
          row.value,
          attribute.values.map(({ value }) => value),
        )),
    ...(respondents.success ? [] : ["respondents must be a whole number from 1"]),
    ...(measure === undefined || (figure.success && isBetween(figure.data, measure))
      ? []
      : [`${field} must be a number from ${measure.minimum} to ${measure.maximum}`]),
  ];
  if (problems.length > 0 || !respondents.success || !figure.success)
    return { problems: problems.map((one) => `record ${record}: ${one}`) };
  return {
    cell: {
      wave: row.wave ?? "",
      unit: row.unit ?? "",
      segment: isSegment ? { attribute: row.attribute ?? "", value: row.value ?? "" } : null,
      measure: row.measure ?? "",
      status: "released",
      respondents: respondents.data,
      invited: null,
      [field]: figure.data,
    },
  };
}

const askName = (column: string, name: string | undefined, known: readonly string[]): string[] =>
  known.includes(name ?? "") ? [] : [`${column} must be one of ${listNames(known)}`];

const isBetween = (value: number, { minimum, maximum }: { minimum: number; maximum: number }): boolean =>
  value >= minimum && value <= maximum;

function findTwice(cells: readonly ReleasedCell[]): string[] {
  const names = cells.map(nameCell);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [`${name} must not be there twice: it can have one figure only`] : [],
  );
}

/** A release with these figures and nothing else, of the waves they are about. */
function makeRelease(frame: ImportFrame, cells: readonly PublishedCell[], tool: string): Release {
  const { organisation, language, policy, units, attributes, measures, responses, accept } = frame;
  return Release.parse({
    format: "vitascan-release/1",
    organisation,
    language,
    policy,
    waves: frame.waves.filter(({ wave }) => cells.some((cell) => cell.wave === wave)),
    units,
    attributes,
    measures,
    cells: [...cells],
    statistics: [],
    models: [],
    assessments: [],
    expected_wrong_flags: null,
    responses,
    accept,
    data_quality: [],
    instruments: [],
    provenance: { inputs: [], tool, config_hash: "" },
  } satisfies Release);
}
