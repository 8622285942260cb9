import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findProfile, profiles } from "../../../pipeline/profiles/find-profile.ts";
import { ProfileName } from "../../../schemas/inspection.ts";

const fileOf = (name: string) => name.replaceAll("_", "-");

describe("findProfile", () => {
  it("knows every profile that scan.yaml may name, each once, plain last", () => {
    expect(profiles.map(({ profile }) => profile).sort()).toEqual([...ProfileName.options].sort());
    for (const name of ProfileName.options) expect(findProfile(name).profile).toBe(name);
    expect(profiles.at(-1)?.profile).toBe("plain");
  });

  it("keeps each profile in a file of its own with a test of its own", () => {
    const sources = readdirSync(new URL("../../../pipeline/profiles/", import.meta.url));
    const tests = readdirSync(new URL("./", import.meta.url));
    for (const { profile } of profiles) {
      expect(sources).toContain(`${fileOf(profile)}.ts`);
      expect(tests).toContain(`${fileOf(profile)}.test.ts`);
    }
  });

  it("gives each tool's columns for responses, dates and finishing once", () => {
    for (const { columns } of profiles)
      for (const role of ["response", "submitted", "finished", "status", "started", "ended", "duration"] as const)
        expect(columns.filter((column) => column.role === role).length).toBeLessThanOrEqual(1);
  });
});
