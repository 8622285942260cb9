/** What people are told apart by, from a file to a code or a problem: the same in every way of reading. */
import { describe, expect, it } from "vitest";
import { describeProblems } from "../../../pipeline/describe-problems.ts";
import { Attribute } from "../../../schemas/attribute.ts";
import type { Inspection } from "../../../schemas/inspection.ts";
import type { MappedColumns, Way } from "../../../schemas/loaded-export.ts";
import type { Acceptance } from "../../../schemas/scan.ts";
import { mapAnswer, oneToFive } from "../loaded-examples.ts";
import { byName, makeSeenExamples, tree } from "../seen-examples.ts";

const { look, open, judge } = makeSeenExamples();
const title = { nl: "t", en: "t" };
const definition = Attribute.parse({
  title,
  values: { often: { title, texts: ["Vaak thuis"] }, never: { title, texts: ["Nooit thuis", "n"] } },
});
const ways = ["numbers", "labels", "text"] as const;

const map =
  (more: (inspection: Inspection) => Partial<MappedColumns> = () => ({}), attribute = definition) =>
  (columns: MappedColumns, inspection: Inspection): MappedColumns => ({
    ...columns,
    answers: [mapAnswer("Q1", [byName(inspection, "Q1")], oneToFive)],
    attributes: [
      { attribute: "home", definition: attribute, column: byName(inspection, "home"), joined: false, missing: ["?"] },
    ],
    ...more(inspection),
  });

async function see(
  csv: string,
  as: Way,
  choices: { accept?: Acceptance; columns?: ReturnType<typeof map>; attributes?: Inspection } = {},
) {
  const inspection = await look(csv);
  const database = await open([inspection, ...(choices.attributes ? [choices.attributes] : [])], tree);
  const found = await judge(database, inspection, as, { columns: map(), ...choices });
  if (found === null) return null;
  const rows = await database.rows(
    `select unit, attribute_0, "Q1"::integer as q from ${found.table} order by all`,
    "see",
  );
  return { ...found, rows: rows.map((row) => Object.values(row)) };
}

describe("values of an attribute", () => {
  it.each(ways)("become codes, blank where nothing is said, read as %s", async (as) => {
    const found = await see("team,home,Q1\nA,Vaak thuis,1\nA, vaak THUIS,2\nA,n,3\nB,,4\nB,?,5\n", as);
    expect(found?.rows).toEqual([
      ["A", "never", 3],
      ["A", "often", 1],
      ["A", "often", 2],
      ["B", null, 4],
      ["B", null, 5],
    ]);
    expect(found).toMatchObject({ problems: [], quality: [], known: [{ attribute: "home", count: 3 }] });
  });

  it.each(ways)("of a number become groups, read as %s", async (as) => {
    const groups = Attribute.parse({ title, cuts: [2] });
    const found = await see("team,home,Q1\nA,1.5,1\nA,2,2\nB,30,3\n", as, { columns: map(undefined, groups) });
    expect(found?.rows.map(([, value]) => value)).toEqual(["below_2", "from_2", "from_2"]);
  });

  const unknown = "team,home,Q1\nA,Vaak thuis,1\nA,Jan Jansen,2\n";

  it("that are in no list are left to text, which rejects them at their line", async () => {
    for (const as of ["numbers", "labels"] as const) expect(await see(unknown, as)).toBeNull();
    const found = await see(unknown, "text");
    expect(found).toMatchObject({ loaded: 1, rejected: 1 });
    expect(found?.problems).toMatchObject([
      {
        rule: "unknown_attribute_value",
        count: 1,
        values: [],
        places: [{ record: 2, line: 3, column: "home" }],
        expected: "a text that is listed for attribute home, or blank",
        accepted: null,
      },
    ]);
    expect(describeProblems(found?.problems ?? [])).not.toContain("Jansen");
  });

  it("that are in no list can be accepted as missing or rejected, and no answer is counted as missing for it", async () => {
    const missing = await see(unknown, "text", { accept: { unknown_attribute_value: "missing" } });
    expect(missing).toMatchObject({
      loaded: 2,
      quality: [],
      accepted: [{ rule: "unknown_attribute_value", accepted: "missing", count: 1 }],
    });
    expect(missing?.rows).toEqual([
      ["A", "often", 1],
      ["A", null, 2],
    ]);
    const rejected = await see(unknown, "text", { accept: { unknown_attribute_value: "reject" } });
    expect(rejected).toMatchObject({
      rejected: 1,
      accepted: [{ rule: "unknown_attribute_value", accepted: "reject", count: 1 }],
    });
  });

  it("are shown from k responses up, when their words are those of answer scales or of the list", async () => {
    const rows = [..."12345"].map(() => "A,Soms thuis,1\nA,Piet Vaak,2\n").join("");
    const found = await see(`team,home,Q1\n${rows}A,Altijd,1\n`, "text");
    expect(found?.problems[0]).toMatchObject({ count: 11, values: [{ text: "Soms thuis", count: 5 }] });
  });
});

describe("values of an attribute in the file that is joined", () => {
  it.each(ways)("belong to who has the key, read as %s", async (as) => {
    const attributes = await look("nr,team,home\n2,B,n\n1,A,Vaak thuis\n3,A,Jan Jansen\n");
    const columns = map((inspection) => ({
      unit: byName(attributes, "team"),
      key: { own: byName(inspection, "nr"), attributes: byName(attributes, "nr") },
      attributes: [{ attribute: "home", definition, column: byName(attributes, "home"), joined: true, missing: [] }],
    }));
    const found = await see("nr,Q1\n1,4\n2,5\n", as, { attributes, columns });
    expect(found?.rows).toEqual([
      ["A", "often", 4],
      ["B", "never", 5],
    ]);
  });
});

describe("values of an attribute with one record per answer", () => {
  const columns = map((inspection) => ({
    response: byName(inspection, "id"),
    long: { question: byName(inspection, "question"), answer: byName(inspection, "Q1") },
    answers: [{ ...mapAnswer("Q1", [], oneToFive), questions: ["How?"] }],
  }));
  const header = "id,team,home,question,Q1\n";

  it("are those of the response, whichever of its records says so", async () => {
    const found = await see(`${header}1,A,,How?,3\n1,A,n,Why?,x\n2,B,Vaak thuis,How?,4\n`, "text", { columns });
    expect(found?.rows).toEqual([
      ["A", "never", 3],
      ["B", "often", 4],
    ]);
  });

  it("are a problem when they differ, and belong to no group when that is accepted", async () => {
    const csv = `${header}1,A,n,How?,3\n1,A,Vaak thuis,Why?,x\n`;
    const found = await see(csv, "text", { columns });
    expect(found?.problems).toMatchObject([
      { rule: "conflicting_attribute_values", count: 1, expected: "one value in all records of a response" },
    ]);
    const accepted = await see(csv, "text", { columns, accept: { conflicting_attribute_values: "missing" } });
    expect(accepted?.rows).toEqual([["A", null, 3]]);
  });
});
