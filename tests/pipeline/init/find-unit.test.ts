import { describe, expect, it } from "vitest";
import { findUnit } from "../../../pipeline/init/find-unit.ts";
import type { Column } from "../../../schemas/inspection.ts";
import { codes, labels, makeColumns, numbers, type Sketch, text } from "./inspections.ts";

const other = ["Leeftijd", numbers("0-100")] as const;
const find = (...columns: Sketch[]) => {
  const { column, question } = findUnit(makeColumns(...columns));
  return { name: column?.name ?? null, question };
};

describe("findUnit", () => {
  it.each([
    "team",
    "Team",
    "Teamcode",
    "team_id",
    "Unit",
    "business unit",
    "Afdeling",
    "Afdelingscode",
    "Your department",
    "Department",
    "Organisatie-eenheid",
    "Vestiging",
    "Abteilung",
    "Fachbereich",
    "Équipe",
    "équipe",
    "Service",
    "Team (code)",
  ])("is sure of a column called %s that holds codes", (name) => {
    expect(find(other, [name, codes])).toEqual({ name, question: null });
  });

  it("is sure of a code that is the question's text or a number beyond answer scales", () => {
    expect(find(["Q1", codes, { text: "Afdeling" }])).toEqual({ name: "Q1", question: null });
    expect(find(["team", numbers()])).toEqual({ name: "team", question: null });
  });

  it.each([
    "In welk team werk je?",
    "Which department do you work in?",
    "In welcher Abteilung arbeiten Sie?",
    "Dans quelle équipe ?",
  ])("asks whether %s gives codes", (name) => {
    expect(find(other, [name, codes])).toEqual({ name, question: "is this the unit's code, as in the roster?" });
  });

  it.each(["My team supports me", "Teamwork", "Reunite", "Communiteit", "Customer service is good"])(
    "does not take %s for a unit",
    (name) => {
      expect(find([name, numbers("1-5")]).name).toBeNull();
    },
  );

  it("asks about a column that is called a unit and holds numbers of an answer scale, texts or nothing", () => {
    expect(find(["Team", numbers("1-5")]).question).toBe(
      "is this the unit's code? Its first records hold whole numbers on 1-5",
    );
    expect(find(["Team", text]).question).toBe("is this the unit's code? Its first records hold texts");
    expect(find(["Team", { kind: "empty" }]).question).toBe("is this the unit's code? Its first records hold nothing");
  });

  it("asks about the only column with codes when none is called a unit", () => {
    expect(find(other, ["Q7", codes])).toEqual({ name: "Q7", question: "is this the unit's code, as in the roster?" });
  });

  it("proposes nothing and names the candidates when there are several", () => {
    expect(find(["Team", codes], ["Afdeling", codes])).toEqual({
      name: null,
      question: 'which holds the unit\'s code: "Team" or "Afdeling"?',
    });
    expect(find(["Q1", codes], ["Q2", codes]).name).toBeNull();
  });

  it("prefers the code of a unit to its name", () => {
    expect(find(["Team name", codes], ["Team code", codes])).toEqual({ name: "Team code", question: null });
  });

  it("proposes nothing without candidates", () => {
    expect(find()).toEqual({ name: null, question: "which column holds the unit's code?" });
    expect(find(["Q1", labels("agreement_5")]).name).toBeNull();
  });

  it("takes a column of the tool only when it is called a unit", () => {
    expect(find(["Language", codes, { role: "metadata" }]).name).toBeNull();
    expect(find(["Department", codes, { role: "metadata" }])).toEqual({ name: "Department", question: null });
    expect(find(["Team", codes, { role: "status" }]).name).toBeNull();
  });

  it("never takes a column that identifies a person; asks when only its content looks like names", () => {
    const named = (more: Partial<Column>) => find(["Team", text, more]);
    expect(named({ identifier: "name", recognised_by: "name" }).name).toBeNull();
    expect(named({ identifier: "e-mail address", recognised_by: "content" }).name).toBeNull();
    expect(named({ identifier: "name", recognised_by: "content" })).toEqual({
      name: "Team",
      question: "is this the unit, and not a name of a person?",
    });
  });
});
