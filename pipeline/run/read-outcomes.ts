/** Reads the files of the organisation's own administration that scan.yaml names. In: a Plan and the newest tree. Out: rows per outcome. */
import { join } from "node:path";
import type { OutcomeRow, ReleaseOutcome } from "../../schemas/outcome.ts";
import type { Unit } from "../../schemas/roster.ts";
import { inspect } from "../inspect.ts";
import { readOutcome } from "../read-outcome.ts";
import type { Plan } from "../read-scan.ts";

/** An outcome of the scan and the rows of its file. */
export type GivenOutcome = Readonly<{ described: ReleaseOutcome; rows: readonly OutcomeRow[] }>;

/** In the order of scan.yaml. Throws a UserError for a file that can't be read as what it must be. */
export async function readOutcomes(
  { scan, folder }: Plan,
  tree: readonly Unit[],
  privateFolder: string,
): Promise<GivenOutcome[]> {
  const units = new Set(tree.map(({ unit }) => unit));
  const wave = scan.waves.at(-1)?.wave ?? "";
  const given: GivenOutcome[] = [];
  for (const [outcome, { file, format = {}, ...description }] of Object.entries(scan.outcomes)) {
    const inspection = await inspect(file, join(folder, file), { header_rows: 1, ...format }, privateFolder);
    const rows = readOutcome(inspection, units, wave);
    given.push({ described: { outcome, ...description }, rows });
  }
  return given;
}
