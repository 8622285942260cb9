/** Finds a browser that can print: Chrome, Chromium or Edge. In: what is known of the machine; out: the path of a program. */
import { statSync } from "node:fs";
import { posix, win32 } from "node:path";

/** `environment` holds the variables of the process, `platform` is what Node calls the system. */
export type Machine = Readonly<{ environment: Readonly<Record<string, string | undefined>>; platform: string }>;

/** The one that CHROME_PATH names, else the first on PATH, else the first in a usual place; undefined when there is none. */
export function findBrowser({ environment, platform }: Machine, exists = isFile): string | undefined {
  const chosen = environment["CHROME_PATH"];
  if (chosen !== undefined && chosen !== "") return exists(chosen) ? chosen : undefined;
  const { join, delimiter } = platform === "win32" ? win32 : posix;
  const suffix = platform === "win32" ? ".exe" : "";
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => programs.map((program) => join(folder, program + suffix)));
  const places = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = environment[name];
    return folder === undefined ? [] : placesOnWindows.map((place) => join(folder, place));
  });
  return [...onPath, ...usualPlaces, ...places].find((path) => exists(path));
}

/** A folder can have the name of a browser too. */
const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

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

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const placesOnWindows = [
  "Google/Chrome/Application/chrome.exe",
  "Chromium/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
];
