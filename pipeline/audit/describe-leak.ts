/** Words a leak for the certificate. In: groups with coefficients; out: a row that anyone can check by hand. */
import type { Leak } from "../../schemas/certificate.ts";
import type { Release } from "../../schemas/release.ts";
import type { PublishedGroup } from "./system.ts";

export type GroupTerm = Readonly<{ group: PublishedGroup; coefficient: bigint; people: number }>;

type Term = Leak["combination"][number];

/** Largest groups first, and the sign such that the first is added. */
export const orderTerms = (terms: readonly GroupTerm[]): GroupTerm[] => {
  const ordered = [...terms].sort(
    (a, b) => b.people - a.people || b.group.release - a.group.release || (a.group.unit < b.group.unit ? -1 : 1),
  );
  const [first] = ordered;
  if (first === undefined || first.coefficient > 0n) return ordered;
  return ordered.map((term) => ({ ...term, coefficient: -term.coefficient }));
};

/** The terms as the certificate holds them; `wave` only where it is not the leak's own. */
export const writeTerms = (terms: readonly GroupTerm[], wave: string): Term[] =>
  terms.map(({ group, coefficient }) => ({
    release: group.release,
    unit: group.unit,
    segment: group.segment,
    coefficient: Number(coefficient),
    ...(group.wave === wave ? {} : { wave: group.wave }),
  }));

/** "org - D1 - 2 x D2"; release and wave are named where the terms differ in them. */
export const wordTerms = (terms: readonly GroupTerm[]): string => {
  const releases = new Set(terms.map(({ group }) => group.release));
  const waves = new Set(terms.map(({ group }) => group.wave));
  return terms
    .map(({ group, coefficient }, index) => {
      const size = coefficient < 0n ? -coefficient : coefficient;
      const name = `${size === 1n ? "" : `${size} x `}${wordGroup(group, waves.size > 1, releases.size > 1)}`;
      if (index === 0) return coefficient < 0n ? `-${name}` : name;
      return `${coefficient < 0n ? "-" : "+"} ${name}`;
    })
    .join(" ");
};

const wordGroup = ({ unit, segment, wave, release }: PublishedGroup, isWaveTold: boolean, isReleaseTold: boolean) => {
  const remarks = [...(isWaveTold ? [wave] : []), ...(isReleaseTold ? [`release ${release}`] : [])];
  const name = segment === null ? unit : `${unit} [${segment.attribute}: ${segment.value}]`;
  return remarks.length === 0 ? name : `${name} (${remarks.join(", ")})`;
};

/** A leak that lies in one figure, or in none that can be named, and not in a combination of groups. */
export const describeSingleLeak = (
  { measures }: Release,
  { wave, measure, ...said }: Pick<Leak, "attack" | "wave" | "measure" | "explanation">,
): Leak => {
  const definition = measures.find((one) => one.measure === measure);
  return {
    wave,
    questionnaire: definition?.questionnaire ?? "",
    instrument: definition?.instrument ?? null,
    measure,
    respondents: null,
    combination: [],
    ...said,
  };
};
