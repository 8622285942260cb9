/**
 * Links terms in running text to their place in the glossary, each at its first use in a part: the meaning shows on hover, and a key or a tap
 * leads to it. A word that the page does not use leaves its glossary. In: a rendered body and the entries of the glossary; out: the body; the same when it has no glossary.
 */

/** A word, its meaning, and how it stands in sentences; without those it is in the glossary only. */
export type GlossaryEntry = readonly [word: string, meaning: string, ...forms: string[]];

/** Drawings and tables are passed over whole. Attributes may hold `>`, so that quotes are read whole. */
const tag = /(<svg[\s\S]*?<\/svg>|<table[\s\S]*?<\/table>|<[^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*>)/;

const prose = new Set(["p", "li", "dd", "figcaption"]);
const untouched = new Set("a abbr bdi button dt h1 h2 h3 h4 nav strong summary script footer".split(" "));
const voids = new Set(["br", "input", "meta", "path", "line", "rect"]);

/** The anchor of a word. */
export const anchorOf = (word: string): string => `word-${word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;

export function linkTerms(body: string, entries: readonly GlossaryEntry[]): string {
  if (!body.includes('<section id="glossary"')) return body;
  const { terms, found } = prepared.get(entries) ?? prepare(entries);
  const open: string[] = [];
  let used = new Set<string>();
  const link = (form: string): string => {
    const { word, meaning } = terms.get(form) as { word: string; meaning: string };
    return `<a class="term" href="#${anchorOf(word)}" title="${meaning.replaceAll('"', "&quot;")}">${form}</a>`;
  };
  const linkFirst = (text: string): string =>
    text.replace(found, (form) => {
      const word = terms.get(form)?.word as string;
      if (used.has(word)) return form;
      used.add(word);
      return link(form);
    });
  return linkSigns(dropUnused(body, entries), terms, link)
    .split(tag)
    .map((piece, position) => {
      if (position % 2 === 0) return isProse(open) ? linkFirst(piece) : piece;
      const name = /^<\/?([a-z0-9]+)/.exec(piece)?.[1] ?? "";
      if (/^<section id="/.test(piece)) used = new Set();
      if (piece.startsWith("</")) open.splice(open.lastIndexOf(name));
      else if (!piece.endsWith(`</${name}>`) && !piece.endsWith("/>") && !voids.has(name)) open.push(name);
      if (piece.startsWith('<section id="glossary"')) used = new Set([...terms.values()].map(({ word }) => word));
      return piece;
    })
    .join("");
}

const drawing = /<svg[\s\S]*?<\/svg>/g;

type Terms = Readonly<{ terms: ReadonlyMap<string, Readonly<{ word: string; meaning: string }>>; found: RegExp }>;

/** By glossary: a release has thousands of pages. */
const prepared = new WeakMap<readonly GlossaryEntry[], Terms>();

/** Terms by the form in which they stand in sentences, and where the longest of these is found as a whole word. */
function prepare(entries: readonly GlossaryEntry[]): Terms {
  const terms = new Map(
    entries.flatMap(([word, meaning, ...forms]) => forms.map((form) => [form, { word, meaning }] as const)),
  );
  const longestFirst = [...terms.keys()].sort((one, other) => other.length - one.length);
  const words = longestFirst.map(escapeForm).join("|");
  const made = { terms, found: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}-])`, "gu") };
  prepared.set(entries, made);
  return made;
}

/** A word that stands nowhere on the page needs no explanation there; what a drawing says, its table says too. */
function dropUnused(body: string, entries: readonly GlossaryEntry[]): string {
  const begin = body.indexOf('<section id="glossary"');
  const end = body.indexOf("</section>", begin);
  const [before, after] = [body.slice(0, begin), body.slice(end)];
  const text = `${before}${after}`.replace(drawing, "").toLowerCase();
  const isUnused = ([, , ...forms]: GlossaryEntry) =>
    forms.length > 0 && !forms.some((form) => text.includes(form.toLowerCase()));
  const glossary = entries
    .filter(isUnused)
    .reduce(
      (rest, [word]) => rest.replace(new RegExp(`<div id="${anchorOf(word)}">.*?</div>`), ""),
      body.slice(begin, end),
    );
  return `${before}${glossary}${after}`;
}

const isProse = (open: readonly string[]): boolean =>
  open.some((name) => prose.has(name)) && !open.some((name) => untouched.has(name));

/** Keys to charts explain each of their words. */
const linkSigns = (body: string, terms: ReadonlyMap<string, unknown>, link: (form: string) => string): string =>
  body.replace(/<abbr title="[^"]*">([^<]*)<\/abbr>/g, (whole, form: string) => (terms.has(form) ? link(form) : whole));

const escapeForm = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
