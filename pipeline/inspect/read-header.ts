/**
 * Reads the header of a file: whose export it is and what its columns are called.
 * In: its first rows and what the analyst stated. Out: the profile and one name per column; never a record taken for names.
 */
import type { Column } from "../../schemas/inspection.ts";
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import { looksLikeResponse } from "../csv/looks-like-response.ts";
import { findProfile, profiles } from "../profiles/find-profile.ts";
import { forwardQuestions } from "../profiles/forward-questions.ts";
import { type Recognised, readFirstRow, readLayout, recogniseProfile } from "../profiles/recognise-profile.ts";
import { UserError } from "../user-error.ts";

/** Throws a UserError when one of the header rows looks like a record. */
export function readHeader(
  file: string,
  rows: readonly (readonly string[])[],
  { profile: name, header_rows }: FileFormat,
): Recognised {
  const { profile, layout } =
    name === undefined
      ? recogniseProfile(rows, profiles)
      : { profile: findProfile(name), layout: readLayout(rows, findProfile(name)) };
  const overruled = header_rows !== undefined && header_rows !== layout.header_rows;
  const used = overruled ? readStatedRows(rows, header_rows) : layout;
  refuseRecords(file, rows, profile, overruled ? header_rows : 1);
  return { profile, layout: tidy(used, rows) };
}

/** Names from the first row; what it leaves blank is named by the second, if that is said to be a header row. */
function readStatedRows(rows: readonly (readonly string[])[], headerRows: number): HeaderLayout {
  const layout = readFirstRow(rows, headerRows);
  const [questions = [], options = []] = rows;
  if (headerRows === 1) return layout;
  const forwarded = forwardQuestions(questions, options);
  return { ...layout, names: forwarded.map((name, index) => layout.names[index]?.trim() || name) };
}

/** `stated`: number of header rows that only the analyst vouches for. */
function refuseRecords(file: string, rows: readonly (readonly string[])[], profile: Profile, stated: number): void {
  const [first = [], ...more] = rows;
  if (looksLikeResponse(first, profile.profile === "plain" ? more : []))
    throw new UserError(
      `${file}: the first line must name the columns, but it looks like a record. Export it again with a header line.`,
    );
  if (rows.slice(1, stated).some((row) => looksLikeResponse(row)))
    throw new UserError(`${file}: header_rows is ${stated}, but one of these lines looks like a record. Lower it.`);
}

/** Names without outer blanks and marks, and a name, if empty, for every cell of the header. */
function tidy(layout: HeaderLayout, rows: readonly (readonly string[])[]): HeaderLayout {
  const header = rows.slice(0, layout.header_rows);
  const width = header.reduce((widest, row) => Math.max(widest, row.length), layout.names.length);
  const clean = (name: string) => name.replaceAll("\ufeff", "").trim();
  return {
    ...layout,
    names: Array.from({ length: width }, (_, index) => clean(layout.names[index] ?? "")),
    texts: Array.from({ length: width }, (_, index) => layout.texts[index] ?? null),
  };
}

/** The columns as they may be shown: what may be the first response is no name before the analyst says that it is a header row. */
export function hideGuess(
  columns: readonly Column[],
  [first = []]: readonly (readonly string[])[],
  { profile }: Profile,
  { header_rows }: HeaderLayout,
  { header_rows: stated }: FileFormat,
): readonly Column[] {
  if (profile !== "plain" || header_rows === 1 || stated !== undefined) return columns;
  return columns.map((column, index) => ({ ...column, name: (first[index] ?? "").replaceAll("\ufeff", "").trim() }));
}
