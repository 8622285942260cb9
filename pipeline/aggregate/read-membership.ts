/**
 * Reads who is behind the figures of one questionnaire in one wave: confidential, for the private part of the ledger.
 * In: accepted responses, the tree and the ledger's key. Out: a Membership; people are keyed hashes, and no answer is in it.
 */
import { createHash } from "node:crypto";
import type { AttributeSource } from "../../schemas/cell.ts";
import type { Membership } from "../../schemas/membership.ts";
import type { Unit } from "../../schemas/roster.ts";
import type { Aggregated } from "../aggregate.ts";
import { type Database, quoteName, quoteText } from "../database.ts";
import { type ScoredInstrument, writeBase } from "../score.ts";
import { writeKeyedHash } from "../sql/write-keyed-hash.ts";
import { listColumns, readValues } from "./attribute-columns.ts";

/** What there is to know of the people of one export. `ledgerKey` is the one the responses were loaded with. */
export type People = Readonly<{
  attributes: readonly AttributeSource[];
  /** Whether people are told apart by a key or by the id of a response. */
  identified: boolean;
  /** The wave's tree, parents before children. */
  units: readonly Unit[];
  /** 32 bytes. */
  ledgerKey: Uint8Array;
}>;

/** One row per unit, values and instruments answered, in this order. Responses are read once. */
export async function readMembership(
  database: Database,
  { wave, questionnaire, instruments, responses }: Omit<Aggregated, "totals">,
  { attributes, identified, units, ledgerKey }: People,
): Promise<Membership> {
  const columns = listColumns(attributes);
  const rows = await database.rows(writeMembership(instruments, responses, columns, ledgerKey), "list the memberships");
  return {
    format: "vitascan-membership/1",
    wave,
    questionnaire,
    instruments: instruments.map(({ instrument }) => instrument.instrument),
    attributes: attributes.map(({ attribute }) => attribute),
    identified,
    units: units.map(({ unit, parent, invited }) => ({ unit, parent, invited })),
    rows: rows.map((row) => ({
      unit: String(row["unit"]),
      values: readValues(attributes, String(row["unit"]), row),
      answered: instruments.map(({ column }) => row[column] === true),
      people: String(row["people"]).split(" "),
    })),
  };
}

/** The query behind it; `people` is one text, entries apart by a blank, which none has. */
export function writeMembership(
  instruments: readonly ScoredInstrument[],
  responses: string,
  columns: readonly string[],
  ledgerKey: Uint8Array,
): string {
  const keys = ["unit", ...columns, ...instruments.map(({ column }) => column)];
  const bases = instruments.map((instrument) => `coalesce(${writeBase(instrument)}, false) as ${instrument.column}`);
  const record = writeKeyedHash(ledgerKey, writeRecord(instruments));
  return `with entries as (
      select ${["unit", ...columns, ...bases].join(", ")}, coalesce(person, '') || '.' || ${record} as entry from ${responses})
    select ${keys.join(", ")}, string_agg(entry, ' ' order by entry) as people
    from entries group by ${keys.join(", ")} order by ${keys.map((key) => `${key} nulls first`).join(", ")}`;
}

/**
 * All that a response says, as one text that is the same however the file was read: a hash of the items' codes, then the answers
 * with the decimals of their scale, items by code, and last the unit, which may hold any character. Attributes are left out:
 * with one more in the scan, nobody without an id would be recognised.
 */
function writeRecord(instruments: readonly ScoredInstrument[]): string {
  const items = instruments
    .flatMap(({ instrument }) => instrument.items.map(({ item }) => ({ item, decimals: instrument.answers.decimals })))
    .sort((one, other) => (one.item < other.item ? -1 : 1));
  const names = JSON.stringify(items.map(({ item }) => item));
  const head = `record|${createHash("sha256").update(names).digest("hex").slice(0, 16)}`;
  const answers = items.map(({ item, decimals }) => {
    const type = decimals === 0 ? "integer" : `decimal(18, ${decimals})`;
    return `coalesce(${quoteName(item)}::${type}::varchar, '')`;
  });
  return `concat_ws('|', ${[quoteText(head), ...answers, "unit"].join(", ")})`;
}
