import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readMembership } from "../../../pipeline/aggregate/read-membership.ts";
import { MembershipHeader, MembershipRow } from "../../../schemas/membership.ts";
import { attributes, makePeopleExamples } from "./people-examples.ts";

const { prepare } = makePeopleExamples();
const ledgerKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const identity = { key: ledgerKey, scope: "now|example|" };
const units = [
  { unit: "ORG", name: "o", parent: null, level: 0, leaf: false, invited: 0, invited_total: 3 },
  { unit: "A", name: "a", parent: "ORG", level: 1, leaf: true, invited: 3, invited_total: 3 },
];
const people = { attributes, identified: true, units, ledgerKey };

const hash = (text: string) => createHmac("sha256", ledgerKey).update(text).digest("base64url").slice(0, 16);
const head = createHash("sha256").update('["Q1","Q2","Q3"]').digest("hex").slice(0, 16);
/** A response as its text: answers in the order of the items' codes, and the unit. */
const record = (unit: string, ...answers: readonly (number | string)[]) =>
  hash(`record|${head}|${answers.join("|")}|${unit}`);

const csv = `id,team,tenure,Q3,Q2,Q1
r1,A,kort,3,2,1
r2,A,KORT,5,4,3
r3,A,,5,4,
`;

describe("readMembership", () => {
  it.each(["numbers", "labels", "text"] as const)(
    "lists people as keyed hashes of their id and of what they say, read as %s",
    async (as) => {
      const { database, aggregated } = await prepare(csv, as, identity);
      const { rows, ...header } = await readMembership(database, aggregated, people);
      expect(MembershipHeader.parse(header)).toEqual({
        format: "vitascan-membership/1",
        wave: "now",
        questionnaire: "example",
        instruments: ["first", "second"],
        attributes: ["region", "tenure"],
        identified: true,
        units: [
          { unit: "ORG", parent: null, invited: 0 },
          { unit: "A", parent: "ORG", invited: 3 },
        ],
      });
      const person = (id: string) => hash(`person|now|example|${id}`);
      expect(rows.map((row) => MembershipRow.parse(row))).toEqual([
        {
          unit: "A",
          values: ["north", null],
          answered: [false, true],
          people: [`${person("r3")}.${record("A", "", 4, 5)}`],
        },
        {
          unit: "A",
          values: ["north", "short"],
          answered: [true, true],
          people: [`${person("r1")}.${record("A", 1, 2, 3)}`, `${person("r2")}.${record("A", 3, 4, 5)}`].sort(),
        },
      ]);
    },
  );

  it("leaves people without an id blank, and lists the same answers as often as they are given", async () => {
    const twice = "team,tenure,Q1,Q2,Q3\nA,kort,1,2,3\nA,kort,1,2,3\n";
    const { database, aggregated } = await prepare(twice, "numbers", identity);
    const { rows, identified } = await readMembership(database, aggregated, { ...people, identified: false });
    const one = `.${record("A", 1, 2, 3)}`;
    expect({ identified, people: rows.map((row) => row.people) }).toEqual({ identified: false, people: [[one, one]] });
  });

  it("knows the same record by its answers and unit, whatever its attributes are", async () => {
    const { database, aggregated } = await prepare(
      "team,tenure,Q1,Q2,Q3\nA,kort,1,2,3\nA,,1,2,3\nB,kort,1,2,3\n",
      "numbers",
      identity,
    );
    const { rows } = await readMembership(database, aggregated, people);
    const [blank, short, other] = rows.flatMap((row) => row.people);
    expect(blank).toBe(short);
    expect(other).not.toBe(short);
  });

  it("keeps nothing that tells people apart when responses were loaded without a key", async () => {
    const { database, validated } = await prepare(csv, "text", null);
    const rows = await database.rows(`select distinct person from ${validated.table}`, "see");
    expect(rows).toEqual([{ person: null }]);
  });
});
