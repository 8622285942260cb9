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
import { type Chart, isObject, readChart } from "./read-chart.ts";
import { indexFiles } from "./recognise-file.ts";
import { scanChart } from "./scan-chart.ts";
import { scanCsv } from "./scan-csv.ts";
import { readPlainJson, scanCertificate, scanManifest, scanRelease } from "./scan-json.ts";
import { scanPage } from "./scan-page.ts";
import { scanLines, withoutPaths } from "./scan-text.ts";

export type ScanInput = Readonly<{
  release: Release;
  /** All files of the release folder, with `/` in their paths. */
  files: readonly Readonly<{ path: string; content: string }>[];
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
  const book = makeRulebook(release, sentences);
  const judgeOrder = indexOrder(release);
  const recognise = indexFiles(release);
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const charts = readCharts(input);
  const around = { files: new Set(contents.keys()), embedded: new Set(embedded) };
  for (const [position, { path, content }] of files.entries()) {
    const file = recognise(path);
    const report = reportIn(file === null ? `file ${position + 1} of ${files.length}` : path);
    if (file === null) report("", "file", "only files that every release has, without the name or code of a unit");
    else if (file.unit !== null && book.allowance.isHidden(file.unit, {}))
      report("", "withheld", "files about units that are shown only");
    if (file?.kind === "release") scanRelease(release, content, report);
    if (file?.kind === "certificate") scanCertificate(book, content, report);
    if (file?.kind === "manifest") scanManifest(contents, content, report);
    if (file?.kind === "table") scanCsv(book, judgeOrder, content, report);
    if (file?.kind === "summary") scanLines(book, content, report);
    if (file?.kind === "chart") {
      readPlainJson(content, report);
      const chart = charts.get(path);
      if (chart !== undefined) scanChart(book, judgeOrder, release, chart, report);
    }
    if (file?.kind === "page") {
      const about = file.unit === null ? [] : [file.unit];
      scanPage(book, judgeOrder, { content, about, charts: [...charts.values()], around }, report);
    }
  }
  scanLines(book, printed.map(withoutPaths).join("\n"), reportIn("printed"));
  return findings;
}

function makeRulebook(release: Release, sentences: readonly string[]): Rulebook {
  const allowance = indexAllowance(release);
  return {
    names: indexNames(release, sentences),
    allowance,
    isConstant: indexConstants([...sentences, ...listOtherTexts(release)]),
    standingOf: indexStandings(allowance),
  };
}

function readCharts({ files }: ScanInput): Map<string, Chart> {
  const charts = new Map<string, Chart>();
  for (const { path, content } of files) {
    if (!path.endsWith(".vl.json")) continue;
    const spec = readPlainJson(content, () => {});
    if (isObject(spec)) charts.set(path, readChart(spec));
  }
  return charts;
}
