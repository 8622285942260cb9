import { expect, it } from "vitest";
import { withIndicators } from "../../reports/example-indicators.ts";
import { renderAll, scanWith } from "./rendered.ts";

it.each([
  ["elevated", ["elevated", "elevated"]],
  ["watch", ["elevated", "no_signal"]],
] as const)(
  "a team that other indicators make %s is told of with figures of the release only",
  async (level, others) => {
    expect(scanWith(await renderAll(withIndicators(level, "no_signal", others)))).toEqual([]);
  },
);
