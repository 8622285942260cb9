/**
 * Narrows what may be said to one file: a file about a unit names no other unit beside it, and a name that several units have is that of its own.
 * In: a rulebook and a unit, or figures; out: a rulebook.
 */
import type { Figure } from "./figures.ts";
import type { Name } from "./index-names.ts";
import type { Rulebook } from "./judge.ts";

/** For a file about a unit: its own name means itself, and words that are said anyway or that mean a scale name no other unit. */
export function narrowToUnit(book: Rulebook, unit: string): Rulebook {
  const { names } = book;
  const narrow = (found: readonly Name[], isSaid: boolean): readonly Name[] => {
    const isOther = ({ kind, id }: Name) => kind === "unit" && id !== unit;
    if (!found.some(isOther)) return found;
    const kept = found.filter((name) => !isOther(name));
    return kept.length > 0 || isSaid ? kept : found;
  };
  return {
    ...book,
    about: unit,
    names: {
      ...names,
      ofCell: (text) => narrow(names.ofCell(text), names.isOrdinary(text)),
      inText: (text) =>
        names.inText(text).map((mention) => ({ ...mention, names: narrow(mention.names, mention.unsure) })),
    },
  };
}

/** With figures that may stand in one file only. */
export const widen = (book: Rulebook, figures: readonly Figure[]): Rulebook => ({
  ...book,
  allowance: { ...book.allowance, everyone: [...book.allowance.everyone, ...figures] },
});
