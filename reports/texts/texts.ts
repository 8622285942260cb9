/** Chooses the texts of a language. */
import type { Language } from "../../schemas/text.ts";
import { english } from "./texts.en.ts";
import { dutch, type Texts } from "./texts.nl.ts";

export type { Texts } from "./texts.nl.ts";

/** All texts of one language. */
export const textsOf = (language: Language): Texts => (language === "nl" ? dutch : english);
