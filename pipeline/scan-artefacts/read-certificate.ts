/** Reads what a certificate says in numbers, for the statement on protection. In: its text; out: figures, none when it can't be read. */
import { Certificate } from "../../schemas/certificate.ts";
import { counts, type Figure, shares, untagged } from "./figures.ts";

/** Counts of the audit's own work, over all bases together, and the narrowest share of an answer scale that stays open. */
export function readCertificate(text: string): Figure[] {
  const parsed = Certificate.safeParse(parse(text));
  if (!parsed.success) return [];
  const { bases, releases, inventory, self_test, leaks } = parsed.data;
  const least = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const tried = bases.reduce((sum, base) => sum + base.sets_tested + base.intervals_tested, 0);
  return [
    ...counts([tried, least(bases.map((base) => base.smallest_support)), releases, leaks.length]),
    ...counts([inventory.files, inventory.numbers, self_test.planted, self_test.found]),
    ...shares([least(bases.map((base) => base.tightest_interval))], untagged),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
