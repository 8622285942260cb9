/** Finds an instrument of one question, scored as a net promoter score, by its text: it speaks of recommending. */
import type { Column } from "../../schemas/inspection.ts";
import type { Instrument, Item } from "../../schemas/instrument.ts";
import { doubtAnswers, fitsAnswers, nameScale } from "./fit-answers.ts";
import type { InstrumentMatch, Search } from "./instrument-match.ts";
import { showColumn } from "./name-column.ts";
import { listSome } from "./yaml-lines.ts";

const recommending = /aanbevel|aanbeveel|aanraden|recommend|empfehl|empfiehl|recommand|(?<!\p{L})e?nps(?!\p{L})/iu;
const employer = /werkgever|employer|place to work|arbeitgeber|employeur|(?<!\p{L})enps(?!\p{L})/iu;
const says = (pattern: RegExp) => (column: Column) => pattern.test(readQuestion(column));

const readQuestion = ({ name, text }: Column) => `${name} ${text ?? ""}`;

/** Sure when one column on the instrument's scale speaks of recommending, or one of an employer. */
export function findByQuestion({ columns, free, instrument }: Search): InstrumentMatch | null {
  const [item] = instrument.items;
  if (item === undefined || instrument.items.length > 1 || instrument.scales.every(({ score }) => score !== "nps"))
    return null;
  const found = [...free].filter(says(recommending));
  const fitting = found.filter(({ content }) => fitsAnswers(content, instrument) || content.kind === "mixed");
  const ofEmployer = fitting.filter(says(employer));
  const candidates = ofEmployer.length > 0 ? ofEmployer : fitting;
  const [column] = candidates;
  if (column === undefined) return null;
  return {
    instrument,
    items: [{ item, columns: [column], question: doubtQuestion(candidates, columns, instrument, item) }],
  };
}

function doubtQuestion(
  [column, ...others]: readonly Column[],
  columns: readonly Column[],
  instrument: Instrument,
  item: Item,
): string | null {
  if (column === undefined) return null;
  if (others.length > 0)
    return (
      `is this the question, or is it ${listSome(others.map((one) => showColumn(one, columns)))}? ` +
      'If each respondent was asked one of them, name them all, as ["one", "other"]'
    );
  return doubtAnswers(column, instrument, item) ?? doubtScale(column, instrument);
}

/** The first records may hold no extreme answer: then a narrower scale that they lie on too may be the real one. */
function doubtScale(column: Column, instrument: Instrument): string | null {
  const { content } = column;
  if (content.kind !== "numbers" || content.scales.length < 2 || namesEnds(readQuestion(column), instrument))
    return null;
  const narrower = content.scales.findLast((scale) => isNarrower(scale, instrument));
  if (narrower === undefined) return null;
  return `is this asked from ${nameScale(instrument).replace("-", " to ")}? Its first records also fit ${narrower}`;
}

/** Where a question ends at the latest. */
const longest = 1000;

const namesEnds = (text: string, { answers: { minimum, maximum } }: Instrument) =>
  new RegExp(`(?<![\\d.,])${minimum}(?![\\d.,]*\\d).*(?<![\\d.,])${maximum}(?![\\d.,]*\\d)`, "s").test(
    text.slice(0, longest),
  );

/** Scales are written as in an inspection: "0-10". */
function isNarrower(scale: string, { answers: { minimum, maximum } }: Instrument): boolean {
  const [low = 0, high = 0] = scale.split("-").map(Number);
  return high - low < maximum - minimum;
}
