/**
 * Builds commented YAML by hand, since a library keeps no comments at the ends of lines.
 * In: lines. Out: text. Names from files are written between quotes, with every invisible character escaped.
 */

/** One line: YAML, an explanation behind it, and what the analyst has to decide about it. */
export type YamlLine = Readonly<{ text: string; note: string | null; question: string | null }>;

/** A line that is settled; `note` explains it. */
export const write = (text: string, note: string | null = null): YamlLine => ({ text, note, question: null });

/** A line that is unsure when there is a question about it, and settled when there is none. */
export const ask = (text: string, question: string | null): YamlLine => ({ text, note: null, question });

/** A comment on a line of its own. */
export const remark = (text: string): YamlLine => write(`# ${text}`);

export const blank: YamlLine = write("");

/** The lines of a block, one level further in. */
export const indent = (lines: readonly YamlLine[]): YamlLine[] =>
  lines.map((line) => (line.text === "" ? line : { ...line, text: `  ${line.text}` }));

/** A heading and the block below it; nothing when the block is empty. */
export const nest = (heading: string, lines: readonly YamlLine[]): YamlLine[] =>
  lines.length === 0 ? [] : [write(heading), ...indent(lines)];

/** How many lines ask something. */
export const countQuestions = (lines: readonly YamlLine[]): number =>
  lines.filter(({ question }) => question !== null).length;

/** The text of the lines, each with its explanation or its question as a comment. */
export const joinLines = (lines: readonly YamlLine[]): string =>
  lines.map(({ text, note, question }) => `${text}${wordComment(note, question)}\n`).join("");

const wordComment = (note: string | null, question: string | null) =>
  question !== null ? `  # decide: ${question}` : note !== null ? `  # ${note}` : "";

/** A text as a YAML string on one line that reads back as the same text. */
export const quote = (text: string): string =>
  JSON.stringify(text).replace(/(?! )[\p{C}\p{Z}]/gu, (invisible) => writeEscape(invisible.codePointAt(0) as number));

const writeEscape = (code: number) =>
  code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;

const shownStart = 35;
const shownEnd = 22;

/** A text between quotes for a comment; of more than 60 characters the middle is left out, for options come last. */
export function quoteShort(text: string): string {
  const characters = [...text];
  if (characters.length <= shownStart + shownEnd + 3) return quote(text);
  return quote(`${characters.slice(0, shownStart).join("")}...${characters.slice(-shownEnd).join("")}`);
}

/** "a, b or c". */
export const listChoices = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

const shownChoices = 5;

/** "a, b or 3 more", for names from files that are quoted already; beyond five they are counted. */
export function listSome(names: readonly string[]): string {
  const more = names.length - shownChoices;
  const shown = names.slice(0, shownChoices);
  return listChoices(more > 0 ? [...shown, `${more} more`] : shown);
}
