/** Scans a CSV file of a release. In: its text; out: findings per row and column. The delimiter is read from the header. */
import Papa from "papaparse";
import type { Report } from "./finding.ts";
import { anywhere, type Rulebook } from "./judge.ts";
import type { JudgeOrder } from "./judge-order.ts";
import { scanTable } from "./scan-table.ts";

/** A file with other rows than its header says is refused: something could hide behind the last column. */
export function scanCsv(book: Rulebook, judgeOrder: JudgeOrder, content: string, report: Report): void {
  const text = content.replace(/^\ufeff/, "");
  const header = text.slice(0, text.search(/\r?\n/));
  const delimiter = header.includes(";") ? ";" : ",";
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r?\n$/, ""), { delimiter });
  const [titles = [], ...rows] = data;
  if (errors.length > 0 || rows.some((row) => row.length !== titles.length))
    report("rows", "form", "as many cells in every row as the header has");
  scanTable(book, judgeOrder, { where: "", header: [], rows: [titles] }, anywhere, (_, kind, expected) =>
    report("header", kind, expected),
  );
  scanTable(book, judgeOrder, { where: "", header: titles, rows }, anywhere, (where, kind, expected) =>
    report(where.trim(), kind, expected),
  );
}
