/** The print command: pages of a release folder as PDF beside it. */
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { Language } from "../../schemas/text.ts";
import { exitCode, UserError } from "../user-error.ts";
import { findBrowser, type Machine } from "./find-browser.ts";

/** What the command needs of the process and the pipeline. */
export type PrintActions = Readonly<{
  machine: Machine;
  /** Paths of the pages of a release folder that were asked for. */
  choosePages: (folder: string, editions: readonly string[], languages: readonly Language[]) => string[];
  /** Gives the paths of the PDFs. */
  printPages: (pages: readonly string[], folder: string, browser: string, quiet: boolean) => Promise<string[]>;
  print: (text: string) => void;
}>;

/** Printed when nothing else is asked for; the pages of managers are many. */
export const usualEditions: readonly string[] = ["hr", "board", "works_council"];

/** The folder for the PDFs of a release: beside it, since no two prints have the same bytes and a release is never changed. */
export const folderOfPrints = (release: string): string => `${resolve(release)}-pdf`;

/** The browser, or a UserError that says how to get one. */
export function requireBrowser(machine: Machine): string {
  const browser = findBrowser(machine);
  if (browser !== undefined) return browser;
  const chosen = machine.environment["CHROME_PATH"] ?? "";
  throw new UserError(
    chosen === ""
      ? "can't print: there is no Chrome, Chromium or Edge in the usual places. Install one, or set CHROME_PATH to its path. Nothing was done."
      : `can't print: CHROME_PATH must be the path of a Chrome, Chromium or Edge, but there is nothing at ${chosen}. Nothing was done.`,
    exitCode.usage,
  );
}

type Options = Readonly<{ editions: string[]; lang?: Language; out?: string; json?: boolean }>;

export function addPrintCommand(program: Command, { machine, choosePages, printPages, print }: PrintActions): void {
  program
    .command("print")
    .description("print pages of a release folder to PDF, into a folder beside it, with Chrome, Chromium or Edge")
    .argument("<release>", "the folder that run made")
    .option(
      "--editions <names...>",
      "hr, board, works_council, manager for every team's page, manager.<unit> for one, or all",
      [...usualEditions],
    )
    .addOption(
      new Option("--lang <language>", "language of the pages (default: every language)").choices(Language.options),
    )
    .option("--out <folder>", "where to write the PDFs (default: <release>-pdf)")
    .option("--json", "print the result as JSON")
    .action(async (release: string, { editions, lang, out, json }: Options) => {
      const browser = requireBrowser(machine);
      const pages = choosePages(release, editions, lang === undefined ? Language.options : [lang]);
      const folder = resolve(out ?? folderOfPrints(release));
      const files = await printPages(pages, folder, browser, json === true);
      if (json) print(JSON.stringify({ folder, files: files.map((file) => basename(file)) }, null, 2));
      else for (const file of files) print(file);
    });
}
