/** What an attacker knows about the people of one base, as exact sums over groups. Nouns shared by the attacks. */
import type { ReleasedCell, Segment } from "../../schemas/release.ts";

/** A group of which a figure is published. `atoms`: positions in the system, ascending, each once. */
export type PublishedGroup = Readonly<{
  /** Number of the release in the ledger. */
  release: number;
  wave: string;
  unit: string;
  segment: Segment | null;
  atoms: readonly number[];
}>;

/** One figure of a group in one release; a group that two releases show has two. */
export type PublishedFigure = Readonly<{ group: number; release: number; cell: ReleasedCell }>;

/**
 * One row per base. An atom is a set of people whom no published group of any release tells apart. `people` counts them;
 * `weights` counts them in parts: `scale` to a whole person, fewer for somebody who may be one person with another entry.
 * Groups are in the order in which they are preferred to explain a leak: the newest release first.
 */
export type System = Readonly<{
  scale: number;
  people: readonly number[];
  weights: readonly number[];
  groups: readonly PublishedGroup[];
  figures: readonly PublishedFigure[];
}>;

/** Whole people of a weight, at least 1: what a reader is told. */
export const countPeople = (weight: number, { scale }: Pick<System, "scale">): number =>
  Math.max(1, Math.floor(weight / scale));
