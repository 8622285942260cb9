/** Recognises a file of a release by its path. In: a path; out: how to read it and which unit it is about, or null for one too many. */
import type { Release } from "../../schemas/release.ts";
import { type FileKind, fileLayout, fileWords } from "./layout.ts";

/** `unit`: the code of the unit that the file is about; null for a file about the whole scan. */
export type RecognisedFile = Readonly<{ kind: FileKind; unit: string | null }>;

/** Names are made of measures, instruments, areas and our own words: the name or code of a unit has no place in them. */
export function indexFiles(release: Release): (path: string) => RecognisedFile | null {
  const words = new Set([
    ...fileWords,
    ...release.measures.flatMap(({ measure, scale, questionnaire, instrument }) =>
      [measure, scale, questionnaire, instrument ?? ""].flatMap((code) => code.split(/[.-]/)),
    ),
  ]);
  const units = new Set(release.units.map(({ unit }) => unit));
  return (path) => {
    for (const { kind, pattern } of fileLayout) {
      const { name, unit } = pattern.exec(path)?.groups ?? {};
      if (!pattern.test(path) || (name ?? "").split(/[.-]/).some((word) => word !== "" && !words.has(word))) continue;
      if (unit === undefined || units.has(unit)) return { kind, unit: unit ?? null };
    }
    return null;
  };
}
