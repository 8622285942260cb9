/** Recognises a file of a release by its path. In: a path; out: how to read it and which unit it is about, or null for one too many. */
import { createHash } from "node:crypto";
import type { Release } from "../../schemas/release.ts";
import { type FileKind, fileLayout, fileWords } from "./layout.ts";

/** `unit`: the code of the unit that the file is about, null for a file about the whole scan. `edition`: a page's reader, else "". */
export type RecognisedFile = Readonly<{ kind: FileKind; unit: string | null; edition: string }>;

export type RecogniseFile = (path: string) => RecognisedFile | null;

/** Names are made of measures, instruments, areas, outcomes and our own words: the name or code of a unit has no place in them. */
export function indexFiles(release: Release): RecogniseFile {
  const words = new Set([
    ...fileWords,
    ...release.measures.flatMap(({ measure, scale, questionnaire, instrument }) =>
      [measure, scale, questionnaire, instrument ?? ""].flatMap((code) => code.split(/[.-]/)),
    ),
    ...release.attributes.flatMap(({ attribute }) => attribute.split(/[.-]/)),
    ...(release.outcomes ?? []).flatMap(({ outcome }) => outcome.split(/[.-]/)),
  ]);
  const units = nameUnits(release);
  return (path) => {
    for (const { kind, pattern } of fileLayout) {
      const { name, unit } = pattern.exec(path)?.groups ?? {};
      if (!pattern.test(path) || (name ?? "").split(/[.-]/).some((word) => word !== "" && !words.has(word))) continue;
      const own = unit === undefined ? null : units.get(unit);
      if (own !== undefined) return { kind, unit: own, edition: kind === "page" ? (name ?? "manager") : "" };
    }
    return null;
  };
}

/** The code of a unit in a file name: letters, digits, - and _, others as ~ and a number; long or alike with a fingerprint. null where two agree. */
function nameUnits({ units }: Release): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>();
  for (const { unit } of units) {
    const escaped = unit.replace(/[^A-Za-z0-9_-]/gu, (letter) => `~${(letter.codePointAt(0) ?? 0).toString(16)}`);
    const fingerprint = createHash("sha256").update(unit, "utf8").digest("hex").slice(0, 8);
    for (const name of [escaped, `${escaped.slice(0, 60)}~${fingerprint}`])
      names.set(name, [...(names.get(name) ?? []), unit]);
  }
  return new Map([...names].flatMap(([name, own]) => (own.length === 1 ? [[name, own[0] as string]] : [])));
}
