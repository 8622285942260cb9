/** Lists what every page holds word for word, for the scan of what leaves. In: nothing; out: sha256, hexadecimal. */
import { createHash } from "node:crypto";
import { pageStyle } from "./page-style.ts";

/** The style of the page; it is the same whatever a release says. */
export const listEmbedded = (): string[] => [createHash("sha256").update(pageStyle, "utf8").digest("hex")];
