/** The options of a command that say how a file is written. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { DateOrder, ProfileName } from "../../schemas/inspection.ts";
import { FileFormat } from "../../schemas/scan.ts";

const { encoding, delimiter, decimal } = FileFormat.shape;
const delimiters: Readonly<Record<string, string>> = { comma: ",", semicolon: ";", tab: "\t" };

/** What commander gives for these options. */
export type FormatOptions = Readonly<{
  profile?: string;
  encoding?: string;
  delimiter?: string;
  decimal?: string;
  headerRows?: number;
  dates?: string;
  sheet?: string;
}>;

/** Adds an option for every field of a format; what is left out is recognised from the file. */
export function addFormatOptions(command: Command): Command {
  return command
    .addOption(new Option("--profile <tool>", "the tool that wrote the file").choices(ProfileName.options))
    .addOption(
      new Option("--encoding <name>", "encoding, when the file is not UTF-8").choices(encoding.unwrap().options),
    )
    .addOption(
      new Option("--delimiter <name>", "what separates the cells").choices([
        ...delimiter.unwrap().options.slice(0, 2),
        ...Object.keys(delimiters),
      ]),
    )
    .addOption(new Option("--decimal <mark>", "decimal mark").choices(decimal.unwrap().options))
    .option("--header-rows <number>", "header rows above the first response", parseHeaderRows)
    .addOption(new Option("--dates <order>", "order of day and month in dates").choices(DateOrder.options))
    .option("--sheet <name>", "sheet of a workbook");
}

function parseHeaderRows(text: string): number {
  const parsed = FileFormat.shape.header_rows.safeParse(Number(text));
  if (!parsed.success || parsed.data === undefined) throw new InvalidArgumentError("must be 1 to 5.");
  return parsed.data;
}

/** The format that the options name. */
export const readFormatOptions = ({ headerRows, delimiter: name, ...same }: FormatOptions): FileFormat =>
  FileFormat.parse({
    ...Object.fromEntries(Object.entries(same).filter(([key]) => key in FileFormat.shape)),
    ...(headerRows === undefined ? {} : { header_rows: headerRows }),
    ...(name === undefined ? {} : { delimiter: delimiters[name] ?? name }),
  });
