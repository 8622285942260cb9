/** Splits sets that share no atoms, directly or through others. In: sets of atoms; out: positions of the sets, by component. */
export const splitComponents = (sets: readonly (readonly number[])[]): number[][] => {
  const parents = sets.map((_, index) => index);
  const first = new Map<number, number>();
  for (const [index, atoms] of sets.entries())
    for (const atom of atoms) {
      const other = first.get(atom);
      if (other === undefined) first.set(atom, index);
      else parents[findRoot(parents, index)] = findRoot(parents, other);
    }
  const components = new Map<number, number[]>();
  for (const index of sets.keys()) {
    const root = findRoot(parents, index);
    const component = components.get(root);
    if (component === undefined) components.set(root, [index]);
    else component.push(index);
  }
  return [...components.values()];
};

/** Halves the way on each step, so that it stays short. */
const findRoot = (parents: number[], index: number): number => {
  let root = index;
  while (parents[root] !== root) {
    const above = parents[parents[root] as number] as number;
    parents[root] = above;
    root = above;
  }
  return root;
};
