import { describe, expect, it } from "vitest";
import { findColumn } from "../../../pipeline/run/find-column.ts";
import { makeInspections } from "../inspected-examples.ts";

const { look } = makeInspections();
const file = await look(
  'id,Team code,E-mail,twice,twice,"Hoe\u00a0gaat\n het?",cafe\u0301,EMP ID,Chef,Uitleg\n' +
    ["Anna de Vries", "Jan Bakker", "Eva Smit", "Bo Visser", "Lies Mol"]
      .map((name, index) => `${index},A,a@b.c,1,2,3,4,E${index},${name},Dit is een wat langere zin met nummer ${index}`)
      .join("\n"),
);
const limesurvey = await look(
  '"id. Response ID","submitdate. Date submitted","lastpage. Last page","Q1[1]. Hoe gaat het?","Q2. Hoe gaat het?"\n"1","2026-04-07 08:30:00","3","4","5"\n',
);

describe("findColumn", () => {
  it.each([
    ["id", 1],
    [" Team code ", 2],
    ["Hoe gaat het?", 6],
    ["Hoe\u00a0gaat\n het?", 6],
    ["caf\u00e9", 7],
  ])("finds %j, however its blanks and accents are written", (name, position) => {
    expect(findColumn(file, name).position).toBe(position);
  });

  it.each([
    ["Q1[1]", 4],
    ["Response ID", 1],
    ["Q1[1]. Hoe gaat het?", 4],
  ])("finds %j by code, by text or by both", (name, position) => {
    expect(findColumn(limesurvey, name).position).toBe(position);
  });

  it("tells columns of one name apart by position", () => {
    expect(findColumn(file, { name: "twice", position: 5 }).position).toBe(5);
    expect(findColumn(limesurvey, { name: "Hoe gaat het?", position: 5 }).name).toBe("Q2");
  });

  it.each([
    ["team code", 'answers.csv: must have a column "team code", but it does not. Its columns are "id", "Team code"'],
    [
      "twice",
      'must have one column "twice", but has 2, at positions 4, 5. Write { name: "twice", position: 4 } for the one that is meant.',
    ],
    [{ name: "id", position: 11 }, "can't find a column at position 11: it has 10 columns"],
    [
      { name: "twice", position: 3 },
      'must have column "twice" at position 3, but that one is "E-mail". That name is at position 4, 5.',
    ],
    [{ name: "gone", position: 3 }, 'that one is "E-mail". No column is called "gone".'],
    ["E-mail", 'can\'t use column "E-mail": it looks like an e-mail address'],
    [{ name: "E-mail", position: 3 }, "it looks like an e-mail address"],
    ["EMP ID", "it looks like a reference to a person"],
    ["Chef", "it looks like a name"],
    ["Uitleg", "it looks like free text"],
  ])("refuses %j", (name, message) => {
    expect(() => findColumn(file, name)).toThrow(message);
  });

  it("names a text that two columns have, with their positions", () => {
    expect(() => findColumn(limesurvey, "Hoe gaat het?")).toThrow(
      'has 2, at positions 4, 5. Write { name: "Q1[1]", position: 4 }',
    );
  });

  it("allows a pseudonymous key, and nothing else that identifies a person", () => {
    expect(findColumn(file, "EMP ID", "key").position).toBe(8);
    expect(findColumn(file, "id", "key").position).toBe(1);
    expect(() => findColumn(file, "E-mail", "key")).toThrow("it looks like an e-mail address");
    expect(() => findColumn(file, "Chef", "key")).toThrow("it looks like a name");
  });

  it("allows units that look like names or sentences, but no column that says it identifies a person", () => {
    expect(findColumn(file, "Chef", "unit").position).toBe(9);
    expect(findColumn(file, "Uitleg", "unit").position).toBe(10);
    expect(() => findColumn(file, "E-mail", "unit")).toThrow("it looks like an e-mail address");
    expect(() => findColumn(file, "EMP ID", "unit")).toThrow("a reference to a person");
  });

  it("never shows a value of a record", () => {
    for (const name of ["Chef", "Uitleg", "gone", "E-mail"])
      expect(() => findColumn(file, name)).not.toThrow(/Anna|zin|a@b/);
  });

  it("points at the delimiter when the whole header is one column", async () => {
    const whole = await look("id;team\n1;A\n", { delimiter: "," });
    expect(() => findColumn(whole, "team")).toThrow('That is one column: check whether "," separates its cells.');
  });
});
