import { describe, expect, it } from "vitest";
import { contentsOf, identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the Typeform profile", () => {
  it("knows its columns, options as names, and names that occur twice", async () => {
    const found = await look(
      "#,<strong>Team</strong>,Rust,Ruimte,Rust,Start Date (UTC),Submit Date (UTC),Network ID\n" +
        "0a1b,WZ-1,Rust,,,2026-04-25 23:46:00,2026-04-25 23:48:00,77aa\n" +
        "0a1c,WZ-2,,Ruimte,Rust,2026-04-25 23:46:00,2026-04-25 23:48:00,77ab\n",
    );
    expect(found).toMatchObject({ profile: "typeform", header_rows: 1, records: 2, dates: "year_first" });
    expect(rolesOf(found)).toEqual({ "#": "response", "Start Date (UTC)": "started", "Submit Date (UTC)": "ended" });
    expect(identifiersOf(found)).toEqual({ "Network ID": "reference" });
    expect(contentsOf(found)).toMatchObject({ Rust: "choice", Ruimte: "choice", "<strong>Team</strong>": "codes" });
    expect(found.remarks.join()).toContain('more than once: "Rust"');
  });
});
