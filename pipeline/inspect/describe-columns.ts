/**
 * Describes the columns of a file: what the tool uses them for, what in them identifies a person, what they hold.
 * In: names and texts from the header, and the first records. Out: one Column per column; no value of a respondent.
 */
import type { Column, ColumnContent, IdentifierKind } from "../../schemas/inspection.ts";
import type { HeaderLayout, Profile } from "../../schemas/profile.ts";
import { recogniseContent, recogniseIdentifier } from "../csv/recognise-identifier.ts";
import { findKnownColumn } from "../profiles/recognise-profile.ts";
import { describeContent, holdsOnlyTicks } from "./describe-content.ts";

/** One per name of `layout`; `cells` has for each column the cells of the first records. */
export function describeColumns(
  profile: Profile,
  layout: HeaderLayout,
  cells: readonly (readonly string[])[],
  decimal: "." | ",",
): readonly Column[] {
  const samples = layout.names.map((_, index) => readTexts(cells[index] ?? [], profile));
  const ticked = samples.map(holdsOnlyTicks);
  return layout.names.map((name, index) => {
    const texts = samples[index] ?? [];
    const text = layout.texts[index] ?? null;
    const known = findKnownColumn(profile, name, text);
    const content = describeContent({
      texts,
      blanks: texts.length < (cells[index]?.length ?? 0),
      decimal,
      option: readOption(name, text),
      besideTicks: ticked[index - 1] === true || ticked[index + 1] === true,
      numbersItsOptions: profile.numbers_its_options === true,
    });
    const open = layout.free_texts?.includes(index + 1) ? "free text" : null;
    const identified = identify([
      ["profile", () => known?.identifier ?? open],
      ["name", () => (known === null ? recogniseNames(name, text, content) : null)],
      ["content", () => recogniseContent(texts, content, text ?? name)],
    ]);
    return { position: index + 1, name, text, role: known?.role ?? null, ...identified, content };
  });
}

/** The cells that say something, as the tool meant them. */
function readTexts(cells: readonly string[], { not_shown = [], defangs_formulas = false }: Profile): string[] {
  const texts = cells.map((cell) => cell.replaceAll("\ufeff", "").trim());
  const shown = texts.filter((text) => text !== "" && !not_shown.includes(text));
  return defangs_formulas ? shown.map((text) => text.replace(/^'(?=[=+\-@])/, "")) : shown;
}

/** The option a column of a question with several answers stands for: after the bar, in brackets, or the whole name. */
const readOption = (name: string, text: string | null): string | null =>
  /(?:\| |\[)([^|[\]]+)\]?$/.exec(text ?? name)?.[1] ?? (text === null ? name : null);

type Recogniser = readonly [by: NonNullable<Column["recognised_by"]>, recognise: () => IdentifierKind | null];

/** The tool's word counts before the name's, and the name's before what the cells look like. */
function identify(recognisers: readonly Recogniser[]): Pick<Column, "identifier" | "recognised_by"> {
  for (const [recognised_by, recognise] of recognisers) {
    const identifier = recognise();
    if (identifier !== null) return { identifier, recognised_by };
  }
  return { identifier: null };
}

/** What a name or a text announces; answers on a closed scale identify nobody, whatever the question speaks of. A number may. */
function recogniseNames(name: string, text: string | null, content: ColumnContent): IdentifierKind | null {
  const found = recogniseIdentifier(name) ?? recogniseIdentifier(text ?? "");
  return found !== "reference" && isClosed(content) ? null : found;
}

const isClosed = (content: ColumnContent) =>
  content.kind === "labels" || content.kind === "choice" || (content.kind === "numbers" && content.scales.length > 0);
