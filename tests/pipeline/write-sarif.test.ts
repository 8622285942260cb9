import { describe, expect, it } from "vitest";
import { writeSarif } from "../../pipeline/write-sarif.ts";
import { type Problem, Rule } from "../../schemas/problem.ts";

const tool = { name: "vitascan", version: "1.2.3" };
const problem = (change: Partial<Problem>): Problem => ({
  rule: "answer_out_of_scale",
  file: "data/answers.csv",
  wave: "now",
  questionnaire: "q",
  count: 1,
  places: [{ record: 7, line: 8, column: "Q1" }],
  expected: "a whole number from 1 to 5, or blank",
  values: [],
  accepted: null,
  ...change,
});
const resultsOf = (...problems: Problem[]) => writeSarif(problems, tool).runs[0]?.results ?? [];
const textOf = (result: ReturnType<typeof resultsOf>[number] | undefined) => result?.message.text;
const placeOf = (result: ReturnType<typeof resultsOf>[number] | undefined) => result?.locations?.[0]?.physicalLocation;

/** One problem of every rule, with and without places, accepted and not. */
const everyRule = Rule.options.flatMap((rule) => [
  problem({ rule }),
  problem({ rule, count: 12, places: [], accepted: "reject", values: [{ text: "T99", count: 5 }] }),
]);

describe("writeSarif", () => {
  it("writes one result per place, with the line, the column, the record and what was expected", () => {
    const places = [
      { record: 7, line: 8, column: "Q1" },
      { record: 9, line: 12, column: "Q1" },
    ];
    const results = resultsOf(problem({ count: 2, places }));
    expect(results.map(placeOf)).toEqual([
      { artifactLocation: { uri: "data/answers.csv" }, region: { startLine: 8 } },
      { artifactLocation: { uri: "data/answers.csv" }, region: { startLine: 12 } },
    ]);
    expect(results.map(textOf)).toEqual([
      'An answer must lie on its scale: column "Q1", record 7, expected a whole number from 1 to 5, or blank.',
      'An answer must lie on its scale: column "Q1", record 9, expected a whole number from 1 to 5, or blank.',
    ]);
  });

  it("adds a result without a line for places that are not listed", () => {
    const results = resultsOf(problem({ count: 41 }));
    expect(results).toHaveLength(2);
    expect(textOf(results[1])).toBe('An answer must lie on its scale: column "Q1", and 40 more, 41 answers in all.');
    expect(placeOf(results[1])).toEqual({ artifactLocation: { uri: "data/answers.csv" } });
  });

  it("leaves the line out where it is not known", () => {
    const [result] = resultsOf(problem({ places: [{ record: 1, line: null, column: null }] }));
    expect(placeOf(result)).not.toHaveProperty("region");
    expect(textOf(result)).toContain("scale: record 1, expected");
  });

  it("tells the texts that may be shown, and only those", () => {
    const values = [{ text: "T99", count: 12 }];
    const places = [{ record: 1, line: 2, column: "team" }];
    const results = resultsOf(problem({ rule: "unknown_unit", count: 14, places, values }));
    expect(textOf(results.at(-1))).toBe(
      'A response must name a unit of the roster: column "team", and 13 more, 14 responses in all; ' +
        'found: "T99" (12 responses); 2 responses with others.',
    );
  });

  it("is an error when it stops the run and a note when it is accepted", () => {
    const results = resultsOf(problem({}), problem({ accepted: "missing" }));
    expect(results.map(({ level }) => level)).toEqual(["error", "note"]);
    expect(textOf(results[1])).toMatch(/\(accepted: left blank\)\.$/);
  });

  it("lists the rules that occur, once each, and points to them", () => {
    const log = writeSarif([problem({ rule: "unknown_unit" }), problem({}), problem({ rule: "unknown_unit" })], tool);
    const rules = log.runs[0]?.tool.driver.rules?.map(({ id }) => id);
    expect(rules).toEqual(["answer_out_of_scale", "unknown_unit"]);
    expect(log.runs[0]?.results?.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
      ["unknown_unit", 1],
      ["answer_out_of_scale", 0],
      ["unknown_unit", 1],
    ]);
  });

  it("has no results and no rules when there are no problems", () => {
    expect(writeSarif([], tool).runs).toEqual([
      { tool: { driver: { name: "vitascan", version: "1.2.3", rules: [] } }, results: [] },
    ]);
  });

  it("gives the same bytes for the same problems", () => {
    const copy = structuredClone(everyRule);
    expect(JSON.stringify(writeSarif(everyRule, tool))).toBe(JSON.stringify(writeSarif(copy, tool)));
  });

  // RFC 3986: a blank is %20, # is %23, ä is C3 A4 in UTF-8; a first segment with a colon would be a scheme.
  it.each([
    ["answers.csv", "answers.csv"],
    ["./answers.csv", "answers.csv"],
    ["../2026 voorjaar/Ränge#1.csv", "../2026%20voorjaar/R%C3%A4nge%231.csv"],
    ["exports\\now\\answers.csv", "exports/now/answers.csv"],
    ["now:then.csv", "now%3Athen.csv"],
    ["/data/answers 1.csv", "file:///data/answers%201.csv"],
    ["C:\\data\\answers.csv", "file:///C:/data/answers.csv"],
    ["100%.csv", "100%25.csv"],
  ])("names the file %s as %s", (file, uri) => {
    expect(placeOf(resultsOf(problem({ file }))[0])?.artifactLocation?.uri).toBe(uri);
  });
});

/** The properties that the schema of SARIF 2.1.0 allows and (with !) demands, as far as we write them; it allows no others. */
const schema: Readonly<Record<string, readonly string[]>> = {
  log: ["$schema", "version!", "runs!"],
  run: ["tool!", "results"],
  tool: ["driver!"],
  driver: ["name!", "version", "rules"],
  rule: ["id!", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
  text: ["text!"],
  configuration: ["level"],
  result: ["ruleId", "ruleIndex", "level", "message!", "locations"],
  location: ["physicalLocation"],
  physicalLocation: ["artifactLocation", "region"],
  artifactLocation: ["uri"],
  region: ["startLine"],
};

function expectShape(kind: string, value: object | undefined) {
  const properties = schema[kind] as readonly string[];
  expect(properties.map((one) => one.replace("!", ""))).toEqual(expect.arrayContaining(Object.keys(value ?? {})));
  expect(Object.keys(value ?? {})).toEqual(
    expect.arrayContaining(properties.filter((one) => one.endsWith("!")).map((one) => one.slice(0, -1))),
  );
}

describe("the log", () => {
  // Through JSON, as a reader gets it.
  const log = JSON.parse(JSON.stringify(writeSarif(everyRule, tool))) as ReturnType<typeof writeSarif>;
  const [run] = log.runs;

  it("names its version and one run of this tool", () => {
    expectShape("log", log);
    expect(log.version).toBe("2.1.0");
    expect(log.runs).toHaveLength(1);
    expectShape("run", run);
    expectShape("tool", run?.tool);
    expectShape("driver", run?.tool.driver);
    expect(run?.tool.driver).toMatchObject(tool);
  });

  it("describes every rule, each id once", () => {
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(Rule.options);
    for (const rule of rules) {
      expectShape("rule", rule);
      for (const text of [rule.shortDescription, rule.fullDescription, rule.help]) {
        expectShape("text", text);
        expect(text?.text).toMatch(/^[A-Z].+\.$/);
      }
      expectShape("configuration", rule.defaultConfiguration);
    }
  });

  it("gives every result a message, a known level, its rule and a file", () => {
    expect(run?.results?.length).toBe(2 * Rule.options.length);
    for (const result of run?.results ?? []) {
      expectShape("result", result);
      expectShape("text", result.message);
      expect(result.message.text).toMatch(/^[A-Z].+\.$/);
      expect(["none", "note", "warning", "error"]).toContain(result.level);
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(result.locations).toHaveLength(1);
      expectShape("location", result.locations?.[0]);
      expectShape("physicalLocation", placeOf(result));
      expectShape("artifactLocation", placeOf(result)?.artifactLocation);
      expect(placeOf(result)?.artifactLocation?.uri).toMatch(/^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/);
      const region = placeOf(result)?.region;
      if (region !== undefined) expectShape("region", region);
      expect(Number.isInteger(region?.startLine ?? 1) && (region?.startLine ?? 1) >= 1).toBe(true);
    }
  });
});
