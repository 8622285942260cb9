/** Pages for the browser tests: every edition in both languages, edge cases and hostile names. Out: HTML by name. */
import { renderEditions, renderReport } from "../../reports/render-report.tsx";
import type { Release } from "../../schemas/release.ts";
import { exampleCertificate } from "../reports/example-certificate.ts";
import { withDrivers, withOutcomes } from "../reports/example-evidence.ts";
import { withGroups } from "../reports/example-groups.ts";
import { exampleRelease } from "../reports/example-release.ts";

export const hostileNames = [
  "</script><svg onload=alert(1)>",
  "W".repeat(200),
  "\u202eصحة النفسية",
  "Team 🌊🧑‍🤝‍🧑 Zeezicht",
  "Een Lange Naam ".repeat(12),
  '=HYPERLINK("x")',
];

/** The editions are named after their file: hr.nl, manager.T002.en, board.nl, works_council.en. */
export async function makePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const language of ["nl", "en"] as const)
    for await (const { path, content } of firstEditions(
      withEvidence(exampleRelease({ teams: 30, departments: 4 })),
      language,
    ))
      pages.set(path.replace(/^report\.|\.html$/g, ""), content);
  const names = Array.from({ length: 40 }, (_, position) => hostileNames[position % hostileNames.length] as string);
  const hostile = withEvidence(exampleRelease({ teams: 40, departments: 4, names, waves: ["2023", "2024", "2025"] }));
  pages.set("hostile", await renderReport(hostile, "nl"));
  for await (const { path, content } of firstEditions(hostile, "en"))
    if (path.startsWith("report.manager")) pages.set("hostile-manager", content);
  pages.set("groups", await renderReport(withGroups(exampleRelease({ teams: 20, departments: 3 })), "nl"));
  pages.set("not-assessed", await renderReport(exampleRelease({ assessed: false }), "en"));
  pages.set("nothing", await renderReport(exampleRelease({ teamsReleased: false, invitedKnown: false }), "nl"));
  return pages;
}

/** With drivers and outcomes beside the same labels of teams. */
const withEvidence = (release: Release): Release => withOutcomes({ ...release, drivers: withDrivers(release).drivers });

/** Every edition, of the managers' only the first. */
async function* firstEditions(release: Release, language: "nl" | "en") {
  for await (const file of renderEditions(release, language, exampleCertificate())) {
    yield file;
    if (file.path.startsWith("report.manager")) return;
  }
}
