/** The audit command: attacks a release folder again, whoever made it, and writes a certificate. */
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Certificate } from "../../schemas/certificate.ts";
import { describeCertificate } from "../describe-certificate.ts";
import { exitCode } from "../user-error.ts";

/** What the command needs of the pipeline; shapes are those of pipeline/run/audit-folder.ts. */
export type AuditActions = Readonly<{
  /** The folder of the ledger: the one given, else the one of the scan, else "ledger". */
  findFolder: (scan: string | undefined, given: string | undefined) => string;
  audit: (
    folder: string,
    ledger: string,
    quiet: boolean,
  ) => Promise<
    Readonly<{
      certificate: Certificate;
      findings: readonly Readonly<{ path: string; where: string; kind: string; expected: string }>[];
    }>
  >;
  print: (text: string) => void;
  fail: (code: number) => void;
}>;

type Options = Readonly<{ ledger?: string; scan?: string; out?: string; json?: boolean }>;

export function addAuditCommand(program: Command, { findFolder, audit, print, fail }: AuditActions): void {
  program
    .command("audit")
    .description(
      "attack a release folder with the people behind it, as an independent auditor, and look through its files",
    )
    .argument("<release>", "the folder that run made")
    .option("--ledger <folder>", "the ledger that knows the release (default: the one of --scan, else ledger)")
    .option("--scan <scan.yaml>", "the scan whose ledger is meant")
    .option("--out <file>", "write the certificate here as well")
    .option("--json", "print the result as JSON")
    .action(async (folder: string, options: Options) => {
      const ledger = findFolder(options.scan, options.ledger);
      const { certificate, findings } = await audit(folder, ledger, options.json === true);
      if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(certificate, null, 1)}\n`);
      if (options.json) print(JSON.stringify({ certificate, findings }, null, 2));
      else {
        print(describeCertificate(certificate));
        for (const { path, where, kind, expected } of findings)
          print(`  FILE ${path}${where === "" ? "" : `, ${where}`} (${kind}): must hold ${expected}`);
      }
      if (certificate.verdict !== "clean") fail(exitCode.auditFailed);
      else if (findings.length > 0) fail(exitCode.artefactScanFailed);
    });
}
