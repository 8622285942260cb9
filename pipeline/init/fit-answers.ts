/** Compares what a column holds with the answers of an instrument. */
import type { Column, ColumnContent } from "../../schemas/inspection.ts";
import type { Instrument, Item } from "../../schemas/instrument.ts";
import { wordContent } from "./word-content.ts";

/** "0-10", as scales are written in an inspection. */
export const nameScale = ({ answers: { minimum, maximum } }: Instrument): string => `${minimum}-${maximum}`;

/** The response set of an item: its own, else that of the instrument. */
export const findSet = ({ response_set }: Item, { answers }: Instrument): string | undefined =>
  response_set ?? answers.response_set;

/** True when the numbers or labels of a column are answers to one of the items, as far as can be seen. */
export function fitsAnswers(
  content: ColumnContent,
  instrument: Instrument,
  items: readonly Item[] = instrument.items,
): boolean {
  if (content.kind === "numbers") return content.scales.includes(nameScale(instrument));
  if (content.kind === "decimals") return instrument.answers.decimals > 0;
  return (
    content.kind === "labels" && items.some((item) => knowsLabels(content.response_sets, findSet(item, instrument)))
  );
}

/** An item without a response set may be answered with any; which one is then a question. */
const knowsLabels = (sets: readonly string[], set: string | undefined) => set === undefined || sets.includes(set);

/** What is odd about a column as this item of the instrument, as a question; null when it fits. */
export function doubtAnswers({ content }: Column, instrument: Instrument, item: Item): string | null {
  if (fitsAnswers(content, instrument, [item])) return null;
  const set = findSet(item, instrument);
  const expected = `${nameScale(instrument)}${set === undefined ? "" : ` or labels of ${set}`}`;
  return `is this the column? It must hold ${expected}, and its first records hold ${wordContent(content)}`;
}

/** The response sets that know every label of these columns; columns without labels have no say. */
export function listSharedSets(columns: readonly Column[]): string[] {
  const [first = [], ...others] = columns.flatMap(({ content }) =>
    content.kind === "labels" ? [content.response_sets] : [],
  );
  return first.filter((set) => others.every((sets) => sets.includes(set)));
}
