import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { showProgress } from "../../../pipeline/cli/show-progress.ts";

/** A stream that is no terminal and keeps what is written to it. */
function makeStream() {
  const stream = new PassThrough();
  const written: string[] = [];
  stream.on("data", (chunk) => written.push(String(chunk)));
  return { stream: stream as unknown as NodeJS.WriteStream, read: () => written.join("") };
}

describe("showProgress", () => {
  it("gives what the work gives and writes the steps as lines", async () => {
    const { stream, read } = makeStream();
    const result = await showProgress("Scanning", stream, false, async (announce) => {
      announce("Reading the roster");
      return 7;
    });
    expect(result).toBe(7);
    expect(read()).toContain("Scanning");
    expect(read()).toContain("Reading the roster");
  });

  it("writes nothing when quiet", async () => {
    const { stream, read } = makeStream();
    await showProgress("Scanning", stream, true, async (announce) => announce("Reading the roster"));
    expect(read()).toBe("");
  });

  it("gives a result that is undefined", async () => {
    expect(await showProgress("Scanning", makeStream().stream, true, async () => undefined)).toBeUndefined();
  });

  it.each([true, false])("throws the very error of the work and writes no word of it, quiet %j", async (quiet) => {
    const { stream, read } = makeStream();
    const error = new Error("a sentence that is printed elsewhere");
    const work = () => Promise.reject(error);
    await expect(showProgress("Scanning", stream, quiet, work)).rejects.toBe(error);
    expect(read()).not.toContain("a sentence");
  });
});
