import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { tables } from "../../reports/tables.ts";
import { exampleRelease } from "./example-release.ts";

const release = exampleRelease({ names: ["Team A", "Team B", '=HYPERLINK("x")', 'Team; "D", e'] });
const files = new Map(tables(release).map((file) => [file.path, file.content]));
const read = (path: string) =>
  Papa.parse<Record<string, string>>((files.get(path) as string).replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: true,
  });

describe("tables", () => {
  it("gives each table once per reader", () => {
    expect([...files.keys()]).toEqual([
      "tables/teams.nl.csv",
      "tables/units.nl.csv",
      "tables/teams.en.csv",
      "tables/units.en.csv",
      "tables/cells.csv",
      "tables/assessments.csv",
    ]);
  });

  it("writes every cell for machines exactly as it is released", () => {
    const { data, errors } = read("tables/cells.csv");
    expect(errors).toEqual([]);
    expect(data.length).toBe(release.cells.length);
    const keyOf = (row: { wave?: string; unit?: string; measure?: string }) => [row.wave, row.unit, row.measure].join();
    const rows = new Map(data.map((row) => [keyOf(row), row]));
    release.cells.forEach((cell) => {
      const row = rows.get(keyOf(cell)) as Record<string, string>;
      expect(row.status).toBe(cell.status);
      if (cell.status === "withheld") expect(Object.values(row).slice(6).join("")).toBe("");
      else expect(Number(row.respondents)).toBe(cell.respondents);
    });
  });

  it.each([
    ["cells.csv", "wave", "measure", ["bat_12.total", "vitality.total", "enps.score", "participation.enps"]],
    ["units.nl.csv", "Meting", "Schaal", ["Spanningsklachten (BAT-12)", "Vitaliteit", "eNPS"]],
  ])("lists measures in the order of the report: %s", (file, wave, measure, order) => {
    const { data } = read(`tables/${file}`);
    const found = [...new Set(data.filter((row) => row[wave] === "najaar-2025").map((row) => row[measure] ?? ""))];
    expect(found.filter((one) => order.includes(one))).toEqual(order);
  });

  it("writes two decimals for people, with a comma in Dutch and a point in English", () => {
    const team = release.cells.find((cell) => cell.status === "released" && cell.mean !== undefined);
    const published = team?.status === "released" ? team.mean : undefined;
    const mean = published === undefined ? "" : String(Number(published.toFixed(2)));
    expect(files.get("tables/units.nl.csv")).toContain(`;${mean.replace(".", ",")};`);
    expect(files.get("tables/units.en.csv")).toContain(`,${mean},`);
    expect(files.get("tables/units.nl.csv")?.startsWith("\ufeff")).toBe(true);
  });

  it("makes a name that looks like a formula inert and keeps negative numbers", () => {
    const { data } = read("tables/units.nl.csv");
    const names = new Set(data.map((row) => row.Onderdeel));
    expect(names).toContain(`'=HYPERLINK("x")`);
    expect(names).toContain('Team; "D", e');
    expect(data.some((row) => /^-\d/.test(row.Uitkomst ?? ""))).toBe(true);
  });

  it("says no more certainty than the report", () => {
    const { data } = read("tables/teams.en.csv");
    expect(data.length).toBeGreaterThan(40);
    for (const row of data) {
      const steps = Number(row.Certainty) * 20;
      expect(steps).toBeCloseTo(Math.round(steps), 9);
      expect(steps).toBeGreaterThan(0);
      expect(steps).toBeLessThan(20);
    }
  });

  it("has only headers when nothing is assessed", () => {
    const empty = tables(exampleRelease({ teamsReleased: false }));
    expect(empty.find((file) => file.path === "tables/assessments.csv")?.content.split("\r\n").length).toBe(2);
  });
});
