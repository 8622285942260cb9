/** The schema command: JSON Schemas for editors. */
import { type Command, Option } from "commander";
import { z } from "zod";
import { Instrument, InstrumentTemplate } from "../../schemas/instrument.ts";
import { Release } from "../../schemas/release.ts";
import { Scan } from "../../schemas/scan.ts";
import { exitCode, listNames, UserError } from "../user-error.ts";

const schemas = { scan: Scan, instrument: Instrument, instrument_template: InstrumentTemplate, release: Release };

export function addSchemaCommand(program: Command, print: (text: string) => void): void {
  program
    .command("schema")
    .description("print a JSON Schema for editors")
    .argument("<name>", "scan, instrument, instrument_template or release")
    .addOption(new Option("--json", "print the result as JSON"))
    .action((name: string) => {
      if (!Object.hasOwn(schemas, name))
        throw new UserError(
          `can't find schema ${JSON.stringify(name)}; there are ${listNames(Object.keys(schemas))}`,
          exitCode.usage,
        );
      print(JSON.stringify(z.toJSONSchema(schemas[name as keyof typeof schemas], { io: "input" }), null, 2));
    });
}
