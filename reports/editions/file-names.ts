/** Gives every unit a name for its file that is safe on every system, whatever its code. In: codes; out: names by code. */
import { createHash } from "node:crypto";

const longest = 60;

/**
 * Letters, digits, - and _ stay; anything else becomes ~ and its number. A code that is long, or that differs from another one only
 * in capitals, gets the beginning of its fingerprint behind it.
 */
export function nameFiles(codes: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map(codes.map((code) => [code, escapeCode(code)]));
  const counts = new Map<string, number>();
  for (const name of written.values()) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return new Map(
    [...written].map(([code, name]) =>
      name.length > longest || (counts.get(name.toLowerCase()) ?? 0) > 1
        ? [code, `${name.slice(0, longest)}~${fingerprint(code)}`]
        : [code, name],
    ),
  );
}

const escapeCode = (code: string): string =>
  [...code]
    .map((letter) => (/[A-Za-z0-9_-]/.test(letter) ? letter : `~${(letter.codePointAt(0) ?? 0).toString(16)}`))
    .join("");

const fingerprint = (code: string): string => createHash("sha256").update(code, "utf8").digest("hex").slice(0, 8);
