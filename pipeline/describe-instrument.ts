/** Words an instrument for a person: what it measures, how it is scored, what is unverified, its licence. */
import type { Instrument } from "../schemas/instrument.ts";
import type { Language } from "../schemas/text.ts";
import { findResponseSet } from "./answers/list-response-sets.ts";

const words = {
  nl: {
    items: ["item", "items"],
    scale: "schaal",
    answered: "minimaal beantwoord",
    madeOf: "gewogen gemiddelde van",
    higher: { better: "hoger is beter", worse: "hoger is slechter" },
    reversed: "omgekeerd",
    unverified: "Niet geverifieerd",
    licence: "Licentie",
    source: "Bron",
  },
  en: {
    items: ["item", "items"],
    scale: "scale",
    answered: "at least answered",
    madeOf: "weighted mean of",
    higher: { better: "higher is better", worse: "higher is worse" },
    reversed: "reversed",
    unverified: "Not verified",
    licence: "Licence",
    source: "Source",
  },
} as const;

/** A readable page about one instrument. */
export function describeInstrument(instrument: Instrument, language: Language): string {
  const text = words[language];
  const { answers, licence } = instrument;
  return [
    `${instrument.instrument}  ${instrument.title[language]} (version ${instrument.version})`,
    `  ${instrument.items.length} ${text.items[instrument.items.length === 1 ? 0 : 1]}, ` +
      `${answers.minimum}-${answers.maximum}${listLabels(answers.response_set, language)}`,
    ...instrument.scales.flatMap(({ scale, title, score, minimum_answered, made_of, higher_is, meaning }) => [
      `  ${text.scale} ${instrument.instrument}.${scale}: ${title[language]}; ${score}; ` +
        `${made_of ? `${text.madeOf} ${made_of.join(", ")}` : `${text.answered} ${minimum_answered}`}; ${text.higher[higher_is]}`,
      `    ${meaning[language]}`,
    ]),
    ...instrument.items.map(
      ({ item, label, reversed }) => `  ${item.padEnd(10)} ${label[language]}${reversed ? ` (${text.reversed})` : ""}`,
    ),
    `  ${text.source}: ${instrument.citation}`,
    `  ${text.licence}: ${licence.id}${licence.note ? `. ${licence.note}` : ""}`,
    ...instrument.unverified.map((one) => `  ${text.unverified}: ${one[language]}`),
  ].join("\n");
}

/** The labels from low to high in their first spelling; nothing for answers that are numbers only. */
function listLabels(name: string | undefined, language: Language): string {
  const set = name === undefined ? null : findResponseSet(name);
  return set === null ? "" : `: ${set.options.map((option) => option[language][0]).join(", ")} (${set.response_set})`;
}
