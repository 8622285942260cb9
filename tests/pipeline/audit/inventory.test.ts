import { describe, expect, it } from "vitest";
import type { Release, ReleasedCell } from "../../../schemas/release.ts";
import {
  auditRelease,
  hash,
  makeMeasure,
  makeMembership,
  makeRelease,
  people,
  type Shown,
  spread,
  type Tree,
} from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1" };
const organisation = { tree, people: [...spread("T1", 8), ...spread("T2", 3)] };
const memberships = [makeMembership(organisation)];
const release = makeRelease({ ...organisation, shown: [{ unit: "T1" }] });
const content = JSON.stringify(release);

const wordAll = async (audited: Release, table?: string, path = "tables/cells.csv") => {
  const text = JSON.stringify(audited);
  const files = [{ path: "release.json", content: text }, ...(table === undefined ? [] : [{ path, content: table }])];
  const certificate = await auditRelease(audited, memberships, { files, releaseId: hash(text) });
  return certificate.leaks.filter(({ attack }) => attack === "inventory").map(({ explanation }) => explanation);
};

const showing = (...shown: Shown[]) => makeRelease({ ...organisation, shown });
const header = "wave,unit,measure,status,respondents,invited,mean";

describe("release.json", () => {
  it("is counted number by number", async () => {
    const { inventory, verdict } = await auditRelease(release, memberships);
    expect(verdict).toBe("clean");
    // policy 3 + 1 + 3 + 1 + 2, levels 4, measure 2, cell 2, responses 1.
    expect(inventory).toEqual({ files: 1, numbers: 19 });
  });

  it("must be the audited release and nothing more", async () => {
    const more = JSON.stringify({ ...release, hidden: [3] });
    const audited = (files: { path: string; content: string }[], releaseId: string) =>
      auditRelease(release, memberships, { files, releaseId }).then(({ leaks }) =>
        leaks.map(({ explanation }) => explanation),
      );
    expect(await audited([{ path: "release.json", content: more }], hash(more))).toEqual([
      "release.json holds something that a release has no place for",
    ]);
    expect(await audited([{ path: "release.json", content }], "other")).toEqual([
      "release.json does not have the hash of the audited release",
    ]);
    expect(await audited([], hash(content))).toEqual(["release.json is missing"]);
    const other = JSON.stringify(showing());
    expect(await audited([{ path: "release.json", content: other }], hash(other))).toEqual([
      "release.json is not the audited release",
    ]);
  });

  it("may not have a number on a withheld cell", async () => {
    const cells = release.cells.map((cell) => (cell.unit === "T2" ? { ...cell, respondents: 3 } : cell));
    const text = JSON.stringify({ ...release, cells });
    const { leaks } = await auditRelease(release, memberships, {
      files: [{ path: "release.json", content: text }],
      releaseId: hash(text),
    });
    expect(leaks.map(({ explanation }) => explanation)).toEqual([
      "release.json holds something that a release has no place for",
    ]);
  });

  it("must give the respondents that the memberships count", async () => {
    expect(await wordAll(showing({ unit: "T1", respondents: 9 }))).toEqual([
      "T1: another number of respondents than the memberships count",
    ]);
  });

  it("must have the respondents that its figures ask for", async () => {
    const words = await wordAll(
      showing(
        { unit: "T2" },
        { unit: "T1", segment: { attribute: "tenure", value: "short" }, respondents: 0, mean: 3 },
      ),
    );
    expect(words).toEqual([
      "T2: published with fewer than 5 respondents",
      "T1: published with fewer than 10 respondents",
    ]);
  });

  it("gives invited as the memberships have them, and only where participation is shown", async () => {
    const measures = [makeMeasure("energy"), makeMeasure("participation.q", "participation")];
    const invited = { org: 0, D1: 1, T1: 9, T2: 5 };
    const audited = async (...shown: Shown[]) => {
      const input = { ...organisation, invited, measures };
      const { leaks } = await auditRelease(makeRelease({ ...input, shown }), [makeMembership(input)]);
      return leaks.filter(({ attack }) => attack === "inventory").map(({ explanation }) => explanation);
    };
    const share: Shown = { unit: "T1", measure: "participation.q", respondents: 8, invited: 9, share: 0.888889 };
    expect(await audited({ unit: "T1", invited: 9 }, share)).toEqual([]);
    expect(await audited({ unit: "T1", invited: 9 })).toEqual([
      "T1: the number of invited is told, but participation is not shown",
    ]);
    expect(await audited({ unit: "T1", invited: 10 }, share)).toEqual([
      "T1: another number of invited than the memberships count",
    ]);
  });

  it("must hold every measure of an instrument over the same people: a scale of 9 beside an item of 10 is refused", async () => {
    const measures = [makeMeasure("total", "mean", "energy"), makeMeasure("item", "mean", "energy")];
    const crew = { tree, people: spread("T1", 9) };
    const shown = [
      { unit: "T1", measure: "total" },
      { unit: "T1", measure: "item", respondents: 10 },
    ];
    const { leaks } = await auditRelease(makeRelease({ ...crew, measures, shown }), [makeMembership(crew)]);
    expect(leaks.map(({ measure, explanation }) => [measure, explanation])).toEqual([
      ["item", "T1: another number of respondents than the memberships count"],
    ]);
  });

  it("has statistics over exactly the released teams", async () => {
    const row = { wave: "2026", measure: "energy", statistic: "icc2", value: 0.5, respondents: 8, teams: 1 } as const;
    expect(await wordAll({ ...release, statistics: [row] })).toEqual([]);
    expect(await wordAll({ ...release, statistics: [{ ...row, teams: 2, respondents: 11 }] })).toEqual([
      "icc2 is over other people than the released teams",
    ]);
  });

  it("has no assessment of a withheld unit and no cell twice", async () => {
    const signal = {
      measure: "energy",
      probability: 0.9,
      probability_team_as_such: 0.8,
      estimate: 2,
      interval: { low: 1, high: 3 },
    };
    const assessment = { wave: "2026", unit: "T2", segment: null, level: "watch", signals: [signal] } as const;
    expect(await wordAll({ ...release, assessments: [{ ...assessment, signals: [signal] }] })).toEqual([
      "T2: assessed without a released cell",
    ]);
    const kind = { wave: "2026", attribute: null, level: 1, models: [], expected_wrong_flags: null };
    const ofGroups = { ...kind, assessments: [{ ...assessment, signals: [signal] }] };
    expect(await wordAll({ ...release, group_assessments: [ofGroups] })).toEqual([
      "T2: assessed without a released cell",
    ]);
    expect(await wordAll({ ...release, cells: [...release.cells, release.cells[0] as ReleasedCell] })).toContain(
      "T1: a cell occurs twice",
    );
  });
});

describe("tables", () => {
  const lines = (...rows: string[]) => `${[header, ...rows].join("\r\n")}\r\n`;

  it("hold the numbers of their cells", async () => {
    const table = lines("2026,T1,energy,released,8,,3", "2026,T2,energy,withheld,,,");
    expect(await wordAll(release, table)).toEqual([]);
    const { inventory } = await auditRelease(release, memberships, {
      files: [
        { path: "release.json", content },
        { path: "tables/cells.csv", content: table },
      ],
    });
    expect(inventory).toEqual({ files: 2, numbers: 21 });
  });

  it("hold nothing of a withheld cell, also when another unit has the same number", async () => {
    expect(await wordAll(release, lines("2026,T1,energy,released,8,,3", "2026,T2,energy,withheld,3,,"))).toEqual([
      "tables/cells.csv, line 3: a number that belongs to no released cell",
    ]);
  });

  it("hold no other figure of a released cell, and none of another measure", async () => {
    expect(await wordAll(release, lines("2026,T1,energy,released,8,,3.1"))).toHaveLength(1);
    const measures = [makeMeasure("energy"), makeMeasure("focus")];
    const two = makeRelease({ ...organisation, measures, shown: [{ unit: "T1" }] });
    expect(await wordAll(two, lines("2026,T1,energy,released,8,,3", "2026,T1,focus,withheld,8,,"))).toHaveLength(1);
  });

  it("hold the limits of a team over waves, and only of that team", async () => {
    const expected = { centre: 2.9, low: 2.25, high: 3.55 };
    const charts = [
      { unit: "T1", measure: "energy", points: [{ wave: "2026", value: 3, expected, position: "within" as const }] },
    ];
    const table = (unit: string) => `wave,unit,measure,value,low,high\r\n2026,${unit},energy,3,2.25,3.55\r\n`;
    expect(await wordAll({ ...release, charts }, table("T1"), "tables/limits.csv")).toEqual([]);
    expect(await wordAll({ ...release, charts }, table("T2"), "tables/limits.csv")).toHaveLength(1);
    expect(await wordAll(release, table("T1"), "tables/limits.csv")).toHaveLength(1);
  });

  it("are read in Dutch notation, with names instead of codes", async () => {
    const crew = { tree, people: people("T1", 7, 3).map((person, index) => ({ ...person, score: index < 2 ? 4 : 3 })) };
    const dutch = makeRelease({ ...crew, shown: [{ unit: "T1" }] });
    // 23 / 7 = 3.285714, in tables for people 3,29.
    const table = (mean: string) =>
      `\ufeffMeting;Eenheid;Schaal;n;Waarde\r\n2026;Unit T1;energy;7;${mean}\r\n2026;Unit T2;energy;;\r\n`;
    const audited = async (mean: string) => {
      const text = JSON.stringify(dutch);
      const files = [
        { path: "release.json", content: text },
        { path: "tables/units.nl.csv", content: table(mean) },
      ];
      const { leaks } = await auditRelease(dutch, [makeMembership(crew)], { files, releaseId: hash(text) });
      return leaks.map(({ explanation }) => explanation);
    };
    expect(await audited("3,29")).toEqual([]);
    expect(await audited("3,28")).toEqual(["tables/units.nl.csv, line 2: a number that belongs to no released cell"]);
  });

  it("are the only other files", async () => {
    expect(await wordAll(release, "x", "notes.txt")).toEqual(["notes.txt is not a data file of a release"]);
  });
});
