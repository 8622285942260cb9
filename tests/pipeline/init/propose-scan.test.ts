import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { proposeScan } from "../../../pipeline/init/propose-scan.ts";
import type { Column, Inspection } from "../../../schemas/inspection.ts";
import { Scan } from "../../../schemas/scan.ts";
import {
  burnout,
  codes,
  dates,
  labels,
  makeColumns,
  makeInspection,
  makeInstrument,
  makeRoster,
  numbers,
  promoterScore,
  text,
  twelve,
} from "./inspections.ts";

const today = "2026-05-01";
const instruments = [burnout, promoterScore];
const propose = (...files: Inspection[]) => proposeScan({ files, instruments, today });

/** The lines that ask something, without the question. */
const listAsked = (yaml: string) => yaml.split("\n").flatMap((line) => line.match(/^ *(.*?) {2}# decide: /)?.[1] ?? []);

/** What every proposal leaves to the analyst, in the order of the file. */
const always = ['organisation: ""', '- wave: ""', 'opened_date: "YYYY-MM-DD"', 'closed_date: "YYYY-MM-DD"'];

/** The proposal with an organisation, and waves of one day each, filled in. */
function fillIn(yaml: string): unknown {
  const value = parse(yaml) as { waves: object[] };
  const waves = value.waves.map((wave, index) => {
    const day = `202${index}-04-24`;
    return { ...wave, wave: day, opened_date: day, closed_date: day };
  });
  return { ...value, organisation: "Bakery Ltd", waves };
}

const scale = numbers("0-10", "0-100");
const recommend = "Hoe waarschijnlijk is het dat je ons\nals werkgever aanbeveelt (0 tot en met 10)?";

const forms = makeInspection(
  "eNPS-meting.xlsx",
  makeColumns(
    ["ID", numbers(), { role: "response" }],
    ["Begintijd", dates, { role: "started" }],
    ["Tijd van voltooien", dates, { role: "ended" }],
    ["E-mail", text, { identifier: "e-mail address", recognised_by: "profile" }],
    ["Naam", text, { identifier: "name", recognised_by: "profile" }],
    ["In welk team werk je?", codes],
    [recommend, scale],
    ["Licht je cijfer toe", text, { identifier: "free text", recognised_by: "name" }],
    ["Welke dagen werk je?", { kind: "choice" }],
  ),
  { profile: "microsoft_forms", sheet: "Sheet1", dates: "year_first" },
);

const limesurvey = (file: string, more: Partial<Inspection> = {}) =>
  makeInspection(
    file,
    makeColumns(
      ["id", numbers(), { role: "response", text: "Response ID" }],
      ["submitdate", dates, { role: "submitted", text: "Date submitted" }],
      ["lastpage", numbers("0-10"), { role: "metadata" }],
      ["ipaddr", text, { identifier: "IP address", recognised_by: "profile" }],
      ["team", codes],
      ...twelve.map((code) => [`BAT[${code}]`, numbers("1-5", "0-5"), { text: `Question ${code}` }] as const),
      ["interviewtime", { kind: "decimals" } as const, { role: "duration" as const }],
    ),
    { profile: "limesurvey", byte_order_mark: true, line_ends: "CRLF", ...more },
  );

const qualtrics = makeInspection(
  "Wellbeing_May 2026.csv",
  makeColumns(
    ["StartDate", dates, { role: "started", text: "Start Date" }],
    ["EndDate", dates, { role: "ended", text: "End Date" }],
    ["Status", codes, { role: "status", text: "Response Type" }],
    ["IPAddress", text, { identifier: "IP address", text: "IP Address" }],
    ["Duration (in seconds)", numbers(), { role: "duration", text: "Duration (in seconds)" }],
    ["Finished", codes, { role: "finished", text: "Finished" }],
    ["ResponseId", text, { role: "response", text: "Response ID" }],
    ["Q1", numbers("1-10", "0-10", "0-100"), { text: "How likely are you to recommend us as a place to work?" }],
    ...twelve.map((_, index) => [`Q2_${index + 1}`, labels("frequency_5"), { text: "At work ..." }] as const),
    ["Q3", labels("agreement_5", "agreement_7"), { text: "I know what is expected of me" }],
    ["Q3", { kind: "decimals" } as const, { text: "Timing" }],
    ["Department", codes, { text: "Department", role: "metadata" }],
  ),
  { profile: "qualtrics", header_rows: 3, skip: 3, dates: "year_first" },
);

const glint = makeInspection(
  "glint_survey_export.csv",
  makeColumns(
    ["First Name", text, { identifier: "name" }],
    ["Last Name", text, { identifier: "name" }],
    ["Email", text, { identifier: "e-mail address" }],
    ["Status", codes, { role: "metadata" }],
    ["EMP ID", codes, { identifier: "reference" }],
    ["I would recommend this organisation as a place to work", scale],
    ["I would recommend this organisation as a place to work_COMMENT", text, { identifier: "free text" }],
    ["I feel valued", numbers("1-5", "0-5")],
  ),
  { profile: "viva_glint", dates: "day_first" },
);
const attributes = makeInspection(
  "glint_employee_attributes.csv",
  makeColumns(["EMP ID", codes, { identifier: "reference" }], ["Department", codes], ["Tenure Group", codes]),
  { delimiter: ";" },
);

const nothingKnown = makeInspection(
  "medewerkers onderzoek.csv",
  makeColumns(
    ["", numbers()],
    ["Vraag 1", text],
    ["Vraag 2", codes],
    ["Vraag 2", codes],
    ["Score: #1", { kind: "mixed" }],
  ),
  { delimiter: ";", decimal: ",", encoding: "windows-1252" },
);

describe("proposals", () => {
  it.each<[string, Inspection[]]>([
    ["no-files", []],
    ["microsoft-forms-enps", [forms, makeRoster("roster.csv")]],
    ["limesurvey-bat-12", [limesurvey("results-survey123456.csv"), makeRoster("roster.csv")]],
    ["qualtrics", [qualtrics, makeRoster("roster.csv")]],
    ["glint-with-attributes", [glint, attributes, makeRoster("roster.csv")]],
    ["two-waves", [limesurvey("2025/bat.csv", { delimiter: ";" }), limesurvey("2026/bat.csv"), forms]],
    ["nothing-recognised", [nothingKnown]],
  ])("%s reads as it should", async (name, files) => {
    await expect(propose(...files).yaml).toMatchFileSnapshot(`../../golden/init/${name}.yaml`);
  });
});

describe("a file whose codes, unit and tool are known", () => {
  const { yaml, decisions } = propose(limesurvey("bat.csv"), makeRoster("roster.csv"));

  it("leaves the organisation and the wave to the analyst and nothing else", () => {
    expect(listAsked(yaml)).toEqual(always);
    expect(decisions).toBe(4);
  });

  it("is a valid scan once they are filled in", () => {
    const scan = Scan.parse(fillIn(yaml));
    expect(scan.questionnaires["bat_12"]?.columns).toEqual({
      unit: "team",
      attributes: {},
      answers: Object.fromEntries(twelve.map((code) => [code, `BAT[${code}]`])),
    });
    expect(scan.waves[0]).toMatchObject({ roster: "roster.csv", exports: { bat_12: "bat.csv" } });
    expect(scan.line).toMatchObject({ kind: "own_organisation", measure: "bat_12.total" });
  });

  it("is not valid before", () => {
    const paths = Scan.safeParse(parse(yaml)).error?.issues.map(({ path }) => path.join("."));
    expect(paths).toEqual(["organisation", "waves.0.wave", "waves.0.opened_date", "waves.0.closed_date"]);
  });
});

describe("a template", () => {
  it("is refused at every place that is to be filled in", () => {
    const { yaml, decisions } = propose();
    const paths = Scan.safeParse(parse(yaml)).error?.issues.map(({ path }) => path.join("."));
    expect(paths).toEqual([
      "organisation",
      "questionnaires.questionnaire.instruments",
      "questionnaires.questionnaire.columns.unit",
      "waves.0.wave",
      "waves.0.opened_date",
      "waves.0.closed_date",
      "waves.0.roster",
      "waves.0.exports.questionnaire",
    ]);
    // No schema knows which items and measures there are: that is checked when the instruments are read.
    expect(decisions).toBe((paths?.length ?? 0) + 2);
  });

  it("is counted like its marks", () => {
    const { yaml, decisions } = propose(nothingKnown);
    expect(listAsked(yaml)).toHaveLength(decisions);
  });
});

describe("units in a second file", () => {
  const columnsOf = (...files: Inspection[]) =>
    (parse(propose(...files).yaml) as Scan).questionnaires["enps"]?.columns as Record<string, unknown>;

  it("are joined on the column that both files have", () => {
    const scan = Scan.parse(fillIn(propose(glint, attributes, makeRoster("roster.csv")).yaml));
    expect(scan.questionnaires["enps"]?.columns).toMatchObject({ unit: "Department", key: "EMP ID" });
    expect(scan.waves[0]?.exports["enps"]).toEqual({
      file: "glint_survey_export.csv",
      attributes: { file: "glint_employee_attributes.csv", format: { delimiter: ";" } },
    });
  });

  it("are not joined on a name or an e-mail address", () => {
    const people = makeColumns(["Email", text, { identifier: "e-mail address" }], ["Department", codes]);
    expect(columnsOf(glint, makeInspection("people.csv", people))).not.toHaveProperty("key");
  });

  it("are not looked for when the export has them", () => {
    const own = makeColumns(["EMP ID", codes, { identifier: "reference" }], ["Team", codes], ["eNPS", scale]);
    expect(columnsOf(makeInspection("own.csv", own), attributes)).toMatchObject({ unit: "Team" });
    expect(columnsOf(makeInspection("own.csv", own), attributes)).not.toHaveProperty("key");
  });

  it("are a question when the shared column is not called a key", () => {
    const one = makeInspection("one.csv", makeColumns(["who", codes], ["eNPS", scale]));
    const other = makeInspection("other.csv", makeColumns(["who", codes], ["team", codes]));
    expect(listAsked(propose(one, other).yaml)).toContain('key: "who"');
  });
});

describe("several files", () => {
  const asked = (...files: Inspection[]) => listAsked(propose(...files).yaml);
  const wavesOf = (...files: Inspection[]) => (parse(propose(...files).yaml) as Scan).waves;

  it("with the same columns are waves of one questionnaire, in order of their names", () => {
    const waves = wavesOf(
      limesurvey("wave 10.csv"),
      limesurvey("wave 9.csv"),
      makeRoster("r2.csv"),
      makeRoster("r1.csv"),
    );
    expect(waves.map(({ exports, roster }) => [exports["bat_12"], roster])).toEqual([
      ["wave 9.csv", "r1.csv"],
      ["wave 10.csv", "r2.csv"],
    ]);
  });

  it("share one roster when there is one", () => {
    expect(wavesOf(limesurvey("1.csv"), limesurvey("2.csv"), makeRoster("r.csv")).map(({ roster }) => roster)).toEqual([
      "r.csv",
      "r.csv",
    ]);
  });

  it("say per file only what is not the same for all", () => {
    const { yaml } = propose(limesurvey("1.csv", { delimiter: ";" }), limesurvey("2.csv"), makeRoster("r.csv"));
    const scan = Scan.parse(fillIn(yaml));
    expect(scan.questionnaires["bat_12"]?.format).toEqual({ profile: "limesurvey", header_rows: 1 });
    expect(scan.waves.map(({ exports }) => exports["bat_12"])).toEqual([
      { file: "1.csv", format: { delimiter: ";" } },
      "2.csv",
    ]);
  });

  it("ask of which wave a file is when one questionnaire has fewer, and which roster is whose", () => {
    const files = [limesurvey("1.csv"), limesurvey("2.csv"), limesurvey("3.csv"), forms];
    expect(asked(...files, makeRoster("r1.csv"), makeRoster("r2.csv"))).toEqual(
      expect.arrayContaining(['enps: "eNPS-meting.xlsx"', 'roster: "r1.csv"', 'roster: "r2.csv"', 'roster: ""']),
    );
  });

  it("ask when one instrument is in two questionnaires", () => {
    const other = makeInspection(
      "b.csv",
      makeColumns(["team", codes], ...twelve.map((code) => [code, numbers("1-5")] as const)),
    );
    expect(asked(limesurvey("a.csv"), other)).toContain("instruments: [bat_12]");
    expect(Object.keys((parse(propose(limesurvey("a.csv"), other).yaml) as Scan).questionnaires)).toEqual([
      "bat_12",
      "bat_12_2",
    ]);
  });

  it("of two instruments ask which measure to compare on, means first", () => {
    expect(asked(forms, limesurvey("a.csv"))).toContain("measure: bat_12.total");
  });
});

describe("what is asked", () => {
  it("is the order of day and month when seconds are counted between dates that don't tell", () => {
    const columns = makeColumns(
      ["start", dates, { role: "started" }],
      ["end", dates, { role: "ended" }],
      ["eNPS", scale],
    );
    const timed = (more: Partial<Inspection>) => propose(makeInspection("a.csv", columns, more)).yaml;
    expect(listAsked(timed({ dates: null }))).toContain('dates: ""');
    expect(timed({ dates: "day_first" })).toContain("\n      dates: day_first\n");
    expect(timed({ dates: "year_first" })).not.toContain("dates:");
  });

  it("is the response set of labels that the instrument does not name", () => {
    const energy = makeInstrument("energy", ["EN1", "EN2"]);
    const columns = makeColumns(["EN1", labels("agreement_5", "agreement_7")], ["EN2", labels("agreement_5")]);
    const { yaml } = proposeScan({ files: [makeInspection("a.csv", columns)], instruments: [energy], today });
    expect(listAsked(yaml)).toContain("energy: agreement_5");
  });

  it("is the response set of one item where the items have different ones", () => {
    const plain = makeInstrument("energy", ["EN1", "EN2"], { response_set: "frequency_5" });
    const mixed = {
      ...plain,
      items: plain.items.map((item) => (item.item === "EN2" ? { ...item, response_set: "extent_5" } : item)),
    };
    const write = (second: string) => {
      const columns = makeColumns(["EN1", labels("frequency_5")], ["EN2", labels(second)]);
      return proposeScan({ files: [makeInspection("a.csv", columns)], instruments: [mixed], today }).yaml;
    };
    expect(listAsked(write("agreement_5"))).toContain("EN2: agreement_5");
    expect(write("extent_5")).not.toContain("extent_5");
  });

  it("is which text of the question column an item is, in files with a row per answer", () => {
    const columns = makeColumns(["who", codes, { role: "response" }], ["q", codes, { role: "question" }], ["a", scale]);
    const asked = listAsked(propose(makeInspection("long.csv", columns, { profile: "long" })).yaml);
    expect(asked).toContain('answer: ""');
    expect(asked).not.toContain('question: ""');
    expect(asked).toContain("answers: {}");
  });

  it("is which of two columns the question is, since the tool's names do not settle it", () => {
    const columns = makeColumns(
      ["questionId", codes, { role: "question" }],
      ["questionText", codes, { role: "question" }],
      ["score", scale, { role: "answer" }],
    );
    const { yaml } = propose(makeInspection("long.csv", columns, { profile: "long" }));
    expect(yaml).toContain('question: ""  # decide: which column holds the question: "questionId" or "questionText"?');
    expect(yaml).not.toContain("#   question:");
  });
});

describe("names", () => {
  it("that occur twice, or are empty, are told apart by position", () => {
    const columns = makeColumns(["team", codes], ["EN1", numbers("1-5")], ["EN1", codes], ["", codes]);
    const energy = makeInstrument("energy", ["EN1"]);
    const { yaml } = proposeScan({ files: [makeInspection("a.csv", columns)], instruments: [energy], today });
    expect((parse(yaml) as Scan).questionnaires["energy"]?.columns.answers).toEqual({
      EN1: [
        { name: "EN1", position: 2 },
        { name: "EN1", position: 3 },
      ],
    });
  });

  it("of any kind of columns and files give YAML that reads back as the same names, and as many questions", () => {
    const anyName = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        '"',
        "'",
        "a: b",
        " # decide: x",
        "- a",
        "{",
        "a\nb",
        "\u2028",
        "\u0085",
        "\ufeff",
        "\ud800",
        "👩‍💻",
        "x".repeat(2000),
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { minLength: 4, maxLength: 4 }), (names) => {
        const [file, team, question, rest] = names.map((name, index) => `${index}${name}`) as [
          string,
          string,
          string,
          string,
        ];
        const columns: Column[] = makeColumns(
          [team, codes],
          [`${question} recommend`, scale],
          [`BAT_${rest}`, text, { identifier: "name" }],
          [rest, text],
        );
        const { yaml, decisions } = propose(makeInspection(file, columns, { sheet: rest }));
        const scan = parse(yaml) as Scan;
        expect(scan.questionnaires["enps"]?.columns).toMatchObject({
          unit: team,
          answers: { ENPS01: `${question} recommend` },
        });
        expect(scan.questionnaires["enps"]?.format).toEqual({ sheet: rest });
        expect(scan.waves[0]?.exports["enps"]).toBe(file);
        expect(decisions).toBe(6);
      }),
      { seed: 20260501, numRuns: 300 },
    );
  });
});
