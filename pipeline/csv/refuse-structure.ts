/** Words the refusal of a file whose records do not keep the structure of its header. */
import type { Delimiter } from "../../schemas/inspection.ts";
import { UserError } from "../user-error.ts";
import { readHead, startsWithSeparator } from "./read-head.ts";
import { recogniseUtf16 } from "./recognise-encoding.ts";
import { refuseEncoding } from "./refuse-encoding.ts";
import { type ByteScan, type Defect, scanBytes } from "./scan-bytes.ts";

const defectText: Record<Defect["kind"], string> = {
  leading_empty_line: "is empty, but the header must come first",
  cell_count: "has another number of cells than the header",
  quote_in_cell: "has a quote inside a cell that does not start with one",
  text_after_quote: "has text after a closing quote",
  unclosed_quote: "has a quote that is never closed",
};

/** The refusal of a file whose records do not keep the structure of its header, with the first few places. */
export function refuseStructure(file: string, path: string, delimiter: Delimiter): UserError {
  const scan = scanBytes(path, delimiter, "thorough");
  if (scan.nul && recogniseUtf16(path) !== null) return refuseEncoding(file, path);
  const opening = `${file}: can't read this file as CSV with ${nameDelimiter(delimiter)} between cells`;
  if (scan.defectCount === 0)
    return new UserError(
      `${opening}, though its structure is sound: a record is longer than 2 MB, ` +
        "or the disk for temporary files or the memory is full. Free some space and try again, or leave out long texts.",
    );
  const trailing = describeTrailingDelimiters(scan, path, delimiter);
  return new UserError(trailing === null ? listPlaces(opening, scan) : `${opening}: ${trailing}`);
}

function listPlaces(opening: string, { defects, defectCount, cells }: ByteScan): string {
  const places = defects.map(
    (defect) =>
      `  line ${defect.line}: the record ${defectText[defect.kind]}` +
      (defect.kind === "cell_count" ? ` (${defect.cells}, expected ${cells})` : ""),
  );
  const more = defectCount > defects.length ? [`  and ${defectCount - defects.length} more`] : [];
  const advice =
    "Export it again, or correct these lines. If another character separates the cells, " +
    'say so in scan.yaml (format: { delimiter: ";" }; --delimiter for inspect and init).';
  return [`${opening}:`, ...places, ...more, advice].join("\n");
}

/** What to do about delimiters at the end of every record that the header does not have, or the other way round; else null. */
function describeTrailingDelimiters(
  { defects, defectCount, cells, records }: ByteScan,
  path: string,
  delimiter: Delimiter,
): string | null {
  const extra = (defects[0]?.cells ?? cells) - cells;
  const isEverywhere = defectCount === records - (startsWithSeparator(path) ? 2 : 1);
  if (!isEverywhere || defects.some((one) => one.kind !== "cell_count" || one.cells !== cells + extra)) return null;
  const [header = [], ...rows] = readHead(path, delimiter).rows;
  const longer = extra > 0 ? rows : [header];
  if (!longer.every((row) => row.slice(-Math.abs(extra)).every((cell) => cell.trim() === ""))) return null;
  const surplus = `${Math.abs(extra)} more ${nameDelimiter(delimiter)}`;
  return extra > 0
    ? `every record ends with ${surplus} than the header. Add as many to the end of the header line in a text editor.`
    : `the header ends with ${surplus} than every record. Remove them from the header line in a text editor.`;
}

const nameDelimiter = (delimiter: Delimiter) => (delimiter === "\t" ? "a tab" : JSON.stringify(delimiter));
