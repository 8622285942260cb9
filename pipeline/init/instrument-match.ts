/** What is found of an instrument in the columns of an export, and how a search for it is asked. */
import type { Column } from "../../schemas/inspection.ts";
import type { Instrument, Item } from "../../schemas/instrument.ts";

/** Where an item may be: no column when it was not found; no question when it is sure. */
export type ItemMatch = Readonly<{ item: Item; columns: readonly Column[]; question: string | null }>;

/** One item match per item, in the order of the instrument. */
export type InstrumentMatch = Readonly<{ instrument: Instrument; items: readonly ItemMatch[] }>;

/** `free`: the columns that may hold answers and are not used yet. `rivals`: other instruments that are not found yet. */
export type Search = Readonly<{
  columns: readonly Column[];
  free: ReadonlySet<Column>;
  instrument: Instrument;
  rivals: readonly Instrument[];
}>;

/** One way to find an instrument; null when it is not there. */
export type Finder = (search: Search) => InstrumentMatch | null;

/** The columns that a match uses. */
export const listColumns = ({ items }: InstrumentMatch): Column[] => items.flatMap(({ columns }) => columns);
