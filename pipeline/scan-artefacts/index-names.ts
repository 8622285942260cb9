/**
 * Recognises the names of a release in a text: units, waves, measures, values of attributes, files, fingerprints.
 * In: a release and the texts of the reports; out: look-ups for a whole cell, a shortened cell and a running text.
 */
import type { Release, ReleaseUnit } from "../../schemas/release.ts";
import { slot } from "./layout.ts";

export type NameKind = "unit" | "wave" | "measure" | "attribute" | "segment" | "text";

/** `id` is the code; of a segment "attribute=value". A text is public and names nothing: a file, a fingerprint, a tool. */
export type Name = Readonly<{ kind: NameKind; id: string }>;

/** A name in a running text. unsure: the same words are also said by the reports themselves, so that it need not be the name. */
export type Mention = Readonly<{ start: number; end: number; names: readonly Name[]; unsure: boolean }>;

export type NameIndex = Readonly<{
  /** Names that are exactly this text; also when it is a name made shorter and ends in an ellipsis. */
  ofCell: (text: string) => readonly Name[];
  /** True when the reports say these words themselves, so that a cell with them need not name a unit. */
  isOrdinary: (text: string) => boolean;
  /** True for a whole sentence or term of the reports. */
  isSaid: (text: string) => boolean;
  /** From left to right, the longest at each place. */
  inText: (text: string) => readonly Mention[];
}>;

/** `hasStop`: one of its names has the end of a sentence in it: "St. Jan". */
type Phrase = { readonly length: number; readonly names: Name[]; hasStop: boolean };

/** Phrases by their words in small letters; under the first word, how long the phrases that begin with it are, the longest first. */
type Phrases = Readonly<{ byWords: Map<string, Phrase>; lengths: Map<string, number[]> }>;

/** Indexes the names once. `publicTexts`: more texts that may stand anywhere. Codes without a letter or of fewer than three signs are only recognised as a whole cell. */
export function indexNames(
  release: Release,
  catalogue: readonly string[],
  publicTexts: readonly string[] = [],
): NameIndex {
  const exact = new Map<string, Name[]>();
  const phrases: Phrases = { byWords: new Map(), lengths: new Map() };
  const ofFiles = publicTexts.map((text) => [text, { kind: "text", id: text }, true] as const);
  for (const [text, name, inRunningText] of [...listNames(release), ...ofFiles]) {
    add(exact, text.trim(), name);
    const isRead = isFingerprint(text) || isDated(name, text) || !/^[\d\s.,%-]*$/.test(text);
    if (inRunningText && isRead) addPhrase(phrases, text, name);
  }
  const doubtful = listDoubtful(phrases, [...catalogue, ...listOtherTexts(release)]);
  const sorted = [...exact.keys()].sort();
  const said = new Set(catalogue);
  return {
    ofCell: (text) => {
      const cell = text.trim();
      return exact.get(cell) ?? (cell.endsWith("…") ? findShortened(sorted, exact, cell.slice(0, -1).trimEnd()) : []);
    },
    isSaid: (text) => said.has(text),
    isOrdinary: remember((text) => findMentions(phrases, text).some(({ phrase }) => doubtful.has(phrase))),
    inText: remember((text) =>
      /\p{L}/u.test(text)
        ? findMentions(phrases, text).map((one) => ({ ...one, unsure: doubtful.has(one.phrase) }))
        : [],
    ),
  };
}

/** The beginning of a fingerprint can happen to be digits only. */
const isFingerprint = (text: string): boolean => /^[0-9a-f]{12}$/.test(text);

/** A wave that is named after its year is known without a letter: "2026", "2026-04". */
export const isDated = ({ kind }: Name, text: string): boolean =>
  kind === "wave" && /^(?:19|20)\d\d(?:[^\p{L}\d]\d{1,4})*$/u.test(text.trim());

const longest = 600;
const mostKept = 20_000;

/** The same cells come back in every table and the same sentences on every page: the last answers about all but long texts are kept. */
function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > longest) return ask(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const answer = ask(text);
    if (known.size === mostKept) known.clear();
    known.set(text, answer);
    return answer;
  };
}

function* listNames(release: Release): Generator<[string, Name, boolean]> {
  for (const unit of release.units) {
    for (const text of namesOfUnit(unit)) yield [text, { kind: "unit", id: unit.unit }, true];
    yield [unit.unit, { kind: "unit", id: unit.unit }, /\p{L}/u.test(unit.unit) && /\d/.test(unit.unit)];
  }
  for (const [position, { unit }] of release.units.entries())
    for (const text of [`t${position}`, `team:t${position}`]) yield [text, { kind: "unit", id: unit }, false];
  for (const { wave } of release.waves) yield [wave, { kind: "wave", id: wave }, true];
  for (const { measure, title } of release.measures)
    for (const text of [measure, title.nl, title.en, capitalise(title.nl), capitalise(title.en)])
      yield [text, { kind: "measure", id: measure }, true];
  yield* listSegments(release);
  for (const text of listPublicTexts(release)) yield [text, { kind: "text", id: text }, true];
}

const capitalise = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A group by itself, and with what it is a group of: "Dienstjaren: korter dan een jaar". */
function* listSegments({ attributes }: Release): Generator<[string, Name, boolean]> {
  for (const { attribute, title, values } of attributes) {
    yield [attribute, { kind: "attribute", id: attribute }, false];
    for (const one of values) {
      const name = { kind: "segment", id: `${attribute}=${one.value}` } as const;
      for (const text of [one.value, one.title.nl, one.title.en]) yield [text, name, false];
      for (const language of ["nl", "en"] as const) yield [`${title[language]}: ${one.title[language]}`, name, false];
    }
  }
}

/** A roll-up carries the name of its parent and is shown as the rest of it. */
const namesOfUnit = ({ name, members }: ReleaseUnit): string[] =>
  members === undefined ? [name] : [`Rest van ${name}`, `Rest of ${name}`, `rest van ${name}`, `rest of ${name}`, name];

/** Texts with digits that can stand anywhere. */
const listPublicTexts = (release: Release): string[] => {
  const { policy, provenance, line, organisation, instruments, outcomes = [], links = [], costs = [] } = release;
  return [
    ...(line?.entry === undefined ? [] : [line.entry.slice(0, 12)]),
    ...[policy.hash, provenance.config_hash, provenance.tool, organisation],
    ...provenance.inputs.map(({ file }) => file),
    ...instruments.map(({ instrument }) => instrument),
    ...outcomes.flatMap(({ title, unit_of_value, cost }) => [
      ...[...Object.values(title), ...Object.values(unit_of_value)],
      ...(cost === undefined ? [] : [cost.source]),
    ]),
    ...[...links, ...costs].flatMap(({ periods }) => Object.values(periods)),
  ];
};

/** What a release says in words of its own, in which a unit's name may occur without the unit being meant. */
export const listOtherTexts = ({ measures, attributes, instruments, models }: Release): string[] => [
  ...measures.flatMap(({ title, meaning }) => [title.nl, title.en, meaning.nl, meaning.en]),
  ...attributes.flatMap(({ title, values }) => [
    title.nl,
    title.en,
    ...values.flatMap((one) => Object.values(one.title)),
  ]),
  ...instruments.flatMap(({ title, citation, unverified }) => [
    ...[title.nl, title.en, citation],
    ...unverified.flatMap(({ nl, en }) => [nl, en]),
  ]),
  ...models.flatMap((model) =>
    model.status === "assessed"
      ? [model.line.source ?? "", model.line.population?.nl ?? "", model.line.population?.en ?? ""]
      : [],
  ),
];

function add(map: Map<string, Name[]>, key: string, name: Name): void {
  const names = map.get(key);
  if (names === undefined) map.set(key, [name]);
  else if (!names.some(({ kind, id }) => kind === name.kind && id === name.id)) names.push(name);
}

type Run = Readonly<{ start: number; end: number; word: string }>;

const listRuns = (text: string): Run[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    word: found[0].toLowerCase(),
  }));

function addPhrase({ byWords, lengths }: Phrases, text: string, name: Name): void {
  const words = listRuns(text).map(({ word }) => word);
  const [first] = words;
  if (first === undefined) return;
  const known = byWords.get(words.join(" "));
  const hasStop = stop.test(text);
  if (known !== undefined) {
    known.hasStop ||= hasStop;
    if (!known.names.some(({ kind, id }) => kind === name.kind && id === name.id)) known.names.push(name);
    return;
  }
  byWords.set(words.join(" "), { length: words.length, names: [name], hasStop });
  const found = lengths.get(first) ?? [];
  if (!found.includes(words.length))
    lengths.set(
      first,
      [...found, words.length].sort((one, other) => other - one),
    );
}

/** The end of a sentence, or of its first part. */
const stop = /[.!?;:]\s/;

type Found = Omit<Mention, "unsure"> & { phrase: Phrase };

function findMentions(phrases: Phrases, text: string): Found[] {
  const runs = listRuns(text);
  const found: Found[] = [];
  for (let at = 0; at < runs.length; ) {
    const phrase = findLongest(phrases, text, runs, at);
    const last = runs[at + (phrase?.length ?? 1) - 1] as Run;
    if (phrase !== undefined)
      found.push({ start: (runs[at] as Run).start, end: last.end, names: phrase.names, phrase });
    at += phrase?.length ?? 1;
  }
  return found;
}

/** A name does not run on from one sentence into the next. */
function findLongest(
  { byWords, lengths }: Phrases,
  text: string,
  runs: readonly Run[],
  at: number,
): Phrase | undefined {
  for (const length of lengths.get((runs[at] as Run).word) ?? []) {
    const words = runs.slice(at, at + length);
    const phrase = words.length < length ? undefined : byWords.get(words.map(({ word }) => word).join(" "));
    if (phrase === undefined) continue;
    const last = runs[at + length - 1] as Run;
    if (phrase.hasStop || length === 1 || !stop.test(text.slice((runs[at] as Run).start, last.start))) return phrase;
  }
  return undefined;
}

/** Phrases that the reports say without meaning a unit: "teams", "energie". */
function listDoubtful(phrases: Phrases, texts: readonly string[]): ReadonlySet<Phrase> {
  const said = texts.flatMap((text) => text.replace(slot, " \u2022 ")).flatMap((text) => findMentions(phrases, text));
  return new Set(said.map(({ phrase }) => phrase));
}

/** All names that begin like this; sorted texts are searched by halves. */
function findShortened(sorted: readonly string[], exact: ReadonlyMap<string, Name[]>, start: string): Name[] {
  if (start === "") return [];
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < start) low = middle + 1;
    else high = middle;
  }
  const names: Name[] = [];
  for (let at = low; sorted[at]?.startsWith(start) === true; at += 1)
    names.push(...(exact.get(sorted[at] as string) ?? []));
  return names;
}
