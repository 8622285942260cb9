/**
 * Takes the rows out of a spec, so that charts of one type share what is compiled. In: a Vega-Lite spec with inline rows;
 * out: the spec with names in their place, and the rows by name.
 */
import type { TopLevelSpec } from "vega-lite";

export type Separated = Readonly<{ frame: TopLevelSpec; rows: ReadonlyMap<string, object[]> }>;

/** Rows are copied: Vega marks the objects it is given. A spec without inline rows comes back as it is. */
export function separateRows(spec: TopLevelSpec): Separated {
  const rows = new Map<string, object[]>();
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, key === "data" ? nameRows(value, rows) : visit(value)]),
    );
  };
  return { frame: visit(spec) as TopLevelSpec, rows };
}

function nameRows(data: unknown, rows: Map<string, object[]>): unknown {
  const values = (data as { values?: unknown } | null)?.values;
  if (!Array.isArray(values)) return data;
  const name = `rows${rows.size}`;
  rows.set(
    name,
    values.map((row: object) => ({ ...row })),
  );
  return { name };
}
