import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasCorrections } from "../../../pipeline/ledger/compare-ids.ts";
import { type Cohort, matchPeople } from "../../../pipeline/ledger/match-people.ts";
import { stackSystems } from "../../../pipeline/ledger/stack-systems.ts";
import type { Membership } from "../../../schemas/membership.ts";
import { inTeams, makeMembership, makeRelease, people, readAtoms, type UnitRow } from "./ledger-examples.ts";

const sort = (cohorts: readonly Cohort[]) =>
  cohorts.map(({ places, people, versions }) => `${places.join(",")} ${people}/${versions}`).sort();

describe("matchPeople", () => {
  it("takes the rows of one membership as they are", () => {
    const one = inTeams({ T1: people("a", 3), T2: [] });
    expect(sort(matchPeople([one], "enps", "answers"))).toEqual(["0 3/1", "1 0/1"]);
  });

  it("leaves out who did not answer the instrument, wherever it stands in the header", () => {
    const answered = (instruments: string[], flags: boolean[]) =>
      makeMembership({ instruments, rows: [{ unit: "T1", people: people("a", 3), answered: flags }] });
    const [one, two] = [answered(["enps", "bat"], [true, false]), answered(["bat", "enps"], [false, true])];
    expect(sort(matchPeople([one, two], "enps", "answers"))).toEqual(["0,0 3/1"]);
    expect(matchPeople([one, two], "bat", "answers")).toEqual([]);
  });

  it("finds who stayed, went, came and moved, by id", () => {
    const before = inTeams({ T1: ["stay.r", "go.r", "move.r"], T2: [] });
    const after = inTeams({ T1: ["come.r", "stay.r"], T2: ["move.r"] });
    expect(sort(matchPeople([before, after], "enps", "answers"))).toEqual([
      "-1,0 1/1",
      "0,-1 1/1",
      "0,0 1/1",
      "0,1 1/1",
    ]);
  });

  it("gives every version of a corrected person a part, by answers; none, by people", () => {
    const memberships = ["first", "second", "third"].map((record) => inTeams({ T1: [`a.${record}`, "b.r"] }));
    expect(sort(matchPeople(memberships, "enps", "answers"))).toEqual([
      "-1,-1,0 1/3",
      "-1,0,-1 1/3",
      "0,-1,-1 1/3",
      "0,0,0 1/1",
    ]);
    expect(sort(matchPeople(memberships, "enps", "people"))).toEqual(["0,0,0 2/1"]);
    expect(hasCorrections(memberships, "enps")).toBe(true);
    expect(hasCorrections(memberships.slice(0, 1), "enps")).toBe(false);
  });

  it("counts an id that occurs twice as one person", () => {
    const twice = inTeams({ T1: ["a.r", "a.r"] });
    expect(sort(matchPeople([twice, inTeams({ T1: ["a.r"] })], "enps", "answers"))).toEqual(["0,-1 1/2", "0,0 1/2"]);
  });

  it("can't tell people apart without ids", () => {
    const blank = inTeams({ T1: [".r"] });
    expect(() => matchPeople([blank, blank], "enps", "people")).toThrow("People without ids can't be told apart");
  });

  it("leaves people without ids where they stood when somebody with the same answers came elsewhere", () => {
    const alike = (count: number) => Array<string>(count).fill(".7");
    const before = inTeams({ T1: alike(3), T2: alike(4) }, { identified: false });
    const after = inTeams({ T1: alike(4), T2: alike(4) }, { identified: false });
    expect(sort(matchPeople([before, after], "enps", "answers"))).toEqual(["-1,0 1/2", "0,0 3/1", "1,1 4/1"]);
  });

  it("takes who is missing in one unit and new in another with the same answers to have moved", () => {
    const before = inTeams({ T1: [".7", ".7"], T2: [".7"] }, { identified: false });
    const after = inTeams({ T1: [".7"], T2: [".7", ".7"] }, { identified: false });
    expect(sort(matchPeople([before, after], "enps", "answers"))).toEqual(["0,0 1/1", "0,1 1/1", "1,1 1/1"]);
  });

  it("weighs who is in two of three memberships half, as only one other version can be theirs", () => {
    const [some, none] = [inTeams({ T1: [".7"] }, { identified: false }), inTeams({ T1: [] }, { identified: false })];
    expect(sort(matchPeople([some, some, none], "enps", "answers"))).toEqual(["0,0,-1 1/2"]);
    expect(sort(matchPeople([some, none, none], "enps", "answers"))).toEqual(["0,-1,-1 1/3"]);
  });

  it("goes by unit and attributes, then by the unit, before it takes anybody to have moved", () => {
    const make = (...rows: readonly (readonly [unit: string, value: string | null])[]) =>
      makeMembership({
        attributes: ["tenure"],
        identified: false,
        rows: rows.map(([unit, value]) => ({ unit, values: [value], people: [".7"] })),
      });
    const [before, after] = [make(["T1", "short"], ["T1", "long"]), make(["T1", "long"], ["T1", "short"])];
    expect(sort(matchPeople([before, after], "enps", "answers"))).toEqual(["0,1 1/1", "1,0 1/1"]);
    const [blank, filled] = [make(["T1", null], ["T2", null]), make(["T2", "long"], ["T1", "long"])];
    expect(sort(matchPeople([blank, filled], "enps", "answers"))).toEqual(["0,1 1/1", "1,0 1/1"]);
  });
});

const units: readonly UnitRow[] = [
  ["ORG", null],
  ["D1", "ORG"],
  ["D2", "ORG"],
  ["T1", "D1"],
  ["T2", "D1"],
  ["T3", "D2"],
];
const names = units.map(([unit]) => unit);

describe("a stacked system", () => {
  /** Up to 12 people with ids, each at a unit and with a record of two, or absent; the tree may be cut otherwise. */
  const drawMembership = fc
    .record({
      seats: fc.array(fc.record({ unit: fc.option(fc.constantFrom(...names)), record: fc.nat(1) }), {
        minLength: 12,
        maxLength: 12,
      }),
      turned: fc.boolean(),
    })
    .map(({ seats, turned }) =>
      makeMembership({
        units: units.map(([unit, parent]) => [unit, turned && unit === "T2" ? "D2" : parent]),
        rows: names.map((unit) => ({
          unit,
          people: seats.flatMap((seat, index) => (seat.unit === unit ? [`p${index}.p${index}r${seat.record}`] : [])),
        })),
      }),
    );
  const drawShown = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 6 });

  /** Straight from the definition: everybody below a unit, as entries. */
  const listBelow = ({ units: own, rows }: Membership, unit: string): string[] => [
    ...(rows.find((row) => row.unit === unit)?.people ?? []),
    ...own
      .filter(({ parent }) => parent === unit)
      .flatMap((child) => listBelow({ units: own, rows } as Membership, child.unit)),
  ];

  it("holds the people that its groups hold, versions of a person weighing one together", () => {
    const property = fc.property(
      fc.array(fc.tuple(drawMembership, drawShown), { minLength: 2, maxLength: 3 }),
      (parts) => {
        const releases = parts.map(([membership, shown], index) => ({
          number: index + 1,
          release: makeRelease({ shown, units }),
          memberships: [membership],
        }));
        const last = releases.at(-1) as (typeof releases)[number];
        const stacked = stackSystems({ ...last, earlier: releases.slice(0, -1) });
        for (const { kind, view, system, scale } of stacked) {
          if (kind !== "mean") continue;
          const read = (entry: string) => (view === "people" ? (entry.split(".")[0] as string) : entry);
          const everyone = new Set(parts.flatMap(([{ rows }]) => rows.flatMap((row) => row.people.map(read))));
          const kept = new Set(system.groups.map(({ id }) => id));
          const groups = parts.flatMap(([membership, shown], index) =>
            shown.map((unit) => ({
              id: `[${index + 1},"2026-spring","${unit}"]`,
              held: new Set(listBelow(membership, unit).map(read)),
            })),
          );
          const expected: Record<string, number> = {};
          for (const one of everyone) {
            const versions = [...everyone].filter((other) => other.split(".")[0] === one.split(".")[0]).length;
            const ids = groups.filter(({ id, held }) => kept.has(id) && held.has(one)).map(({ id }) => id);
            const key = ids.sort().join(" ");
            if (key !== "") expected[key] = (expected[key] ?? 0) + scale / versions;
          }
          expect(readAtoms(system)).toEqual(expected);
          // What was left out is about the same people as a group that stayed.
          for (const { id, held } of groups.filter((group) => group.held.size > 0 && !kept.has(group.id)))
            expect([
              id,
              groups.some(
                (one) => kept.has(one.id) && one.held.size === held.size && [...held].every((x) => one.held.has(x)),
              ),
            ]).toEqual([id, true]);
        }
      },
    );
    fc.assert(property, { seed: 1, numRuns: 150 });
  });

  it("matches as many people without ids as their records allow, and loses nobody", () => {
    const drawRows = fc.array(fc.nat(3), { minLength: 0, maxLength: 8 });
    const draw = fc.array(drawRows, { minLength: 3, maxLength: 3 }).map((rows) =>
      makeMembership({
        units,
        identified: false,
        rows: rows.map((records, index) => ({
          unit: ["T1", "T2", "T3"][index] as string,
          people: records.map((record) => `.${record}`).sort(),
        })),
      }),
    );
    const property = fc.property(draw, draw, (before, after) => {
      const cohorts = matchPeople([before, after], "enps", "answers");
      for (const [at, membership] of [before, after].entries())
        for (const [row, { people: own }] of membership.rows.entries()) {
          const found = cohorts.filter(({ places }) => places[at] === row).reduce((sum, one) => sum + one.people, 0);
          expect(found).toBe(own.length);
        }
      const count = (membership: Membership, record: number, row?: number) =>
        membership.rows
          .filter((_, index) => row === undefined || index === row)
          .flatMap((one) => one.people)
          .filter((entry) => entry === `.${record}`).length;
      const both = [0, 1, 2, 3].map((record) => Math.min(count(before, record), count(after, record)));
      const matched = cohorts.filter(({ places }) => places.every((row) => row >= 0));
      expect(total(matched.map((one) => one.people))).toBe(total(both));
      const stayed = [0, 1, 2, 3].flatMap((record) =>
        [0, 1, 2].map((row) => Math.min(count(before, record, row), count(after, record, row))),
      );
      expect(total(matched.filter(({ places: [a, b] }) => a === b).map((one) => one.people))).toBe(total(stayed));
    });
    fc.assert(property, { seed: 2, numRuns: 300 });
  });
});

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
