/** English text of the accessibility statement, equal in meaning to the Dutch. */
import type { AccessibilityTexts } from "./accessibility.nl.ts";

export const accessibilityEnglish: AccessibilityTexts = {
  title: "Accessibility",
  aim: "This report is made to meet WCAG 2.2, level AA.",
  done: [
    "Every chart has a title, a description and a table with all numbers.",
    "A label or difference is never in colour alone: shape, size or word says the same.",
    "Everything works with the keyboard and without scripts. On a narrow screen and at 200% zoom nothing is lost.",
    "The report follows dark mode, the system's own colours and the wish for less motion.",
  ],
  gaps: "What we know can be better:",
  known: [
    "A screen reader reads a chart as one picture. Single points can be read in the table only.",
    "Enlarging only the text does not enlarge the text in charts; zooming in does.",
    "With very many teams only the first are in the table on the page. The others are in a CSV file.",
    "A print or PDF does not have all of the page's accessible structure.",
    "The report was checked with a program and with the keyboard, not yet by people with a disability.",
  ],
};
