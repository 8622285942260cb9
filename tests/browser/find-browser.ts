/**
 * Finds a browser for the tests: Chrome, Chromium or Edge, or installs Debian's Chromium where that is possible.
 * In: the machine; out: the path of a program. Throws a sentence that says what to install.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const programs = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

const usualPlaces = (): string[] => [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, "Google/Chrome/Application/chrome.exe"),
          join(folder, "Chromium/Application/chrome.exe"),
          join(folder, "Microsoft/Edge/Application/msedge.exe"),
        ],
  ),
];

/** The path of a browser: CHROME_PATH first, then PATH, then the usual places, then a fresh install. */
export function findBrowser(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== "") {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROME_PATH must be the path of a browser. Found: nothing at ${chosen}.`);
  }
  const found = searchMachine() ?? (installChromium() ? searchMachine() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    "Can't find a browser for the tests. Install Chrome, Chromium or Edge, or set CHROME_PATH to one, or set VITASCAN_SKIP_BROWSER=1 to leave these tests out.",
  );
}

function searchMachine(): string | undefined {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => programs.map((program) => join(folder, program + suffix)));
  return [...onPath, ...usualPlaces()].find((path) => existsSync(path));
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
