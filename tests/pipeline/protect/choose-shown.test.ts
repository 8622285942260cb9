import { describe, expect, it } from "vitest";
import { chooseParticipation, chooseShown } from "../../../pipeline/protect/choose-shown.ts";
import { addUp, makeUnits, type Row, standard } from "./organisations.ts";

const sort = (units: ReadonlySet<string>) => [...units].sort();

const choose = (rows: readonly Row[], direct: Readonly<Record<string, number>>, within?: ReadonlySet<string>) => {
  const units = makeUnits(rows);
  const respondents = addUp(units, direct);
  const shown = chooseShown({ units, respondents, policy: standard, ...(within && { within }) });
  return { mean: sort(shown.mean), detail: sort(shown.detail) };
};

const participate = (rows: readonly Row[], direct: Readonly<Record<string, number>>) => {
  const units = makeUnits(rows);
  return sort(chooseParticipation({ units, answered: addUp(units, direct), policy: standard }));
};

describe("chooseShown", () => {
  const teams: Row[] = [
    ["org", null],
    ["a", "org"],
    ["b", "org"],
    ["c", "org"],
  ];

  it.each([
    [4, { mean: [], detail: [] }],
    [5, { mean: ["org"], detail: [] }],
    [9, { mean: ["org"], detail: [] }],
    [10, { mean: ["org"], detail: ["org"] }],
  ])("shows an organisation of %i from 5 on, and its detail from 10 on", (people, shown) => {
    expect(choose([["org", null]], { org: people })).toEqual(shown);
  });

  it("hides the smallest team beside one of 4, not the organisation", () => {
    expect(choose(teams, { a: 12, b: 6, c: 4 })).toEqual({ mean: ["a", "org"], detail: ["a", "org"] });
  });

  it("counts a team right below the organisation as a team, not as a department", () => {
    // Hiding either a or the three teams of d would do for the director's answer: a weighs 1, d 30.
    const rows: Row[] = [...teams.slice(0, 2), ["d", "org"], ["d1", "d"], ["d2", "d"]];
    expect(choose(rows, { org: 1, a: 30, d1: 6, d2: 6 }).mean).toEqual(["d", "d1", "d2", "org"]);
  });

  it("shows detail only where what is left reaches its own k", () => {
    const { mean, detail } = choose(teams, { a: 12, b: 12, c: 6 });
    expect(mean).toEqual(["a", "b", "c", "org"]);
    expect(detail).toHaveLength(2);
    expect(detail).toContain("org");
  });

  it("stays within the units whose participation is shown", () => {
    expect(choose(teams, { a: 12, b: 12, c: 12 }, new Set(["org", "a"])).mean).toEqual(["a", "org"]);
  });

  it("does not give away a manager who did not answer, within what participation shows", () => {
    const rows: Row[] = [
      ["org", null, 1],
      ["a", "org", 9],
      ["b", "org", 8],
    ];
    const direct = { org: 0, a: 9, b: 8 };
    const units = makeUnits(rows);
    const within = chooseParticipation({ units, answered: addUp(units, direct), policy: standard });
    expect(choose(rows, direct).mean).toEqual(["a", "b", "org"]);
    expect(choose(rows, direct, within).mean).toEqual(["a", "org"]);
  });
});

describe("chooseParticipation", () => {
  it("counts invited people: a manager who did not answer is one person too", () => {
    expect(
      participate(
        [
          ["org", null, 1],
          ["a", "org", 9],
          ["b", "org", 8],
        ],
        { a: 9, b: 8 },
      ),
    ).toEqual(["a", "org"]);
  });

  it("shows everything when nobody is left between", () => {
    expect(
      participate(
        [
          ["org", null, 0],
          ["a", "org", 9],
          ["b", "org", 8],
        ],
        { a: 5, b: 8 },
      ),
    ).toEqual(["a", "b", "org"]);
  });

  it("hides a unit with fewer than k answers, however many were invited", () => {
    expect(
      participate(
        [
          ["org", null, 0],
          ["a", "org", 30],
          ["b", "org", 30],
        ],
        { a: 30, b: 4 },
      ),
    ).toEqual(["a", "org"]);
  });

  it("counts answers where there are more of them than invited", () => {
    expect(
      participate(
        [
          ["org", null, 0],
          ["a", "org", 4],
          ["b", "org", 8],
        ],
        { a: 6, b: 8 },
      ),
    ).toEqual(["a", "b", "org"]);
  });

  it("shows nothing when some invited are unknown", () => {
    expect(
      participate(
        [
          ["org", null, 0],
          ["a", "org", null],
          ["b", "org", 8],
        ],
        { a: 6, b: 8 },
      ),
    ).toEqual([]);
  });
});
