/** Lists what pages hold word for word, for the scan of what leaves: style, script, typeface. In: nothing; out: sha256, hexadecimal. */
import { createHash } from "node:crypto";
import { Language } from "../schemas/text.ts";
import { latin, latinExtended } from "./fonts/source-sans.ts";
import { teamScript } from "./interaction/team-script.ts";
import { textsOf } from "./texts/texts.ts";
import { styleOf } from "./write-document.ts";

const extended = "\u0100";

/** Styles per language with and without the typeface for more letters and with nothing at the foot, the script, both typefaces. The same for every release. */
export const listEmbedded = (): string[] => [
  ...["", extended].flatMap((body) =>
    Language.options.map((language) => hash(styleOf(body, { text: "", sheet: textsOf(language).page.sheet }))),
  ),
  hash(teamScript),
  ...[latin, latinExtended].map((font) => hash(Buffer.from(font, "base64"))),
];

const hash = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
