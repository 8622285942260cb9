import { expect, it } from "vitest";
import { readSlice } from "../../../pipeline/csv/read-slice.ts";
import { makeTempFiles } from "../temp-files.ts";

const { write } = makeTempFiles();

it.each([
  [0, 3, "abc"],
  [2, 2, "cd"],
  [4, 10, "ef"],
  [6, 10, ""],
  [9, 10, ""],
])("gives from byte %i at most %i bytes", (start, length, text) => {
  expect(readSlice(write("abcdef"), start, length).toString()).toBe(text);
});
