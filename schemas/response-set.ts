/** A response set: the options of a closed question in four languages, from low to high. */
import { z } from "zod";
import { Code, LocalText } from "./text.ts";

/** Spellings of one option; the first is the common one. Compared without capitals, outer blanks and final punctuation. */
const labels = z.array(z.string().min(1).max(60)).min(1);

export const ResponseSet = z
  .strictObject({
    response_set: Code,
    title: LocalText,
    /** Where the wording was read, or what it was derived from. */
    source: z.string().min(1),
    /** From low to high; a scale's minimum is the first. */
    options: z
      .array(z.strictObject({ nl: labels, en: labels, de: labels, fr: labels }))
      .min(2)
      .max(11),
    /** What is our own choice or could not be checked against a source. */
    unverified: z.array(LocalText).default([]),
  })
  .superRefine(({ options }, context) => {
    const seen = new Map<string, number>();
    options.forEach((option, index) => {
      for (const text of new Set(
        Object.values(option)
          .flat()
          .map((label) => label.toLowerCase()),
      )) {
        if (seen.has(text))
          context.addIssue({ code: "custom", path: ["options", index], message: `must not repeat "${text}"` });
        seen.set(text, index);
      }
    });
  });
export type ResponseSet = z.infer<typeof ResponseSet>;
