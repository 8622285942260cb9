import { describe, expect, it } from "vitest";
import { readAtoms } from "../../../pipeline/aggregate/read-atoms.ts";
import { attributes, makePeopleExamples } from "./people-examples.ts";

const { prepare } = makePeopleExamples();

const csv = `team,tenure,Q1,Q2,Q3
A,< 1 jaar,1,2,3
A,KORT ,3,4,5
A,1 jaar of langer,5,5,
A,,2,1,1
A,zeg ik niet,4,,
B,kort,,3,3
`;

const show = (atoms: Awaited<ReturnType<typeof readAtoms>>["answered"]) =>
  atoms.map(({ unit, values, respondents, sums }) => [unit, ...values, respondents, ...sums.values()]);

describe("readAtoms", () => {
  it.each(["numbers", "labels", "text"] as const)(
    "adds up who has the same unit and values, per base, read as %s",
    async (as) => {
      const { database, aggregated } = await prepare(csv, as, null);
      const found = await readAtoms(database, aggregated, attributes);
      expect(found).toMatchObject({ wave: "now", questionnaire: "example", attributes: ["region", "tenure"] });
      expect(show(found.answered)).toEqual([
        ["A", "north", null, 2],
        ["A", "north", "long", 1],
        ["A", "north", "short", 2],
        ["B", null, "short", 1],
      ]);
      // Q1: sums of answers. Q2 and Q3: a mean of two items is counted in half points, here as the sum of both.
      expect(found.blocks.map(({ instrument, atoms }) => [instrument, show(atoms)])).toEqual([
        [
          "first",
          [
            ["A", "north", null, 2, 6n],
            ["A", "north", "long", 1, 5n],
            ["A", "north", "short", 2, 4n],
          ],
        ],
        [
          "second",
          [
            ["A", "north", null, 1, 2n],
            ["A", "north", "short", 2, 14n],
            ["B", null, "short", 1, 6n],
          ],
        ],
      ]);
      expect(found.blocks[0]?.measures.map(({ measure }) => measure)).toEqual(["first.total"]);
    },
  );

  it("has one atom per unit without attributes, and none without responses", async () => {
    const { database, aggregated } = await prepare(csv, "numbers", null);
    const { answered, blocks } = await readAtoms(database, aggregated, []);
    expect(show(answered)).toEqual([
      ["A", 5],
      ["B", 1],
    ]);
    expect(show(blocks[0]?.atoms ?? [])).toEqual([["A", 5, 15n]]);
    await database.run(`create view nobody as select * from ${aggregated.responses} where false`, "empty");
    expect((await readAtoms(database, { ...aggregated, responses: "nobody" }, attributes)).answered).toEqual([]);
  });
});
