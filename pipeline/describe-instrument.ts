/**
 * Words instruments for a person: what they measure, how they are scored, how far each figure was checked, and the licence.
 * In: what an instrument file says. Out: text for a terminal, in one language.
 */
import {
  type Area,
  type Band,
  type Instrument,
  type InstrumentTemplate,
  type Item,
  measureName,
  type Norm,
  readCut,
  type Scale,
} from "../schemas/instrument.ts";
import type { Language } from "../schemas/text.ts";
import { findResponseSet } from "./answers/list-response-sets.ts";

type AnyInstrument = Instrument | InstrumentTemplate;

const words = {
  nl: {
    version: "versie",
    items: "Vragen",
    scales: "Schalen",
    count: (items: number) => (items === 1 ? "1 vraag" : `${items} vragen`),
    answers: "antwoorden",
    labels: "woorden van",
    decimals: "decimalen",
    notKnown: "antwoordschaal niet bekend",
    mean: "gemiddelde van de beantwoorde vragen",
    sum: "som van alle vragen",
    madeOf: (parts: string) => `gemiddelde van ${parts}, elk gewogen met het aantal vragen`,
    rescaled: "omgerekend naar 0-100",
    nps: (from?: number, to?: number) => `aandeel met ${from} of hoger min aandeel met ${to} of lager, in punten`,
    answered: (least: number, items: number) => `minimaal ${least} van de ${items} beantwoord`,
    higher: { better: "hoger is beter", worse: "hoger is slechter" },
    reversed: "omgekeerd",
    pairedWith: "hoort bij",
    cut: { at_least: "vanaf", above: "boven", at_most: "tot en met", below: "onder" },
    band: "Grens",
    norm: "Norm",
    normMean: "gemiddelde",
    standardDeviation: "standaardafwijking",
    respondents: "mensen",
    noYear: "jaar onbekend",
    verified: {
      primary: "in de bron zelf gelezen",
      secondary: "in een tweede bron gelezen",
      computed: "zelf uitgerekend",
      unverified: "NIET GEVERIFIEERD",
    },
    needed: "Kan nog niet worden gescoord. Vul in een eigen bestand in",
    needsAnalyst: "vraagt de analist",
    seriesBreak: "Reeksbreuk",
    source: "Bron",
    licence: "Licentie",
    passOn: { yes: "de tekst van de vragen mag worden doorgegeven", no: "alleen codes, niet de tekst van de vragen" },
    unverified: "Niet geverifieerd",
    area: { demands: "taakeisen", resources: "hulpbronnen", well_being: "welzijn", outcomes: "uitkomsten" },
  },
  en: {
    version: "version",
    items: "Items",
    scales: "Scales",
    count: (items: number) => (items === 1 ? "1 item" : `${items} items`),
    answers: "answers",
    labels: "words of",
    decimals: "decimals",
    notKnown: "answer scale not known",
    mean: "mean of the answered items",
    sum: "sum of all items",
    madeOf: (parts: string) => `mean of ${parts}, each weighted by its number of items`,
    rescaled: "rescaled to 0-100",
    nps: (from?: number, to?: number) => `share of ${from} or higher minus share of ${to} or lower, in points`,
    answered: (least: number, items: number) => `at least ${least} of ${items} answered`,
    higher: { better: "higher is better", worse: "higher is worse" },
    reversed: "reversed",
    pairedWith: "paired with",
    cut: { at_least: "at least", above: "above", at_most: "at most", below: "below" },
    band: "Band",
    norm: "Norm",
    normMean: "mean",
    standardDeviation: "standard deviation",
    respondents: "people",
    noYear: "year unknown",
    verified: {
      primary: "read in the source itself",
      secondary: "read in a second source",
      computed: "computed by us",
      unverified: "NOT VERIFIED",
    },
    needed: "Can't be scored yet. In a file of your own, fill in",
    needsAnalyst: "needs the analyst",
    seriesBreak: "Series break",
    source: "Source",
    licence: "Licence",
    passOn: { yes: "the wording of the items may be passed on", no: "codes only, not the wording of the items" },
    unverified: "Not verified",
    area: { demands: "demands", resources: "resources", well_being: "well-being", outcomes: "outcomes" },
  },
} as const;

/** One line per instrument: id, areas and title, in columns. Nothing in, empty text out. */
export function listInstruments(instruments: readonly AnyInstrument[], language: Language): string {
  const rows = instruments.map((one) => [one.instrument, nameAreas(one, language), nameTitle(one, language)]);
  const widths = [0, 1].map((index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ")).join("\n");
}

const areas: readonly Area[] = ["demands", "resources", "well_being", "outcomes"];

/** The areas its scales belong to, in the order of the picture; a dash when they name none. */
function nameAreas({ scales }: AnyInstrument, language: Language): string {
  const own = areas.filter((area) => scales.some((scale) => scale.area === area));
  return own.length === 0 ? "-" : own.map((area) => words[language].area[area]).join(", ");
}

const nameTitle = (instrument: AnyInstrument, language: Language): string =>
  instrument.title[language] + (isTemplate(instrument) ? ` (${words[language].needsAnalyst})` : "");

const isTemplate = (instrument: AnyInstrument): instrument is InstrumentTemplate =>
  instrument.status === "needs_analyst";

/** A readable page about one instrument, or about one that can't be scored yet. */
export function describeInstrument(instrument: AnyInstrument, language: Language): string {
  const text = words[language];
  const { licence } = instrument;
  const redistribute = licence.redistribute_text ? text.passOn.yes : text.passOn.no;
  return [
    `${instrument.instrument}  ${instrument.title[language]} (${text.version} ${instrument.version})`,
    `  ${text.count(instrument.items.length)}, ${describeAnswers(instrument, language)}`,
    ...(isTemplate(instrument)
      ? ["", `${text.needed}:`, ...instrument.needed.map((one) => `  - ${one[language]}`)]
      : []),
    "",
    text.scales,
    ...describeScales(instrument, language),
    "",
    text.items,
    ...describeItems(instrument.items, language),
    "",
    ...(isTemplate(instrument) ? [] : (instrument.series_breaks ?? [])).map(
      ({ year, note }) => `${text.seriesBreak} ${year}: ${note[language]}`,
    ),
    `${text.source}: ${instrument.citation}`,
    `${text.licence}: ${licence.id}; ${redistribute}.${licence.note ? ` ${licence.note}` : ""}`,
    ...instrument.unverified.map((one) => `${text.unverified}: ${one[language]}`),
  ].join("\n");
}

function describeAnswers(instrument: AnyInstrument, language: Language): string {
  const text = words[language];
  if (isTemplate(instrument)) return text.notKnown;
  const { minimum, maximum, decimals, response_set } = instrument.answers;
  return [
    `${text.answers} ${minimum}-${maximum}`,
    ...(decimals > 0 ? [`${decimals} ${text.decimals}`] : []),
    ...(response_set === undefined ? [] : [describeLabels(response_set, language)]),
  ].join(", ");
}

/** The labels from low to high in their first spelling, behind the name of their set. */
function describeLabels(name: string, language: Language): string {
  const set = findResponseSet(name);
  const labels = set?.options.map((option) => option[language][0]).join(", ");
  return `${words[language].labels} ${name}${labels === undefined ? "" : ` (${labels})`}`;
}

/** Codes in a column as wide as the longest. */
function describeItems(items: AnyInstrument["items"], language: Language): string[] {
  const width = Math.max(...items.map(({ item }) => item.length));
  return items.flatMap((item: Partial<Item> & AnyInstrument["items"][number]) => [
    `  ${item.item.padEnd(width)}  ${item.label[language]}${describeKeying(item, language)}`,
    ...(item.question === undefined ? [] : [`  ${" ".repeat(width)}  ${item.question[language]}`]),
  ]);
}

function describeKeying({ reversed, response_set, pair }: Partial<Item>, language: Language): string {
  const text = words[language];
  const remarks = [
    ...(reversed ? [text.reversed] : []),
    ...(response_set === undefined ? [] : [`${text.labels} ${response_set}`]),
    ...(pair === undefined ? [] : [`${text.pairedWith} ${pair.instrument} ${pair.item}`]),
  ];
  return remarks.length > 0 ? ` (${remarks.join("; ")})` : "";
}

function describeScales(instrument: AnyInstrument, language: Language): string[] {
  const text = words[language];
  const open = ({ scale, title, area, meaning }: AnyInstrument["scales"][number]) => [
    `  ${measureName(instrument.instrument, scale)}  ${title[language]}${area === undefined ? "" : ` (${text.area[area]})`}`,
    `    ${meaning[language]}`,
  ];
  if (isTemplate(instrument))
    return instrument.scales.flatMap((scale) => [...open(scale), `    ${text.higher[scale.higher_is]}`]);
  return instrument.scales.flatMap((scale) => [
    ...open(scale),
    `    ${describeScore(instrument, scale, language)}; ${text.higher[scale.higher_is]}`,
    ...(scale.bands ?? []).map((band) => `    ${describeBand(band, language)}`),
    ...(scale.norms ?? []).map((norm) => `    ${describeNorm(norm, language)}`),
  ]);
}

function describeScore({ items }: Instrument, scale: Scale, language: Language): string {
  const text = words[language];
  const { score, made_of, rescaled, minimum_answered, promoter_from, detractor_to } = scale;
  const own = scale.items ?? items.map(({ item }) => item);
  const which = own.length < items.length ? ` (${own.join(", ")})` : "";
  const how = made_of
    ? text.madeOf(made_of.join(", "))
    : score === "nps"
      ? text.nps(promoter_from, detractor_to)
      : `${text[score]}${which}`;
  return [
    how,
    ...(rescaled ? [text.rescaled] : []),
    ...(minimum_answered === undefined ? [] : [text.answered(minimum_answered, own.length)]),
  ].join("; ");
}

function describeBand(band: Band, language: Language): string {
  const text = words[language];
  const [kind, points] = Object.entries(readCut(band))[0] as [keyof typeof text.cut, number];
  return `${text.band} ${band.band}: ${text.cut[kind]} ${writeNumber(points, language)}, ${band.label[language]}; ${describeOrigin(band, language)}`;
}

function describeNorm(norm: Norm, language: Language): string {
  const text = words[language];
  const spread =
    norm.standard_deviation === null
      ? ""
      : `, ${text.standardDeviation} ${writeNumber(norm.standard_deviation, language)}`;
  return (
    `${text.norm}: ${text.normMean} ${writeNumber(norm.mean, language)}${spread}, ${norm.respondents} ${text.respondents}; ` +
    describeOrigin(norm, language)
  );
}

/** Among whom, when, how far it was checked, and where it was read. */
function describeOrigin({ population, year, verified, source }: Band | Norm, language: Language): string {
  const text = words[language];
  return `${population[language]}, ${year ?? text.noYear}; ${text.verified[verified]}: ${source}`;
}

const writeNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 6, useGrouping: false }).format(value);
