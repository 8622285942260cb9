import { describe, expect, it } from "vitest";
import { chooseDates } from "../../../pipeline/inspect/choose-dates.ts";
import { plain } from "../../../pipeline/profiles/plain.ts";
import type { Column, DateOrder } from "../../../schemas/inspection.ts";

const dated = (position: number, role: Column["role"] = null): Column => ({
  position,
  name: "x",
  text: null,
  role,
  identifier: null,
  content: { kind: "dates", order: null },
});
const choose = (columns: readonly Column[], cells: string[][], habit: DateOrder | null, stated?: DateOrder) =>
  chooseDates(columns, cells, { ...plain, dates: habit }, stated);

describe("chooseDates", () => {
  const unclear = [["4-5-2026"]];
  const clear = [["24-5-2026", "4-5-2026"]];

  it.each<[string, string[][], DateOrder | null, DateOrder | undefined, ReturnType<typeof choose>]>([
    ["what is stated", unclear, "month_first", "day_first", { order: "day_first", doubt: null }],
    [
      "what is stated, and says it does not fit",
      clear,
      null,
      "month_first",
      { order: "month_first", doubt: "other_than_stated" },
    ],
    [
      "what the dates decide, before the tool's habit",
      clear,
      "month_first",
      undefined,
      { order: "day_first", doubt: null },
    ],
    [
      "the tool's habit when the dates decide nothing",
      unclear,
      "month_first",
      undefined,
      { order: "month_first", doubt: null },
    ],
    ["nothing when the tool has no habit", unclear, null, undefined, { order: null, doubt: "ambiguous" }],
    [
      "nothing when the tool's habit can't be what is seen",
      unclear,
      "year_first",
      undefined,
      { order: null, doubt: "ambiguous" },
    ],
    [
      "nothing when dates contradict",
      [["24-5-2026", "5-24-2026"]],
      "day_first",
      undefined,
      { order: null, doubt: "contradictory" },
    ],
  ])("chooses %s", (_, cells, habit, stated, expected) => {
    expect(choose([dated(1)], cells, habit, stated)).toEqual(expected);
  });

  it("asks nothing about a file without dates", () => {
    expect(choose([], [["7"]], null)).toEqual({ order: null, doubt: null });
    expect(choose([], [["7"]], "year_first")).toEqual({ order: "year_first", doubt: null });
  });

  it("looks at the tool's own dates alone where there are any", () => {
    const cells = [["24-5-2026"], ["5-24-2026"]];
    expect(choose([dated(1, "started"), dated(2)], cells, null).order).toBe("day_first");
    expect(choose([dated(1), dated(2)], cells, null).doubt).toBe("contradictory");
  });
});
