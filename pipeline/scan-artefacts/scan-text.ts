/** Scans Markdown and printed lines. In: lines; out: findings by line. */
import type { Report } from "./finding.ts";
import { anywhere, expectation, judgeText, type Rulebook } from "./judge.ts";

/** Every line by itself: a unit that is named in it must be the one its numbers are of. */
export function scanLines(book: Rulebook, text: string, report: Report): void {
  for (const [position, line] of text.split(/\r?\n/).entries())
    for (const kind of judgeText(book, line, anywhere)) report(`line ${position + 1}`, kind, expectation[kind] ?? "");
}

/** A path is where the user wants the files; it is no part of the release and may hold any digits. */
export const withoutPaths = (line: string): string => line.replace(/\S*[/\\]\S*/g, "");
