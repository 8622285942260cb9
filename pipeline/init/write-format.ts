/** Writes how files are read: what differs from a plain file with commas. */
import type { Inspection } from "../../schemas/inspection.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import { ask, nest, quote, write, type YamlLine } from "./yaml-lines.ts";

/** Setting to its value as YAML; null is for the analyst to decide. */
export type Format = ReadonlyMap<keyof FileFormat, string | null>;

/** What must be said about one file, so that it is read as it was inspected. */
export function findFormat(file: Inspection): Format {
  const { profile, encoding, byte_order_mark, delimiter, decimal, header_rows, sheet } = file;
  const format = new Map<keyof FileFormat, string | null>();
  if (profile !== "plain") format.set("profile", profile);
  if (sheet !== null) format.set("sheet", quote(sheet));
  if (encoding !== "utf-8" && !byte_order_mark) format.set("encoding", encoding);
  if (delimiter !== "," && sheet === null) format.set("delimiter", quote(delimiter));
  if (decimal !== ".") format.set("decimal", quote(decimal));
  if (header_rows > 1 || profile !== "plain") format.set("header_rows", String(header_rows));
  if (needsDates(file) && file.dates !== "year_first") format.set("dates", file.dates);
  return format;
}

/** Dates matter only where the time a response took is the difference of two. */
function needsDates({ columns }: Inspection): boolean {
  const has = (role: string) => columns.some((column) => column.role === role);
  return has("started") && has("ended") && !has("duration");
}

/** What is the same for all files. */
export function findSharedFormat(files: readonly Inspection[]): Format {
  const [first = new Map(), ...others] = files.map(findFormat);
  return new Map([...first].filter(([setting, value]) => others.every((one) => one.get(setting) === value)));
}

/** What is left to say about one file when the shared format is said. */
export const findOwnFormat = (file: Inspection, shared: Format): Format =>
  new Map([...findFormat(file)].filter(([setting]) => !shared.has(setting)));

/** The block `format:`, nothing when there is nothing to say. */
export const writeFormat = (format: Format): YamlLine[] =>
  nest(
    "format:",
    [...format].map(([setting, value]) =>
      value === null
        ? ask(`${setting}: ""`, "day_first when 04-05 is in May, month_first when it is in April")
        : write(`${setting}: ${value}`),
    ),
  );

/** A file by its name, or by its name and what is said about it: `below` and its format. */
export function writeFile(
  setting: string,
  file: Inspection,
  format: Format,
  below: readonly YamlLine[] = [],
): YamlLine[] {
  if (format.size === 0 && below.length === 0) return [write(`${setting}: ${quote(file.file)}`)];
  return nest(`${setting}:`, [write(`file: ${quote(file.file)}`), ...writeFormat(format), ...below]);
}
