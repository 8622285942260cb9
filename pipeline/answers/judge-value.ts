/**
 * Tells which value of an attribute a text stands for. In: an attribute of scan.yaml. Out: a judge of texts, of people and of
 * units alike.
 */
import { type Attribute, listValues } from "../../schemas/attribute.ts";
import { cleanCell, normaliseLabel } from "./normalise-label.ts";

/** How the file writes: `missing` texts say nothing, `decimal` is the mark of its numbers. */
export type Spelling = Readonly<{ missing: readonly string[]; decimal: "." | "," }>;

/** The code of a text's value; null when it is blank or says nothing, undefined when it is in no list. */
export type ValueJudge = (text: string) => string | null | undefined;

/** The judge of an attribute's texts. A number belongs to the last cut that it reaches. */
export function makeValueJudge(attribute: Pick<Attribute, "values" | "cuts">, spelling: Spelling): ValueJudge {
  const missing = new Set(spelling.missing.map(normaliseLabel));
  const find = attribute.cuts === undefined ? findText(attribute) : findGroup(attribute.cuts, spelling.decimal);
  return (text) => {
    const cell = cleanCell(text);
    return cell === "" || missing.has(normaliseLabel(cell)) ? null : find(cell);
  };
}

function findText({ values }: Pick<Attribute, "values">): (text: string) => string | undefined {
  const codes = new Map(
    Object.entries(values ?? {}).flatMap(([code, { texts }]) => texts.map((text) => [normaliseLabel(text), code])),
  );
  return (text) => codes.get(normaliseLabel(text));
}

function findGroup(cuts: readonly number[], decimal: "." | ","): (text: string) => string | undefined {
  const number = decimal === "," ? /^\d{1,9}(,\d{1,9})?$/ : /^\d{1,9}(\.\d{1,9})?$/;
  const groups = listValues({ cuts: [...cuts] }).map(({ value }) => value);
  return (text) =>
    number.test(text) ? groups[cuts.filter((cut) => cut <= Number(text.replace(",", "."))).length] : undefined;
}
