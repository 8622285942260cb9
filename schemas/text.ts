/** Small building blocks that several schemas share. */
import { z } from "zod";

/** A text in both report languages. */
export const LocalText = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof LocalText>;

export const Language = z.enum(["nl", "en"]);
export type Language = z.infer<typeof Language>;

/** A code that appears in file names and as a key: lower-case words joined by `_`. */
export const Code = z.string().regex(/^[a-z][a-z0-9_]*$/, "must be lower-case letters, digits and _");

/** The name of a wave: letters, digits, `-` and `_`; it names the release folder. Digits alone could be taken for a figure, except a year. */
export const WaveName = z
  .string()
  .regex(
    /^(?=.*[A-Za-z]|(?:19|20)\d\d(?![0-9]))[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    "must be letters, digits, - and _, with a letter in it or a year in front, such as 2026-spring or 2026-04",
  );

/** A calendar day, ISO 8601. */
export const IsoDate = z.iso.date();
