#!/usr/bin/env node
/**
 * The command line: the only file that touches the process, paths, the clock and exit codes.
 * A command loads the stages it runs when it runs, so that help, versions and schemas are there at once.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, totalmem } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { summariseInOneParagraph } from "../reports/summary.ts";
import { Language } from "../schemas/text.ts";
import { addAuditCommand } from "./cli/audit-command.ts";
import { addFormatOptions, type FormatOptions, readFormatOptions } from "./cli/format-options.ts";
import { addInstrumentsCommand } from "./cli/instruments-command.ts";
import { addLedgerCommand } from "./cli/ledger-command.ts";
import { addPrintCommand, folderOfPrints, requireBrowser, usualEditions } from "./cli/print-command.ts";
import { printPages } from "./cli/print-pages.ts";
import { addSchemaCommand } from "./cli/schema-command.ts";
import { showProgress } from "./cli/show-progress.ts";
import { addSynthCommand } from "./cli/synth-command.ts";
import { describeCheck } from "./describe-check.ts";
import { describeForecast } from "./describe-forecast.ts";
import { describeInspection } from "./describe-inspection.ts";
import { describeProblems } from "./describe-problems.ts";
import {
  findShippedInstrument,
  findShippedTemplate,
  listShippedInstruments,
  listShippedTemplates,
  readAnyInstrument,
  readScan,
} from "./read-scan.ts";
import { choosePages } from "./run/choose-pages.ts";
import type { Effects } from "./run/effects.ts";
import { checkLedger, fixLines, listLedger } from "./run/manage-ledger.ts";
import type { LedgerAccess } from "./run/records.ts";
import { listRefusals, ProblemsFound } from "./run/refuse-problems.ts";
import { exitCode, explainFileError, UserError } from "./user-error.ts";
import { writeSarif } from "./write-sarif.ts";

const version = (createRequire(import.meta.url)("#root/package.json") as { version: string }).version;
const tool = `vitascan ${version}`;
const print = (text: string) => void process.stdout.write(`${text}\n`);
const printJson = (value: unknown) => print(JSON.stringify(value, null, 2));

const privateFolders = new Set<string>();
const removePrivateFolders = () => {
  for (const folder of privateFolders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};

/** Runs `work` with progress on stderr and a private folder that is removed after it. */
async function withEffects<T>(title: string, quiet: boolean, work: (effects: Effects) => Promise<T>): Promise<T> {
  const privateFolder = mkdtempSync(join(tmpdir(), "vitascan-"));
  privateFolders.add(privateFolder);
  const now = new Date();
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const megabytes = Math.min(4096, Math.floor(totalmem() / 2 ** 21));
  try {
    return await showProgress(title, process.stderr, quiet, (announce) =>
      work({ today, privateFolder, megabytes, tool, announce }),
    );
  } finally {
    removePrivateFolders();
  }
}

/** The ledger that the command names, else the one of scan.yaml, else `ledger` in this folder. */
const findLedger = (scan: string | undefined, given: string | undefined): string => {
  if (given !== undefined || scan === undefined) return resolve(given ?? "ledger");
  const plan = readScan(scan);
  return resolve(plan.folder, plan.scan.ledger);
};

/** A ledger with a key from outside when there is one. */
const openAccess = (folder: string): LedgerAccess => ({
  folder,
  key: process.env["VITASCAN_LEDGER_KEY"],
  random: randomBytes,
});

const machine = { environment: process.env, platform: process.platform };
const ending = new AbortController();

/** Prints pages into a folder, with a browser that stops when this process does. */
const printWith = (browser: string, pages: readonly string[], folder: string, quiet: boolean) =>
  withEffects("Printing", quiet, ({ privateFolder, announce }) =>
    printPages(pages, folder, {
      ...{ browser, privateFolder, announce, environment: process.env, signal: ending.signal },
      isRoot: process.getuid?.() === 0,
      keepTrack: (draft) => privateFolders.add(draft),
    }),
  );

const pad = (number: number) => String(number).padStart(2, "0");

const program = new Command("vitascan")
  .description(
    "Turns survey exports into team risk scans: protected by a provable k-rule, flagged only when the evidence carries it.",
  )
  .version(version)
  .showHelpAfterError("(vitascan --help shows every command; vitascan help <command> explains one)")
  .exitOverride()
  .addHelpText(
    "after",
    `
Exit codes: 0 ok; 2 usage; 3 input invalid; 4 audit failed; 5 nothing releasable; 6 conflict with an earlier release; 7 policy
weakened; 8 a file says more than the release; 10 elevated signals present (with --fail-on elevated); 70 internal; 130 interrupted.

Start with:
  vitascan inspect export.csv      what kind of file is this?
  vitascan init export.csv roster.csv   a scan.yaml to finish
  vitascan check scan.yaml         is everything in order?
  vitascan plan scan.yaml          what would be hidden, in counts?
  vitascan run scan.yaml           make the release folder with the reports`,
  );

const json = () => new Option("--json", "print the result as JSON");
const language = () => new Option("--lang <language>", "language of texts").choices(Language.options);

addFormatOptions(
  program
    .command("inspect")
    .description("show tool, encoding, dialect, columns, what will be dropped and the number of responses of an export")
    .argument("<export>", "the file as the survey tool wrote it: CSV or XLSX"),
)
  .addOption(json())
  .action(async (file: string, options: FormatOptions & { json?: boolean }) => {
    const { inspectFile } = await import("./run/ingest.ts");
    const inspection = await withEffects("Inspecting", true, async ({ privateFolder }) =>
      inspectFile(file, resolve(file), readFormatOptions(options), privateFolder),
    );
    const { text_path: _, ...shown } = inspection;
    if (options.json) printJson(shown);
    else print(describeInspection(inspection));
  });

addFormatOptions(
  program
    .command("init")
    .description("write a commented scan.yaml from exports and rosters, marking what you must decide")
    .argument("[files...]", "exports and rosters; without them a template is written")
    .option("--out <scan.yaml>", "where to write it", "scan.yaml"),
)
  .addOption(json())
  .action(async (files: string[], options: FormatOptions & { out: string; json?: boolean }) => {
    if (existsSync(options.out))
      throw new UserError(`${options.out}: must not exist yet. Choose another name with --out.`, exitCode.usage);
    const { initialise } = await import("./run/initialise.ts");
    const { yaml, decisions } = await withEffects("Inspecting", true, (effects) =>
      initialise(files, dirname(resolve(options.out)), readFormatOptions(options), effects),
    );
    writeFileSync(options.out, yaml, { flag: "wx" });
    if (options.json) printJson({ file: resolve(options.out), decisions });
    else
      print(
        `${options.out} is written. ${decisions === 0 ? "Read it through" : `Decide what is marked "# decide:" (${decisions})`}, then: vitascan check ${options.out}`,
      );
  });

program
  .command("check")
  .description("read and validate everything scan.yaml names, and list all problems; makes no release")
  .argument("<scan.yaml>")
  .addOption(json().conflicts("sarif"))
  .option("--sarif", "print the problems as SARIF 2.1.0, for code hosts and CI")
  .action(async (path: string, options: { json?: boolean; sarif?: boolean }) => {
    const plan = readScan(path);
    const quiet = options.json === true || options.sarif === true;
    const { ingest } = await import("./run/ingest.ts");
    const { problems, exports } = await withEffects("Checking", quiet, async (effects) => {
      const ingested = await ingest(plan, effects);
      ingested.database.close();
      return ingested;
    });
    const checked = exports.map(
      ({ wave, questionnaire, inspection, records, loaded, rejected, excluded, quality, known }) => ({
        wave,
        questionnaire,
        file: inspection.file,
        records,
        loaded,
        rejected,
        excluded,
        quality,
        known,
      }),
    );
    const refused = listRefusals(problems).length > 0;
    if (options.json) printJson({ ok: !refused, problems, exports: checked });
    else if (options.sarif) printJson(writeSarif(problems, { name: "vitascan", version }));
    else {
      print(describeCheck(checked));
      print(problems.length > 0 ? `\n${describeProblems(problems)}` : "No problems found.");
    }
    if (refused) process.exitCode = exitCode.inputInvalid;
  });

type RunOptions = {
  out?: string;
  ledger?: string;
  audience: string;
  failOn?: string;
  pdf?: boolean;
  lang?: Language;
  json?: boolean;
};

program
  .command("run")
  .description("run the whole pipeline and write a new release folder: complete or absent")
  .argument("<scan.yaml>")
  .option("--out <folder>", "where to write the release (default: releases/<newest wave>)")
  .option("--ledger <folder>", "the ledger of everything published before (default: as scan.yaml says)")
  .option("--audience <name>", "for whom the release is made; all audiences are tested together", "organisation")
  .option("--pdf", "print the editions for HR, board and works council too, into <folder>-pdf; see vitascan help print")
  .addOption(
    new Option("--fail-on <level>", "exit 10 when a team of the newest wave has this level").choices(["elevated"]),
  )
  .addOption(language())
  .addOption(json())
  .action(async (path: string, options: RunOptions) => {
    const plan = readScan(path);
    const browser = options.pdf === true ? requireBrowser(machine) : undefined;
    const newest = plan.scan.waves.at(-1)?.wave ?? "";
    const folder = options.out ?? join("releases", newest);
    const { run } = await import("./run.ts");
    const { release, written } = await withEffects(
      `Scanning ${plan.scan.organisation}`,
      options.json === true,
      (effects) =>
        run(plan, folder, effects, {
          access: openAccess(findLedger(path, options.ledger)),
          audience: options.audience,
          keepTrack: (draft) => privateFolders.add(draft),
        }),
    );
    const prints = folderOfPrints(folder);
    if (browser !== undefined)
      await printWith(browser, choosePages(folder, usualEditions, Language.options), prints, options.json === true);
    const chosen = options.lang ?? plan.scan.language;
    const report = join(written.folder, `report.hr.${chosen}.html`);
    const elevated = release.assessments.filter((one) => one.wave === newest && one.level === "elevated").length;
    if (options.json)
      printJson({
        folder: written.folder,
        outcome: written.outcome,
        report,
        elevated,
        expected_wrong_flags: release.expected_wrong_flags,
        ...(browser === undefined ? {} : { prints }),
      });
    else {
      print(summariseInOneParagraph(release, chosen));
      print(
        `\n${written.outcome === "unchanged" ? "The release was already there, byte for byte the same." : "The release is complete."}`,
      );
      print(`Report: ${report}`);
      if (browser !== undefined) print(`Prints: ${prints}`);
    }
    if (options.failOn === "elevated" && elevated > 0) process.exitCode = exitCode.elevatedPresent;
  });

program
  .command("plan")
  .description("show what each preset would hide, in counts, before anything is final")
  .argument("<scan.yaml>")
  .addOption(json())
  .action(async (path: string, options: { json?: boolean }) => {
    const plan = readScan(path);
    const { forecast } = await import("./run/forecast.ts");
    const rows = await withEffects("Planning", options.json === true, (effects) => forecast(plan, effects));
    if (options.json) return printJson(rows);
    print(describeForecast(rows));
  });

program
  .command("verify")
  .description("recompute every fingerprint of a release folder, and every report and table from its release.json")
  .argument("<release>", "the folder that run made")
  .option("--scan <scan.yaml>", "also run the whole pipeline again and compare")
  .option("--ledger <folder>", "the ledger of everything published before (default: as scan.yaml says)")
  .addOption(json())
  .action(async (folder: string, options: { scan?: string; ledger?: string; json?: boolean }) => {
    const plan = options.scan === undefined ? null : readScan(options.scan);
    const source = plan && { plan, access: openAccess(findLedger(options.scan, options.ledger)) };
    const { verify } = await import("./run/verify.ts");
    const result = await withEffects("Verifying", options.json === true, (effects) => verify(folder, source, effects));
    if (options.json) printJson(result);
    else if (result.ok) print(`${folder}: all ${result.files} files are as the manifest says and can be made again.`);
    else {
      for (const { path, difference } of result.differences) print(`${path}: ${difference.replaceAll("_", " ")}`);
      for (const path of result.not_reproduced)
        print(`${path}: can't be made again from ${options.scan ?? "release.json"}`);
    }
    if (!result.ok) process.exitCode = exitCode.inputInvalid;
  });

addAuditCommand(program, {
  findFolder: findLedger,
  audit: (folder, ledger, quiet) =>
    withEffects("Auditing", quiet, async () => {
      const { auditFolder } = await import("./run/audit-folder.ts");
      return auditFolder(folder, ledger, tool);
    }),
  print,
  fail: (code) => {
    process.exitCode = code;
  },
});

addPrintCommand(program, {
  machine,
  choosePages,
  printPages: (pages, folder, browser, quiet) => printWith(browser, pages, folder, quiet),
  print,
});

addLedgerCommand(program, {
  findFolder: findLedger,
  list: listLedger,
  check: checkLedger,
  line: (scan, { folder, quiet }) =>
    withEffects("Fixing the line", quiet, async (effects) => fixLines(folder, readScan(scan), effects)),
  import: (source, { scan, folder, audience, quiet }) =>
    withEffects("Importing", quiet, async (effects) => {
      const { importRelease } = await import("./run/import-release.ts");
      return importRelease(source, readScan(scan), { access: openAccess(folder), audience, effects });
    }),
  print,
  fail: () => {
    process.exitCode = exitCode.ledgerConflict;
  },
});

addInstrumentsCommand(program, {
  listShipped: () =>
    new Map([
      ...listShippedInstruments().map((one) => [one, findShippedInstrument(one)] as const),
      ...listShippedTemplates().map((one) => [one, findShippedTemplate(one)] as const),
    ]),
  read: readAnyInstrument,
  print,
});
addSynthCommand(program, print);

addSchemaCommand(program, print);

/** Prints an error on stderr and returns the exit code. Our own stack for what is our defect; never another library's rows. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCode.usage;
  if (error instanceof ProblemsFound) {
    process.stderr.write(`${describeProblems(error.problems)}\n`);
    return error.exitCode;
  }
  const mendable = error instanceof UserError ? error : explainFileError(error);
  if (mendable !== null) {
    process.stderr.write(`${mendable.message}\n`);
    return mendable.exitCode;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`This is a defect of ${basename(tool)}, not of your input:\n${stack}\n`);
  return exitCode.internal;
}

// Whatever ends the process, no decoded copy of answers outlives it; a reader who has gone is no defect.
process.on("exit", () => {
  ending.abort();
  removePrivateFolders();
});
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    ending.abort();
    removePrivateFolders();
    const showCursor = process.stderr.isTTY ? "\u001b[?25h" : "";
    process.stderr.write(`${showCursor}\nInterrupted.\n`);
    process.exit(exitCode.interrupted);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
