/** Renders releases as `run` does and scans them, whole or changed in one place. */
import { createHash } from "node:crypto";
import { writeCertificate } from "../../../pipeline/run/certify.ts";
import { dataFiles, renderFiles } from "../../../pipeline/run/render-files.ts";
import type { Finding } from "../../../pipeline/scan-artefacts/finding.ts";
import { scanArtefacts } from "../../../pipeline/scan-artefacts/scan-artefacts.ts";
import { listEmbedded } from "../../../reports/list-embedded.ts";
import { summariseInOneParagraph } from "../../../reports/summary.ts";
import { listSentences } from "../../../reports/texts/list-sentences.ts";
import type { Certificate } from "../../../schemas/certificate.ts";
import type { Release } from "../../../schemas/release.ts";
import { exampleCertificate } from "../../reports/example-certificate.ts";

export type Rendered = Readonly<{ release: Release; files: ReadonlyMap<string, string>; printed: readonly string[] }>;

const sentences = listSentences();

/** Every file of a release by path, and what `run` prints about it. */
export async function renderAll(release: Release): Promise<Rendered> {
  const certificate = certify(release);
  const files = [...dataFiles(release), writeCertificate(certificate)];
  for await (const file of renderFiles(release, certificate, { announce: () => {} })) files.push(file);
  return {
    release,
    files: new Map(files.map(({ path, content }) => [path, content])),
    printed: [
      `Scanning ${release.organisation}`,
      summariseInOneParagraph(release, "nl"),
      summariseInOneParagraph(release, "en"),
      "The release is complete.",
      "Report: C:\\2026-11-29\\scan 3.7\\report.hr.nl.html",
    ],
  };
}

/** As the audit writes it about a release in which it found nothing. */
function certify(release: Release): Certificate {
  const organisation = release.units.find(({ parent }) => parent === null)?.unit;
  const [cell] = release.cells.flatMap((one) => (one.unit === organisation && one.status === "released" ? [one] : []));
  const fingerprint = createHash("sha256")
    .update(`${JSON.stringify(release, null, 1)}\n`)
    .digest("hex");
  const { bases } = exampleCertificate();
  const own = { wave: cell?.wave ?? "", respondents: cell?.respondents ?? 0 };
  return exampleCertificate({ release: fingerprint, bases: bases.map((base) => ({ ...base, ...own })) });
}

export type Change = Readonly<{
  files?: Readonly<Record<string, string>>;
  printed?: readonly string[];
  embedded?: readonly string[];
}>;

/** Findings of a rendered release with these files in place of its own, and these lines after its own. */
export const scanWith = ({ release, files, printed }: Rendered, change: Change = {}): Finding[] =>
  scanArtefacts({
    release,
    files: [...new Map([...files, ...Object.entries(change.files ?? {})])].map(([path, content]) => ({
      path,
      content,
    })),
    printed: [...printed, ...(change.printed ?? [])],
    sentences,
    embedded: change.embedded ?? listEmbedded(),
  });

/** The file with one piece of text replaced. Throws when it is not there: a test that changes nothing proves nothing. */
export function replaceIn(
  { files }: Rendered,
  path: string,
  from: string | RegExp,
  to: string,
): Record<string, string> {
  const content = files.get(path);
  if (content === undefined) throw new Error(`There is no ${path}.`);
  const changed = content.replace(from, () => to);
  if (changed === content) throw new Error(`${path} does not hold ${from}.`);
  return { [path]: changed };
}

/** Findings in the changed files and lines only; charts stay there, because drawings are held against them. */
export function scanOnly(rendered: Rendered, change: Change): Finding[] {
  const teams = Object.keys(change.files ?? {}).flatMap((path) => /^report\.manager\.([^.]+)/.exec(path)?.[1] ?? []);
  const isNeeded = (path: string) => {
    const team = /^charts\/manager\.([^.]+)/.exec(path)?.[1];
    return path.startsWith("charts/") && (team === undefined || teams.includes(team));
  };
  return scanWith(
    { ...rendered, files: new Map([...rendered.files].filter(([path]) => isNeeded(path))), printed: [] },
    change,
  );
}
