/** What is known about the exports of one tool: data, and at most one small function. */
import type { ColumnRole, DateOrder, IdentifierKind, ProfileName } from "./inspection.ts";

/** The header rows of a file, read: one name per column, and the question's text where the file has both. */
export type HeaderLayout = Readonly<{
  header_rows: number;
  names: readonly string[];
  texts: readonly (string | null)[];
  /** Positions, from 1, of the columns that the header itself calls open questions. */
  free_texts?: readonly number[];
}>;

/** A column that the tool writes by itself, by its names in every version and language; capitals, accents' form and outer blanks don't matter. */
export type KnownColumn = Readonly<{
  names: readonly (string | RegExp)[];
  role?: ColumnRole;
  identifier?: IdentifierKind;
}>;

export type Profile = Readonly<{
  profile: ProfileName;
  /** The tool's name as its users know it. */
  title: string;
  /** Names of which a file must have all (each entry: any one of its spellings) to be taken for this tool's. */
  signature: readonly (readonly (string | RegExp)[])[];
  columns: readonly KnownColumn[];
  /** How the tool writes dates; null when it depends on the account or the spreadsheet. */
  dates: DateOrder | null;
  /** Texts in the columns `finished` and `status`, compared without capitals. */
  finished?: Readonly<{ yes: readonly string[]; no: readonly string[] }>;
  /** `test`: previews and tests, left out. `spam`: marked by the tool as not from a person, left out too. */
  status?: Readonly<{ real: readonly string[]; test: readonly string[]; spam: readonly string[] }>;
  /** Cells that say a question was not shown, such as LimeSurvey's N/A; compared exactly. */
  not_shown?: readonly string[];
  /** True when an unquoted blank means "never reached" and a quoted one "left blank". */
  tells_blanks_apart?: boolean;
  /** True when the tool codes the options of a question A1, A2, ...: Ax stands for x on a scale that starts at 1. */
  numbers_its_options?: boolean;
  /** True when the tool writes a ' before a cell that starts with = + - @, against formulas. */
  defangs_formulas?: boolean;
  /** Reads the header when it is more than one row of names. In: the first rows of the file. */
  readHeader?: (rows: readonly (readonly string[])[]) => HeaderLayout | null;
}>;
