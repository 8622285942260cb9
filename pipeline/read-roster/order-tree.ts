/** Orders rows into a tree. In: one row per unit. Out: one Unit per row that is reached from the top. */
import type { RosterRow, Unit } from "../../schemas/roster.ts";

type Node = { row: RosterRow; parent: Node | null; children: Node[]; level: number; total: number | null };

/** Breadth first, so parents come before children, siblings by code; units on a circle, and those below it, are never reached. */
export function orderTree(rows: readonly RosterRow[]): Unit[] {
  const nodes = new Map(
    rows.map((row): [string, Node] => [row.unit, { row, parent: null, children: [], level: 0, total: row.invited }]),
  );
  const ordered: Node[] = [];
  for (const node of nodes.values()) {
    node.parent = node.row.parent === null ? null : (nodes.get(node.row.parent) ?? null);
    if (node.parent === null) ordered.push(node);
    else node.parent.children.push(node);
  }
  for (let index = 0; index < ordered.length; index++) {
    const { children, level } = ordered[index] as Node;
    for (const child of children.sort(byCode)) {
      child.level = level + 1;
      ordered.push(child);
    }
  }
  addInvited(ordered);
  return ordered.map(({ row: { unit, name, parent, invited }, children, level, total }) => ({
    unit,
    name,
    parent,
    level,
    leaf: children.length === 0,
    invited,
    invited_total: total,
  }));
}

const byCode = (a: Node, b: Node) => (a.row.unit < b.row.unit ? -1 : 1);

/** Adds the invited of each unit to those of its parent, children first; unknown in any part is unknown in the whole. */
function addInvited(ordered: readonly Node[]): void {
  for (let index = ordered.length - 1; index >= 0; index--) {
    const { parent, total } = ordered[index] as Node;
    if (parent === null) continue;
    parent.total = parent.total === null || total === null ? null : parent.total + total;
  }
}

/** The units of one circle, each followed by its parent and the first again at the end, found by climbing from `start`. */
export function climbCircle(rows: readonly RosterRow[], start: string): string[] {
  const parents = new Map(rows.map(({ unit, parent }) => [unit, parent]));
  const climbed = new Set<string>();
  let unit = start;
  while (!climbed.has(unit)) {
    climbed.add(unit);
    unit = parents.get(unit) ?? unit;
  }
  const path = [...climbed];
  return [...path.slice(path.indexOf(unit)), unit];
}
