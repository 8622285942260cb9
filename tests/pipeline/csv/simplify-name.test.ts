import { describe, expect, it } from "vitest";
import { simplifyName } from "../../../pipeline/csv/simplify-name.ts";

describe("simplifyName", () => {
  it("composes accents and makes all blanks one, without those around it", () => {
    expect(simplifyName("\ufeff Hoe\u00a0gaat\n  het,\tcafe\u0301?\u200b ")).toBe("Hoe gaat het, caf\u00e9?");
  });

  it("keeps capitals and an empty name", () => {
    expect([simplifyName("Team"), simplifyName(" ")]).toEqual(["Team", ""]);
  });
});
