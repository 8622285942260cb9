/** Trims a cell in the same way in SQL and here: codes of two files must be equal whoever read them. */

/** The blanks that `trimCell` removes, as a class of the database's expressions: tabs and line ends, spaces of every width, U+FEFF. */
const blank = "[\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]";

/** SQL for the text of `column` (a name or an expression) without outer blanks; null stays null, a blank cell becomes ''. */
export const writeTrimmed = (column: string): string => `regexp_replace(${column}, '^${blank}+|${blank}+$', '', 'g')`;

/** The cell's text without outer blanks, U+FEFF among them. */
export const trimCell = (text: string): string => text.trim();
