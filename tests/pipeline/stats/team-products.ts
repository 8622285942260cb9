/** Sums and products of people's scores, one row per person and one column per score, whole numbers. */
import type { TeamProducts } from "../../../pipeline/stats/correlate-within.ts";

export const productsOfTeam = (people: readonly (readonly number[])[]): TeamProducts => {
  const scores = people[0]?.map((_, index) => index) ?? [];
  const sum = (value: (person: readonly number[]) => number) =>
    people.reduce((total, person) => total + BigInt(value(person)), 0n);
  return {
    respondents: people.length,
    sums: scores.map((i) => sum((person) => person[i] as number)),
    products: scores.map((i) => scores.map((j) => sum((person) => (person[i] as number) * (person[j] as number)))),
  };
};
