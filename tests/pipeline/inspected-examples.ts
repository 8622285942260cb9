/** Small invented exports, inspected as the pipeline does it. */
import { inspect } from "../../pipeline/inspect.ts";
import type { Column, Inspection } from "../../schemas/inspection.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import { makeTempFiles } from "./temp-files.ts";

/** A folder of files of its own; `look` inspects a text as `answers.csv`. */
export function makeInspections() {
  const files = makeTempFiles();
  const look = (content: string | Uint8Array, format: FileFormat = {}): Promise<Inspection> =>
    inspect("answers.csv", files.write(content), format, files.folder);
  return { ...files, look };
}

/** Name to what the tool uses the column for, for those it uses. */
export const rolesOf = ({ columns }: Inspection): Record<string, Column["role"]> =>
  Object.fromEntries(columns.filter(({ role }) => role !== null).map(({ name, role }) => [name, role]));

/** Name to kind of identifier, for columns that are never loaded. */
export const identifiersOf = ({ columns }: Inspection): Record<string, Column["identifier"]> =>
  Object.fromEntries(
    columns.filter(({ identifier }) => identifier !== null).map(({ name, identifier }) => [name, identifier]),
  );

/** Name to content, as one word and what it comes with. */
export const contentsOf = ({ columns }: Inspection): Record<string, string> =>
  Object.fromEntries(columns.map(({ name, content }) => [name, sayContent(content)]));

function sayContent(content: Column["content"]): string {
  if (content.kind === "numbers") return ["numbers", ...content.scales].join(" ");
  if (content.kind === "labels") return ["labels", ...content.response_sets].join(" ");
  if (content.kind === "dates") return `dates ${content.order}`;
  return content.kind;
}
