import { describe, expect, it } from "vitest";
import { looksDamaged, looksLikeDayCount } from "../../../pipeline/answers/looks-damaged.ts";

describe("looksDamaged", () => {
  it.each([
    // what Excel shows for 6-25, 5-1 and 1-5 in the four languages
    "Jun-25",
    "25-Jun",
    "jun-25",
    "5-jan",
    "01-mei",
    "mei-01",
    "1-mrt",
    "01. Mai",
    "Mai 01",
    "1. Mrz",
    "3. Dez",
    "01-mai",
    "juin-25",
    "05-janv",
    "janv.-05",
    "5-févr",
    "1-août",
    "12-déc",
    "25-jun-2026",
    "25-Jun-26",
    "1/5/2026",
    "01-05-2026",
    "1.5.2026",
    "1/5/26",
    "2026-05-01",
    "2026-05-01 00:00:00",
    "2026-05-01T00:00:00.000Z",
    "2026/05/01",
    "1/5/2026 0:00",
    " Jun-25\u00a0",
    "6.34E+017",
    "6,34E+17",
    "1E+05",
  ])("recognises %j", (text) => {
    expect(looksDamaged(text)).toBe(true);
  });

  it.each([
    "",
    "5",
    "44737",
    "1-5",
    "6-25",
    "1/5",
    "1e1",
    "50e-1",
    "T12",
    "10.20.30",
    "01-02-03",
    "Mei",
    "Marketing-5",
    "Junior-25",
    "Jan Jansen",
    "Mars",
    "August",
    "13:30",
    "Sometimes",
    "3.14",
  ])("leaves %j alone", (text) => {
    expect(looksDamaged(text)).toBe(false);
  });
});

describe("looksLikeDayCount", () => {
  // Rscript -e 'as.numeric(as.Date(c("2000-01-01", "2022-06-25", "2099-12-31")) - as.Date("1899-12-30"))': 36526 44737 73050
  it.each([
    [36525, false],
    [36526, true],
    [44737, true],
    [73050, true],
    [73051, false],
    [44737.5, false],
  ])("of %d says %s", (number, answer) => {
    expect(looksLikeDayCount(number)).toBe(answer);
  });
});
