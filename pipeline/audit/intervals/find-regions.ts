/**
 * Finds what each of a family of nested groups has to itself.
 *
 * In: groups of which any two are apart or one within the other; out: per group its largest groups within and the atoms in
 * none of them. Groups of a tree, roll-ups included, are such a family.
 */

/** `children`: positions in the family. `atoms`: those in no child. */
export type Region = Readonly<{ children: readonly number[]; atoms: readonly number[] }>;

/** One region per group, in the same order; null when two groups overlap in part. Of equal groups the later holds the earlier. */
export const findRegions = (family: readonly (readonly number[])[]): readonly Region[] | null => {
  const regions = family.map(() => ({ children: [] as number[], atoms: [] as number[] }));
  const innermost = new Map<number, number>();
  const order = family.map((_, index) => index).sort((a, b) => sizeOf(family, a) - sizeOf(family, b) || a - b);
  for (const group of order) {
    const inside = new Map<number, number>();
    for (const atom of family[group] as readonly number[]) {
      const within = innermost.get(atom);
      if (within === undefined) regions[group]?.atoms.push(atom);
      else inside.set(within, (inside.get(within) ?? 0) + 1);
      innermost.set(atom, group);
    }
    for (const [child, atoms] of inside) {
      if (atoms !== sizeOf(family, child)) return null;
      regions[group]?.children.push(child);
    }
  }
  return regions;
};

const sizeOf = (family: readonly (readonly number[])[], index: number): number => family[index]?.length ?? 0;
