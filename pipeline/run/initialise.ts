/** Proposes a scan.yaml from the files it is shown. In: paths of exports and rosters. Out: the text, and how much is left to decide. */
import { relative, resolve, sep } from "node:path";
import type { Inspection } from "../../schemas/inspection.ts";
import type { FileFormat } from "../../schemas/scan.ts";
import { isUtf8File } from "../csv/recognise-encoding.ts";
import { proposeScan } from "../init/propose-scan.ts";
import { isOutcome, isRoster } from "../init/sort-files.ts";
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

/** A named encoding is for the files that are not UTF-8; the other settings are for exports, not for a file of our own beside them. */
async function look(file: string, { encoding, ...others }: FileFormat, privateFolder: string): Promise<Inspection> {
  const path = resolve(file);
  const needed = encoding === undefined || isUtf8File(path) ? {} : { encoding };
  const own = Object.keys(others).length === 0 ? null : await lookForOwn(file, path, needed, privateFolder);
  return own ?? inspect(file, path, { ...others, ...needed }, privateFolder);
}

/** The file as it is read without settings, when that is a roster or holds outcomes. */
async function lookForOwn(file: string, path: string, format: FileFormat, privateFolder: string) {
  try {
    const inspection = await inspect(file, path, format, privateFolder);
    return isRoster(inspection) || isOutcome(inspection) ? inspection : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
