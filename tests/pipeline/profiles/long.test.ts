import { describe, expect, it } from "vitest";
import { identifiersOf, makeInspections, rolesOf } from "../inspected-examples.ts";

const { look } = makeInspections();

describe("the profile of the long format", () => {
  it("knows the columns of a Peakon data export", async () => {
    const found = await look(
      "accountEmail,answerComment,answerId,answerLocale,answerScore,answerSkipReason,categoryGroup,questionText\n" +
        "a@example.org,,1,nl,8,,engagement,Hoe waarschijnlijk?\na@example.org,,2,nl,7,,engagement,Hoe gaat het?\n",
    );
    expect(found).toMatchObject({ profile: "long", records: 2 });
    expect(rolesOf(found)).toEqual({
      answerId: "metadata",
      answerLocale: "metadata",
      answerScore: "answer",
      answerSkipReason: "metadata",
      categoryGroup: "metadata",
      questionText: "question",
    });
    expect(identifiersOf(found)).toEqual({ accountEmail: "e-mail address", answerComment: "free text" });
  });

  it("knows a table with respondent, question and answer", async () => {
    const found = await look("respondent,team,question,answer\n1,WZ,Q1,4\n1,WZ,Q2,5\n");
    expect(found.profile).toBe("long");
    expect(rolesOf(found)).toEqual({ respondent: "response", question: "question", answer: "answer" });
  });
});
