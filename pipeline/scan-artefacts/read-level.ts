/** Reads the label that a cell, a column or a field is about. In: a text; out: a label, or undefined for any other text. */
import { Level } from "../../schemas/release.ts";
import { levelTitles } from "./layout.ts";

const known: ReadonlyMap<string, Level> = new Map(
  Level.options.flatMap((level) => [level, ...levelTitles[level]].map((text) => [text, level] as const)),
);

/** Capitals make no difference. */
export const readLevel = (text: string): Level | undefined => known.get(text.trim().toLowerCase());
