import { describe, expect, it } from "vitest";
import { placePeople } from "../../../pipeline/audit/place-people.ts";
import { makeMembership, type Person } from "./organisations.ts";

const tree = { org: null, T1: "org", T2: "org" };
const person = (unit: string, id: string, record = id): Person => ({ unit, id, record, score: 3 });
const membershipOf = (people: readonly Person[], identified = true, wave = "2026") =>
  makeMembership({ tree, people, identified, wave });

describe("placePeople", () => {
  it("keeps the rows of a single membership", () => {
    const one = membershipOf([person("T1", "a"), person("T1", "b"), person("T2", "c")]);
    expect(placePeople([one], "answers")).toEqual([
      { rows: [0], people: 2, versions: 1 },
      { rows: [1], people: 1, versions: 1 },
    ]);
  });

  it("follows who moved, who left and who came", () => {
    const both = [
      membershipOf([person("T1", "stays"), person("T1", "moves"), person("T2", "leaves")]),
      membershipOf([person("T1", "stays"), person("T2", "moves"), person("T2", "comes")]),
    ];
    expect(placePeople(both, "answers")).toEqual([
      { rows: [0, 0], people: 1, versions: 1 },
      { rows: [0, 1], people: 1, versions: 1 },
      { rows: [1, -1], people: 1, versions: 1 },
      { rows: [-1, 1], people: 1, versions: 1 },
    ]);
  });

  it("takes a corrected answer for another entry, and counts both for half", () => {
    const both = [membershipOf([person("T1", "a", "first")]), membershipOf([person("T1", "a", "second")])];
    expect(placePeople(both, "answers")).toEqual([
      { rows: [0, -1], people: 1, versions: 2 },
      { rows: [-1, 0], people: 1, versions: 2 },
    ]);
    expect(placePeople(both, "people")).toEqual([{ rows: [0, 0], people: 1, versions: 1 }]);
  });

  it("can't tell a late answer from a corrected one without ids", () => {
    const both = [
      membershipOf([person("T1", "", "x")], false),
      membershipOf([person("T1", "", "x"), person("T1", "", "late")], false),
    ];
    expect(placePeople(both, "answers")).toEqual([
      { rows: [0, 0], people: 1, versions: 1 },
      { rows: [-1, 0], people: 1, versions: 2 },
    ]);
  });

  it("knows people by their records when an export was numbered anew", () => {
    const both = [
      membershipOf([person("T1", "1", "x"), person("T1", "2", "y")]),
      membershipOf([person("T1", "8", "x"), person("T1", "9", "y")]),
    ];
    expect(placePeople(both, "answers")).toEqual([{ rows: [0, 0], people: 2, versions: 1 }]);
  });

  it("pairs equal answers without ids where they stand first, then anywhere", () => {
    const both = [
      membershipOf([person("T1", "", "x"), person("T2", "", "x")], false),
      membershipOf([person("T2", "", "x"), person("T2", "", "x")], false),
    ];
    expect(placePeople(both, "answers")).toEqual([
      { rows: [0, 0], people: 1, versions: 1 },
      { rows: [1, 0], people: 1, versions: 1 },
    ]);
  });

  it("knows people across waves by their person part only", () => {
    const waves = [
      membershipOf([person("T1", "a", "r1")], true, "2025"),
      membershipOf([person("T1", "a", "r2"), person("T1", "b")]),
    ];
    const places = placePeople(waves, "people");
    expect(places).toEqual([
      { rows: [0, 0], people: 1, versions: 1 },
      { rows: [-1, 0], people: 1, versions: 1 },
    ]);
    const nameless = [
      membershipOf([person("T1", "", "r")], false, "2025"),
      membershipOf([person("T1", "", "r")], false),
    ];
    expect(placePeople(nameless, "people")).toHaveLength(2);
  });
});
