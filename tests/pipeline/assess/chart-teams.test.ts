import { describe, expect, it } from "vitest";
import { type ChartPoint, chartTeams } from "../../../pipeline/assess/chart-teams.ts";
import { TeamChart } from "../../../schemas/release.ts";

const measure = { measure: "strain.total", minimum: 1, maximum: 5 };
const pointsOf = (unit: string, ...rows: readonly (readonly [mean: number, respondents: number])[]): ChartPoint[] =>
  rows.map(([mean, respondents], index) => ({ unit, wave: `w${index + 1}`, mean, respondents, variance: 0.36 }));

describe("chartTeams", () => {
  it("puts limits of three standard errors around the mean of the waves before", () => {
    // by hand: (2 x 9 + 2.4 x 9) / 18 = 2.2; 3 sqrt(.36 / 18 + .36 / 18) = .6
    const [chart] = chartTeams(pointsOf("A", [2, 9], [2.4, 9], [2.6, 18]), measure);
    expect(chart?.points).toEqual([
      { wave: "w1", value: 2 },
      { wave: "w2", value: 2.4 },
      { wave: "w3", value: 2.6, expected: { centre: 2.2, low: 1.6, high: 2.8 }, position: "within" },
    ]);
    expect(() => TeamChart.parse(chart)).not.toThrow();
  });

  it("weighs waves by their answers", () => {
    // by hand: (2 x 10 + 3.2 x 30) / 40
    expect(chartTeams(pointsOf("A", [2, 10], [3.2, 30], [3, 20]), measure)[0]?.points[2]?.expected?.centre).toBe(2.9);
  });

  it("shows the wave that stands out, on either side", () => {
    const positions = (last: number) =>
      chartTeams(pointsOf("A", [2, 20], [2, 20], [2, 20], [last, 20]), measure)[0]?.points.at(-1)?.position;
    // by hand: 3 sqrt(.018 + .006) = .46476
    expect(positions(2.465)).toBe("above");
    expect(positions(2.464)).toBe("within");
    expect(positions(1.535)).toBe("below");
  });

  it("keeps limits on the scale and teams by code", () => {
    const charts = chartTeams(
      [...pointsOf("B", [1.1, 5], [1.1, 5], [1.1, 5]), ...pointsOf("A", [2, 5], [2, 5], [2, 5])],
      measure,
    );
    expect(charts.map(({ unit }) => unit)).toEqual(["A", "B"]);
    expect(charts[1]?.points[2]?.expected?.low).toBe(1);
  });

  it("draws nothing of two waves", () => {
    expect(chartTeams(pointsOf("A", [2, 9], [3, 9]), measure)).toEqual([]);
  });
});
