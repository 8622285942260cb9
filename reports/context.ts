/** What every part of a report needs: the indexed release, the language and its texts. */
import type { Release } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { indexRelease, type ReleaseIndex } from "./index-release.ts";
import { type Texts, textsOf } from "./texts/texts.ts";

export type Context = Readonly<{ index: ReleaseIndex; language: Language; texts: Texts }>;

/** Opens a release for one language. */
export const openContext = (release: Release, language: Language): Context => ({
  index: indexRelease(release),
  language,
  texts: textsOf(language),
});
