import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase, quoteText } from "../../../pipeline/database.ts";
import { writeDoubt, writeSeconds, writeUnknownStatus } from "../../../pipeline/load/write-doubt.ts";
import { findProfile } from "../../../pipeline/profiles/find-profile.ts";
import type { Column, DateOrder, ProfileName } from "../../../schemas/inspection.ts";
import type { MappedColumns } from "../../../schemas/loaded-export.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder } = makeTempFiles();
let database: Database;
beforeAll(async () => {
  database = await openDatabase([], join(folder, "spill"));
});
afterAll(() => database.close());

type Role = "status" | "finished" | "submitted" | "duration" | "started" | "ended";

/** The mapped columns with these roles only, at positions from 1. */
const mapRoles = (roles: readonly Role[]) => {
  const none = { status: null, finished: null, submitted: null, duration: null, started: null, ended: null };
  const mapped = roles.map((role, index) => [role, { position: index + 1 } as Column]);
  return { ...none, ...Object.fromEntries(mapped) } as MappedColumns;
};

/** What an expression gives for one record; null is a blank cell that is not quoted. */
async function evaluate(sql: string, cells: readonly (string | null)[]): Promise<unknown> {
  const values = cells.map((cell) => (cell === null ? "null::varchar" : quoteText(cell))).join(", ");
  const names = cells.map((_, index) => `c${index + 1}`).join(", ");
  const [row] = await database.rows(`select ${sql} as found from (values (${values})) as record(${names})`, "see");
  return row?.["found"];
}

describe("writeDoubt", () => {
  const doubt = (roles: readonly Role[], cells: readonly (string | null)[], profile: ProfileName = "plain") =>
    evaluate(writeDoubt(mapRoles(roles), findProfile(profile)), cells);

  it("has none without a column that says something", async () => {
    expect(await doubt([], ["x"])).toBeNull();
  });

  it.each([
    ["", "partial_response"],
    [null, "partial_response"],
    ["   ", "partial_response"],
    ["\u00a0\t", "partial_response"],
    ["NULL", "partial_response"],
    ["NA", "partial_response"],
    ["N/A", "partial_response"],
    ["2026-04-01 10:00:00", null],
    [" 2026-04-01", null],
    ["é", null],
    ["~", null],
  ])("takes a response with %j as its moment of sending for %j", async (cell, expected) => {
    expect(await doubt(["submitted"], [cell])).toBe(expected);
  });

  it.each([
    ["No", "partial_response"],
    [" FALSE ", "partial_response"],
    ["0", "partial_response"],
    ["nee", "partial_response"],
    ["", "partial_response"],
    [null, "partial_response"],
    ["ja", null],
    ["1", null],
    ["perhaps", null],
  ])("takes %j in a column that says whether a response was finished for %j", async (cell, expected) => {
    expect(await doubt(["finished"], [cell])).toBe(expected);
  });

  it("knows the words of the tool alone where the tool has some", async () => {
    expect(await doubt(["finished"], ["started"], "typeform")).toBe("partial_response");
    expect(await doubt(["finished"], ["nee"], "typeform")).toBeNull();
  });

  it.each([
    ["Survey Preview", "test_response"],
    ["survey test", "test_response"],
    ["1", "test_response"],
    ["Spam", "test_response"],
    ["IP Address", null],
    ["0", null],
  ])("takes status %j of Qualtrics for %j", async (cell, expected) => {
    expect(await doubt(["status"], [cell], "qualtrics")).toBe(expected);
  });

  it("tells an unfinished test from a finished one: either rule may leave it out", async () => {
    expect(await doubt(["status", "finished"], ["1", "0"], "qualtrics")).toBe("unfinished_test");
    expect(await doubt(["status", "finished"], ["1", "1"], "qualtrics")).toBe("test_response");
  });

  it("is partial when one of two marks says so", async () => {
    expect(await doubt(["finished", "submitted"], ["yes", ""])).toBe("partial_response");
    expect(await doubt(["finished", "submitted"], ["no", "x"])).toBe("partial_response");
    expect(await doubt(["finished", "submitted"], ["yes", "x"])).toBeNull();
  });
});

describe("writeUnknownStatus", () => {
  const isUnknown = (roles: readonly Role[], cells: readonly (string | null)[], profile: ProfileName) =>
    evaluate(writeUnknownStatus(mapRoles(roles), findProfile(profile)), cells);

  it.each([
    ["16", false],
    ["Imported", false],
    ["Robot", true],
    ["", true],
    [null, true],
  ])("of status %j of Qualtrics is %j", async (cell, expected) => {
    expect(await isUnknown(["status"], [cell], "qualtrics")).toBe(expected);
  });

  it.each([
    ["TRUE", false],
    ["", false],
    ["50 %", true],
  ])("of finished %j is %j: a blank is unfinished", async (cell, expected) => {
    expect(await isUnknown(["finished"], [cell], "plain")).toBe(expected);
  });

  it("is never so where nothing is mapped, or where the tool's statuses are not known", async () => {
    expect(await isUnknown([], ["x"], "qualtrics")).toBe(false);
    expect(await isUnknown(["status"], ["x"], "plain")).toBe(false);
  });
});

describe("writeSeconds", () => {
  const seconds = (roles: readonly Role[], cells: readonly (string | null)[], dates: DateOrder | null = "day_first") =>
    evaluate(writeSeconds(mapRoles(roles), dates), cells);

  it.each([
    ["61", 61],
    ["61.5", 61.5],
    ["61,5", 61.5],
    [" 61 ", 61],
    ["0", null],
    ["", null],
    [null, null],
    ["1 min", null],
  ])("of duration %j are %j", async (cell, expected) => {
    expect(await seconds(["duration"], [cell])).toBe(expected);
  });

  it.each<[DateOrder, string, string, number | null]>([
    ["year_first", "2026-04-01 10:00:00", "2026-04-01 10:02:05", 125],
    ["year_first", "2026/04/01 10:00:00", "2026/04/01 10:02:05", 125],
    ["year_first", "2026-04-01T10:00:00Z", "2026-04-01T10:00:30Z", 30],
    ["year_first", "2026-04-01 10:00:00.5", "2026-04-01 10:00:02.0", 1.5],
    ["year_first", "2026/06/22 11:07:29 AM AST", "2026/06/22 11:07:39 AM AST", 10],
    ["day_first", "01-02-2026 00:00:00", "02-02-2026 00:00:00", 86400],
    ["day_first", "31.03.2026 23:59:30", "01.04.2026 00:00:00", 30],
    ["day_first", "1/2/26 9:00:00", "1/2/26 9:00:07", 7],
    ["month_first", "01/02/2026 00:00:00", "02/01/2026 00:00:00", 30 * 86400],
    ["month_first", "4/24/26 11:59:58 AM", "4/24/26 12:00:03 PM", 5],
  ])("between two moments, %s: %s and %s", async (dates, from, until, expected) => {
    expect(await seconds(["started", "ended"], [from, until], dates)).toBe(expected);
  });

  it("are a minute more where the clock has no seconds, since both ends are cut off", async () => {
    expect(await seconds(["started", "ended"], ["1-4-2026 10:00", "1-4-2026 10:01"])).toBe(120);
  });

  it.each([
    ["the order of the dates is unknown", ["1-4-2026 10:00:00", "1-4-2026 10:01:00"], null],
    ["a moment is blank", ["", "1-4-2026 10:01:00"], "day_first"],
    ["a moment does not exist in that order", ["31-4-2026 10:00:00", "30-4-2026 10:01:00"], "day_first"],
    ["both moments are the same: nobody answers in no time", ["1-4-2026 10:00:00", "1-4-2026 10:00:00"], "day_first"],
  ] as const)("are unknown when %s", async (_, cells, dates) => {
    expect(await seconds(["started", "ended"], cells, dates)).toBeNull();
  });

  it("are those the tool measured when it also wrote both moments", async () => {
    const cells = ["9", "1-4-2026 10:00:00", "1-4-2026 10:01:00"];
    expect(await seconds(["duration", "started", "ended"], cells)).toBe(9);
  });
});
