/** The embedded typeface as style rules. In: the text of the page; out: one rule, and a second one for letters beyond Latin-1. */
import { latin, latinExtended } from "../fonts/source-sans.ts";

const face = (data: string, range: string): string =>
  `@font-face{font-family:"Report Sans";font-weight:400 700;font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`;

const extendedLetters = /[\u0100-\u017f\u0218-\u021b]/;

/** The second file is embedded only where the page needs it. */
export const fontStyle = (text: string): string =>
  [
    face(latin, "U+0-FF,U+131,U+2013-2026,U+20AC,U+2212"),
    ...(extendedLetters.test(text) ? [face(latinExtended, "U+100-17F,U+218-21B")] : []),
  ].join("\n");
