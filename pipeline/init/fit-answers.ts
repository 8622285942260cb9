/** Compares what a column holds with the answers of an instrument. */
import type { Column, ColumnContent } from "../../schemas/inspection.ts";
import type { Instrument } from "../../schemas/instrument.ts";
import { wordContent } from "./word-content.ts";

/** "0-10", as scales are written in an inspection. */
export const nameScale = ({ answers: { minimum, maximum } }: Instrument): string => `${minimum}-${maximum}`;

/** True when the numbers or labels of a column are answers of the instrument as far as can be seen. */
export function fitsAnswers(content: ColumnContent, instrument: Instrument): boolean {
  if (content.kind === "numbers") return content.scales.includes(nameScale(instrument));
  if (content.kind === "decimals") return instrument.answers.decimals > 0;
  return content.kind === "labels" && knowsLabels(content.response_sets, instrument);
}

/** An instrument without a response set of its own may be answered with any; which one is then a question. */
const knowsLabels = (sets: readonly string[], { answers: { response_set } }: Instrument) =>
  response_set === undefined || sets.includes(response_set);

/** What is odd about a column as an item of the instrument, as a question; null when it fits. */
export function doubtAnswers({ content }: Column, instrument: Instrument): string | null {
  if (fitsAnswers(content, instrument)) return null;
  const { response_set } = instrument.answers;
  const expected = `${nameScale(instrument)}${response_set === undefined ? "" : ` or labels of ${response_set}`}`;
  return `is this the column? It must hold ${expected}, and its first records hold ${wordContent(content)}`;
}

/** The response sets that know every label of these columns; columns without labels have no say. */
export function listSharedSets(columns: readonly Column[]): string[] {
  const [first = [], ...others] = columns.flatMap(({ content }) =>
    content.kind === "labels" ? [content.response_sets] : [],
  );
  return first.filter((set) => others.every((sets) => sets.includes(set)));
}
