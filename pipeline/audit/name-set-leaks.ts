/**
 * Names what a set attack found: a set, a replay of an earlier release, or the work of insiders.
 *
 * In: a system and its leaks; out: rows of the certificate. Insiders need no search of their own. Whoever fills in the own
 * answer adds a row for one person; a figure about fewer than k - 1 others is then a combination of published figures
 * about fewer than k people, give or take that person, and each of those is in the list already. The same holds for c
 * colleagues and k - c, and for a manager, who is one person directly in a unit with units below it. k holds the insiders of
 * the policy: a figure that is only too small because of them is theirs.
 */
import type { AttackKind, Leak } from "../../schemas/certificate.ts";
import type { Release } from "../../schemas/release.ts";
import type { SetLeak, SetResult } from "./attack-sets.ts";
import { orderTerms, wordTerms, writeTerms } from "./describe-leak.ts";
import { countPeople, type System } from "./system.ts";

type Naming = Readonly<{
  wave: string;
  questionnaire: string;
  instrument: string | null;
  measure: string | null;
  k: number;
  context: Readonly<{ release: Release; number: number }>;
}>;

/** One row per leak, smallest support first. */
export const nameSetLeaks = (system: System, { leaks }: SetResult, naming: Naming): Leak[] =>
  leaks.map((leak) => {
    const { k: _, context, ...key } = naming;
    const terms = orderTerms(
      leak.combination.map(({ group, coefficient }) => {
        const found = system.groups[group] as System["groups"][number];
        return {
          group: found,
          coefficient,
          people: found.atoms.reduce((sum, atom) => sum + (system.people[atom] as number), 0),
        };
      }),
    );
    const respondents = countPeople(leak.weight, system);
    const noun = key.instrument === null ? "invited" : respondents === 1 ? "respondent" : "respondents";
    return {
      attack: nameAttack(system, leak, naming),
      ...key,
      respondents,
      combination: writeTerms(terms, key.wave),
      explanation: `${wordTerms(terms)} = ${respondents} ${noun}`,
    };
  });

const nameAttack = (system: System, { combination, weight }: SetLeak, { k, context }: Naming): AttackKind => {
  if (combination.some(({ group }) => system.groups[group]?.release !== context.number)) return "replay";
  return weight >= (k - context.release.policy.insiders) * system.scale ? "insider" : "set";
};
