/**
 * Finds the cells of a worksheet that a reader of values takes for blank although they are not: errors such as #N/A, and
 * formulas whose result was never stored. In: the parts of a workbook (Office Open XML, ECMA-376 part 1, 18.3.1.4).
 * Out: addresses of cells.
 */

/** Gives the text of a part of the workbook by its name, or null when there is none. */
type ReadPart = (name: string) => string | null;

/** Addresses such as "B7" of the lost cells on the sheet called `sheet`, in the order of the sheet. */
export function findLostCells(readPart: ReadPart, sheet: string): string[] {
  const part = findSheetPart(readPart, sheet);
  const xml = (part !== null && readPart(part)) || "";
  const cells = /<(?:\w+:)?c\b([^>]*[^>/])>(.*?)<\/(?:\w+:)?c>/gs;
  const found: string[] = [];
  if (!/\bt="e"|<(?:\w+:)?f\b/.test(xml)) return found;
  for (const [, attributes = "", content = ""] of xml.matchAll(cells)) {
    const isError = readAttribute(attributes, "t") === "e";
    const isFormula = /<(?:\w+:)?f\b/.test(content) && !/<(?:\w+:)?v\b/.test(content);
    if (isError || isFormula) found.push(readAttribute(attributes, "r") ?? "");
  }
  return found;
}

/** The name of the part that holds a sheet: workbook.xml gives the sheet's relation, the relations give the part. */
function findSheetPart(readPart: ReadPart, sheet: string): string | null {
  const sheets = listElements(readPart("xl/workbook.xml") ?? "", "sheet");
  const attributes = sheets.find((one) => unescapeXml(readAttribute(one, "name") ?? "") === sheet);
  const relation = attributes && readAttribute(attributes, "\\w+:id");
  const relations = listElements(readPart("xl/_rels/workbook.xml.rels") ?? "", "Relationship");
  const own = relations.find((one) => readAttribute(one, "Id") === relation);
  const target = own && readAttribute(own, "Target");
  return target ? (target.startsWith("/") ? target.slice(1) : `xl/${target}`) : null;
}

/** The attributes of every element called `name`. */
const listElements = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, "g"))].map(([, attributes = ""]) => attributes);

const readAttribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((one) => one !== undefined);

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescapeXml = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name !== undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(hex ? `0x${hex}` : decimal)),
  );
