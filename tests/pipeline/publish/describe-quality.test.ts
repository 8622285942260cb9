import { describe, expect, it } from "vitest";
import {
  bandCount,
  describeQuality,
  describeTotals,
  type ExportRecord,
} from "../../../pipeline/publish/describe-quality.ts";
import { fieldRules, type Rule } from "../../../schemas/problem.ts";
import type { QualityCount, QualityRule } from "../../../schemas/response-quality.ts";

type Made = Partial<Pick<ExportRecord, "loaded" | "rejected">> & {
  /** Responses left out, responses that count and answers that are missing. */
  excluded?: Partial<Record<QualityRule, number>>;
  remark?: Partial<Record<QualityRule, number>>;
  missing?: Partial<Record<QualityRule, number>>;
  problems?: Partial<Record<Rule, number>>;
  accepted?: "missing" | "reject";
};

/** An export where only what is given was found; rejected is the sum of the problems unless it is given. */
function makeExport(made: Made): ExportRecord {
  const { loaded = 100, excluded = {}, remark = {}, missing = {}, problems = {}, accepted = "reject" } = made;
  const left = sum(Object.values(excluded));
  const rejected = made.rejected ?? (accepted === "reject" ? sum(Object.values(problems)) : 0);
  return {
    wave: "w",
    questionnaire: "q",
    inspection: { file: "a.csv" },
    accepted: Object.entries(problems).flatMap(([rule, count]) =>
      count > 0 ? [{ rule: rule as Rule, accepted, count }] : [],
    ),
    records: loaded + rejected + left,
    loaded,
    rejected,
    excluded: left,
    quality: [...list(excluded, "excluded"), ...list(remark, "remark"), ...list(missing, "missing")],
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const list = (counts: Partial<Record<QualityRule, number>>, action: QualityCount["action"]): QualityCount[] =>
  Object.entries(counts).flatMap(([rule, count]) =>
    count > 0 ? [{ rule: rule as QualityRule, action, chosen: false, count }] : [],
  );

const few = { fewer_than: 5 };
const told = (made: Made, k = 5, items = 1) =>
  describeQuality(makeExport(made), k, items).map(({ rule, action, count }) => [rule, action, count]);
const totals = (made: Made, k = 5) => {
  const one = makeExport(made);
  return describeTotals(one, describeQuality(one, k, 1), k);
};

describe("bandCount", () => {
  it.each([
    [0, 0],
    [1, few],
    [4, few],
    [5, 5],
    [6, 6],
  ])("publishes %d of k = 5 as %j", (count, published) => {
    expect(bandCount(count, 5)).toEqual(published);
  });
});

describe("responses that are left out", () => {
  it("are told from k, and below k as fewer", () => {
    expect(told({ excluded: { partial_response: 12, test_response: 4 } })).toEqual([
      ["partial_response", "excluded", 12],
      ["test_response", "excluded", few],
    ]);
  });

  it.each<[string, Made, unknown]>([
    ["nothing", {}, { records: 100, loaded: 100, rejected: 0, excluded: 0 }],
    ["12", { excluded: { partial_response: 12 } }, { records: 112, loaded: 100, rejected: 0, excluded: 12 }],
    ["4", { excluded: { partial_response: 4 } }, { records: null, loaded: 100, rejected: 0, excluded: few }],
    ["3 and 4", { excluded: { partial_response: 3, test_response: 4 } }, { records: null, excluded: null }],
    ["1 and 1", { excluded: { partial_response: 1, test_response: 1 } }, { records: null, excluded: null }],
    ["7 and 3", { excluded: { partial_response: 7, test_response: 3 } }, { records: null, excluded: null }],
    ["7 and 6", { excluded: { partial_response: 7, too_fast: 6 } }, { records: 113, excluded: 13 }],
  ])("have a total only where their rows tell it: %s", (_, made, expected) => {
    expect(totals(made)).toMatchObject(expected as object);
  });

  it("are not added up when fewer than k responses are left", () => {
    expect(totals({ loaded: 4, excluded: { partial_response: 12 } })).toEqual({
      records: null,
      loaded: few,
      rejected: 0,
      excluded: 12,
    });
  });
});

describe("responses that are rejected", () => {
  it.each<[string, Made, unknown]>([
    ["one rule", { problems: { unknown_unit: 7 } }, { records: 107, rejected: 7 }],
    ["one rule below k", { problems: { unknown_unit: 3 } }, { records: null, rejected: few }],
    ["two rules without overlap", { problems: { unknown_unit: 7, missing_unit: 5 } }, { records: 112, rejected: 12 }],
    ["one below k", { problems: { unknown_unit: 7, missing_unit: 3 } }, { records: null, rejected: null }],
    [
      "a response under two rules",
      { problems: { unknown_unit: 7, duplicate_response: 5 }, rejected: 11 },
      { rejected: null },
    ],
    ["seven bad answers of three people", { problems: { answer_out_of_scale: 7 }, rejected: 3 }, { rejected: null }],
  ])("have a total only where their rows tell it: %s", (_, made, expected) => {
    expect(totals(made)).toMatchObject(expected as object);
  });

  it("say that scan.yaml chose so", () => {
    const accepted = [{ rule: "answer_out_of_scale" as const, accepted: "reject" as const, count: 7 }];
    expect(describeQuality({ ...makeExport({}), accepted, rejected: 7 }, 5, 16)).toEqual([
      { wave: "w", questionnaire: "q", rule: "answer_out_of_scale", action: "rejected", chosen: true, count: 7 },
    ]);
  });
});

describe("responses that count, with a remark", () => {
  it.each<[number, number, unknown[]]>([
    [20, 0, []],
    [20, 4, [few]],
    [20, 5, [5]],
    [20, 15, [15]],
    [20, 16, [{ more_than: 15 }]],
    [20, 20, [{ more_than: 15 }]],
    [10, 5, [5]],
    [10, 6, [{ more_than: 5 }]],
    [9, 4, []],
    [9, 9, []],
    [5, 5, []],
  ])("of %d responses, %d are told as %j", (loaded, count, expected) => {
    expect(told({ loaded, remark: { straight_lined: count } }).map(([, , published]) => published)).toEqual(expected);
  });

  it("may be kept by choice", () => {
    const kept: QualityCount = { rule: "partial_response", action: "kept", chosen: true, count: 30 };
    expect(describeQuality({ ...makeExport({}), quality: [kept] }, 5, 16)).toEqual([
      { wave: "w", questionnaire: "q", ...kept },
    ]);
  });
});

describe("answers that are missing", () => {
  it.each<[string, Made, unknown[]]>([
    [
      "every reason from k: each",
      { missing: { not_shown: 40, left_blank: 5 } },
      [
        ["not_shown", 40],
        ["left_blank", 5],
      ],
    ],
    ["one reason below k: their sum", { missing: { not_shown: 40, left_blank: 4 } }, [["blank_answers", 44]]],
    ["all below k: their sum from k", { missing: { no_opinion: 3, left_blank: 4 } }, [["blank_answers", 7]]],
    ["their sum below k: nothing", { missing: { no_opinion: 1, left_blank: 3 } }, []],
    [
      "accepted problems are a reason",
      { missing: { left_blank: 7 }, problems: { answer_out_of_scale: 3 }, accepted: "missing" },
      [["blank_answers", 10]],
    ],
    ["of fewer than k people: nothing", { loaded: 4, missing: { left_blank: 40 } }, []],
  ])("%s", (_, made, expected) => {
    expect(told(made).map(([rule, , count]) => [rule, count])).toEqual(expected);
  });

  it.each<[string, number, unknown[]]>([
    ["6 answers that two people can have left to three items", 6, []],
    ["12 answers that four people can", 12, []],
    ["13 answers that take five people", 13, [["no_opinion", 13]]],
  ])("are told when k people at least must have left them: %s", (_, count, expected) => {
    expect(told({ missing: { no_opinion: count } }, 5, 3).map(([rule, , told]) => [rule, told])).toEqual(expected);
  });

  it("have no reason when one of the reasons could be about fewer than k people", () => {
    expect(told({ missing: { no_opinion: 12, left_blank: 13 } }, 5, 3)).toEqual([["blank_answers", "missing", 25]]);
  });
});

/** Numbers from `low` to `high`. */
const range = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, index) => low + index);

/** Whatever is the same in every world that would be published alike is known to a reader. */
function listKnown(worlds: readonly Readonly<{ published: string; secrets: Readonly<Record<string, number>> }>[]) {
  const alike = new Map<string, (typeof worlds)[number][]>();
  for (const world of worlds) {
    const group = alike.get(world.published);
    if (group) group.push(world);
    else alike.set(world.published, [world]);
  }
  return [...alike].flatMap(([published, group]) =>
    Object.keys(group[0]?.secrets ?? {}).flatMap((secret) => {
      const values = new Set(group.map(({ secrets }) => secrets[secret] as number));
      return values.size === 1 ? [{ published, secret, value: [...values][0] as number }] : [];
    }),
  );
}

const publish = (one: ExportRecord, k: number) => {
  const rows = describeQuality(one, k, 1);
  return JSON.stringify([rows, describeTotals(one, rows, k)]);
};

describe("from everything published about an export", () => {
  it("no count of 1 to k - 1 responses left out or rejected can be worked out, nor a sum of them", () => {
    const k = 3;
    const worlds = range(1, 4).flatMap((loaded) =>
      range(0, 4).flatMap((partial) =>
        range(0, 4).flatMap((test) =>
          range(0, 4).flatMap((unit) =>
            range(0, 4).flatMap((double) =>
              range(Math.max(unit, double), unit + double).map((rejected) => ({
                published: publish(
                  makeExport({
                    loaded,
                    rejected,
                    excluded: { partial_response: partial, test_response: test },
                    problems: { unknown_unit: unit, duplicate_response: double },
                  }),
                  k,
                ),
                secrets: {
                  loaded,
                  partial,
                  test,
                  unit,
                  double,
                  rejected,
                  both: unit + double - rejected,
                  excluded: partial + test,
                  out: partial + test + rejected,
                  records: loaded + partial + test + rejected,
                },
              })),
            ),
          ),
        ),
      ),
    );
    const known = listKnown(worlds);
    expect(known.filter(({ value }) => value !== 0 && value < k)).toEqual([]);
    expect(known.length).toBeGreaterThan(1000);
  });

  it("no count of 1 to k - 1 responses can be worked out when all four reasons occur", () => {
    const k = 5;
    const counts = range(0, 5);
    const worlds = counts.flatMap((partial) =>
      counts.flatMap((test) =>
        counts.flatMap((fast) =>
          counts.map((straight) => ({
            published: publish(
              makeExport({
                excluded: { partial_response: partial, test_response: test, too_fast: fast, straight_lined: straight },
              }),
              k,
            ),
            secrets: { partial, test, fast, straight, all: partial + test + fast + straight, two: partial + test },
          })),
        ),
      ),
    );
    expect(listKnown(worlds).filter(({ value }) => value !== 0 && value < k)).toEqual([]);
  });

  it("no count of 1 to k - 1 people behind bad answers can be worked out", () => {
    const k = 5;
    const worlds = [1, 2, 3].flatMap((items) =>
      range(0, 12).flatMap((answers) =>
        range(Math.ceil(answers / items), answers).map((rejected) => ({
          published: `${items} ${publish(makeExport({ rejected, problems: { answer_out_of_scale: answers } }), k)}`,
          secrets: { answers, rejected },
        })),
      ),
    );
    expect(listKnown(worlds).filter(({ value }) => value !== 0 && value < k)).toEqual([]);
  });

  it("neither those with a remark nor the others are known to be fewer than k, unless fewer than k have it", () => {
    const k = 5;
    const worlds = range(1, 16).flatMap((loaded) =>
      range(0, loaded).map((count) => ({
        published: publish(makeExport({ loaded, remark: { straight_lined: count } }), k),
        secrets: { count, others: loaded < k ? k : loaded - count },
      })),
    );
    const known = listKnown(worlds);
    expect(known.filter(({ secret, value }) => value < k && !(secret === "count" && value === 0))).toEqual([]);
    expect(known.some(({ secret }) => secret === "others")).toBe(true);
  });

  it("no reason for 1 to k - 1 missing answers can be worked out by who knows how many are missing", () => {
    const k = 3;
    const counts = range(0, 5);
    const worlds = counts.flatMap((shown) =>
      counts.flatMap((blank) =>
        counts.flatMap((opinion) =>
          counts.map((scale) => ({
            published: `${shown + blank + opinion + scale} ${publish(
              makeExport({
                missing: { not_shown: shown, left_blank: blank, no_opinion: opinion },
                problems: { answer_out_of_scale: scale },
                accepted: "missing",
              }),
              k,
            )}`,
            secrets: { shown, blank, opinion, scale, two: shown + blank, three: shown + blank + opinion },
          })),
        ),
      ),
    );
    expect(listKnown(worlds).filter(({ value }) => value !== 0 && value < k)).toEqual([]);
  });

  it("would be told by a total beside a row below k", () => {
    const worlds = range(0, 6).flatMap((partial) =>
      range(0, 6).map((test) => ({
        published: JSON.stringify([bandCount(partial, 5), bandCount(test, 5), partial + test]),
        secrets: { partial, test },
      })),
    );
    expect(listKnown(worlds).filter(({ value }) => value !== 0 && value < 5).length).toBeGreaterThan(0);
  });
});

it("treats every rule about an answer alike", () => {
  for (const rule of fieldRules)
    expect(told({ problems: { [rule]: 8 }, accepted: "missing" })).toEqual([[rule, "missing", 8]]);
});
