/** The instruments command: lists what ships, explains one instrument or template, or checks a file of one's own. */
import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import type { Instrument, InstrumentTemplate } from "../../schemas/instrument.ts";
import { Language } from "../../schemas/text.ts";
import { describeInstrument, listInstruments } from "../describe-instrument.ts";
import { exitCode, listNames, UserError } from "../user-error.ts";

/** What the command needs of the pipeline. */
export type InstrumentActions = Readonly<{
  /** Paths of the instruments and templates that ship, by their names. */
  listShipped: () => ReadonlyMap<string, string>;
  read: (path: string) => Instrument | InstrumentTemplate;
  print: (text: string) => void;
}>;

type Options = Readonly<{ lang?: Language; json?: boolean }>;

export function addInstrumentsCommand(program: Command, { listShipped, read, print }: InstrumentActions): void {
  program
    .command("instruments")
    .description("list the shipped instruments, explain one, or check an instrument file")
    .argument("[id]", "a shipped instrument, or the path of an instrument file or template")
    .addOption(new Option("--lang <language>", "language of texts").choices(Language.options))
    .option("--json", "print the result as JSON")
    .action((id: string | undefined, { lang = "en", json }: Options) => {
      const shipped = listShipped();
      if (id === undefined) {
        const all = [...shipped.values()].map(read);
        print(json ? JSON.stringify(all, null, 2) : listInstruments(all, lang));
        return;
      }
      if (!shipped.has(id) && !existsSync(id))
        throw new UserError(
          `can't find instrument ${JSON.stringify(id)}; shipped are ${listNames([...shipped.keys()])}`,
          exitCode.usage,
        );
      const instrument = read(shipped.get(id) ?? id);
      print(json ? JSON.stringify(instrument, null, 2) : describeInstrument(instrument, lang));
    });
}
