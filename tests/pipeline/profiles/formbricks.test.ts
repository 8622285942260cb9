import { describe, expect, it } from "vitest";
import { contentsOf, identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the Formbricks profile", () => {
  it("knows its columns and reads a defanged cell as what it was", async () => {
    const found = await look(
      "No.,Response ID,Timestamp,Finished,Survey ID,Formbricks ID (internal),User ID,Tags,userAgent - browser,1. Hoe gaat het?,1. Hoe gaat het? - Option ID,person.email\n" +
        "1,r1,2026-04-25 23:46:00,Yes,s1,f1,u1,,Chrome,'-3,,a@example.org\n" +
        "2,r2,2026-04-25 23:47:00,No,s1,f2,u2,,Chrome,2,,b@example.org\n",
    );
    expect(found).toMatchObject({ profile: "formbricks", header_rows: 1, records: 2 });
    expect(rolesOf(found)).toEqual({
      "No.": "metadata",
      "Response ID": "response",
      Timestamp: "ended",
      Finished: "finished",
      "Survey ID": "metadata",
      Tags: "metadata",
      "userAgent - browser": "metadata",
    });
    expect(identifiersOf(found)).toEqual({
      "Formbricks ID (internal)": "reference",
      "User ID": "reference",
      "person.email": "e-mail address",
    });
    expect(contentsOf(found)["1. Hoe gaat het?"]).toBe("numbers");
  });
});
