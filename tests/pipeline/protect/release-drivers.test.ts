import { describe, expect, it } from "vitest";
import { releaseDrivers } from "../../../pipeline/protect/release-drivers.ts";
import type { MeasureDefinition } from "../../../schemas/cell.ts";
import { DriverModel } from "../../../schemas/release.ts";
import { productsOfTeam } from "../stats/team-products.ts";
import { standard, strain } from "./organisations.ts";

const measureOf = (measure: string, limit: number): MeasureDefinition => ({
  ...strain,
  measure,
  minimum: -limit,
  maximum: limit,
  factor: 1n,
});
const [pressure, support, outcome] = [measureOf("pressure", 1), measureOf("support", 1), measureOf("strain", 4)];
const signs = [-1, 1];
/** Eight people: every combination of pressure, support and something else of -1 or 1; strain is 2 pressure - support + the other. */
const factorial = signs.flatMap((x) => signs.flatMap((y) => signs.map((z) => [x, y, 2 * x - y + z])));
const teamsOf = (count: number, shift = 0) =>
  Array.from({ length: count }, (_, index) =>
    productsOfTeam(factorial.map(([x = 0, y = 0, z = 0]) => [x, y, z + index * shift])),
  );
const release = (count: number, rest: Partial<Parameters<typeof releaseDrivers>[0]> = {}) =>
  releaseDrivers({
    wave: "w1",
    outcome,
    drivers: [pressure, support],
    teams: teamsOf(count),
    base: { respondents: 8 * count, teams: count },
    policy: standard,
    ...rest,
  });

describe("releaseDrivers", () => {
  it("gives what each driver tells of the outcome, to a step that one person can't cross", () => {
    // by hand: unrelated drivers weigh their squared correlations 4 / 6 and 1 / 6; 20 teams: squares 160 and 960;
    // W 1 and 4: 4 / sqrt(960) x 1 / sqrt(160) x 5 / 4 = .0128, so steps of .02
    const [row] = release(20);
    expect(row).toEqual({
      wave: "w1",
      outcome: "strain",
      respondents: 160,
      teams: 20,
      step: 0.02,
      explained: 0.84,
      explained_pooled: 0.84,
      drivers: [
        {
          measure: "pressure",
          weight: 0.66,
          interval: { low: 0.66, high: 0.68 },
          weight_pooled: 0.66,
          goes_with: "higher",
          stands_out: true,
        },
        {
          measure: "support",
          weight: 0.16,
          interval: { low: 0.16, high: 0.18 },
          weight_pooled: 0.16,
          goes_with: "lower",
          stands_out: false,
        },
      ],
    });
    expect(() => DriverModel.parse(row)).not.toThrow();
  });

  it("takes what differs between teams out of the weights, and shows it beside them", () => {
    const [row] = release(20, { teams: teamsOf(20, 1) });
    expect(row?.explained).toBe(0.84);
    expect(row?.explained_pooled).toBeLessThan(0.3);
  });

  it("takes finer steps the more people there are", () => {
    expect(release(20)[0]?.step).toBe(0.02);
    expect(release(40)[0]?.step).toBe(0.01);
    expect(release(14)[0]?.step).toBe(0.02);
  });

  it("says nothing when one person could move a correlation by more than a tenth", () => {
    const within = (limit: number) =>
      release(20, { drivers: [pressure, support].map((one) => ({ ...one, minimum: -limit, maximum: limit })) });
    // by hand, of the two drivers: (W / sqrt(160))^2 x 5 / 4 = .031, .070 and .125
    expect(within(2)[0]?.step).toBe(0.05);
    expect(within(3)[0]?.step).toBe(0.1);
    expect(within(4)).toEqual([]);
  });

  it("needs a hundred people, and fifteen for every driver", () => {
    expect(release(12)).toEqual([]);
    expect(release(13)).toHaveLength(1);
    const many = Array.from({ length: 9 }, () => pressure);
    expect(release(13, { drivers: many })).toEqual([]);
  });

  it("needs the policy's teams, and drivers that can be told apart", () => {
    const policy = { ...standard, statistics: { teams: 21, degrees_of_freedom: 50 } };
    expect(release(20, { policy })).toEqual([]);
    const doubled = teamsOf(20).map(({ respondents, sums, products }) => {
      const twice = [0, 0, 2];
      return {
        respondents,
        sums: twice.map((i) => sums[i] as bigint),
        products: twice.map((i) => twice.map((j) => products[i]?.[j] as bigint)),
      };
    });
    expect(release(20, { teams: doubled })).toEqual([]);
    expect(release(20, { teams: [] })).toEqual([]);
  });

  it("is never about an eNPS", () => {
    expect(release(20, { outcome: { ...outcome, kind: "enps" } })).toEqual([]);
    expect(release(20, { drivers: [{ ...pressure, kind: "enps" }, support] })).toEqual([]);
  });

  it("draws teams again, the same every time", () => {
    // half of the teams the other way round: support raises strain there
    const turned = teamsOf(20).map((team, index) =>
      index % 2 === 0 ? team : productsOfTeam(factorial.map(([x = 0, y = 0, z = 0]) => [x, -y, z])),
    );
    const [row] = release(20, { teams: turned });
    expect(row?.drivers[1]?.interval.high).toBeGreaterThan(row?.drivers[1]?.weight ?? 1);
    expect(release(20, { teams: turned })).toEqual([row]);
  });
});
