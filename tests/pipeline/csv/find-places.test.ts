import { describe, expect, it } from "vitest";
import { findPlaces } from "../../../pipeline/csv/find-places.ts";
import { makeExamples } from "../loaded-examples.ts";

const { look } = makeExamples();

describe("findPlaces", () => {
  it("gives the line a response starts on, over header rows, empty lines and line breaks in cells", async () => {
    // Lines: 1 sep, 2-3 header, 4 second header, 5 empty, 6-8 response 1, 9 response 2, 10 empty, 11 response 3.
    const file = await look('sep=,\na,"b\nc"\nA,B\n\n1,"x\n\ny"\n2,y\n\n3,z\n', { header_rows: 2 });
    expect([...findPlaces(file, [3, 1, 2, 3])]).toEqual([
      [1, 6],
      [2, 9],
      [3, 11],
    ]);
  });

  it("gives nothing for no responses", async () => {
    expect(findPlaces(await look("a,b\n1,2\n"), [])).toEqual(new Map());
  });
});
