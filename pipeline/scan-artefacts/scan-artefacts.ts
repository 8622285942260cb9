/**
 * Stage scan-artefacts: does any file of a release, or any printed line, say more than the release?
 * In: a release and everything that was made of it; out: one row per place that says more, none when all is well.
 *
 * It reads the files as an outsider would and shares no code with what made them. Every number must be one of these: a released figure of the unit
 * that stands beside it, a figure or count of the scan as a whole, or part of the reports' own sentences.
 * Source: no figure leaves that is not in release.json; everything right of the wall is a function of released values.
 */
import type { Release } from "../../schemas/release.ts";
import { indexAllowance } from "./allowance.ts";
import type { Finding, Report } from "./finding.ts";
import { indexConstants } from "./index-constants.ts";
import { indexNames, listOtherTexts } from "./index-names.ts";
import { indexStandings, type Rulebook } from "./judge.ts";
import { indexOrder } from "./judge-order.ts";
import { narrowToUnit, widen } from "./narrow-book.ts";
import { readCertificate } from "./read-certificate.ts";
import { type Chart, isObject, readChart } from "./read-chart.ts";
import { indexFiles, type RecogniseFile } from "./recognise-file.ts";
import { hashBytes } from "./scan-attributes.ts";
import { scanChart } from "./scan-chart.ts";
import { scanCsv } from "./scan-csv.ts";
import { readPlainJson, scanCertificate, scanManifest, scanRelease, writeRelease } from "./scan-json.ts";
import { scanPage } from "./scan-page.ts";
import { scanLines, withoutPaths } from "./scan-text.ts";

export type ScannedFile = Readonly<{ path: string; content: string }>;

export type ScanInput = Readonly<{
  release: Release;
  /** All files of the release folder, with `/` in their paths. A content is asked for when it is needed, and let go. */
  files: readonly ScannedFile[];
  /** Lines on the terminal and in logs. */
  printed: readonly string[];
  /** Every sentence of the reports in every language; `{}` stands where a release fills in a figure or a name. */
  sentences: readonly string[];
  /** Styles, scripts, fonts and pictures that every page has: sha256, hexadecimal. */
  embedded: readonly string[];
}>;

/** Findings by file, in the order of the files, then of the lines. */
export function scanArtefacts(input: ScanInput): Finding[] {
  const { release, files, printed, sentences, embedded } = input;
  const findings: Finding[] = [];
  const reportIn =
    (path: string): Report =>
    (where, kind, expected) =>
      findings.push({ path, where, kind, expected });
  const byPath = new Map(files.map((file) => [file.path, file]));
  const read = (path: string) => byPath.get(path)?.content;
  const book = makeRulebook(release, sentences, hashBytes(writeRelease(release)));
  const judgeOrder = indexOrder(release);
  const recognise = indexFiles(release);
  const chartsOf = indexCharts(files, recognise);
  const bookOf = (unit: string | null) => (unit === null ? book : narrowToUnit(book, unit));
  const around = { files: new Set(byPath.keys()), embedded: new Set(embedded) };
  for (const [position, { path }] of files.entries()) {
    const content = read(path) ?? "";
    const file = recognise(path);
    const report = reportIn(file === null ? `file ${position + 1} of ${files.length}` : path);
    if (file === null) report("", "file", "only files that every release has, without the name or code of a unit");
    else if (file.unit !== null && book.allowance.isHidden(file.unit, {}))
      report("", "withheld", "files about units that are shown only");
    if (file?.kind === "release") scanRelease(release, content, report);
    if (file?.kind === "certificate") scanCertificate(book, content, report);
    if (file?.kind === "manifest") scanManifest(read, content, report);
    if (file?.kind === "table") scanCsv(book, judgeOrder, content, report);
    if (file?.kind === "summary") scanLines(book, content, report);
    const about = file?.unit ?? null;
    if (file?.kind === "chart") {
      const spec = readPlainJson(content, report);
      if (isObject(spec)) scanChart({ book: bookOf(about), judgeOrder, release, about }, readChart(spec), report);
    }
    if (file?.kind === "page") {
      const certificate = file.edition === "works_council" ? readCertificate(read("certificate.json") ?? "") : [];
      const ofPage = certificate.length > 0 ? widen(book, certificate) : bookOf(about);
      scanPage(ofPage, judgeOrder, { content, about, charts: chartsOf(about), around }, report);
    }
  }
  scanLines(book, printed.map(withoutPaths).join("\n"), reportIn("printed"));
  return findings;
}

/** `fingerprint`: of the release itself, sha256; it may be told anywhere, and so may its beginning, which `ledger list` calls it by. */
function makeRulebook(release: Release, sentences: readonly string[], fingerprint: string): Rulebook {
  const allowance = indexAllowance(release);
  return {
    about: null,
    names: indexNames(release, sentences, [fingerprint, fingerprint.slice(0, 12)]),
    allowance,
    isConstant: indexConstants([...sentences, ...listOtherTexts(release)]),
    standingOf: indexStandings(allowance),
  };
}

/** The charts about a unit, or about none. Those about none are kept: several pages draw them. */
function indexCharts(files: readonly ScannedFile[], recognise: RecogniseFile): (unit: string | null) => Chart[] {
  const filesOf = new Map<string | null, ScannedFile[]>();
  for (const file of files) {
    const found = recognise(file.path);
    if (found?.kind === "chart") filesOf.set(found.unit, [...(filesOf.get(found.unit) ?? []), file]);
  }
  const readAll = (unit: string | null): Chart[] =>
    (filesOf.get(unit) ?? []).flatMap(({ content }) => {
      const spec = readPlainJson(content, () => {});
      return isObject(spec) ? [readChart(spec)] : [];
    });
  const shared = readAll(null);
  return (unit) => (unit === null ? shared : readAll(unit));
}
