import { describe, expect, it } from "vitest";
import { renderReport } from "../../reports/render-report.tsx";
import { tables } from "../../reports/tables.ts";
import { withGroups } from "./example-groups.ts";
import { exampleRelease } from "./example-release.ts";
import { readText } from "./read-page.ts";

const plain = exampleRelease({ teams: 20, departments: 3 });
const release = withGroups(plain);

describe("groups", () => {
  it("are shown with their figures, in the order of the scan, and say who told them apart", async () => {
    const text = readText(await renderReport(release, "nl"));
    // Temporary: 2.654321 - 0.2 lies above the organisation's figure; permanent lies below it.
    expect(text).toContain("naar dienstverband: 1 groep is duidelijk ongunstiger dan de organisatie");
    expect(text).toContain("1 groep wordt hier niet getoond.");
    expect(text).toContain("Mensen hebben zelf aangegeven bij welke groep zij horen.");
    expect(text).toMatch(/Vast \| Spanningsklachten \(BAT-12\) \| 2,12 \| 42/);
    expect(text).toMatch(/Ingehuurd \| Spanningsklachten \(BAT-12\) \| niet getoond/);
    expect(text).toContain("Een groep binnen een onderdeel");
  });

  it("leave everything that is said about units as it was", async () => {
    const text = readText(await renderReport({ ...release, units: plain.units }, "nl"));
    const before = readText(await renderReport(plain, "nl"));
    const answer = (page: string) => page.split("\nTeams\n")[0];
    expect(answer(text)).toBe(answer(before));
  });

  it("stand in the tables for machines by attribute and value", () => {
    const cells = tables(release).find(({ path }) => path === "tables/cells.csv")?.content ?? "";
    expect(cells).toContain(",ORG,contract,permanent,bat_12.total,released,42,");
    expect(cells).toContain(",ORG,contract,hired,bat_12.total,withheld,");
  });
});

describe("the rest of a department", () => {
  it("is shown under a name of its own and never among the teams", async () => {
    const html = await renderReport(release, "nl");
    const text = readText(html);
    expect(text).toMatch(/^Rest van Woonzorg \|.* 2,35 \(11\)/m);
    const table = html.slice(html.indexOf("data-teams"));
    expect(table.slice(0, table.indexOf("</table>"))).not.toContain("Woonzorg<");
    const count = (page: string) => /(\d+) van de (\d+) teams hebben/.exec(page)?.[0];
    expect(count(text)).toBe(count(readText(await renderReport(plain, "nl"))));
  });
});
