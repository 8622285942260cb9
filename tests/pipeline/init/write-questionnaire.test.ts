import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { proposeScan } from "../../../pipeline/init/propose-scan.ts";
import type { Inspection } from "../../../schemas/inspection.ts";
import type { Scan } from "../../../schemas/scan.ts";
import {
  burnout,
  codes,
  dates,
  makeColumns,
  makeInspection,
  makeInstrument,
  numbers,
  promoterScore,
  twelve,
} from "./inspections.ts";

const instruments = [burnout, promoterScore, makeInstrument("energy", ["EN1"])];
const propose = (...files: Inspection[]) => proposeScan({ files, instruments, today: "2026-05-01" });

describe("columns of the tool", () => {
  it("that are two for one use are not said to be used", () => {
    const columns = makeColumns(
      ["team", codes],
      ["record_id", numbers(), { role: "response" }],
      ["a_timestamp", dates, { role: "ended" }],
      ["b_timestamp", dates, { role: "ended" }],
    );
    const { yaml } = propose(makeInspection("a.csv", columns, { profile: "redcap" }));
    expect(yaml).toContain('#   response: "record_id", the id of a response\n');
    expect(yaml).toContain('#   ended: none, until it is named: "a_timestamp" or "b_timestamp"\n');
  });
});

describe("a column that has a code and a text", () => {
  it("shows the text behind the code, for a guess as for what is sure", () => {
    const columns = makeColumns(
      ["team", codes],
      ...twelve.map((_, index) => [`Q2_${index + 1}`, numbers("1-5"), { text: "At work ..." }] as const),
    );
    const { yaml } = propose(makeInspection("a.csv", columns, { profile: "qualtrics" }));
    expect(yaml).toContain(
      'BAT01: "Q2_1"  # decide: is this "label of BAT01"? Guessed from the order. It asks "At work ..."\n',
    );
    const sure = makeColumns(["team", codes], ["EN1", numbers("1-5"), { text: "I am full of energy" }]);
    const { yaml: settled } = propose(makeInspection("a.csv", sure));
    expect(settled).toContain('EN1: "EN1"  # "I am full of energy"\n');
  });
});

describe("files with other columns beside the same questions", () => {
  const more = ["Extra", codes] as const;
  const one = ["Team", codes] as const;
  const questions = twelve.map((code) => [code, numbers("1-5")] as const);
  const first = makeInspection("bat-9.csv", makeColumns(one, ...questions));
  const second = makeInspection("bat-10.csv", makeColumns(more, one, ...questions), { delimiter: ";" });

  it("are waves of one questionnaire, in the order of their names", () => {
    const { yaml } = propose(second, first);
    const { questionnaires, waves } = parse(yaml) as Scan;
    expect(Object.keys(questionnaires)).toEqual(["bat_12"]);
    expect(waves.map(({ exports }) => exports["bat_12"])).toEqual([
      "bat-9.csv",
      { file: "bat-10.csv", format: { delimiter: ";" } },
    ]);
    expect(yaml).toContain('#   "Extra": few different short texts\n');
    expect(yaml.match(/"Extra"/g)).toHaveLength(1);
  });

  it("keep the question that only one of them raises", () => {
    const labelled = twelve.map((code, index) => [code, index === 0 ? codes : numbers("1-5")] as const);
    const odd = makeInspection("bat-10.csv", makeColumns(more, one, ...labelled));
    expect(propose(first, odd).yaml).toContain('BAT01: "BAT01"  # decide: ');
  });

  it("are two questionnaires when a question has another column, and the question says what to do", () => {
    const renamed = makeInspection(
      "bat-11.csv",
      makeColumns(one, ...questions.map(([code, content]) => [`Q_${code}`, content] as const)),
    );
    const { yaml } = propose(first, renamed);
    expect(Object.keys((parse(yaml) as Scan).questionnaires)).toEqual(["bat_12", "bat_12_2"]);
    expect(yaml).toContain(
      "# decide: an instrument can be in one questionnaire only; for a later wave of bat_12, name its columns alike and run init again",
    );
  });
});

describe("columns that are not used", () => {
  it("do not list the blank ones that separators at the ends of lines make", () => {
    const columns = makeColumns(["team", codes], ["note", codes], ["", { kind: "empty" }], ["", { kind: "empty" }]);
    const { yaml } = propose(makeInspection("a.csv", columns));
    expect(yaml).toContain('#   "note": few different short texts\n');
    expect(yaml).not.toContain("at position");
  });
});

describe("the title of a questionnaire", () => {
  const several = makeInspection(
    "a.csv",
    makeColumns(["team", codes], ...twelve.map((code) => [code, numbers("1-5")] as const), ["eNPS", numbers("0-10")]),
  );
  const single = makeInspection("b.csv", makeColumns(["team", codes], ["EN1", numbers("1-5")]));
  const unknown = makeInspection("c.csv", makeColumns(["a", codes]));

  it("is a word for it in both languages where its code is only that word", () => {
    const { yaml } = propose(several, single);
    expect(yaml).toContain('  questionnaire:\n    title: { nl: "Vragenlijst", en: "Questionnaire" }  # in reports\n');
    expect(yaml).toContain('  energy:\n    # title: { nl: "", en: "" }  # its name in reports, instead of energy\n');
  });

  it("tells two of them apart", () => {
    const { yaml } = propose(several, unknown);
    expect(yaml).toContain('title: { nl: "Vragenlijst", en: "Questionnaire" }');
    expect(yaml).toContain('title: { nl: "Vragenlijst 2", en: "Questionnaire 2" }');
  });
});
