/**
 * An attribute in scan.yaml: what the people of a unit are told apart by besides the tree, such as years of service, contract,
 * a group they count themselves in, or a second hierarchy. Always a closed list: a text that is not in it is a problem.
 */
import { z } from "zod";
import { Code, LocalText } from "./text.ts";

/** More attributes than this make groups that nobody can be hidden in. */
export const mostAttributes = 6;
export const mostValues = 50;

export const AttributeValue = z.strictObject({
  title: LocalText,
  /** The texts that stand for it in the files; capitals and blanks don't matter. */
  texts: z.array(z.string().min(1)).min(1),
});
export type AttributeValue = z.infer<typeof AttributeValue>;

/** A column by its name, its text or, where names occur twice, its name and position. */
const columnName = z.union([z.string().min(1), z.strictObject({ name: z.string(), position: z.int().min(1) })]);

export const Attribute = z.strictObject({
  title: LocalText,
  /**
   * export: each person has an own value, in a column that the questionnaire names under `columns: { attributes: … }`; with a
   * key it may be in the attributes file. roster: everyone directly in a unit has the value of the unit.
   */
  from: z.enum(["export", "roster"]).default("export"),
  /** The column of the roster. */
  column: columnName.optional(),
  /** True when people said it of themselves. */
  self_declared: z.boolean().default(false),
  /** Code to what it stands for; in reports in this order. */
  values: z.record(Code, AttributeValue).optional(),
  /** In place of `values`, of a number: whole numbers, ascending, at which the next group begins. */
  cuts: z.array(z.int().min(0).max(1_000_000)).min(1).optional(),
});
export type Attribute = z.infer<typeof Attribute>;

/** The values of an attribute in the order of scan.yaml; of cuts `below_<a>`, `from_<a>_below_<b>` and `from_<b>`. */
export function listValues({
  values,
  cuts,
}: Pick<Attribute, "values" | "cuts">): { value: string; title: LocalText }[] {
  if (cuts === undefined) return Object.entries(values ?? {}).map(([value, { title }]) => ({ value, title }));
  const first = cuts[0] as number;
  return [
    { value: `below_${first}`, title: { nl: `minder dan ${first}`, en: `under ${first}` } },
    ...cuts.map((from, index) => titleGroup(from, cuts[index + 1])),
  ];
}

const titleGroup = (from: number, below: number | undefined) =>
  below === undefined
    ? { value: `from_${from}`, title: { nl: `${from} of meer`, en: `${from} or more` } }
    : { value: `from_${from}_below_${below}`, title: { nl: `${from} tot ${below}`, en: `${from} to under ${below}` } };
