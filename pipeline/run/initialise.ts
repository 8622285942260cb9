/** Proposes a scan.yaml from the files it is shown. In: paths of exports and rosters. Out: the text, and how much is left to decide. */
import { relative, resolve, sep } from "node:path";
import type { Inspection } from "../../schemas/inspection.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import { proposeScan } from "../init/propose-scan.ts";
import { inspect } from "../inspect.ts";
import { findShippedInstrument, listShippedInstruments, readInstrument } from "../read-scan.ts";
import { UserError } from "../user-error.ts";
import type { Effects } from "./effects.ts";

/** `folder` is where scan.yaml will be: paths in it are relative to it. */
export async function initialise(
  files: readonly string[],
  folder: string,
  format: FileFormat,
  { privateFolder, today }: Pick<Effects, "privateFolder" | "today">,
): Promise<{ yaml: string; decisions: number }> {
  const inspections: Inspection[] = [];
  for (const file of files) {
    const name = relative(folder, resolve(file)).split(sep).join("/");
    inspections.push({ ...(await look(file, format, privateFolder)), file: name });
  }
  const instruments = listShippedInstruments().map((id) => readInstrument(findShippedInstrument(id)));
  return proposeScan({ files: inspections, instruments, today });
}

/** A named encoding is for the files that can't be read without it; every other setting is for all. */
async function look(file: string, { encoding, ...format }: FileFormat, privateFolder: string): Promise<Inspection> {
  const path = resolve(file);
  if (encoding === undefined) return inspect(file, path, format, privateFolder);
  try {
    return await inspect(file, path, format, privateFolder);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return inspect(file, path, { ...format, encoding }, privateFolder);
  }
}
