/**
 * Recognises the tool that wrote a file by its header, and reads the header's rows.
 * In: the first rows of a file. Out: the profile, and one name and text per column.
 */
import type { HeaderLayout, KnownColumn, Profile } from "../../schemas/profile.ts";
import { simplifyName } from "../csv/simplify-name.ts";

export type Recognised = Readonly<{ profile: Profile; layout: HeaderLayout }>;

/** The first of `candidates` whose signature is in the header of `rows`. Throws when none fits: the last one must fit every file. */
export function recogniseProfile(rows: readonly (readonly string[])[], candidates: readonly Profile[]): Recognised {
  for (const profile of candidates) {
    const layout = readLayout(rows, profile);
    if (hasSignature(profile, layout)) return { profile, layout };
  }
  throw new Error("no profile fits");
}

/** True when a header has all that marks the tool. */
export const hasSignature = ({ signature }: Profile, { names, texts }: HeaderLayout): boolean =>
  signature.every((known) => names.some((name, index) => matches(known, name, texts[index] ?? null)));

/** The header as `profile` reads it; one row of names when it has no way of its own. */
export function readLayout(rows: readonly (readonly string[])[], profile: Profile): HeaderLayout {
  return profile.readHeader?.(rows) ?? readFirstRow(rows, 1);
}

/** A header of which only the first row counts. */
export function readFirstRow(rows: readonly (readonly string[])[], headerRows: number): HeaderLayout {
  const names = rows[0] ?? [];
  return { header_rows: headerRows, names, texts: names.map(() => null) };
}

/** What `profile` knows of a column with this name or text; null when it is not one of the tool's own. */
export function findKnownColumn({ columns }: Profile, name: string, text: string | null): KnownColumn | null {
  return columns.find(({ names }) => matches(names, name, text)) ?? null;
}

function matches(known: KnownColumn["names"], name: string, text: string | null): boolean {
  const spellings = [name, ...(text === null ? [] : [text])].map(simplifyName);
  const folded = spellings.map((spelling) => spelling.toLowerCase());
  return known.some((one) =>
    typeof one === "string"
      ? folded.includes(simplifyName(one).toLowerCase())
      : spellings.some((spelling) => one.test(spelling)),
  );
}
