/** A figure: a chart at two widths, the words around it and the table with every number of it. */
import type { TopLevelSpec } from "vega-lite";
import type { Area } from "../../schemas/instrument.ts";
import type { Layout } from "../theme.ts";

/** A table for readers: every cell is written text; `numeric` columns are set to the right. */
export type FigureTable = Readonly<{
  caption: string;
  columns: readonly Readonly<{ title: string; numeric: boolean }>[];
  rows: readonly (readonly string[])[];
}>;

export type Figure = Readonly<{
  /** For file names and ids: lower-case words joined by - and _. */
  name: string;
  title: string;
  /** What is drawn and in which unit, under a title that states the finding. */
  subtitle?: string;
  description: string;
  /** Which signs are explained above the chart. */
  key?: "levels" | "stands";
  /** Short sentences under the chart about this chart. */
  notes: readonly string[];
  /** How to read it; a sentence that stood under an earlier chart of the same part is not said again. */
  reading?: readonly string[];
  spec: (layout: Layout) => TopLevelSpec;
  table: FigureTable;
  /** The area it stands under, null for none; absent where its section is about one measure. */
  area?: Area | null;
}>;

/** Units in a chart beyond this number are in the table only. */
export const mostUnits = 30;

/** Columns from titles; the first `texts` are text, the others figures. */
export const columnsOf = (titles: readonly string[], texts: number): FigureTable["columns"] =>
  titles.map((title, position) => ({ title, numeric: position >= texts }));
