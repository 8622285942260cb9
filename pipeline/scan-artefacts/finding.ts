/** What the scan reports: a place in a file that says more than the release. Never the number, the name or the text itself. */

/**
 * file: a file or a part of one that no release has. form: a file that is not written plainly, so that something can hide in it.
 * number: a figure that nothing released has. withheld: a figure beside a unit, or a group in it, that is not shown.
 * attribution: a figure that is not one of the unit it stands with. name: a unit where none may be named, or an unknown one.
 * order: places of rows that leave a gap or that rank what is not shown. domain: an axis, a scale or a sort order that does not
 * follow from the rows. transform: a chart that computes on rows. drawing: a picture that is not a drawing of its chart file.
 * hidden: a comment, a style, a script, an address or an attribute that a reader does not see.
 */
export type FindingKind =
  | "file"
  | "form"
  | "number"
  | "withheld"
  | "attribution"
  | "name"
  | "order"
  | "domain"
  | "transform"
  | "drawing"
  | "hidden";

/** One place. `where` is a line, a row and column, or a JSON pointer; `expected` says what may stand there. */
export type Finding = Readonly<{ path: string; where: string; kind: FindingKind; expected: string }>;

/** Where a part of a file puts its findings; the path is known to whoever made it. */
export type Report = (where: string, kind: FindingKind, expected: string) => void;
