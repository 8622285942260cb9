/**
 * Reads windows-1252, which Node's own decoder reads as control characters from 0x80 to 0x9F in versions 20.18.3 to 20.19.4,
 * 22.13 and later ones. Source: WHATWG Encoding Standard, index windows-1252; without the five bytes it leaves undefined.
 */

/** The characters of bytes 0x80 to 0x9F; a blank where there is none. */
const special = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Index of the first byte that has no character, or -1. */
export const findUndefined = (bytes: Uint8Array): number =>
  bytes.findIndex((byte) => byte >= 0x80 && byte <= 0x9f && special[byte - 0x80] === " ");

/** The text of `bytes`, one character a byte; a byte without character gives U+FFFD. */
export const readWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (one) => (special[one.charCodeAt(0) - 0x80] as string).replace(" ", "\ufffd"));
