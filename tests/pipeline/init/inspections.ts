/** Inspections written by hand for the tests of init: a file's name, its columns, and what differs from a plain CSV file. */
import type { Column, ColumnContent, Inspection } from "../../../schemas/inspection.ts";
import { type Instrument, Instrument as InstrumentSchema } from "../../../schemas/instrument.ts";

/** Whole numbers that lie on these scales. */
export const numbers = (...scales: string[]): ColumnContent => ({ kind: "numbers", scales });

/** Labels that these response sets know. */
export const labels = (...response_sets: string[]): ColumnContent => ({ kind: "labels", response_sets });

export const codes: ColumnContent = { kind: "codes" };
export const text: ColumnContent = { kind: "text" };
export const dates: ColumnContent = { kind: "dates", order: "year_first" };

/** A column in short. */
export type Sketch = readonly [name: string, content: ColumnContent, more?: Partial<Column>];

/** Columns from position 1 on. */
export const makeColumns = (...sketches: Sketch[]): Column[] =>
  sketches.map(([name, content, more], index) => ({
    position: index + 1,
    name,
    text: null,
    role: null,
    identifier: null,
    content,
    ...more,
  }));

/** A plain UTF-8 file with commas and one header row, and `more`. */
export const makeInspection = (
  file: string,
  columns: readonly Column[],
  more: Partial<Inspection> = {},
): Inspection => ({
  file,
  text_path: "",
  sha256: "",
  bytes: 1000,
  profile: "plain",
  sheet: null,
  encoding: "utf-8",
  byte_order_mark: false,
  delimiter: ",",
  decimal: ".",
  line_ends: "LF",
  dates: null,
  skip: 1,
  header_rows: 1,
  columns,
  records: 100,
  underscore: false,
  remarks: [],
  ...more,
});

/** A roster file. */
export const makeRoster = (file: string): Inspection =>
  makeInspection(file, makeColumns(["unit", codes], ["name", text], ["parent", codes], ["invited", numbers()]));

/** An instrument whose items have one scale together. */
export const makeInstrument = (
  instrument: string,
  items: readonly string[],
  answers: Partial<Instrument["answers"]> = {},
): Instrument =>
  InstrumentSchema.parse({
    instrument,
    version: 1,
    title: { nl: instrument, en: instrument },
    citation: "Invented for a test.",
    licence: { id: "MIT", redistribute_text: true },
    answers: { minimum: 1, maximum: 5, ...answers },
    items: items.map((item) => ({ item, label: { nl: `label van ${item}`, en: `label of ${item}` } })),
    scales: [
      {
        scale: "total",
        title: { nl: instrument, en: instrument },
        meaning: { nl: "Iets.", en: "Something." },
        score: "mean",
        minimum_answered: 1,
        higher_is: "better",
      },
    ],
  });

/** One question from 0 to 10, scored as a net promoter score. */
export const promoterScore: Instrument = InstrumentSchema.parse({
  ...makeInstrument("enps", ["ENPS01"], { minimum: 0, maximum: 10 }),
  scales: [
    {
      scale: "score",
      title: { nl: "eNPS", en: "eNPS" },
      meaning: { nl: "Iets.", en: "Something." },
      score: "nps",
      minimum_answered: 1,
      higher_is: "better",
      promoter_from: 9,
      detractor_to: 6,
    },
  ],
});

/** Twelve items whose codes have gaps, as those of BAT-12. */
export const twelve: readonly string[] = ["01", "03", "04", "09", "11", "13", "14", "17", "18", "19", "20", "23"].map(
  (number) => `BAT${number}`,
);

export const burnout: Instrument = makeInstrument("bat_12", twelve, { response_set: "frequency_5" });
