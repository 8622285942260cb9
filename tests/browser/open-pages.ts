/** Pages for the browser tests: every edition in both languages, edge cases and hostile names. Out: HTML by name. */
import { renderEditions, renderReport } from "../../reports/render-report.tsx";
import type { Release } from "../../schemas/release.ts";
import { exampleCertificate } from "../reports/example-certificate.ts";
import {
  withCalibration,
  withCharts,
  withDrivers,
  withGroupLevels,
  withOutcomes,
} from "../reports/example-evidence.ts";
import { withGaps } from "../reports/example-gaps.ts";
import { withGroups } from "../reports/example-groups.ts";
import { exampleRelease } from "../reports/example-release.ts";

export const hostileNames = [
  "</script><svg onload=alert(1)>",
  "W".repeat(200),
  "\u202eصحة النفسية",
  "\u2067abc\u2066 Team \u202d123",
  "Team 🌊🧑‍🤝‍🧑 Zeezicht",
  `Z${"\u0335\u0322\u031b".repeat(8)}algo`,
  "Een Lange Naam ".repeat(12),
  '=HYPERLINK("x")',
  "+1+1",
  "-2",
  "@SUM(A1)",
];

const threeWaves = ["2023", "2024", "2025"];

/** Everything a release can hold, over three waves with gaps. */
export function fullRelease(): Release {
  const plain = withGroups(withGaps(exampleRelease({ teams: 24, departments: 4, waves: threeWaves })));
  const levels = withGroupLevels(withDrivers(withCalibration(plain)), { permanent: "watch", temporary: "elevated" });
  return withCharts(withOutcomes(levels), ["above", "within", "below"]);
}

/** Names from outside at every level, each of them once at least. */
export function hostileRelease(): Release {
  const nameOf = (position: number) => hostileNames[position % hostileNames.length] as string;
  const full = fullRelease();
  return {
    ...full,
    organisation: nameOf(0),
    units: full.units.map((unit, position) => ({ ...unit, name: nameOf(position) })),
  };
}

/** The editions are named after their file: hr.nl, manager.T002.en, board.nl, works_council.en; of the others with a word before it. */
export async function makePages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const releases: readonly (readonly [string, Release])[] = [
    ["", exampleRelease({ teams: 30, departments: 4 })],
    ["full.", fullRelease()],
    ["hostile.", hostileRelease()],
  ];
  for (const [prefix, release] of releases)
    for (const language of ["nl", "en"] as const)
      for await (const { path, content } of firstEditions(release, language))
        pages.set(`${prefix}${path.replace(/^report\.|\.html$/g, "")}`, content);
  pages.set("not-assessed", await renderReport(exampleRelease({ assessed: false }), "en"));
  pages.set("nothing", await renderReport(exampleRelease({ teamsReleased: false, invitedKnown: false }), "nl"));
  return pages;
}

/** Every edition, of the managers' only the first. */
async function* firstEditions(release: Release, language: "nl" | "en") {
  for await (const file of renderEditions(release, language, exampleCertificate())) {
    yield file;
    if (file.path.startsWith("report.manager")) return;
  }
}
