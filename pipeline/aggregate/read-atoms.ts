/**
 * Reads the smallest sets of people that the groups of a scan are made of: confidential.
 * In: accepted responses of one questionnaire in one wave, and what its people are told apart by. Out: AtomBlocks.
 */
import type { Atom, AtomBlocks, AttributeSource } from "../../schemas/cell.ts";
import type { Aggregated } from "../aggregate.ts";
import type { Database, Row } from "../database.ts";
import { type ScoredInstrument, writeScores } from "../score.ts";
import { listColumns, readValues } from "./attribute-columns.ts";

/** Every atom with a respondent, per instrument and for the questionnaire as a whole; without attributes one per unit. */
export async function readAtoms(
  database: Database,
  { wave, questionnaire, instruments, responses }: Omit<Aggregated, "totals">,
  attributes: readonly AttributeSource[],
): Promise<AtomBlocks> {
  const rows = await database.rows(
    writeAtoms(instruments, responses, listColumns(attributes)),
    "add up who is told apart",
  );
  const makeAtom = (row: Row, respondents: string, sums: Atom["sums"]): Atom[] => {
    const count = Number(row[respondents]);
    const unit = String(row["unit"]);
    return count === 0 ? [] : [{ unit, values: readValues(attributes, unit, row), respondents: count, sums }];
  };
  return {
    wave,
    questionnaire,
    attributes: attributes.map(({ attribute }) => attribute),
    answered: rows.flatMap((row) => makeAtom(row, "answered", new Map())),
    blocks: instruments.map(({ instrument, column, scales }) => ({
      instrument: instrument.instrument,
      measures: scales.map(({ definition }) => definition),
      atoms: rows.flatMap((row) =>
        makeAtom(
          row,
          `${column}_respondents`,
          new Map(scales.map((scale) => [scale.definition.measure, row[`${scale.column}_sum`] as bigint])),
        ),
      ),
    })),
  };
}

/** The query behind it: one row per unit and values of the given columns, in this order; whole-number sums. */
export function writeAtoms(
  instruments: readonly ScoredInstrument[],
  responses: string,
  columns: readonly string[],
): string {
  const keys = ["unit", ...columns].join(", ");
  const sums = instruments.flatMap(({ column, scales }) => [
    `(count(*) filter (${column}))::integer as ${column}_respondents`,
    ...scales.map((scale) => `coalesce(sum(${scale.column}), 0)::hugeint as ${scale.column}_sum`),
  ]);
  return `with scored as (${writeScores(instruments, responses, columns)})
    select ${[keys, "count(*)::integer as answered", ...sums].join(", ")}
    from scored group by ${keys} order by ${["unit", ...columns.map((column) => `${column} nulls first`)].join(", ")}`;
}
