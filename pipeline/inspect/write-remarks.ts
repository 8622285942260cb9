/** Words what a reader should know about a file. In: what was found in it. Out: one sentence per finding; no value of a respondent. */
import type { Column } from "../../schemas/inspection.ts";
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import type { DecimalMark } from "../csv/detect-decimal.ts";
import type { Head } from "../csv/read-head.ts";
import type { ByteScan } from "../csv/scan-bytes.ts";
import { hasSignature, readLayout } from "../profiles/recognise-profile.ts";
import { listNames } from "../user-error.ts";
import type { Dates } from "./choose-dates.ts";

export type Findings = Readonly<{
  head: Head;
  scan: ByteScan;
  format: FileFormat;
  profile: Profile;
  layout: HeaderLayout;
  columns: readonly Column[];
  mark: DecimalMark;
  dates: Dates;
}>;

/** All remarks, in the order of a file: its header, its columns, its cells. */
export const writeRemarks = (findings: Findings): readonly string[] => [
  ...remarkOnHeader(findings),
  ...remarkOnNames(findings),
  ...remarkOnDecimals(findings),
  ...remarkOnDates(findings),
  ...remarkOnLosses(findings),
];

function remarkOnHeader({ head, scan, format, profile, layout }: Findings): string[] {
  const own = readLayout(head.rows, profile);
  return [
    ...(own.header_rows === layout.header_rows
      ? []
      : [
          `The header is read as ${countRows(layout.header_rows)}, as stated; by itself it looks like ${own.header_rows}.`,
        ]),
    ...(profile.profile === "plain" && layout.header_rows > 1 && format.header_rows === undefined
      ? [
          "The second line looks like names of columns, but may be the first response, so it is not shown. Say which it is: " +
            "header_rows: 2 or 1 in scan.yaml, --header-rows for inspect and init.",
        ]
      : []),
    ...(format.profile === undefined || hasSignature(profile, own)
      ? []
      : [`It is read as an export of ${profile.title}, as stated, but does not look like one.`]),
    ...(scan.nul ? ["NUL bytes in the header were left out of the names."] : []),
  ];
}

function remarkOnNames({ columns }: Findings): string[] {
  const unnamed = columns.filter(({ name }) => name === "");
  const [index] = unnamed.filter(({ position }) => position === 1);
  const [trailing] = unnamed.filter(({ position, content }) => position === columns.length && content.kind === "empty");
  const others = unnamed.filter((column) => column !== index && column !== trailing).map(({ position }) => position);
  const names = columns.map(({ name }) => name).filter((name) => name !== "");
  const repeated = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return [
    ...(index ? ["The first column has no name, as when row numbers are saved with a file."] : []),
    ...(trailing ? ["Every line ends with a separator: the last column has no name and is empty."] : []),
    ...(others.length > 0
      ? [`Columns without a name: ${listNumbers(others)}. If the second line names them, write header_rows: 2.`]
      : []),
    ...(repeated.length > 0
      ? [`Names that occur more than once: ${listNames(repeated)}. Write { name, position } to tell them apart.`]
      : []),
  ];
}

function remarkOnDecimals({ format, columns, mark }: Findings): string[] {
  if (format.decimal !== undefined || mark.disagreeing.length === 0) return [];
  const names = mark.disagreeing.map((position) => columns[position - 1]?.name || `column ${position}`);
  return [`Decimals are written with a point, but with a comma in ${listNames(names)}; those are not read as numbers.`];
}

const dateRemarks = {
  ambiguous:
    "Day and month can't be told apart in its dates: write format: { dates: day_first } or month_first if they are used.",
  contradictory:
    "Its dates do not agree on the order of day and month: they can't be used. A spreadsheet may have changed them; export the file again.",
  other_than_stated: "Some of its dates do not exist in the order that is stated under dates.",
} as const;

const remarkOnDates = ({ dates: { doubt } }: Findings): string[] => (doubt === null ? [] : [dateRemarks[doubt]]);

function remarkOnLosses({ scan: { replacements } }: Findings): string[] {
  if (replacements === 0) return [];
  const characters = replacements === 1 ? "character was" : "characters were";
  return [
    `${replacements} ${characters} lost before the file came here (U+FFFD stands for each). Export it again if they matter.`,
  ];
}

/** At most 20 positions. */
const listNumbers = (numbers: readonly number[]) =>
  numbers.slice(0, 20).join(", ") + (numbers.length > 20 ? ` and ${numbers.length - 20} more` : "");

const countRows = (rows: number) => `${rows} row${rows === 1 ? "" : "s"}`;
