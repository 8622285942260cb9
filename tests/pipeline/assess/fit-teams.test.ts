import { describe, expect, it } from "vitest";
import { fitTeams, type Team } from "../../../pipeline/assess/fit-teams.ts";
import { referenceReliability, referenceTeams, referenceVariance } from "./examples.ts";

const teamsOf = (rows: readonly (readonly [string, number, number | null, number])[]): Team[] =>
  rows.map(([unit, respondents, invited, mean]) => ({ unit, respondents, invited, mean }));

const reference = { teams: teamsOf(referenceTeams), variance: referenceVariance, reliability: referenceReliability };
const absolute = { kind: "absolute", value: 2.15 } as const;
const relative = { kind: "own_organisation", distance: 0.3 * Math.sqrt(referenceVariance) } as const;

describe("fitTeams on 21 teams", () => {
  // R, per team, with pw the Simpson weights of 20001 nodes in [0, .8 * s] (see posterior-between-team-sd.test.ts):
  // f <- n / N; k <- f * rel; vM <- f^2 * rel * (1 - rel) * s2 / n + (if (N > n) (1 - f)^2 * rel * s2 / (N - n) else 0)
  // l <- tt^2 / (tt^2 + v); mt <- l * y + (1 - l) * mus; c0 <- tt^2 * (1 - l); vt <- c0 + (1 - l)^2 * vm; h <- k + (1 - k) * l
  // mM <- k * y + (1 - k) * mt; vv <- (1 - k)^2 * vt + vM
  // c(sum(pw * mM), sqrt(sum(pw * (vv + mM^2)) - sum(pw * mM)^2), sum(pw * pnorm((mM - 2.15) / sqrt(vv))),
  //   sum(pw * pnorm((h * (y - mus) - .3 * s) / sqrt((1 - k)^2 * c0 + vM + h^2 * vm)))); the same with k = vM = 0
  it.each([
    [
      "T01",
      2.10525668361893,
      0.11159400358131,
      0.34374525982612,
      0.080949645816727,
      2.10060151864904,
      0.126320284045553,
      0.344321168643013,
      0.0899390908326191,
    ],
    [
      "T03",
      2.31763896577648,
      0.0766477659427638,
      0.98580620869049,
      0.697084647837631,
      2.22336646637474,
      0.127093353067293,
      0.713785305284181,
      0.346273281239045,
    ],
    [
      "T05",
      2.02476655365449,
      0.0572943181669234,
      0.0143980099853508,
      0.000990518650229827,
      2.05530163520261,
      0.126768701267993,
      0.224705827862391,
      0.0444939933748224,
    ],
    [
      "T11",
      2.19435629763676,
      0.0877012159043357,
      0.693284722449874,
      0.220921522020182,
      2.15689190871032,
      0.121664810632719,
      0.517303971924021,
      0.176324834137058,
    ],
    [
      "T12",
      2.19060866281729,
      0.0697600001305939,
      0.719743246418704,
      0.178495924522654,
      2.13387385640572,
      0.140319574020748,
      0.448022124142956,
      0.159027795047689,
    ],
    [
      "T15",
      1.82373180831056,
      0.165742531168424,
      0.0228704133548683,
      0.00318800465562535,
      1.94488320063714,
      0.162260505098715,
      0.0932318298041686,
      0.0139369351236183,
    ],
    [
      "T22",
      1.72154069283233,
      0.0473707579003986,
      4.88556453044415e-20,
      3.67017363434351e-11,
      1.8600160064795,
      0.122395179830712,
      0.00597085984869961,
      0.000168468241646797,
    ],
    [
      "T24",
      2.30876447068905,
      0.0559125349178861,
      0.997784542344143,
      0.692222750920946,
      2.23838250867199,
      0.109767114065525,
      0.788078998175137,
      0.380653054487127,
    ],
  ] as const)("agrees with R on %s", (unit, ...expected) => {
    const [atAbsolute, atRelative] = [absolute, relative].map((line) =>
      fitTeams({ ...reference, line }).teams.find((team) => team.unit === unit),
    );
    const found = [
      atAbsolute?.members?.mean,
      atAbsolute?.members?.sd,
      atAbsolute?.members?.probability,
      atRelative?.members?.probability,
      atAbsolute?.asSuch.mean,
      atAbsolute?.asSuch.sd,
      atAbsolute?.asSuch.probability,
      atRelative?.asSuch.probability,
    ];
    found.forEach((value, index) => {
      expect(Math.abs((value ?? Number.NaN) - Number(expected[index]))).toBeLessThan(1e-6);
    });
  });

  it("agrees with R on the standard deviation between teams", () => {
    // R: sum(pw * tt)
    expect(Math.abs(fitTeams({ ...reference, line: absolute }).sd - 0.180478391449012)).toBeLessThan(1e-6);
  });
});

describe("fitTeams with a benchmark", () => {
  // R, integrated over mu and tau on a 801 x 1001 grid W (see posterior-between-team-sd.test.ts), k and vM as above, rel = .9:
  // m <- outer(l * y, rep(1, 801)) + outer(1 - l, mu); E <- k * y + (1 - k) * m; V <- (1 - k)^2 * c0 + vM
  // c(sum(W * E), sqrt(sum(W * (V + E^2)) - sum(W * E)^2), sum(W * pnorm((E - 2.8) / sqrt(V))), sum(W * pnorm((m - 2.8) / sqrt(c0))))
  // the last on 6401 x 2001 points: at sd = 0 it is a step in mu
  it.each([
    ["a", 2.8715055544, 0.1242961613769, 0.71764908784444, 0.534127786414],
    ["b", 2.47727471404, 0.1075696482945, 0.00108465320851, 0.160867589125],
    ["c", 3.16244762751, 0.1133518846826, 0.99962266862637, 0.902135730175],
    ["d", 2.611935267, 0.0696826824261, 0.00344207416422, 0.307756610131],
    ["e", 2.79894962541, 0.0479191756336, 0.49131617618802, 0.468255458952],
    ["f", 2.99765222887, 0.1275175856785, 0.94140753812239, 0.724282571658],
  ] as const)("agrees with R on team %s", (unit, mean, sd, probability, asSuch) => {
    const fit = fitTeams({
      teams: teamsOf([
        ["a", 6, 8, 2.9],
        ["b", 9, 12, 2.4],
        ["c", 12, 20, 3.3],
        ["d", 7, 7, 2.6],
        ["e", 15, 15, 2.8],
        ["f", 8, 14, 3.1],
      ]),
      variance: 0.36,
      reliability: 0.9,
      line: { kind: "absolute", value: 2.8 },
      benchmark: { mean: 2.5, variance: 0.18 ** 2 },
    });
    const team = fit.teams.find((row) => row.unit === unit);
    expect(Math.abs((team?.members?.mean ?? 0) - mean)).toBeLessThan(1e-6);
    expect(Math.abs((team?.members?.sd ?? 0) - sd)).toBeLessThan(1e-6);
    expect(Math.abs((team?.members?.probability ?? 0) - probability)).toBeLessThan(1e-6);
    expect(Math.abs((team?.asSuch.probability ?? 0) - asSuch)).toBeLessThan(1e-6);
    expect(Math.abs(fit.mean - 2.76840469598)).toBeLessThan(1e-6);
  });
});

describe("fitTeams, the claim", () => {
  const input = { ...reference, line: absolute };

  it("makes no claim about members when one team's number of invited is unknown", () => {
    const teams = input.teams.map((team, index) => (index === 3 ? { ...team, invited: null } : team));
    const fit = fitTeams({ ...input, teams });
    expect(fit.missing).toEqual(["invited"]);
    expect(fit.teams.every(({ members }) => members === null)).toBe(true);
  });

  it("makes no claim about members without reliability", () => {
    const fit = fitTeams({ ...input, reliability: undefined });
    expect(fit.missing).toEqual(["reliability"]);
    expect(fit.teams.every(({ members }) => members === null)).toBe(true);
  });

  it("counts more answers than invited as everybody answered", () => {
    const withInvited = (invited: number) =>
      fitTeams({
        ...input,
        teams: input.teams.map((team) => ({ ...team, invited: Math.min(invited, team.respondents) })),
      });
    expect(withInvited(4)).toEqual(withInvited(1000));
  });
});
