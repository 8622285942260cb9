/**
 * Prints pages to PDF with a browser of this machine. In: HTML files; out: a PDF of each.
 * The only place where another program is started: without a shell, with fixed flags, a profile of its own that is removed, no name that
 * it could look up, and a time limit. The pages themselves forbid every request.
 */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { exitCode, UserError } from "../user-error.ts";

export type Printing = Readonly<{
  browser: string;
  /** Variables for the browser; a key of ours is kept from it. */
  environment: Readonly<Record<string, string | undefined>>;
  /** A browser refuses its sandbox to root, and to nobody else here. */
  isRoot: boolean;
  /** A folder for its profile that the caller removes. */
  privateFolder: string;
  /** Is told of the folder that is being filled: it must go when the process ends before the work does. */
  keepTrack: (draft: string) => void;
  announce: (step: string) => void;
  /** Stops the browser when the process ends. */
  signal: AbortSignal;
}>;

const milliseconds = 120_000;
const flags = [
  "--headless",
  "--disable-gpu",
  "--disable-extensions",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
  "--no-default-browser-check",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-pdf-header-footer",
  "--generate-pdf-document-outline",
];

/** Prints `report.x.html` as `report.x.pdf` into `folder`, all or none; older ones of the same name make way. Throws a UserError when a page gives no PDF. */
export async function printPages(pages: readonly string[], folder: string, printing: Printing): Promise<string[]> {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(`${target}.`);
  printing.keepTrack(draft);
  try {
    const names: string[] = [];
    for (const page of pages) {
      const name = `${basename(page, ".html")}.pdf`;
      printing.announce(`Printing ${name} (${names.length + 1} of ${pages.length})`);
      await printPage(page, join(draft, name), printing);
      names.push(name);
    }
    mkdirSync(target, { recursive: true });
    return names.map((name) => {
      renameSync(join(draft, name), join(target, name));
      return join(target, name);
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function printPage(page: string, pdf: string, printing: Printing): Promise<void> {
  const { browser, environment, isRoot, privateFolder, signal } = printing;
  const own = Object.entries(environment).filter(([name]) => !name.startsWith("VITASCAN_"));
  const profile = mkdtempSync(join(privateFolder, "browser-"));
  const options = [
    ...flags,
    ...(isRoot ? ["--no-sandbox"] : []),
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${pdf}`,
    pathToFileURL(resolve(page)).href,
  ];
  try {
    await promisify(execFile)(browser, options, {
      env: Object.fromEntries(own),
      timeout: milliseconds,
      killSignal: "SIGKILL",
      windowsHide: true,
      signal,
    });
  } catch {
    throw refuse(browser, page);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
  if (!isPdf(pdf)) throw refuse(browser, page);
}

const isPdf = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true &&
  readFileSync(path).subarray(0, 5).toString("latin1") === "%PDF-";

const refuse = (browser: string, page: string): UserError =>
  new UserError(
    `${basename(page)}: can't be printed: ${browser} gave no PDF. Nothing was printed; the release itself is as it was. ` +
      "Name another Chrome, Chromium or Edge with CHROME_PATH, or open the page and print it.",
    exitCode.usage,
  );
