import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countByte } from "../../../pipeline/csv/count-byte.ts";

describe("countByte", () => {
  it("counts as often as a byte is there, wherever the bytes start", () => {
    const bytes = fc.uint8Array({ max: 4, maxLength: 40 });
    fc.assert(
      fc.property(bytes, fc.nat(4), fc.nat(3), fc.constantFrom(0, 0x7c, 0xfb), (values, byte, start, shift) => {
        const shifted = values.map((one) => one + shift).subarray(Math.min(start, values.length));
        const expected = [...shifted].filter((one) => one === byte + shift).length;
        expect(countByte(shifted, byte + shift)).toBe(expected);
      }),
      { seed: 20260424, numRuns: 1000 },
    );
  });

  it("counts more than fit in a byte", () => {
    expect(countByte(new Uint8Array(10_001).fill(0x3b), 0x3b)).toBe(10_001);
    expect(countByte(new Uint8Array(10_001).fill(0x3c), 0x3b)).toBe(0);
  });
});
