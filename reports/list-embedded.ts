/** Lists what pages hold word for word, for the scan of what leaves: style, script, typeface. In: nothing; out: sha256, hexadecimal. */
import { createHash } from "node:crypto";
import { latin, latinExtended } from "./fonts/source-sans.ts";
import { teamScript } from "./interaction/team-script.ts";
import { styleOf } from "./write-document.ts";

const extended = "\u0100";

/** Styles with and without the typeface for more letters and with nothing at the foot, the script, both typefaces. The same for every release. */
export const listEmbedded = (): string[] => [
  ...["", extended].map((body) => hash(styleOf(body, ""))),
  hash(teamScript),
  ...[latin, latinExtended].map((font) => hash(Buffer.from(font, "base64"))),
];

const hash = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
