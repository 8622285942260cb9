import { expect, it } from "vitest";
import { listRollUps } from "../../../pipeline/ledger/list-roll-ups.ts";
import { makeRelease } from "./ledger-examples.ts";

const rollUp = (unit: string, members: string[]) => ({
  unit,
  name: "D1",
  parent: "D1",
  level: 2,
  leaf: false,
  members,
});

it("lists each roll-up once, with the members it had first", () => {
  const [first, second] = [
    makeRelease({ rollUps: [rollUp("D1~rest", ["T1", "T2"])] }),
    makeRelease({ rollUps: [rollUp("D1~rest", ["T1"]), rollUp("D2~rest", ["T3"])] }),
  ];
  expect(listRollUps([])).toEqual([]);
  expect(listRollUps([makeRelease(), first, second])).toEqual([
    { unit: "D1~rest", parent: "D1", members: ["T1", "T2"] },
    { unit: "D2~rest", parent: "D1", members: ["T3"] },
  ]);
});
