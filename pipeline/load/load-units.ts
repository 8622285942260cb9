/**
 * Puts the trees of all waves into the database, where answers are added up over them.
 * In: one tree per wave, in the order of the scan. Out: the tables `units` (one row per wave and unit) and `closure`
 * (one row per wave, unit and ancestor); a wave is its position in the scan.
 */
import type { Unit } from "../../schemas/roster.ts";
import type { Database } from "../database.ts";
import { readQuery } from "../sql/read-query.ts";

/** Fills the tables `units` and `closure`. */
export async function loadUnits(
  database: Database,
  trees: readonly (readonly Pick<Unit, "unit" | "parent">[])[],
): Promise<void> {
  await database.run("create table units (wave integer, unit varchar, parent varchar)", "make a table of units");
  await database.append(
    "units",
    trees.flatMap((units, wave) => units.map(({ unit, parent }) => [wave, unit, parent])),
  );
  await database.run(`create table closure as ${readQuery("closure")}`, "climb the tree of units");
}
