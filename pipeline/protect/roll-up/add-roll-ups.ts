/**
 * Makes roll-ups units of the tree, so that every rule of protection holds for them as for any other unit.
 *
 * In: the tree of a wave, roll-ups; out: the tree with each roll-up right below its parent, its members and the people directly in
 * the parent below the roll-up, and the same for counts and cells.
 */
import type { Block, Cell } from "../../../schemas/cell.ts";
import type { Unit } from "../../../schemas/roster.ts";
import { exitCode, UserError } from "../../user-error.ts";
import type { RollUp } from "./plan-roll-ups.ts";

/**
 * The roll-ups that exist in this tree: their parent has at least two units below it, and no member has gone elsewhere. Members that
 * the tree does not have are left out.
 * Throws a UserError when a unit of the roster has a roll-up's code.
 */
export const fitRollUps = (units: readonly Unit[], rollUps: readonly RollUp[]): RollUp[] => {
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  return rollUps.flatMap(({ unit, parent, members }) => {
    if (parents.has(unit))
      throw new UserError(
        `Unit ${JSON.stringify(unit)} must have another code: this one is kept for the rest of unit ${JSON.stringify(parent)}.`,
        exitCode.inputInvalid,
      );
    const present = members.filter((member) => parents.has(member));
    const stayed = present.every((member) => parents.get(member) === parent);
    return parents.has(parent) && present.length > 0 && stayed ? [{ unit, parent, members: present }] : [];
  });
};

/** The tree with its roll-ups, level by level as before; roll-ups first, since members come after them. A roll-up has its parent's name. */
export const addRollUps = (units: readonly Unit[], rollUps: readonly RollUp[]): Unit[] => {
  const byParent = new Map(rollUps.map((rollUp) => [rollUp.parent, rollUp]));
  const newParent = new Map(rollUps.flatMap(({ unit, members }) => members.map((member) => [member, unit] as const)));
  const byUnit = new Map(units.map((unit) => [unit.unit, unit]));
  const placed = units.flatMap((unit) => {
    const own = { ...unit, parent: newParent.get(unit.unit) ?? unit.parent };
    const rollUp = byParent.get(unit.unit);
    if (rollUp === undefined) return [own];
    const members = rollUp.members.map((member) => byUnit.get(member) as Unit);
    return [{ ...own, invited: 0 }, makeRollUp(unit, rollUp, members)];
  });
  return placed.sort((a, b) => a.level - b.level || Number(b.members !== undefined) - Number(a.members !== undefined));
};

const makeRollUp = (parent: Unit, rollUp: RollUp, members: readonly Unit[]): Unit => ({
  unit: rollUp.unit,
  name: parent.name,
  parent: parent.unit,
  level: parent.level + 1,
  leaf: false,
  invited: parent.invited,
  invited_total: members.reduce<number | null>(
    (total, { invited_total }) => (total === null || invited_total === null ? null : total + invited_total),
    parent.invited,
  ),
  members: rollUp.members,
});

/** Counts per unit over its subtree, with those of roll-ups. */
export const countRollUps = (
  units: readonly Unit[],
  rollUps: readonly RollUp[],
  counts: ReadonlyMap<string, number>,
): Map<string, number> => {
  const others = findOthers(units, rollUps);
  const read = (unit: string) => counts.get(unit) ?? 0;
  const rests = rollUps.map(({ unit, parent }): [string, number] => [
    unit,
    (others.get(unit) ?? []).reduce((left, other) => left - read(other), read(parent)),
  ]);
  return new Map([...counts, ...rests]);
};

/** The block with a cell per roll-up and measure. */
export const addRollUpCells = (units: readonly Unit[], rollUps: readonly RollUp[], block: Block): Block => {
  const others = findOthers(units, rollUps);
  const byKey = new Map(block.cells.map((cell) => [`${cell.measure}\n${cell.unit}`, cell]));
  const cells = rollUps.flatMap(({ unit, parent }) =>
    block.measures.flatMap(({ measure }) => {
      const whole = byKey.get(`${measure}\n${parent}`);
      const parts = (others.get(unit) ?? []).flatMap((other) => byKey.get(`${measure}\n${other}`) ?? []);
      return whole === undefined ? [] : [{ ...parts.reduce(subtract, whole), unit }];
    }),
  );
  return { ...block, cells: [...block.cells, ...cells] };
};

/** Per roll-up the units right below its parent that are not in it. `units` is the tree without roll-ups. */
const findOthers = (units: readonly Unit[], rollUps: readonly RollUp[]): ReadonlyMap<string, string[]> => {
  const byParent = new Map(rollUps.map(({ unit, parent, members }) => [parent, { unit, members: new Set(members) }]));
  const others = new Map(rollUps.map(({ unit }): [string, string[]] => [unit, []]));
  for (const { unit, parent } of units) {
    const rollUp = parent === null ? undefined : byParent.get(parent);
    if (rollUp !== undefined && !rollUp.members.has(unit)) others.get(rollUp.unit)?.push(unit);
  }
  return others;
};

const subtract = (whole: Cell, part: Cell): Cell => ({
  ...whole,
  respondents: whole.respondents - part.respondents,
  sum: whole.sum - part.sum,
  sum_squares: whole.sum_squares - part.sum_squares,
  ...(whole.promoters !== undefined && {
    promoters: whole.promoters - (part.promoters ?? 0),
    passives: (whole.passives ?? 0) - (part.passives ?? 0),
    detractors: (whole.detractors ?? 0) - (part.detractors ?? 0),
  }),
});
