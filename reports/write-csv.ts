/** Writes rows as CSV for a kind of reader; text that a spreadsheet would run as a formula is made inert. */

/** Text is guarded, a number is written in the reader's notation, null is an empty cell. */
export type CsvValue = Readonly<{ text: string }> | number | null;

export type CsvStyle = Readonly<{ delimiter: "," | ";"; decimal: "." | ","; mark: boolean }>;

/** Dutch spreadsheets: semicolon, decimal comma, byte order mark. */
export const dutchCsv: CsvStyle = { delimiter: ";", decimal: ",", mark: true };
/** English spreadsheets: comma, decimal point, byte order mark. */
export const englishCsv: CsvStyle = { delimiter: ",", decimal: ".", mark: true };
/** Machines: comma, decimal point, no byte order mark. */
export const machineCsv: CsvStyle = { delimiter: ",", decimal: ".", mark: false };

/** One header and the rows, each line ended by CRLF. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[], style: CsvStyle): string {
  const lines = [header.map((text): CsvValue => ({ text })), ...rows].map((row) =>
    row.map((value) => quote(writeValue(value, style), style)).join(style.delimiter),
  );
  return `${style.mark ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

function writeValue(value: CsvValue, style: CsvStyle): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", style.decimal);
  return guardText(value.text);
}

/** Puts an apostrophe before text that starts like a formula (CWE-1236); leading blanks do not hide it. */
export const guardText = (text: string): string =>
  /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;

const quote = (text: string, style: CsvStyle): string =>
  text.includes(style.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
