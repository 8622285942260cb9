/** Words the refusal of a file whose records do not keep the structure of its header. */
import type { Delimiter } from "../../schemas/inspection.ts";
import { UserError } from "../user-error.ts";
import { startsWithSeparator } from "./read-head.ts";
import { type Defect, scanBytes } from "./scan-bytes.ts";

const defectText: Record<Defect["kind"], string> = {
  cell_count: "has another number of cells than the header",
  quote_in_cell: "has a quote inside a cell that does not start with one",
  text_after_quote: "has text after a closing quote",
  unclosed_quote: "has a quote that is never closed",
};

/** The refusal of a file whose records do not keep the structure of its header, with the first few places. */
export function refuseStructure(file: string, path: string, delimiter: Delimiter): UserError {
  const headerRecord = startsWithSeparator(path) ? 2 : 1;
  const { defects, defectCount, cells } = scanBytes(path, delimiter, "thorough", [], { headerRecord });
  const opening = `${file}: can't read this file as CSV with ${nameDelimiter(delimiter)} between cells`;
  if (defectCount === 0)
    return new UserError(
      `${opening}: a record of it is not plain CSV, or longer than 2 MB. Export it again as CSV UTF-8.`,
    );
  const places = defects.map(
    (defect) =>
      `  line ${defect.line}: the record ${defectText[defect.kind]}` +
      (defect.kind === "cell_count" ? ` (${defect.cells}, expected ${cells})` : ""),
  );
  const more = defectCount > defects.length ? [`  and ${defectCount - defects.length} more`] : [];
  const advice =
    "Export it again, or correct these lines. If another character separates the cells, " +
    'say so in scan.yaml (format: { delimiter: ";" }).';
  return new UserError([`${opening}:`, ...places, ...more, advice].join("\n"));
}

const nameDelimiter = (delimiter: Delimiter) => (delimiter === "\t" ? "a tab" : JSON.stringify(delimiter));
