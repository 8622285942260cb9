/** Words an inspection for a person: what kind of file it is, its columns, and what will never be loaded. */
import type { Inspection } from "../schemas/inspection.ts";

/** A readable table; no value of a respondent is in it. */
export function describeInspection(inspection: Inspection): string {
  const dropped = inspection.columns.filter(({ identifier }) => identifier !== null);
  const width = Math.min(60, Math.max(6, ...inspection.columns.map(({ name }) => name.length)));
  const delimiter = inspection.delimiter === "\t" ? "tab" : inspection.delimiter;
  return [
    inspection.file,
    `  encoding   ${inspection.encoding}${inspection.byte_order_mark ? " with byte order mark" : ""}`,
    `  cells      separated by ${delimiter}, lines end with ${inspection.line_ends}`,
    `  header     ${inspection.header_rows} row${inspection.header_rows === 1 ? "" : "s"}`,
    `  responses  ${inspection.records}`,
    `  columns    ${inspection.columns.length}, of which ${dropped.length} identify a person and are never loaded`,
    "",
    ...inspection.columns.map(({ position, name, identifier }) => {
      const visible = JSON.stringify(name).slice(1, -1);
      const shown = visible.length > 60 ? `${visible.slice(0, 57)}...` : visible;
      return `  ${String(position).padStart(4)}  ${shown.padEnd(width)}  ${identifier === null ? "" : `never loaded: ${identifier}`}`.trimEnd();
    }),
  ].join("\n");
}
