/**
 * Writes the SQL of a keyed hash: HMAC-SHA-256 (RFC 2104), of which the first 96 bits stay, as 16 characters of base64url.
 * In: a key of at most 64 bytes and an expression that gives a text. Out: an expression that gives the hash.
 */

/** Bytes in a block of SHA-256. */
const block = 64;

/** Null for a null text. Whoever has the key can tell whether a text has a hash; nobody else can. */
export function writeKeyedHash(key: Uint8Array, text: string): string {
  if (key.length > block) throw new Error(`A key must have at most ${block} bytes.`);
  const inner = `unhex(sha256(${writePad(key, 0x36)} || encode(${text})))`;
  return `translate(to_base64(unhex(left(sha256(${writePad(key, 0x5c)} || ${inner}), 24))), '+/', '-_')`;
}

/** The key, filled up with zeros, with every byte turned by `mask`. */
function writePad(key: Uint8Array, mask: number): string {
  const bytes = Array.from({ length: block }, (_, index) => (key[index] ?? 0) ^ mask);
  return `'${bytes.map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("")}'::blob`;
}
