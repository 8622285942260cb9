/** Stage publish: every file of a release folder, from the release and its certificate alone. */

import { chartSpecs, teamChartSpecs } from "../../reports/render-charts.ts";
import { renderEditions } from "../../reports/render-report.tsx";
import { summarise, summariseAsText } from "../../reports/summary.ts";
import { tables } from "../../reports/tables.ts";
import type { Certificate } from "../../schemas/certificate.ts";
import type { Release } from "../../schemas/release.ts";
import type { Language } from "../../schemas/text.ts";
import type { ReleaseFile } from "../publish/write-release.ts";
import type { Effects } from "./effects.ts";

/** The files that hold data: release.json and tables. */
export const dataFiles = (release: Release): ReleaseFile[] => [
  { path: "release.json", content: `${JSON.stringify(release, null, 1)}\n` },
  ...tables(release),
];

/** The files for people, per language: charts, an edition per reader, and summaries. One at a time: a large organisation has thousands. */
export async function* renderFiles(
  release: Release,
  certificate: Certificate,
  effects: Pick<Effects, "announce">,
): AsyncGenerator<ReleaseFile> {
  for (const language of ["nl", "en"] as const) {
    effects.announce(`Drawing the reports (${language})`);
    for (const { name, spec } of listCharts(release, language))
      yield { path: `charts/${name}.${language}.vl.json`, content: `${JSON.stringify(spec, null, 1)}\n` };
    yield* renderEditions(release, language, certificate);
    yield { path: `summary.${language}.md`, content: summarise(release, language) };
    yield { path: `summary.${language}.txt`, content: summariseAsText(release, language) };
  }
}

function* listCharts(release: Release, language: Language) {
  yield* chartSpecs(release, language);
  yield* teamChartSpecs(release, language);
}
