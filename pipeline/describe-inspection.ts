/** Words an inspection for a person: what kind of file it is, its columns, what they hold and what will never be loaded. */
import type { Column, ColumnContent, DateOrder, Delimiter, Inspection } from "../schemas/inspection.ts";
import { findProfile } from "./profiles/find-profile.ts";

/** A readable table; no value of a respondent is in it. */
export function describeInspection(inspection: Inspection): string {
  return [
    printable(inspection.file),
    ...describeFile(inspection).map(([label, text]) => `  ${label.padEnd(10)} ${text}`),
    ...inspection.remarks.map((remark) => `  note       ${printable(remark)}`),
    "",
    ...writeTable(inspection.columns),
  ].join("\n");
}

const dateOrders: Record<DateOrder, string> = {
  year_first: "year, month, day",
  day_first: "day, month, year",
  month_first: "month, day, year",
};

const separators: Record<Delimiter, string> = { ",": "commas", ";": "semicolons", "\t": "tabs" };

function describeFile(inspection: Inspection): [string, string][] {
  const { profile, sheet, encoding, byte_order_mark, delimiter, decimal, line_ends, header_rows } = inspection;
  const dropped = inspection.columns.filter(({ identifier }) => identifier !== null).length;
  return [
    ["tool", `${findProfile(profile).title} (${profile})`],
    ...(sheet === null ? [] : [["sheet", printable(sheet)] as [string, string]]),
    ["encoding", `${encoding}${byte_order_mark ? " with byte order mark" : ""}`],
    ["cells", `separated by ${separators[delimiter]}, lines end with ${line_ends}, decimals as in 3${decimal}5`],
    ["header", `${header_rows} row${header_rows === 1 ? "" : "s"}`],
    [profile === "long" ? "answers" : "responses", String(inspection.records)],
    ["dates", describeDates(inspection)],
    ["columns", `${inspection.columns.length}, never loaded because they identify a person: ${dropped}`],
  ];
}

function describeDates({ dates, columns }: Inspection): string {
  if (!columns.some(({ content }) => content.kind === "dates")) return "none";
  return dates === null ? "order of day and month unknown" : dateOrders[dates];
}

/** Widths in characters. */
const [nameWidth, textWidth] = [48, 40];

/** Position, name and text, then what the column is for or holds. */
function writeTable(columns: readonly Column[]): string[] {
  const hasTexts = columns.some(({ text }) => text !== null);
  const rows = columns.map((column) => [
    String(column.position),
    shorten(column.name === "" ? "(no name)" : column.name, nameWidth),
    ...(hasTexts ? [shorten(column.text ?? "", textWidth)] : []),
    describeColumn(column),
  ]);
  const widths = [0, 1, 2].map((index) => Math.max(...rows.map((row) => (row[index] ?? "").length)));
  return rows.map((row) => {
    const [position = "", ...others] = row.map((cell, index) =>
      cell.padEnd(index < row.length - 1 ? (widths[index] ?? 0) : 0),
    );
    return `  ${position.trimEnd().padStart(4)}  ${others.join("  ")}`.trimEnd();
  });
}

/** "never loaded: name", or the tool's use of the column, or what it holds. */
function describeColumn({ identifier, role, content }: Column): string {
  return identifier === null ? (role ?? describeContent(content)) : `never loaded: ${identifier}`;
}

function describeContent(content: ColumnContent): string {
  switch (content.kind) {
    case "numbers":
      return ["whole numbers", ...content.scales.slice(0, 1).map((narrowest) => `within ${narrowest}`)].join(" ");
    case "labels":
      return `labels of ${content.response_sets.join(", ")}`;
    case "dates":
      return content.order === null ? "dates" : `dates: ${dateOrders[content.order]}`;
    default:
      return contents[content.kind];
  }
}

const contents: Record<Exclude<ColumnContent["kind"], "numbers" | "labels" | "dates">, string> = {
  empty: "empty",
  decimals: "decimals",
  choice: "one option of several",
  codes: "few short texts",
  text: "texts",
  mixed: "numbers and texts",
};

/** Line breaks and characters a terminal obeys are shown as they are written in JSON. */
const printable = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(
      /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
      (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );

/** At most `width` characters; of "question | option" the question is cut first. */
function shorten(text: string, width: number): string {
  const shown = [...printable(text)];
  if (shown.length <= width) return shown.join("");
  const bar = shown.lastIndexOf("|");
  const option = bar < 0 ? [] : [" ", ...shown.slice(bar)].slice(0, width / 2);
  return [...shown.slice(0, width - 3 - option.length), "...", ...option].join("");
}
