/** The order in which groups are cheapest to eliminate. In: groups; out: their positions. */
import type { Group } from "./system.ts";

/** Small groups first, so that a large one is left with what is in no small one. */
export const orderBySize = (groups: readonly Pick<Group, "atoms">[]): number[] =>
  groups
    .map(({ atoms }, index) => ({ size: atoms.length, index }))
    .sort((a, b) => a.size - b.size || a.index - b.index)
    .map(({ index }) => index);
