/**
 * What people who want to know one answer have tried elsewhere, tried on what is published here: each attack is carried out on the
 * figures as an outsider would, or the release that would make it possible is refused.
 */
import { rmSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listShown, makePlace, publish, type Response, type RosterRow, refusal } from "./publish.ts";

const places: string[] = [];
let place = "";
beforeEach(() => {
  place = makePlace();
  places.push(place);
});
afterAll(() => {
  for (const one of places) rmSync(one, { recursive: true, force: true });
});

const roster: RosterRow[] = [
  ["ORG", null, 0],
  ["D1", "ORG", 1],
  ["A", "D1", 9],
  ["B", "D1", 10],
  ["D2", "ORG", 0],
  ["C", "D2", 24],
  ["E", "D2", 26],
];

/** `count` people of a unit; scores run through 0 to 10. */
const people = (unit: string, count: number, tenure?: (index: number) => string): Response[] =>
  Array.from({ length: count }, (_, index) => ({
    person: `${unit}-${index}`,
    unit,
    score: (index * 4 + unit.charCodeAt(0)) % 11,
    ...(tenure && { tenure: tenure(index) }),
  }));

const everyone = [...people("D1", 1), ...people("A", 8), ...people("B", 9), ...people("C", 22), ...people("E", 24)];
const wave = "2024";
const enps = "enps.score";

describe("department minus teams minus manager", () => {
  it("is not possible: the department and both teams are never shown beside one manager", async () => {
    const { release, certificate } = await publish(place, { roster, waves: { [wave]: everyone } });
    const shown = listShown(release, enps, wave);
    expect(shown).toContain("ORG");
    // D1 - A - B = the manager of D1, one person: one of the three must be missing, and what is left is told as one group.
    expect(["D1", "A", "B"].every((unit) => shown.includes(unit))).toBe(false);
    expect(shown).toContain("D1:rest");
    expect(certificate).toMatchObject({ verdict: "clean", leaks: [] });
    expect(certificate.self_test.found).toBe(certificate.self_test.planted);
  });
});

describe("the mean and number of a late answer", () => {
  const late = [...everyone, { person: "C-late", unit: "C", score: 10 }];

  it("are refused, naming the release that they would be subtracted from", async () => {
    await publish(place, { roster, waves: { [wave]: everyone } });
    const refused = await refusal(publish(place, { roster, waves: { [wave]: late } }));
    expect(refused?.exitCode).toBe(6);
    expect(refused?.message).toMatch(/^Wave 2024 can't be released again: together with release 2 \(/);
  });

  it("are refused without ids as well", async () => {
    await publish(place, { roster, waves: { [wave]: everyone }, ids: false });
    expect((await refusal(publish(place, { roster, waves: { [wave]: late }, ids: false })))?.exitCode).toBe(6);
  });

  it("are as good as gone when the wave was not published before", async () => {
    const { certificate } = await publish(place, { roster, waves: { [wave]: late } });
    expect(certificate.verdict).toBe("clean");
  });
});

describe("a second release of a wave", () => {
  it("is fine when it is the same", async () => {
    const first = await publish(place, { roster, waves: { [wave]: everyone } });
    const again = await publish(place, { roster, waves: { [wave]: everyone } });
    expect(again.release).toEqual(first.release);
  });

  it("is refused with an answer less", async () => {
    await publish(place, { roster, waves: { [wave]: everyone } });
    const erased = everyone.filter(({ person }) => person !== "E-3");
    expect((await refusal(publish(place, { roster, waves: { [wave]: erased } })))?.exitCode).toBe(6);
  });

  it("is refused with a corrected answer", async () => {
    await publish(place, { roster, waves: { [wave]: everyone } });
    const corrected = everyone.map((one) => (one.person === "E-3" ? { ...one, score: (one.score + 5) % 11 } : one));
    expect((await refusal(publish(place, { roster, waves: { [wave]: corrected } })))?.exitCode).toBe(6);
  });

  it("is refused when some people were moved to another team", async () => {
    await publish(place, { roster, waves: { [wave]: everyone } });
    const moved = everyone.map((one) => (["C-0", "C-1"].includes(one.person) ? { ...one, unit: "E" } : one));
    expect((await refusal(publish(place, { roster, waves: { [wave]: moved } })))?.exitCode).toBe(6);
  });

  it("can't have a weaker policy", async () => {
    await publish(place, { roster, waves: { [wave]: everyone }, policy: "policy: { preset: strict }" });
    const refused = await refusal(publish(place, { roster, waves: { [wave]: everyone } }));
    expect(refused?.exitCode).toBe(7);
    expect(refused?.message).toContain("k.mean");
  });
});

describe("two audiences who put their reports together", () => {
  it("learn no more than one: what the second would add is refused", async () => {
    const strict = "policy: { preset: strict }";
    // With k = 10 the board sees A (8) in no figure; with k = 5 HR would see A, and the board's D1 minus HR's teams is a manager.
    const first = await publish(place, { roster, waves: { [wave]: everyone }, policy: strict }, "board");
    expect(listShown(first.release, enps, wave)).not.toContain("A");
    expect((await refusal(publish(place, { roster, waves: { [wave]: everyone } }, "hr")))?.exitCode).toBe(7);
  });
});

describe("a team minus its segments", () => {
  const tenure = (index: number) => (index % 2 === 0 ? "short" : "long");
  const staff = [
    ...people("D1", 1),
    ...people("A", 8, tenure),
    ...people("B", 9, tenure),
    // Of 22 people in C 11 say short, 10 say long and one says nothing.
    ...people("C", 22, (index) => (index === 21 ? "" : tenure(index))),
    ...people("E", 24, tenure),
  ];

  it("is not possible: one of both segments is withheld beside one who said nothing", async () => {
    const { release, certificate } = await publish(place, { roster, waves: { [wave]: staff }, segments: true });
    const shown = listShown(release, enps, wave);
    expect(shown).toContain("C");
    expect(["C short", "C long"].every((group) => shown.includes(group))).toBe(false);
    expect(shown.filter((group) => group.startsWith("E "))).toHaveLength(2);
    expect(certificate).toMatchObject({ verdict: "clean", leaks: [] });
  });

  it("stays impossible when segments come in a later release", async () => {
    await publish(place, { roster, waves: { [wave]: staff } });
    const { release, certificate } = await publish(place, { roster, waves: { [wave]: staff }, segments: true });
    expect(listShown(release, enps, wave).filter((group) => group.startsWith("C "))).toHaveLength(1);
    expect(certificate).toMatchObject({ verdict: "clean", releases: 2, leaks: [] });
  });
});

describe("the European and the standard eNPS of one team", () => {
  it("can't both be asked of one answer", async () => {
    const both = publish(place, { roster, waves: { [wave]: everyone }, instruments: ["enps", "enps_european"] });
    expect((await refusal(both))?.message).toContain("ENPS01");
  });

  it("can't be published one after the other either", async () => {
    await publish(place, { roster, waves: { [wave]: everyone } });
    const second = publish(place, { roster, waves: { [wave]: everyone }, instruments: ["enps_european"] });
    expect((await refusal(second))?.exitCode).toBe(6);
  });
});

describe("a trend with one leaver", () => {
  const later = everyone.filter(({ person }) => person !== "A-0");
  const waves = { [wave]: everyone, "2025": later };

  it("tells nothing exact as long as others may answer otherwise", async () => {
    const { release, certificate } = await publish(place, { roster, waves });
    expect(listShown(release, enps, "2025")).toContain("ORG");
    expect(certificate.verdict).toBe("clean");
  });

  it("is not possible where it may be taken that the others answered the same: later groups make way", async () => {
    const survey = { roster, waves, ids: "key" } as const;
    const { release, certificate } = await publish(place, { ...survey, policy: "policy: { stayers: unchanged }" });
    const [before, after] = [listShown(release, enps, wave), listShown(release, enps, "2025")];
    expect(before).toContain("ORG");
    // Whoever is shown in both waves and had the leaver subtracts to that one answer.
    for (const unit of ["ORG", "D1"])
      expect([unit, before.includes(unit) && after.includes(unit)]).toEqual([unit, false]);
    expect(after).toEqual(expect.arrayContaining(["D2", "E"]));
    expect(certificate).toMatchObject({ verdict: "clean", leaks: [] });
  });
});
