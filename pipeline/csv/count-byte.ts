/**
 * Counts a byte four at a time, about four times as fast as one by one. Source: the test for a zero byte in a word without
 * carries between bytes, Warren (2013), Hacker's Delight, 2nd edition, section 6-1.
 */

/** How often `byte` occurs in `bytes`. */
export function countByte(bytes: Uint8Array, byte: number): number {
  if (bytes.length < 8) return countOneByOne(bytes, byte, 0, bytes.length);
  const start = -bytes.byteOffset & 3;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + start, (bytes.length - start) >> 2);
  const end = start + words.length * 4;
  return (
    countOneByOne(bytes, byte, 0, start) + countInWords(words, byte) + countOneByOne(bytes, byte, end, bytes.length)
  );
}

function countOneByOne(bytes: Uint8Array, byte: number, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (bytes[index] === byte) count++;
  return count;
}

/** Each byte of `sums` counts up to 255 before it is emptied. */
function countInWords(words: Uint32Array, byte: number): number {
  const pattern = byte * 0x01010101;
  let count = 0;
  for (let from = 0; from < words.length; from += 255) {
    const to = Math.min(words.length, from + 255);
    let sums = 0;
    for (let index = from; index < to; index++) {
      const difference = (words[index] as number) ^ pattern;
      const equal = ~(((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference | 0x7f7f7f7f);
      sums = (sums + (equal >>> 7)) | 0;
    }
    count += (sums & 255) + ((sums >>> 8) & 255) + ((sums >>> 16) & 255) + (sums >>> 24);
  }
  return count;
}
