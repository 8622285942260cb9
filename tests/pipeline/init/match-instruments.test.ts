import { describe, expect, it } from "vitest";
import { matchInstruments } from "../../../pipeline/init/match-instruments.ts";
import type { ColumnContent } from "../../../schemas/inspection.ts";
import type { Instrument } from "../../../schemas/instrument.ts";
import {
  burnout,
  codes,
  labels,
  makeColumns,
  makeInstrument,
  numbers,
  promoterScore,
  type Sketch,
  text,
  twelve,
} from "./inspections.ts";

/** Per instrument: item to the names of its columns, with `?` behind what is unsure. */
const match = (instruments: readonly Instrument[], ...columns: Sketch[]) =>
  Object.fromEntries(
    matchInstruments(makeColumns(...columns), instruments).map(({ instrument, items }) => [
      instrument.instrument,
      items.map(
        ({ columns: found, question }) => `${found.map(({ name }) => name).join("+")}${question === null ? "" : "?"}`,
      ),
    ]),
  );

const block = (content: ColumnContent, ...names: readonly string[]): Sketch[] =>
  names.map((name) => [name, content] as const);
const five = numbers("1-5", "0-5", "1-6");
const energy = makeInstrument("energy", ["EN_1", "EN_2", "EN_3"]);
const questions = ["I am full of energy", "I feel strong", "I can go on for long"];

describe("matching by code", () => {
  it.each([
    ["the code", (code: string) => code],
    ["small letters", (code: string) => code.toLowerCase()],
    ["a code in brackets", (code: string) => `BAT[${code}]`],
    ["letters and number apart", (code: string) => code.replace("BAT", "BAT_")],
    ["the number in brackets", (code: string) => code.replace("BAT", "BAT[").concat("]")],
    ["a question before it", (code: string) => `Q12_${code}`],
    ["no leading zero", (code: string) => code.replace("BAT0", "BAT")],
    ["text behind it", (code: string) => `${code}. Some question?`],
  ])("is sure when every item is there by %s", (_, spell) => {
    expect(match([burnout], ...block(five, ...twelve.map(spell)))).toEqual({ bat_12: twelve.map(spell) });
  });

  it("is sure of labels that the instrument's response set knows", () => {
    expect(match([burnout], ...block(labels("frequency_5"), ...twelve))).toEqual({ bat_12: twelve });
  });

  it("finds the items of a short version among those of the long one, in any order", () => {
    const all = Array.from({ length: 23 }, (_, index) => `BAT${String(23 - index).padStart(2, "0")}`);
    expect(match([burnout], ...block(five, ...all))).toEqual({ bat_12: twelve });
  });

  it("does not take another code, or a part of one, for an item", () => {
    const near = twelve.map((code) => `${code}0`);
    const glued = twelve.map((code) => `W${code}`);
    expect(match([burnout], ...block(codes, ...near, ...glued))).toEqual({});
  });

  it("asks about columns that hold something else than answers", () => {
    expect(match([energy], ...block(codes, "EN_1"), ...block(five, "EN_2", "EN_3"))).toEqual({
      energy: ["EN_1?", "EN_2", "EN_3"],
    });
  });

  it("asks about all items when some codes are missing, since columns may merely be numbered", () => {
    expect(match([energy], ...block(five, "EN_1", "EN_3"))).toEqual({ energy: ["EN_1?", "?", "EN_3?"] });
    expect(match([energy], ...block(five, "EN_1"))).toEqual({});
  });

  it("proposes the blocks of a routed question together, as a question", () => {
    const columns = ["w_EN_1", "s_EN_1", "EN_2", "EN_3"];
    expect(match([energy], ...block(five, ...columns))).toEqual({ energy: ["w_EN_1+s_EN_1?", "EN_2", "EN_3"] });
  });

  it("leaves columns of the tool and of the person alone", () => {
    const timing = twelve.map((code) => [`${code} Time`, { kind: "decimals" }, { role: "timing" }] as const);
    const comments = twelve.map((code) => [`${code} comment`, text, { identifier: "free text" }] as const);
    expect(match([burnout], ...timing, ...block(five, ...twelve), ...comments)).toEqual({ bat_12: twelve });
  });

  it("chooses the largest of instruments that share items", () => {
    const long = makeInstrument("energy_long", ["EN_1", "EN_2", "EN_3", "EN_4"]);
    expect(Object.keys(match([energy, long], ...block(five, "EN_1", "EN_2", "EN_3", "EN_4")))).toEqual(["energy_long"]);
    expect(Object.keys(match([energy, long], ...block(five, "EN_1", "EN_2", "EN_3")))).toEqual(["energy"]);
  });
});

describe("items with response sets of their own", () => {
  const plain = makeInstrument("cbi", ["CBI1", "CBI2", "CBI3"], { response_set: "frequency_5" });
  const mixed = {
    ...plain,
    items: plain.items.map((item) => (item.item === "CBI3" ? { ...item, response_set: "extent_5" } : item)),
  };
  const columns = (...sets: string[]): Sketch[] => sets.map((set, index) => [`CBI${index + 1}`, labels(set)] as const);
  const questioned = (...sets: string[]): Sketch[] =>
    sets.map((set, index) => [questions[index] ?? "", labels(set)] as const);

  it("are sure when each column has the labels of its item", () => {
    expect(match([mixed], ...columns("frequency_5", "frequency_5", "extent_5"))).toEqual({
      cbi: ["CBI1", "CBI2", "CBI3"],
    });
  });

  it("are a question where a column has the labels of another item", () => {
    expect(match([mixed], ...columns("extent_5", "frequency_5", "frequency_5"))).toEqual({
      cbi: ["CBI1?", "CBI2", "CBI3?"],
    });
  });

  it("make a block when the labels stand in the order of the items", () => {
    expect(match([mixed], ...questioned("frequency_5", "frequency_5", "extent_5"))).toHaveProperty("cbi");
    expect(match([mixed], ...questioned("extent_5", "frequency_5", "frequency_5"))).toEqual({});
    expect(match([plain], ...questioned("frequency_5", "frequency_5", "extent_5"))).toEqual({});
  });
});

describe("matching by question", () => {
  it.each([
    "Hoe waarschijnlijk is het dat je ons als werkgever aanbeveelt?",
    "Zou je ons aanraden bij vrienden?",
    "How likely are you to recommend us as a place to work?",
    "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
    "Recommanderiez-vous votre employeur ?",
    "eNPS",
  ])("is sure of one question from 0 to 10: %s", (name) => {
    expect(match([promoterScore], ["Q1", numbers("0-10", "0-100")], [name, numbers("0-10", "0-100")])).toEqual({
      enps: [name],
    });
  });

  it("reads the question's text where the name is a code", () => {
    expect(match([promoterScore], ["Q1", numbers("0-10"), { text: "Would you recommend us?" }])).toEqual({
      enps: ["Q1"],
    });
  });

  it("is not matched on another scale or in a text", () => {
    expect(match([promoterScore], ["recommend", numbers("1-11")], ["recommend why", text])).toEqual({});
  });

  it("asks when the answers also fit a narrower scale, unless the question names its ends", () => {
    const seen = numbers("1-10", "0-10", "0-100");
    expect(match([promoterScore], ["Would you recommend us?", seen])).toEqual({ enps: ["Would you recommend us??"] });
    expect(match([promoterScore], ["Would you recommend us (1-10)?", seen])).toEqual({
      enps: ["Would you recommend us (1-10)??"],
    });
    expect(match([promoterScore], ["Would you recommend us (0-10)?", seen])).toEqual({
      enps: ["Would you recommend us (0-10)?"],
    });
  });

  it("prefers the question about the employer and asks when two are left", () => {
    const scale = numbers("0-10");
    const product = "Would you recommend our products?";
    const employer = "Would you recommend us as an employer?";
    expect(match([promoterScore], [product, scale], [employer, scale])).toEqual({ enps: [employer] });
    expect(match([promoterScore], [product, scale], [`${product} b`, scale])).toEqual({ enps: [`${product}?`] });
  });

  it("asks about numbers mixed with texts", () => {
    expect(match([promoterScore], ["recommend", { kind: "mixed" }])).toEqual({ enps: ["recommend?"] });
  });
});

describe("matching by block", () => {
  it("asks about as many questions in a row on the scale as there are items", () => {
    expect(match([energy], ["Team", codes], ...block(five, ...questions), ["Age", numbers()])).toEqual({
      energy: questions.map((name) => `${name}?`),
    });
  });

  it("finds nothing in one column less or more", () => {
    expect(match([energy], ...block(five, ...questions.slice(1)))).toEqual({});
    expect(match([energy], ...block(five, ...questions, "I am tired"))).toEqual({});
  });

  it("tells columns of one question from those of the next", () => {
    const names = ["Q3_1", "Q3_2", "Q3_3", "Q4_1", "Q4_2"];
    expect(match([energy], ...block(five, ...names))).toEqual({ energy: ["Q3_1?", "Q3_2?", "Q3_3?"] });
  });

  it("reads over comments and timings between the questions, not over another answer", () => {
    const [one, two, three] = block(five, ...questions) as [Sketch, Sketch, Sketch];
    const comment = ["comment", text, { identifier: "free text" }] as const;
    expect(Object.keys(match([energy], one, comment, two, comment, three))).toEqual(["energy"]);
    expect(match([energy], one, two, ["Age", numbers()], three)).toEqual({});
  });

  it("asks about columns that are numbered 1 to 12 instead of taking the numbers for item codes", () => {
    const numbered = Array.from({ length: 12 }, (_, index) => `BAT_${String(index + 1).padStart(2, "0")}`);
    expect(match([burnout], ...block(five, ...numbered))).toEqual({ bat_12: numbered.map((name) => `${name}?`) });
  });

  it("takes labels of one response set for a block, and not labels of different ones", () => {
    const alike = block(labels("agreement_5", "agreement_7"), ...questions.slice(1));
    expect(Object.keys(match([energy], [questions[0] as string, labels("agreement_5")], ...alike))).toEqual(["energy"]);
    expect(match([energy], [questions[0] as string, labels("frequency_5")], ...alike)).toEqual({});
  });

  it("proposes neither of two instruments that fit, unless the columns are called after one", () => {
    const rival = makeInstrument("strain", ["ST_1", "ST_2", "ST_3"]);
    expect(match([energy, rival], ...block(five, ...questions))).toEqual({});
    expect(match([energy, rival], ...block(five, "strain[a]", "strain[b]", "strain[c]"))).toEqual({
      strain: ["strain[a]?", "strain[b]?", "strain[c]?"],
    });
  });

  it("does not guess at instruments of one or two items", () => {
    const pair = makeInstrument("pair", ["PA_1", "PA_2"]);
    expect(match([pair], ...block(five, "I am well", "I am fine"))).toEqual({});
  });
});

describe("matchInstruments", () => {
  it("gives the instruments in the order of the file and uses each column once", () => {
    const columns: Sketch[] = [["recommend", numbers("0-10")], ...block(five, ...twelve), ...block(five, ...questions)];
    const matches = matchInstruments(makeColumns(...columns), [energy, burnout, promoterScore]);
    expect(matches.map(({ instrument }) => instrument.instrument)).toEqual(["enps", "bat_12", "energy"]);
    const used = matches.flatMap(({ items }) => items.flatMap((item) => item.columns));
    expect(new Set(used).size).toBe(16);
  });

  it("finds nothing in no columns or for no instruments", () => {
    expect(matchInstruments([], [burnout])).toEqual([]);
    expect(matchInstruments(makeColumns(["BAT01", five]), [])).toEqual([]);
  });
});
