import { describe, expect, it } from "vitest";
import { makeNumberReader, makeScaleTest } from "../../../pipeline/validate/read-number.ts";

describe("makeNumberReader on a scale of whole numbers", () => {
  const read = makeNumberReader(0, ".");

  it.each([
    ["5", "5"],
    [" 5 ", "5"],
    ["\t5\u00a0", "5"],
    ["+5", "5"],
    ["05", "5"],
    ["5.0", "5"],
    ["5.000000", "5"],
    ["5.", "5"],
    [".5", "0.5"],
    ["0", "0"],
    ["-1", "-1"],
    ["1e1", "10"],
    ["1.0E+01", "10"],
    ["50e-1", "5"],
    ["100e-2", "1"],
    ["1e-1", "0.1"],
  ])("reads %j as %s", (text, plain) => {
    expect(read(text)).toBe(plain);
  });

  it.each([
    ["5.0000001", "5"],
    ["10.00000000000000000001", "10"],
    ["9.9999996", "10"],
    ["10.0000005", "10.000001"],
    ["-0.0000001", "0"],
  ])("rounds %s beyond the sixth decimal, as the database does: %s", (text, plain) => {
    expect(read(text)).toBe(plain);
  });

  it("reads -0 as zero", () => {
    expect(Number(read("-0"))).toBe(-0);
  });

  it.each([
    "7_0",
    "0x7",
    "5,0",
    "1,000",
    "٣",
    "５",
    "five",
    "5%",
    "--5",
    "1e",
    "e1",
    ".",
    "",
    "1e400",
    "NaN",
    "Infinity",
    "true",
    "5 5",
    "9999999999999999",
    "'5",
  ])("finds no number in %j", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("makeNumberReader with a decimal comma", () => {
  const read = makeNumberReader(10, ",");

  it.each([
    ["2,5", "2.5"],
    ["2,50", "2.5"],
    ["5,0", "5"],
    ["-0,25", "-0.25"],
    [",5", "0.5"],
    ["25e-1", "2.5"],
    ["2,7777777778", "2.7777777778"],
    ["2,77777777778", "2.77777777778"],
  ])("reads %j as %s", (text, plain) => {
    expect(read(text)).toBe(plain);
  });

  it.each(["2.5", "1.000,5", "2,5,5"])("finds no number in %j", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("makeScaleTest", () => {
  const isOnScale = makeScaleTest({ minimum: -1, maximum: 5, decimals: 1 });

  it.each(["-1", "0", "2.5", "5"])("takes %s", (plain) => {
    expect(isOnScale(plain)).toBe(true);
  });

  it.each(["-1.1", "5.1", "6", "2.55"])("refuses %s", (plain) => {
    expect(isOnScale(plain)).toBe(false);
  });
});
