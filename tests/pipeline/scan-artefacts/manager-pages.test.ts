/** Pages of managers: the own team beside the organisation, never another team. */
import { describe, expect, it } from "vitest";
import { openExample } from "./example.ts";
import { replaceIn, scanOnly } from "./rendered.ts";

const { contentOf, findings, first, hidden, insertBefore, kindsIn, kindsOf, rendered, second } = await openExample();

const pageOf = ({ unit }: { unit: string }) => `report.manager.${unit}.nl.html`;
const chartOf = ({ unit }: { unit: string }) => `charts/manager.${unit}.team-and-organisation.nl.vl.json`;
const own = pageOf(first);

describe("the page of one manager under the name of another", () => {
  it("is found by the names and by the figures, also with its chart file", () => {
    const page = contentOf(pageOf(second));
    const swapped = { files: { [own]: page, [chartOf(first)]: contentOf(chartOf(second)) } };
    expect(kindsIn({ files: { [own]: page } })).toEqual(new Set(["name", "drawing"]));
    expect(kindsIn(swapped)).toEqual(new Set(["name"]));
    expect(kindsIn(swapped, chartOf(first))).toEqual(new Set(["attribution"]));
  });

  it("is found by the figures when it has the right name", () => {
    const page = contentOf(pageOf(second)).replaceAll(second.name, first.name);
    const swapped = { files: { [own]: page, [chartOf(first)]: contentOf(chartOf(second)) } };
    expect(kindsIn(swapped)).toEqual(new Set(["attribution"]));
  });

  it("is found by the figures when both teams have one name", () => {
    const units = rendered.release.units.map((unit) =>
      unit.unit === second.unit ? { ...unit, name: first.name } : unit,
    );
    const page = contentOf(pageOf(second)).replaceAll(second.name, first.name);
    const alike = { ...rendered, release: { ...rendered.release, units } };
    const found = scanOnly(alike, { files: { [own]: page, [chartOf(first)]: contentOf(chartOf(second)) } });
    // The number is the name of the release at the foot, which is that of the one before the change.
    expect(kindsOf(found.filter(({ path }) => path === own))).toEqual(["number", "attribution"]);
  });
});

describe("another team on the page of a manager", () => {
  it("is found with and without a figure, in a sentence, a heading, a table and a list", () => {
    for (const text of [
      `<p>${second.name} doet het ook zo.</p>`,
      `<p>Vergelijk u met <bdi>${second.name}</bdi>.</p>`,
      `<h2>${second.name}</h2>`,
      `<ul><li>${second.name}</li></ul>`,
      `<table><tbody><tr><th><bdi>${second.name}</bdi></th><td>2,1</td></tr></tbody></table>`,
      `<table><tbody><tr><th>${hidden.name}</th><td>niet getoond</td></tr></tbody></table>`,
      `<p title="${second.name}">.</p>`,
    ])
      expect([text, kindsIn(insertBefore(own, "<h1", text)).has("name")]).toEqual([text, true]);
  });

  it("is found in a chart file of the team", () => {
    const chart = {
      files: replaceIn(rendered, chartOf(first), '"stand":', `"team_name": "${second.name}",\n    "stand":`),
    };
    expect(kindsIn(chart).size).toBeGreaterThan(0);
  });
});

describe("figures on the page of a manager", () => {
  const { measure, interval } = rendered.release.cells.flatMap((cell) =>
    cell.status === "released" && cell.unit === first.unit && cell.wave === "najaar-2025" && cell.mean !== undefined
      ? [cell]
      : [],
  )[0] as { measure: string; interval?: unknown };
  const meanOf = (unit: string, of: string) =>
    rendered.release.cells.flatMap((cell) =>
      cell.status === "released" && cell.unit === unit && cell.wave === "najaar-2025" && cell.measure === of
        ? [(cell.mean as number).toFixed(2).replace(".", ",")]
        : [],
    )[0] as string;
  const title = rendered.release.measures.find((one) => one.measure === measure)?.title.nl;
  const organisation = rendered.release.units.find(({ parent }) => parent === null)?.unit ?? "";
  const table = (team: string, whole: string) =>
    insertBefore(
      own,
      "<h1",
      "<table><thead><tr><th>Schaal</th><th>Meting</th><th>Team</th><th>Organisatie</th></tr></thead><tbody>" +
        `<tr><th><bdi>${title}</bdi></th><td>najaar-2025</td><td>${team}</td><td>${whole}</td></tr></tbody></table>`,
    );

  it("stand each in their column: the team's own and the organisation's, of the same scale and wave", () => {
    expect(interval).toBeDefined();
    const [team, whole, other] = [
      meanOf(first.unit, measure),
      meanOf(organisation, measure),
      meanOf(second.unit, measure),
    ];
    expect(kindsIn(table(team, whole))).toEqual(new Set());
    expect(kindsIn(table(team, other))).not.toEqual(new Set());
    expect(kindsIn(table(other, whole))).toEqual(new Set(["attribution"]));
    expect(kindsIn(table(whole, whole))).toEqual(new Set(["attribution"]));
    expect(kindsIn(table(team, team))).not.toEqual(new Set());
  });

  it("are found when a chart compares the team with another team", () => {
    const rows = JSON.parse(contentOf(chartOf(first))).data.values as Record<string, unknown>[];
    const others = JSON.parse(contentOf(chartOf(second))).data.values as Record<string, unknown>[];
    const change = (field: string) => {
      const spec = JSON.parse(contentOf(chartOf(first)));
      spec.data.values = rows.map((row, at) => ({ ...row, [field]: others[at]?.["team"] ?? 0.1234 }));
      return { files: { [chartOf(first)]: `${JSON.stringify(spec, null, 1)}\n` } };
    };
    expect(kindsIn(change("organisation"))).toEqual(new Set(["attribution"]));
    expect(kindsIn(change("low"))).toEqual(new Set(["attribution"]));
  });

  it("has no page or chart for a team that is not shown", () => {
    const files = { [chartOf(hidden)]: contentOf(chartOf(first)), [pageOf(hidden)]: contentOf(own) };
    const found = findings({ files });
    for (const path of Object.keys(files))
      expect(found.some((one) => one.path === path && one.kind === "withheld")).toBe(true);
  });
});
