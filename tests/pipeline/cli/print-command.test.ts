import { resolve } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addPrintCommand } from "../../../pipeline/cli/print-command.ts";
import { exitCode } from "../../../pipeline/user-error.ts";

/** What was asked for, and what was printed; the browser is any file that exists. */
async function run(words: readonly string[], browser = process.execPath) {
  const asked: unknown[] = [];
  const printed: string[] = [];
  const program = new Command().exitOverride();
  addPrintCommand(program, {
    machine: { environment: { CHROME_PATH: browser }, platform: process.platform },
    choosePages: (...some) => {
      asked.push(some);
      return ["page.html"];
    },
    printPages: async (...some) => {
      asked.push(some);
      return ["/out/page.pdf"];
    },
    print: (text) => printed.push(text),
  });
  await program.parseAsync(["print", ...words], { from: "user" });
  return { asked, printed };
}

describe("print", () => {
  it("prints the editions for HR, board and works council in both languages beside the release", async () => {
    expect(await run(["releases/one"])).toEqual({
      asked: [
        ["releases/one", ["hr", "board", "works_council"], ["nl", "en"]],
        [["page.html"], resolve("releases/one-pdf"), process.execPath, false],
      ],
      printed: ["/out/page.pdf"],
    });
  });

  it("takes editions, a language and a folder", async () => {
    const { asked, printed } = await run([
      "one",
      "--editions",
      "manager",
      "hr",
      "--lang",
      "nl",
      "--out",
      "two",
      "--json",
    ]);
    expect(asked).toEqual([
      ["one", ["manager", "hr"], ["nl"]],
      [["page.html"], resolve("two"), process.execPath, true],
    ]);
    expect(JSON.parse(printed.join(""))).toEqual({ folder: resolve("two"), files: ["page.pdf"] });
  });

  it("refuses before it does anything when there is no browser", async () => {
    await expect(run(["one"], "no-such-browser")).rejects.toMatchObject({
      exitCode: exitCode.usage,
      message: expect.stringContaining("there is nothing at no-such-browser. Nothing was done."),
    });
  });
});
