/** Finds the physical line of records in a file, for messages. */
import type { Inspection } from "../../schemas/inspection.ts";
import { scanBytes } from "./scan-bytes.ts";

/** Maps each response number (from 1) to the line its record starts on (from 1). */
export function findPlaces(inspection: Inspection, records: readonly number[]): ReadonlyMap<number, number> {
  const wanted = [...new Set(records)].sort((a, b) => a - b);
  if (wanted.length === 0) return new Map();
  const watched = wanted.map((record) => record + inspection.skip);
  const { lines } = scanBytes(inspection.text_path, inspection.delimiter, "thorough", watched);
  return new Map(wanted.map((record, index) => [record, lines[index] as number]));
}
