/** A small questionnaire with attributes, validated one way and made ready to be added up. */
import { prepareScoring } from "../../../pipeline/score.ts";
import { Attribute } from "../../../schemas/attribute.ts";
import type { AttributeSource } from "../../../schemas/cell.ts";
import { Instrument } from "../../../schemas/instrument.ts";
import type { Identity, MappedColumns, Way } from "../../../schemas/loaded-export.ts";
import { makeSeenExamples } from "../seen-examples.ts";

const text = { nl: "t", en: "t" };

export const tenure = Attribute.parse({
  title: text,
  values: { short: { title: text, texts: ["< 1 jaar", "kort"] }, long: { title: text, texts: ["1 jaar of langer"] } },
});

const makeInstrument = (instrument: string, items: readonly string[]) =>
  Instrument.parse({
    instrument,
    version: 1,
    title: text,
    citation: "Made for this test.",
    licence: { id: "MIT", redistribute_text: true },
    answers: { minimum: 1, maximum: 5 },
    items: items.map((item) => ({ item, label: text })),
    scales: [
      {
        scale: "total",
        title: text,
        meaning: text,
        score: "mean",
        minimum_answered: items.length,
        higher_is: "better",
      },
    ],
  });

/** Two bases: who answered Q1, and who answered Q2 and Q3. */
export const instruments = prepareScoring([makeInstrument("first", ["Q1"]), makeInstrument("second", ["Q2", "Q3"])]);

/** Tells people apart by tenure, and by a region that team A has and team B has not. */
export const attributes: readonly AttributeSource[] = [
  { attribute: "region", ofUnit: new Map([["A", "north"]]) },
  { attribute: "tenure", column: "attribute_0" },
];

/** Maps the column `tenure` as the attribute of that name, and is not taken for an item. */
export const withTenure =
  (more: Partial<MappedColumns> = {}) =>
  (columns: MappedColumns): MappedColumns => {
    const column = columns.answers.find(({ item }) => item === "tenure")?.columns[0];
    if (column === undefined) throw new Error("An example must have a column called tenure.");
    return {
      ...columns,
      answers: columns.answers.filter(({ item }) => item !== "tenure"),
      attributes: [{ attribute: "tenure", definition: tenure, column, joined: false, missing: ["zeg ik niet"] }],
      ...more,
    };
  };

export function makePeopleExamples() {
  const { look, open, judge } = makeSeenExamples();

  /** The database and the table of the responses that count; both must be there. */
  async function prepare(csv: string, as: Way, identity: Identity | null, more: Partial<MappedColumns> = {}) {
    const inspection = await look(csv);
    const database = await open([inspection], { ORG: "", A: "ORG", B: "ORG" });
    const choices = { columns: withTenure(more), ...(identity && { identity }) };
    const validated = await judge(database, inspection, as, choices);
    if (validated === null) throw new Error(`An example must be read as ${as}.`);
    const aggregated = { wave: "now", waveIndex: 0, questionnaire: "example", instruments, responses: validated.table };
    return { database, aggregated, validated };
  }

  return { prepare };
}
