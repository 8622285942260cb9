/** Counts what was done with the problems that scan.yaml accepts. In: the table of faults. Out: one row per accepted rule. */
import type { LoadedExport } from "../../schemas/loaded-export.ts";
import { type Problem, Rule } from "../../schemas/problem.ts";
import type { Database } from "../database.ts";
import type { Context } from "./context.ts";

/** missing: `count` is of answers left blank in responses that count. reject: of responses, each once however often it breaks the rule. */
export type AcceptedProblem = Readonly<{ rule: Rule; accepted: NonNullable<Problem["accepted"]>; count: number }>;

/** A cell that breaks two rules is left blank once, and counted under one of them. */
export async function countAccepted(
  database: Database,
  { table, inspection }: LoadedExport,
  { accept }: Context,
): Promise<AcceptedProblem[]> {
  const rows = await database.rows(
    `with cells as (
       select record, place, min(rule) as rule from ${table}_faults semi join ${table}_accepted using (record) group by all),
     blanked as (select rule, count(*)::integer as count from cells group by rule),
     dropped as (select rule, count(distinct record)::integer as count from ${table}_faults anti join ${table}_accepted using (record) group by rule)
     select 'missing' as accepted, rule, count from blanked union all select 'reject', rule, count from dropped
     order by rule`,
    `count the problems of ${inspection.file}`,
  );
  return rows.flatMap((row) => {
    const rule = Rule.parse(row["rule"]);
    const accepted = accept[rule];
    return accepted !== undefined && accepted === row["accepted"]
      ? [{ rule, accepted, count: Number(row["count"]) }]
      : [];
  });
}
