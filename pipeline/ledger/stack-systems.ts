/**
 * Lays everything published about the same people on top of each other: what the k-rule must hold for when a wave is released
 * again. In: releases with the people behind them, the newest last. Out: one system per base and way of seeing people.
 *
 * A base is what one person's unknown is about: the answers to one instrument of a questionnaire in a wave; the parts of an
 * eNPS; whether an invited person took part. Seen by answers, corrected answers are other answers. The same base seen by people
 * is tested as well when somebody's record changed: it may have changed elsewhere than in this instrument, and an attacker may
 * bet on that. With stayers "unchanged" everybody is one unknown in all waves together.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { PublishedCell, ReleasedCell } from "../../schemas/release.ts";
import { exitCode, UserError } from "../user-error.ts";
import { areComparable, areIdentified, hasCorrections } from "./compare-ids.ts";
import { findPublishedGroups } from "./find-groups.ts";
import { makeSystem, type Stacked } from "./make-system.ts";
import { type Cohort, matchPeople, type View } from "./match-people.ts";
import { identifyMembership } from "./membership-file.ts";
import type { NumberedRelease, Published } from "./open-ledger.ts";
import { countInvited } from "./stack-participation.ts";

export type BaseKind = "mean" | "detail" | "participation";

/** `instrument` is null for participation. More than one wave: people are taken not to have changed. */
export type Base = Readonly<{
  waves: readonly string[];
  questionnaire: string;
  instrument: string | null;
  kind: BaseKind;
  view: View;
}>;

/** `k` is scaled like the weights; `respondents` is the k it stands for. */
export type StackedBase = Base & Stacked & Readonly<{ k: number; respondents: number }>;

/** One release's figures about one wave and questionnaire. */
export type Layer = Readonly<{
  number: number;
  release: Published;
  membership: Membership;
  /** The same for the same people at the same places. */
  id: string;
}>;

/**
 * The bases about which `release` says something that no earlier release said (`isNew`: to be tested), stacked on all of those;
 * and every base with figures about the same people as before (`twins`: to be compared). Where nothing was published before there
 * is nothing to stack, except that stayers "unchanged" lays the waves of the release itself on each other. k is the least of the
 * stacked releases: what was published can't be taken back. Throws a UserError of exit code 6 when stayers "unchanged" meets
 * people without ids.
 */
export function stackSystems(input: {
  readonly earlier: readonly NumberedRelease[];
  readonly release: Published;
  readonly memberships: readonly Membership[];
  /** Of the release in the ledger; when left out, the next after the earlier ones. */
  readonly number?: number;
}): StackedBase[] {
  const number = input.number ?? 1 + Math.max(0, ...input.earlier.map((one) => one.number));
  const all = [...input.earlier, { number, release: input.release, memberships: input.memberships }];
  const layers = all.flatMap(listLayers);
  return listBases(layers)
    .filter(({ set }) => set[0]?.number !== number || holdsWaves(set))
    .filter(({ base, set }) => set.some((layer) => layer.number === number && listCells(layer, base).length > 0))
    .filter(isTold)
    .map((one) => stackBase(one, number))
    .filter(({ isNew, twins }) => isNew || twins.length > 0);
}

/** Every base of everything published, whoever published it: what must be safe when nothing is added. */
export function stackAll(releases: readonly NumberedRelease[]): StackedBase[] {
  const newest = Math.max(0, ...releases.map(({ number }) => number));
  return listBases(releases.flatMap(listLayers))
    .filter(isTold)
    .map((one) => stackBase(one, newest))
    .filter(({ system }) => system.groups.length > 0);
}

const listLayers = ({ number, release, memberships }: NumberedRelease): Layer[] =>
  memberships.map((membership) => ({ number, release, membership, id: identifyOnce(membership) }));

/** The same object is asked for once a release: a million people take a second. */
const identities = new WeakMap<Membership, string>();
const identifyOnce = (membership: Membership): string => {
  const id = identities.get(membership) ?? identifyMembership(membership);
  identities.set(membership, id);
  return id;
};

/** Blocks tell of participation only where the participation of some unit was published. */
const isTold = ({ base, set }: BaseLayers): boolean =>
  base.kind !== "participation" ||
  set.some(({ release, membership }) => {
    const own = release.measures.find(
      ({ questionnaire, instrument }) => questionnaire === membership.questionnaire && instrument === null,
    )?.measure;
    return release.cells.some(
      ({ wave, measure, status }) => wave === membership.wave && measure === own && status === "released",
    );
  });

const holdsWaves = (set: readonly Layer[]): boolean => new Set(set.map(({ membership }) => membership.wave)).size > 1;

/** `distinct`: the memberships of the layers, each once; `findCohorts` finds their people. */
type BaseLayers = Readonly<{
  base: Base;
  set: readonly Layer[];
  distinct: readonly Layer[];
  findCohorts: () => readonly Cohort[];
}>;

/** Layers are ordered by release; so is every set. */
function listBases(layers: readonly Layer[]): BaseLayers[] {
  const byWave = groupBy(layers, ({ membership }) => JSON.stringify([membership.wave, membership.questionnaire]));
  const byQuestionnaire = groupBy(layers, ({ membership }) => membership.questionnaire).filter(holdsWaves);
  const firm = byQuestionnaire.filter((set) => set.some(({ release }) => release.policy.stayers === "unchanged"));
  for (const set of firm) refuseWithoutIds(set);
  return [
    ...byWave.flatMap((set) => [...listInstruments(set).flatMap((one) => listViews(set, one)), participation(set)]),
    ...firm.flatMap((set) => listInstruments(set).flatMap((instrument) => askBoth(set, instrument, "people"))),
  ];
}

function groupBy<T>(rows: readonly T[], readKey: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(readKey(row));
    if (group === undefined) groups.set(readKey(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

const listInstruments = (set: readonly Layer[]): string[] => [
  ...new Set(set.flatMap(({ membership }) => membership.instruments)),
];

/** People who can be told apart and changed their record are looked at in both ways. */
function listViews(set: readonly Layer[], instrument: string): BaseLayers[] {
  const memberships = takeMemberships(listDistinct(set));
  const isCorrected =
    memberships.length > 1 && areComparable(memberships, instrument) && hasCorrections(memberships, instrument);
  return (isCorrected ? (["answers", "people"] as const) : (["answers"] as const)).flatMap((view) =>
    askBoth(set, instrument, view),
  );
}

const askBoth = (layers: readonly Layer[], instrument: string, view: View): BaseLayers[] => {
  const set = layers.filter(({ membership }) => membership.instruments.includes(instrument));
  const distinct = listDistinct(set);
  const findCohorts = once(() => matchPeople(takeMemberships(distinct), instrument, view));
  return (["mean", "detail"] as const).map((kind) => ({
    base: describeBase(set, instrument, kind, view),
    set,
    distinct,
    findCohorts,
  }));
};

const participation = (set: readonly Layer[]): BaseLayers => {
  const distinct = listDistinct(set);
  const base = describeBase(set, null, "participation", "answers");
  return { base, set, distinct, findCohorts: () => countInvited(takeMemberships(distinct)) };
};

const takeMemberships = (layers: readonly Layer[]) => layers.map(({ membership }) => membership);

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const describeBase = (set: readonly Layer[], instrument: string | null, kind: BaseKind, view: View): Base => ({
  waves: [...new Set(set.map(({ membership }) => membership.wave))],
  questionnaire: set[0]?.membership.questionnaire ?? "",
  instrument,
  kind,
  view,
});

function refuseWithoutIds(set: readonly Layer[]): void {
  const without = set.find(({ membership }) => !areIdentified([membership]));
  if (without === undefined) return;
  const { wave, questionnaire } = without.membership;
  throw new UserError(
    `policy.stayers: unchanged can't be kept: people of questionnaire ${questionnaire} in wave ${wave} have no ids, so that ` +
      "nobody can be recognised in another wave. Give the questionnaire a key, or leave stayers at may_change before anything is published.",
    exitCode.ledgerConflict,
  );
}

/** Layers with the same people at the same places are one. */
const listDistinct = (set: readonly Layer[]): Layer[] =>
  [...new Map([...set].reverse().map((layer) => [layer.id, layer])).values()].reverse();

function stackBase({ base, set, distinct, findCohorts }: BaseLayers, current: number): StackedBase {
  const layers = placeLayers(set, distinct, base);
  const names = layers.flatMap(({ number, membership, groups }) =>
    groups.names.map((name) => ({ release: number, wave: membership.wave, ...name })),
  );
  const holdings = findCohorts().map(({ places, people, versions }) => ({
    people,
    versions,
    groups: layers.flatMap(({ at, start, membership, groups }) => {
      const place = places[at] ?? -1;
      const spot = base.instrument === null ? membership.units[place] : membership.rows[place];
      if (spot === undefined) return [];
      return groups.findGroups(spot.unit, "values" in spot ? spot.values : []).map((group) => start + group);
    }),
  }));
  const stacked = makeSystem(names, holdings, current);
  const respondents = Math.min(...set.map(({ release }) => readK(release.policy, base.kind)));
  return { ...base, ...stacked, respondents, k: respondents * stacked.scale };
}

/**
 * Layers with their groups, of which the first is at `start` among those of all layers. The membership is that of the first layer
 * with the same people: its rows are the ones that places count, in whatever order another copy has them.
 */
function placeLayers(set: readonly Layer[], distinct: readonly Layer[], base: Base) {
  let start = 0;
  return set.map(({ number, release, membership, id }) => {
    const groups = findPublishedGroups(release, membership, listCells({ release, membership }, base));
    if (base.kind === "participation" && groups.names.some(({ segment }) => segment !== null))
      throw new Error("Participation must be about whole units: nobody knows how many of a segment were invited.");
    const at = distinct.findIndex((one) => one.id === id);
    const placed = { number, membership: distinct[at]?.membership ?? membership, groups, start, at };
    start += groups.names.length;
    return placed;
  });
}

const readK = ({ k }: Policy, kind: BaseKind): number => (kind === "detail" ? k.detail : k.mean);

/**
 * The released cells of a layer that are about the base. How many of a unit's people answered a block also tells who took part, so
 * that blocks count for participation as well.
 */
export function listCells(layer: Pick<Layer, "release" | "membership">, base: Base): ReleasedCell[] {
  const { release, membership } = layer;
  const isTakingPart = base.kind === "participation";
  const instruments = new Map(
    release.measures
      .filter((one) => one.questionnaire === membership.questionnaire)
      .map(({ measure, instrument }) => [measure, instrument]),
  );
  return release.cells.filter((cell): cell is ReleasedCell => {
    const instrument = instruments.get(cell.measure);
    if (!isReleased(cell) || cell.wave !== membership.wave || instrument === undefined) return false;
    if (isTakingPart) return instrument === null || cell.segment === null;
    return instrument === base.instrument && (base.kind === "mean" || cell.promoters !== undefined);
  });
}

const isReleased = (cell: PublishedCell): cell is ReleasedCell => cell.status === "released";
