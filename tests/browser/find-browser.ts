/**
 * Finds a browser for the tests, as the command line does, or installs Debian's Chromium where that is possible.
 * In: the machine; out: the path of a program. Throws a sentence that says what to install.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser as searchMachine } from "../../pipeline/cli/find-browser.ts";

const machine = { environment: process.env, platform: process.platform };

/** The path of a browser: CHROME_PATH first, then PATH, then the usual places, then a fresh install. */
export function findBrowser(): string {
  const chosen = process.env.CHROME_PATH;
  const found = searchMachine(machine);
  if (found !== undefined) return found;
  if (chosen !== undefined && chosen !== "")
    throw new Error(`CHROME_PATH must be the path of a browser. Found: nothing at ${chosen}.`);
  const installed = installChromium() ? searchMachine(machine) : undefined;
  if (installed !== undefined) return installed;
  throw new Error(
    "Can't find a browser for the tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to one, or set VITASCAN_SKIP_BROWSER=1 to leave these tests out.",
  );
}

/** Debian and Ubuntu as root only; true when the installer reported success. */
function installChromium(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  try {
    execFileSync("/usr/bin/apt-get", ["update"], options);
    execFileSync("/usr/bin/apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
    return true;
  } catch {
    return false;
  }
}
