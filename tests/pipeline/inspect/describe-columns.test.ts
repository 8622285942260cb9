import { describe, expect, it } from "vitest";
import { describeColumns } from "../../../pipeline/inspect/describe-columns.ts";
import { plain } from "../../../pipeline/profiles/plain.ts";
import type { HeaderLayout, Profile } from "../../../schemas/profile.ts";

const layout = (names: string[], more: Partial<HeaderLayout> = {}): HeaderLayout => ({
  header_rows: 1,
  names,
  texts: names.map(() => null),
  ...more,
});
const tool: Profile = {
  ...plain,
  columns: [
    { names: ["Naam"], role: "metadata" },
    { names: ["geheim"], identifier: "reference" },
  ],
  not_shown: ["N/A"],
  defangs_formulas: true,
};

describe("describeColumns", () => {
  it("lets the tool's word count before the name's, and the name's before what the cells look like", () => {
    const cells = [["x"], ["a@b.c"], ["a@b.c"], ["a@b.c"], ["x"]];
    const columns = describeColumns(tool, layout(["Naam", "geheim", "Voornaam", "Vraag", "Vraag 2"]), cells, ".");
    expect(columns.map(({ identifier, recognised_by }) => [identifier, recognised_by])).toEqual([
      [null, undefined],
      ["reference", "profile"],
      ["name", "name"],
      ["e-mail address", "content"],
      [null, undefined],
    ]);
  });

  it("looks at what a column holds even where the tool uses it itself", () => {
    const [column] = describeColumns(tool, layout(["Naam"]), [["a@b.c"]], ".");
    expect(column).toMatchObject({ role: "metadata", identifier: "e-mail address", recognised_by: "content" });
  });

  it("recognises an identifier by the question's text as well", () => {
    const [column] = describeColumns(
      plain,
      layout(["Q1"], { texts: ["Kent u de naam van de bedrijfsarts?\n"] }),
      [["x"]],
      ".",
    );
    const [exact] = describeColumns(plain, layout(["Q1"], { texts: ["Uw naam"] }), [["x"]], ".");
    expect([column?.identifier, exact?.identifier]).toEqual([null, "name"]);
  });

  it("takes the header's word for open questions", () => {
    const columns = describeColumns(plain, layout(["a", "b"], { free_texts: [2] }), [["x"], ["x"]], ".");
    expect(columns.map(({ identifier }) => identifier)).toEqual([null, "free text"]);
  });

  it("does not take a question on a closed scale for free text, whatever it speaks of", () => {
    const names = ["Ik krijg opmerkingen over mijn werk"];
    expect(describeColumns(plain, layout(names), [["1", "5"]], ".")[0]?.identifier).toBeNull();
    expect(describeColumns(plain, layout(names), [["altijd", "nooit"]], ".")[0]?.identifier).toBeNull();
    expect(describeColumns(plain, layout(names), [["1234567"]], ".")[0]?.identifier).toBe("free text");
    expect(describeColumns(plain, layout(names), [[]], ".")[0]?.identifier).toBe("free text");
  });

  it("reads cells as the tool meant them: not shown, and defanged", () => {
    const cells = [["N/A", "'-3", "\ufeff4 ", "'=a"]];
    expect(describeColumns(tool, layout(["v"]), [cells[0]?.slice(0, 3) ?? []], ".")[0]?.content).toEqual({
      kind: "numbers",
      scales: [],
    });
    expect(describeColumns(plain, layout(["v"]), cells, ".")[0]?.content.kind).toBe("mixed");
  });

  it("describes columns of which no record was read", () => {
    expect(describeColumns(plain, layout(["a"]), [], ".")[0]?.content).toEqual({ kind: "empty" });
  });
});
