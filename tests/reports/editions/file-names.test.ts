import { describe, expect, it } from "vitest";
import { nameFiles } from "../../../reports/editions/file-names.ts";

describe("nameFiles", () => {
  it("keeps codes that are safe and writes any other letter as its number", () => {
    // "/" is U+002F, "." U+002E, " " U+0020, ":" U+003A, "é" U+00E9
    const names = nameFiles(["BH-01", "../x", "a b", "C:", "é"]);
    expect([...names.values()]).toEqual(["BH-01", "~2e~2e~2fx", "a~20b", "C~3a", "~e9"]);
  });

  it("keeps codes apart that differ in capitals only, or beyond what a name can hold", () => {
    const long = "x".repeat(300);
    const names = nameFiles(["T1", "t1", long, `${long}y`, "~2f", "/"]);
    const folded = [...names.values()].map((name) => name.toLowerCase());
    expect(new Set(folded).size).toBe(6);
    for (const name of folded) expect(name).toMatch(/^[a-z0-9_~-]{1,70}$/);
  });

  it("has nothing for no codes", () => {
    expect(nameFiles([]).size).toBe(0);
  });
});
