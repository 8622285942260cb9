/** Synthetic organisations for benchmarks: units of a tree, alone and by the values of attributes. Seeded, nothing from outside. */
import type { Group } from "../pipeline/protect/k-rule/system.ts";

/** `mean`: people invited to a team; eight in ten answer. `attributes`: how many values each has. */
export type Shape = Readonly<{
  seed: number;
  departments: number;
  teams: number;
  attributes: readonly number[];
  mean: number;
}>;

export type Crossed = Readonly<{
  /** People per atom: a unit and a value of every attribute. */
  weights: readonly number[];
  /** Every unit, and every unit by every value, in which there is somebody. */
  groups: readonly (Group & Readonly<{ people: number }>)[];
  people: number;
}>;

/** Numbers from 0 to 1, the same for the same seed (linear congruential, Numerical Recipes). */
export const makeRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

/** An organisation of two levels; the manager of a department is directly in it. */
export const makeCrossed = ({ seed, departments, teams, attributes, mean }: Shape): Crossed => {
  const draw = makeRandom(seed);
  const atoms = new Map<string, { path: readonly string[]; values: readonly number[]; people: number }>();
  const answer = (path: readonly string[]): void => {
    const values = attributes.map((count) => Math.floor(draw() * count));
    const key = `${path[0]} ${values.join()}`;
    const atom = atoms.get(key) ?? { path, values, people: 0 };
    atom.people += 1;
    atoms.set(key, atom);
  };
  for (let department = 0; department < departments; department += 1) {
    answer([`D${department}`, "org"]);
    for (let team = 0; team < teams; team += 1) {
      const invited = 2 + Math.floor(draw() * 2 * (mean - 2));
      for (let person = 0; person < invited; person += 1)
        if (draw() < 0.8) answer([`D${department}T${team}`, `D${department}`, "org"]);
    }
  }
  return listGroups([...atoms.values()]);
};

const listGroups = (
  atoms: readonly Readonly<{ path: readonly string[]; values: readonly number[]; people: number }>[],
): Crossed => {
  const groups = new Map<string, { id: string; atoms: number[]; people: number }>();
  atoms.forEach(({ path, values, people }, atom) => {
    for (const unit of path)
      for (const id of [unit, ...values.map((value, attribute) => `${unit} ${attribute}:${value}`)]) {
        const group = groups.get(id) ?? { id, atoms: [], people: 0 };
        group.atoms.push(atom);
        group.people += people;
        groups.set(id, group);
      }
  });
  return {
    weights: atoms.map(({ people }) => people),
    groups: [...groups.values()],
    people: atoms.reduce((total, { people }) => total + people, 0),
  };
};
