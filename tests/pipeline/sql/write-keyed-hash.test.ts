import { createHmac } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase, quoteText } from "../../../pipeline/database.ts";
import { writeKeyedHash } from "../../../pipeline/sql/write-keyed-hash.ts";
import { makeTempFiles } from "../temp-files.ts";

const files = makeTempFiles();
let database: Database;
beforeAll(async () => {
  database = await openDatabase([], files.folder);
});
afterAll(() => database.close());

const hash = async (key: Uint8Array, text: string): Promise<unknown> =>
  (await database.rows(`select ${writeKeyedHash(key, text)} as hash`, "hash"))[0]?.["hash"];

const expected = (key: Uint8Array, text: string) =>
  createHmac("sha256", key).update(text, "utf8").digest("base64url").slice(0, 16);

describe("writeKeyedHash", () => {
  it("gives the first 96 bits of what node:crypto gives, for any key and text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string({ unit: "grapheme", maxLength: 300 }).filter((text) => !text.includes("\0")),
        async (key, text) => {
          expect(await hash(key, quoteText(text))).toBe(expected(key, text));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it("gives the published value of RFC 4231, test case 2", async () => {
    const key = new TextEncoder().encode("Jefe");
    // 5bdcc146bf60754e6a042426... in base64url.
    expect(await hash(key, "'what do ya want for nothing?'")).toBe(
      Buffer.from("5bdcc146bf60754e6a042426", "hex").toString("base64url"),
    );
  });

  it("is null for a null text, and refuses a key longer than a block", async () => {
    expect(await hash(new Uint8Array(32), "null")).toBeNull();
    expect(() => writeKeyedHash(new Uint8Array(65), "'a'")).toThrow("64 bytes");
  });
});
