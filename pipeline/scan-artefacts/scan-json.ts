/** Scans the JSON files of a release. In: their text; out: findings. A file that is not written plainly is refused: a key twice can hide a value. */
import { Certificate } from "../../schemas/certificate.ts";
import { Manifest } from "../../schemas/manifest.ts";
import type { Release } from "../../schemas/release.ts";
import { holdsFigure } from "./figures.ts";
import type { Report } from "./finding.ts";
import type { Rulebook } from "./judge.ts";
import type { Json } from "./read-chart.ts";
import { hashBytes } from "./scan-attributes.ts";

/** The value of a file that JSON.stringify writes exactly like this; undefined with a finding for any other. */
export function readPlainJson(content: string, report: Report): Json | undefined {
  try {
    const value = JSON.parse(content) as Json;
    if ([1, 2, 0].some((indent) => `${JSON.stringify(value, null, indent)}\n` === content)) return value;
  } catch {
    // Told below, in our own words.
  }
  report("", "form", "JSON with each key once and each number as short as it can be, and nothing beside it");
  return undefined;
}

/** As release.json holds it. */
export const writeRelease = (release: Release): string => `${JSON.stringify(release, null, 1)}\n`;

/** release.json is the release, no more and no less. */
export function scanRelease(release: Release, content: string, report: Report): void {
  const isSame = content === writeRelease(release);
  const value = isSame ? undefined : readPlainJson(content, report);
  if (value !== undefined && JSON.stringify(value) !== JSON.stringify(release))
    report("", "file", "the release itself");
  reportAssessments(release, report);
}

/** What the model says about a unit is a function of its released figure: a unit without one has no entry. */
function reportAssessments({ cells, assessments, group_assessments = [] }: Release, report: Report): void {
  const released = new Set(
    cells.flatMap(({ wave, unit, segment, measure, status }) =>
      status === "released" ? [JSON.stringify([wave, unit, segment, measure])] : [],
    ),
  );
  const check = (path: string, rows: Release["assessments"]) =>
    rows.forEach(({ wave, unit, segment, signals }, row) => {
      if (signals.some(({ measure }) => !released.has(JSON.stringify([wave, unit, segment, measure]))))
        report(`${path}/${row}`, "withheld", "assessments of units that are shown only");
    });
  check("/assessments", assessments);
  group_assessments.forEach((one, index) => {
    check(`/group_assessments/${index}/assessments`, one.assessments);
  });
}

/** The audit counts its own work; of people it names only totals that are released. */
export function scanCertificate(book: Rulebook, content: string, report: Report): void {
  const value = readPlainJson(content, report);
  const parsed = Certificate.safeParse(value);
  if (!parsed.success) {
    report("", "form", "a certificate of an audit");
    return;
  }
  if (parsed.data.leaks.length > 0) report("/leaks", "name", "a clean audit");
  const totals = book.allowance.organisation.filter(({ kind }) => kind === "count");
  parsed.data.bases.forEach(({ wave, respondents }, row) => {
    const stated = { value: respondents, decimals: 0, percent: false };
    if (!holdsFigure(totals, stated, { wave }))
      report(`/bases/${row}/respondents`, "number", "a released number of respondents");
  });
}

/** Names, sizes and fingerprints of the files that are there. */
export function scanManifest(read: (path: string) => string | undefined, content: string, report: Report): void {
  const parsed = Manifest.safeParse(readPlainJson(content, report));
  if (!parsed.success) {
    report("", "form", "a manifest");
    return;
  }
  parsed.data.files.forEach(({ path, sha256, bytes }, row) => {
    const file = read(path);
    if (file === undefined || bytes !== Buffer.byteLength(file) || sha256 !== hashBytes(file))
      report(`/files/${row}`, "file", "a file of the release with its size and its fingerprint");
  });
}
