import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findBrowser } from "../../../pipeline/cli/find-browser.ts";
import { makeTempFiles } from "../temp-files.ts";

/** A machine on which only these files exist. */
const find = (platform: string, environment: Record<string, string>, files: readonly string[]) =>
  findBrowser({ platform, environment }, (path) => files.includes(String(path)));

describe("findBrowser", () => {
  it("takes the one that CHROME_PATH names, and no other when it is not there", () => {
    const environment = { CHROME_PATH: "/opt/mine", PATH: "/usr/bin" };
    expect(find("linux", environment, ["/opt/mine", "/usr/bin/chromium"])).toBe("/opt/mine");
    expect(find("linux", environment, ["/usr/bin/chromium"])).toBeUndefined();
  });

  it("takes the first on PATH, then one in a usual place", () => {
    const usual = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(find("linux", { PATH: "/a:/b" }, ["/b/google-chrome", usual])).toBe("/b/google-chrome");
    expect(find("darwin", { PATH: "/a:/b", CHROME_PATH: "" }, [usual])).toBe(usual);
  });

  it("knows where Windows keeps programs", () => {
    const edge = "C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe";
    expect(find("win32", { "PROGRAMFILES(X86)": "C:\\Programs" }, [edge])).toBe(edge);
    expect(find("win32", { PATH: "C:\\a;C:\\b" }, ["C:\\b\\chrome.exe"])).toBe("C:\\b\\chrome.exe");
  });

  it("says so when there is none", () => {
    expect(find("linux", {}, [])).toBeUndefined();
  });

  it("takes no folder for a program", () => {
    const { folder, write } = makeTempFiles();
    mkdirSync(join(folder, "chromium"));
    const platform = process.platform === "win32" ? "linux" : process.platform;
    expect(findBrowser({ platform, environment: { CHROME_PATH: join(folder, "chromium") } })).toBeUndefined();
    expect(findBrowser({ platform, environment: { CHROME_PATH: write("", "mine") } })).toBe(join(folder, "mine"));
  });
});
