import { describe, expect, it } from "vitest";
import { attackSets } from "../../../pipeline/audit/attack-sets.ts";
import { buildSystem } from "../../../pipeline/audit/build-system.ts";
import { nameSetLeaks } from "../../../pipeline/audit/name-set-leaks.ts";
import { placePeople } from "../../../pipeline/audit/place-people.ts";
import type { ReleasedCell } from "../../../schemas/release.ts";
import { auditRelease, makeMembership, makeRelease, spread, standard, type Tree } from "./organisations.ts";

const tree: Tree = { org: null, D1: "org", T1: "D1", T2: "D1", T3: "D1", D2: "org", T4: "D2" };
// Directly in D1 1, T2 3, T3 4: hidden together they are 8. T4 hidden beside D2: 2 directly.
const people = [
  ...spread("D1", 1),
  ...spread("T1", 9),
  ...spread("T2", 3),
  ...spread("T3", 6),
  ...spread("D2", 2),
  ...spread("T4", 7),
];
const organisation = { tree, people };
const shown = ["org", "D1", "T1"].map((unit) => ({ unit }));

describe("the auditor's test of itself", () => {
  it("plants withheld groups that must be noticed and finds them all", async () => {
    // T2 (3 people), T3 (D1 - T1 - T3 is 4), T4 (org - D1 - T4 is 2): D2 is what org - D1 tells anyway, and harmless.
    const certificate = await auditRelease(makeRelease({ ...organisation, shown }), [makeMembership(organisation)]);
    expect(certificate).toMatchObject({ verdict: "clean", self_test: { planted: 3, found: 3 } });
  });

  it("plants nothing where every withheld group is harmless", async () => {
    const all = Object.keys(tree)
      .filter((unit) => unit !== "D2")
      .map((unit) => ({ unit }));
    const harmless = { tree, people: [...spread("T1", 9), ...spread("T2", 9), ...spread("T3", 9), ...spread("T4", 9)] };
    const certificate = await auditRelease(makeRelease({ ...harmless, shown: all }), [makeMembership(harmless)]);
    expect(certificate).toMatchObject({ verdict: "clean", self_test: { planted: 0, found: 0 } });
  });

  it.each([
    ["T2", "T2 = 3 respondents"],
    ["T3", "D1 - T1 - T3 = 4 respondents"],
    ["T4", "org - D1 - T4 = 2 respondents"],
  ])("is about leaks with the right coefficients: %s", (unit, explanation) => {
    const release = makeRelease({ ...organisation, shown: [...shown, { unit }] });
    const memberships = [makeMembership(organisation)];
    const cells = release.cells.filter((cell): cell is ReleasedCell => cell.status === "released");
    const system = buildSystem({
      memberships,
      places: placePeople(memberships, "answers"),
      sources: [{ release: 1, membership: 0, units: release.units, cells }],
      isInBase: () => true,
    });
    const naming = {
      wave: "2026",
      questionnaire: "q",
      instrument: "energy",
      measure: null,
      k: 5,
      context: { release, number: 1 },
    };
    expect(standard.k.mean).toBe(5);
    expect(nameSetLeaks(system, attackSets(system, 5), naming).map((leak) => leak.explanation)).toContain(explanation);
  });
});
