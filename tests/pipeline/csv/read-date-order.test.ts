import { describe, expect, it } from "vitest";
import { isDate, readDateOrder } from "../../../pipeline/csv/read-date-order.ts";

describe("isDate", () => {
  it.each([
    "2026-04-24",
    "2026/04/24 11:07:29 AM AST",
    "2026-04-24T10:00:00.000+02:00",
    "24-4-2026 10:59",
    "04/24/2026 23:03:44",
    "5/10/18 4:01",
    "24.04.2026",
    "4-5-2026 10:59:37",
  ])("knows %j", (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    "",
    "24",
    "10:59",
    "2026",
    "1.5",
    "24-04",
    "25-Jun",
    "2026-0424",
    "24/04-2026",
    "192.0.2.1",
    "2026-04-24 laat",
  ])("knows %j for something else", (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe("readDateOrder", () => {
  it.each([
    [["2026-04-05", "2026-04-24"], "year_first"],
    [["4-5-2026", "24-4-2026"], "day_first"],
    [["4-5-2026", "4/24/2026"], "month_first"],
    [["4-5-2026", "12-12-2026"], "ambiguous"],
    [["", "WZ"], "ambiguous"],
    [[], "ambiguous"],
    [["24-4-2026", "4-24-2026"], "contradictory"],
    [["24-24-2026"], "contradictory"],
    [["2026-04-05", "24-4-2026"], "contradictory"],
    [["2026-04-05", "4-4-2026"], "contradictory"],
  ])("reads %j as %s", (texts, order) => {
    expect(readDateOrder(texts)).toBe(order);
  });
});
