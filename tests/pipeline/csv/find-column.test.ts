import { describe, expect, it } from "vitest";
import { findColumn } from "../../../pipeline/csv/find-column.ts";
import { makeExamples } from "../loaded-examples.ts";

const { look } = makeExamples();
const file = look('id,Team code,E-mail,twice,twice,"Hoe\u00a0gaat\n het?",cafe\u0301\n1,A,a@b.c,1,2,3,4\n');

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
    ["team code", 'answers.csv: must have a column "team code", but it does not. Its columns are "id", "Team code"'],
    ["twice", 'must have one column "twice", but has 2'],
    ["E-mail", 'can\'t use column "E-mail": it looks like an e-mail address'],
  ])("refuses %j", (name, message) => {
    expect(() => findColumn(file, name)).toThrow(message);
  });

  it("points at the delimiter when the whole header is one column", () => {
    expect(() => findColumn(look("id;team\n1;A\n", { delimiter: "," }), "team")).toThrow(
      'That is one column: check whether "," separates its cells.',
    );
  });
});
