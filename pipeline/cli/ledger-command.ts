/** The ledger command: what was published before, whether it is whole, and what was published elsewhere. */
import type { Command } from "commander";
import type { LedgerRow } from "../../schemas/ledger.ts";

/** What the subcommands need of the pipeline; the shapes are those of pipeline/run/manage-ledger.ts. */
export type LedgerActions = Readonly<{
  /** The folder of the ledger: the one given, else the one of the scan, else "ledger". */
  findFolder: (scan: string | undefined, given: string | undefined) => string;
  list: (folder: string) => readonly LedgerRow[];
  check: (folder: string) => Readonly<{
    ok: boolean;
    entries: number;
    lines: number;
    memberships: number;
    bases: number;
    unsafe: readonly Readonly<{
      waves: readonly string[];
      questionnaire: string;
      instrument: string | null;
      kind: string;
      k: number;
      releases: readonly number[];
    }>[];
  }>;
  line: (
    scan: string,
    options: Readonly<{ folder: string; quiet: boolean }>,
  ) => Promise<
    Readonly<{
      entry: Readonly<{ number: number; fixed_date: string | null; hash: string }> | null;
      waves: readonly string[];
      line: string;
      same: readonly string[];
      other: readonly string[];
    }>
  >;
  import: (
    source: string,
    options: Readonly<{ scan: string; folder: string; audience: string; quiet: boolean }>,
  ) => Promise<Readonly<{ entry: Readonly<{ number: number; release: string }>; outcome: "appended" | "unchanged" }>>;
  print: (text: string) => void;
  /** Makes the command end with the code of a ledger conflict. */
  fail: () => void;
}>;

type Options = Readonly<{ ledger?: string; json?: boolean }>;

/** Adds `ledger list`, `ledger check`, `ledger line` and `ledger import`. */
export function addLedgerCommand(program: Command, actions: LedgerActions): void {
  const ledger = program
    .command("ledger")
    .description("list, check and complete the ledger of everything published before");
  addList(ledger, actions);
  addCheck(ledger, actions);
  addLine(ledger, actions);
  addImport(ledger, actions);
}

const addPlace = (command: Command): Command =>
  command
    .option("--ledger <folder>", "the ledger's folder (default: the one of scan.yaml, else ledger)")
    .option("--json", "print the result as JSON");

function addList(ledger: Command, { findFolder, list, print }: LedgerActions): void {
  addPlace(
    ledger
      .command("list")
      .description("list every release and every line: number, fingerprint or day, waves, audience, preset"),
  )
    .argument("[scan.yaml]")
    .action((scan: string | undefined, options: Options) => {
      const rows = list(findFolder(scan, options.ledger));
      if (options.json) return print(JSON.stringify(rows, null, 2));
      if (rows.length === 0) print("Nothing was published yet.");
      for (const row of rows) print(wordRow(row));
    });
}

function wordRow(row: LedgerRow): string {
  const number = String(row.number).padStart(4);
  const waves = row.waves.join(", ");
  if (row.kind === "line")
    return `${number}  ${(row.fixed_date ?? "with release").padEnd(12)}  line     ${"".padEnd(8)}  ${waves}  ${row.line}`;
  const { release, kind, preset, audience } = row;
  return `${number}  ${release.slice(0, 12)}  ${kind.padEnd(7)}  ${preset.padEnd(8)}  ${waves}  ${audience}`;
}

function addCheck(ledger: Command, { findFolder, check, print, fail }: LedgerActions): void {
  addPlace(
    ledger
      .command("check")
      .description("check that the ledger is whole and that all releases together keep the k-rule"),
  )
    .argument("[scan.yaml]")
    .action((scan: string | undefined, options: Options) => {
      const result = check(findFolder(scan, options.ledger));
      if (options.json) print(JSON.stringify(result, null, 2));
      else {
        print(
          `${count(result.entries, "release")} and ${count(result.lines, "line")}, unbroken; ${result.memberships} memberships, all there; ` +
            `${result.bases} bases tested, ${result.unsafe.length} of them unsafe.`,
        );
        for (const { waves, questionnaire, instrument, kind, k, releases } of result.unsafe)
          print(
            `${waves.join(" and ")} / ${questionnaire} / ${instrument ?? kind}: releases ${releases.join(", ")} ` +
              `together tell a figure about fewer than ${k} respondents.`,
          );
      }
      if (!result.ok) fail();
    });
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;

function addLine(ledger: Command, { findFolder, line: fix, print }: LedgerActions): void {
  addPlace(
    ledger
      .command("line")
      .description("fix the line of every wave in scan.yaml that has none, before its questionnaire opens"),
  )
    .argument("<scan.yaml>", "the files of a wave that is still to come need not be there")
    .action(async (scan: string, options: Options) => {
      const fixed = await fix(scan, { folder: findFolder(scan, options.ledger), quiet: options.json === true });
      if (options.json) return print(JSON.stringify(fixed, null, 2));
      const { entry, waves, line, same, other } = fixed;
      if (entry !== null)
        print(
          `Fixed on ${entry.fixed_date} for ${nameWaves(waves)}: ${line}.\n` +
            `It is entry ${entry.number} of the ledger, with fingerprint ${entry.hash.slice(0, 12)}. Who notes that down, such as the ` +
            "works council, can see in the report that it was not replaced.",
        );
      if (same.length > 0) print(`Fixed before with the same line: ${nameWaves(same)}.`);
      if (other.length > 0) print(`Fixed before with another line, which stays: ${nameWaves(other)}.`);
    });
}

const nameWaves = (waves: readonly string[]): string =>
  `${waves.length === 1 ? "wave" : "waves"} ${waves.join(" and ")}`;

function addImport(ledger: Command, { findFolder, import: take, print }: LedgerActions): void {
  addPlace(
    ledger
      .command("import")
      .description(
        "take in what was published without this ledger: a release folder, or a CSV of another tool's figures",
      ),
  )
    .argument(
      "<source>",
      "a release folder, a release.json, or a CSV with wave, unit, attribute, value, measure, respondents, mean or enps",
    )
    .requiredOption("--scan <scan.yaml>", "the scan.yaml with the files of that time: it says who was counted")
    .option("--audience <name>", "for whom it was made", "everyone")
    .action(async (source: string, options: Options & { scan: string; audience: string }) => {
      const folder = findFolder(options.scan, options.ledger);
      const { scan, audience } = options;
      const { entry, outcome } = await take(source, { scan, folder, audience, quiet: options.json === true });
      if (options.json) print(JSON.stringify({ ...entry, outcome }, null, 2));
      else
        print(
          outcome === "appended"
            ? `Entry ${entry.number} (${entry.release.slice(0, 12)}…) is in the ledger; later releases are compared with it.`
            : `This is entry ${entry.number} already.`,
        );
    });
}
