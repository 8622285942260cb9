/** Finds what is wrong with the attributes of a scan. In: the parsed scan.yaml. Out: sentences with line and column. */
import { type Attribute, listValues, mostAttributes, mostValues } from "../../schemas/attribute.ts";
import type { Scan } from "../../schemas/scan.ts";
import { normaliseLabel } from "../answers/normalise-label.ts";
import type { ParsedYaml } from "../read-yaml.ts";
import { listNames } from "../user-error.ts";

/** Of the attributes themselves, and of the columns that questionnaires name for them. */
export function findAttributeProblems({ value: scan, complain }: ParsedYaml<Scan>): string[] {
  const names = Object.keys(scan.attributes);
  return [
    ...(names.length > mostAttributes
      ? [complain(["attributes"], `must be at most ${mostAttributes} attributes; there are ${names.length}`)]
      : []),
    ...Object.entries(scan.attributes).flatMap(([name, attribute]) =>
      findOwnProblems(attribute).map(([path, message]) => complain(["attributes", name, ...path], message)),
    ),
    ...Object.entries(scan.questionnaires).flatMap(([questionnaire, { columns }]) =>
      Object.keys(columns.attributes).flatMap((name) => {
        const message = findMappingProblem(scan.attributes[name], names);
        const path = ["questionnaires", questionnaire, "columns", "attributes", name];
        return message === null ? [] : [complain(path, message)];
      }),
    ),
    ...findUnusedAttributes(scan).map((name) =>
      complain(
        ["attributes", name],
        "must have a column in some questionnaire (columns: { attributes: … }), or from: roster",
      ),
    ),
  ];
}

/** A path below the attribute, and what is wrong there. */
type Found = readonly [path: readonly string[], message: string];

function findOwnProblems(attribute: Attribute): Found[] {
  const { values, cuts, from, column } = attribute;
  const count = listValues(attribute).length;
  return [
    ...((values === undefined) === (cuts === undefined)
      ? [[[], "must have either values or cuts"] satisfies Found]
      : []),
    ...(count === 0 && values !== undefined ? [[["values"], "must list at least 1"] satisfies Found] : []),
    ...(count > mostValues
      ? [[[], `must have at most ${mostValues} values, but has ${count}: join values that are alike`] satisfies Found]
      : []),
    ...(cuts?.some((cut, index) => index > 0 && cut <= (cuts[index - 1] as number))
      ? [[["cuts"], "must ascend"] satisfies Found]
      : []),
    ...(from === "roster" && column === undefined
      ? [[[], "must name the column of the roster (column: …)"] satisfies Found]
      : []),
    ...(from === "export" && column !== undefined
      ? [[["column"], "is for from: roster; name columns of exports under columns: { attributes: … }"] satisfies Found]
      : []),
    ...findSameTexts(values ?? {}),
  ];
}

/** A text that stands for two values. */
function findSameTexts(values: NonNullable<Attribute["values"]>): Found[] {
  const owners = new Map<string, string>();
  return Object.entries(values).flatMap(([value, { texts }]) =>
    texts.flatMap((text): Found[] => {
      const owner = owners.get(normaliseLabel(text)) ?? value;
      owners.set(normaliseLabel(text), owner);
      return owner === value ? [] : [[["values", value], `must not have ${JSON.stringify(text)}: ${owner} has it too`]];
    }),
  );
}

function findMappingProblem(attribute: Attribute | undefined, names: readonly string[]): string | null {
  if (attribute === undefined)
    return names.length === 0
      ? "must be an attribute, but scan.yaml has none (attributes: …)"
      : `must be an attribute: ${listNames(names)}`;
  return attribute.from === "roster" ? "must not be here: it comes from the roster" : null;
}

const findUnusedAttributes = ({ attributes, questionnaires }: Scan): string[] =>
  Object.entries(attributes)
    .filter(
      ([name, { from }]) =>
        from === "export" &&
        !Object.values(questionnaires).some(({ columns }) => Object.hasOwn(columns.attributes, name)),
    )
    .map(([name]) => name);
