import { describe, expect, it } from "vitest";
import { acceptRelease, composeFigures } from "../../../pipeline/ledger/compose-import.ts";
import { findMiscounts } from "../../../pipeline/ledger/count-groups.ts";
import { Release } from "../../../schemas/release.ts";
import { inTeams, makeMembership, makeRelease, people } from "./ledger-examples.ts";

const rows = [
  { unit: "D1", values: ["short"], people: people("m", 1) },
  { unit: "T1", values: ["short"], people: people("a", 6) },
  { unit: "T1", values: ["long"], people: people("b", 5) },
  { unit: "T2", values: ["long"], people: people("c", 9), answered: [false] },
];
const membership = makeMembership({ rows, attributes: ["tenure"] });
const title = { nl: "x", en: "x" };
const attributes = [
  {
    attribute: "tenure",
    title,
    self_declared: false,
    values: ["short", "long"].map((value) => ({ value, title })),
  },
];
const frame = { ...makeRelease(), attributes };
const compose = (text: string) =>
  composeFigures({ text, file: "figures.csv", frame, memberships: [membership], tool: "vitascan 1" });

describe("composeFigures", () => {
  it("makes a release of the figures, which is about the groups of the scan", () => {
    const text = compose(
      "Wave,Unit,Attribute,Value,Measure,Respondents,eNPS\n" +
        "2026-spring,D1,,,enps.score,12,-12.5\n" +
        "2026-spring,T1,tenure,short,enps.score,6,50\n",
    );
    const release = Release.parse(JSON.parse(text));
    const figure = { wave: "2026-spring", measure: "enps.score", status: "released", invited: null };
    expect(release.cells).toEqual([
      { ...figure, unit: "D1", segment: null, respondents: 12, enps: -12.5 },
      { ...figure, unit: "T1", segment: { attribute: "tenure", value: "short" }, respondents: 6, enps: 50 },
    ]);
    expect(release.waves.map(({ wave }) => wave)).toEqual(["2026-spring"]);
    expect(release.statistics).toEqual([]);
  });

  it("reads what a Dutch spreadsheet writes", () => {
    const release = Release.parse(
      JSON.parse(compose("\ufeffwave;unit;measure;respondents;enps\r\n2026-spring;T1;enps.score;11;12,5\r\n")),
    );
    expect(release.cells).toMatchObject([{ unit: "T1", respondents: 11, enps: 12.5 }]);
  });

  it("refuses a number of respondents that the scan does not count, without telling its own", () => {
    const work = () =>
      compose("wave,unit,measure,respondents,enps\n2026-spring,T1,enps.score,11,1\n2026-spring,D1,enps.score,13,1\n");
    expect(work).toThrow(
      "figures.csv: record 2: respondents must be about as many respondents as the scan counts in this group",
    );
    expect(work).not.toThrow(/record 1|12/);
  });

  it.each([
    ["an unknown wave", "2020,T1,,,enps.score,11,1", 'record 1: wave must be one of "2026-spring"'],
    ["an unknown unit", "2026-spring,Jansen,,,enps.score,11,1", "record 1: unit must be one of"],
    ["participation", "2026-spring,T1,,,participation.pulse,11,1", 'record 1: measure must be one of "enps.score"'],
    [
      "a value without its attribute",
      "2026-spring,T1,,long,enps.score,5,1",
      'record 1: attribute must be one of "tenure"',
    ],
    ["an unknown value", "2026-spring,T1,tenure,ever,enps.score,5,1", 'record 1: value must be one of "short", "long"'],
    ["a part of a person", "2026-spring,T1,,,enps.score,11.5,1", "record 1: respondents must be a whole number from 1"],
    ["nobody", "2026-spring,T1,,,enps.score,0,1", "record 1: respondents must be a whole number from 1"],
    [
      "a figure beyond the scale",
      "2026-spring,T1,,,enps.score,11,101",
      "record 1: enps must be a number from -100 to 100",
    ],
    ["no figure", "2026-spring,T1,,,enps.score,11,", "record 1: enps must be a number from -100 to 100"],
  ])("refuses %s and quotes nothing of it", (_, row, message) => {
    const work = () => compose(`wave,unit,attribute,value,measure,respondents,enps\n${row}\n`);
    expect(work).toThrow(message);
    expect(work).not.toThrow("Jansen");
  });

  it("refuses a figure that is there twice, a file without the columns and one without figures", () => {
    const row = "2026-spring,T1,enps.score,11,1\n";
    expect(() => compose(`wave,unit,measure,respondents,enps\n${row}${row}`)).toThrow("must not be there twice");
    expect(() => compose("wave,unit,score\n1,2,3\n")).toThrow('missing "measure", "respondents", "mean or enps"');
    expect(() => compose("wave,unit,measure,respondents,enps\n")).toThrow("must have at least one figure");
  });
});

describe("acceptRelease", () => {
  const write = (release: Release) => JSON.stringify(release, null, 2);

  it("gives back a release.json that is about the same people, byte for byte", () => {
    const text = write(makeRelease({ shown: ["T1"], change: { respondents: 11 } }));
    expect(acceptRelease(text, "release.json", [membership])).toBe(text);
  });

  it("refuses other people, other waves and other files", () => {
    const text = write(makeRelease({ shown: ["T1"] }));
    expect(() => acceptRelease(text, "release.json", [membership])).toThrow(
      "release.json: 2026-spring / T1 / enps.score must be about as many respondents as the scan counts",
    );
    expect(() => acceptRelease(text, "release.json", [inTeams({ T1: people("a", 10) }, { wave: "other" })])).toThrow();
    expect(() => acceptRelease("{}", "release.json", [])).toThrow("can't read this release.json");
    expect(() => acceptRelease("name,answer", "release.json", [])).toThrow("can't read this release.json");
  });
});

describe("findMiscounts", () => {
  it("counts all who responded for participation, and for a measure those with the instrument", () => {
    const taking = makeRelease({ participating: ["D1"], change: { respondents: 21 } });
    expect(findMiscounts(taking, [membership])).toEqual([]);
    const shown = makeRelease({ shown: ["D1"], change: { respondents: 12 } });
    expect(findMiscounts(shown, [membership])).toEqual([]);
  });

  it("finds cells of units and attributes that the wave does not have", () => {
    const cells = [...makeRelease({ shown: ["T9"] }).cells, ...makeRelease({ shown: [["T1", "grade", "high"]] }).cells];
    expect(findMiscounts({ ...makeRelease(), cells }, [membership])).toEqual(cells);
  });
});
