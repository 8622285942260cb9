/**
 * Finds a figure that was published before with another value: a closed wave is frozen, and two bounds of one figure tell more
 * than one. In: the stacked bases and the releases they are made of. Out: the first such figure of each base, or none.
 */
import type { Membership } from "../../schemas/membership.ts";
import type { OrganisationStatistic, ReleasedCell } from "../../schemas/release.ts";
import type { GroupName } from "./find-groups.ts";
import { identifyMembership } from "./membership-file.ts";
import type { NumberedRelease, Published } from "./open-ledger.ts";
import type { StackedBase } from "./stack-systems.ts";

/** A figure of `wave` that release `earlier` published with another value. */
export type ChangedFigure = Readonly<{ wave: string; measure: string; earlier: number }>;

/** What a cell says; the interval is made of other figures, and `invited` is not about the answers. */
const meanFields = ["respondents", "mean", "enps", "bound"] as const;
const detailFields = ["promoters", "passives", "detractors", "parts_bound"] as const;
const participationFields = ["respondents", "invited", "share"] as const;

/** Another tool rounds and bounds in its own way: only who its figures are about can be compared. */
const isOurs = ({ release }: Pick<NumberedRelease, "release">): boolean => release.provenance.config_hash !== "";

/**
 * Figures about exactly the same people and the same answers must be equal, and statistics over the same teams too.
 * Participation is compared where the whole membership is the same: late answers change it everywhere above them.
 */
export function findChangedFigures(
  stacked: readonly StackedBase[],
  earlier: readonly NumberedRelease[],
  current: Omit<NumberedRelease, "number">,
): ChangedFigure[] {
  const ours = earlier.filter(isOurs);
  const releases = new Map(ours.map((one) => [one.number, one]));
  const figures = stacked.flatMap((base) => {
    if (base.view === "people") return [];
    const twins = base.twins.filter(
      (pair) => base.kind !== "participation" || isSameMembership(base, releases.get(pair.earlier.release), current),
    );
    return twins.flatMap((pair) => {
      const before = releases.get(pair.earlier.release);
      if (before === undefined) return [];
      return compareGroups(base, pair.earlier, before.release, pair.current, current.release);
    });
  });
  return [...figures, ...ours.flatMap((before) => compareStatistics(before, current))];
}

function compareGroups(
  { questionnaire, instrument, kind }: StackedBase,
  earlier: GroupName,
  before: Published,
  name: GroupName,
  current: Published,
): ChangedFigure[] {
  const fields = kind === "mean" ? meanFields : kind === "detail" ? detailFields : participationFields;
  return current.measures
    .filter((one) => one.questionnaire === questionnaire && one.instrument === instrument)
    .flatMap(({ measure }) => {
      const old = findCell(before, earlier, measure);
      const now = findCell(current, name, measure);
      if (old === undefined || now === undefined) return [];
      if (kind === "detail" && (old.promoters === undefined || now.promoters === undefined)) return [];
      const isSame = fields.every((field) => old[field] === now[field]);
      return isSame ? [] : [{ wave: earlier.wave, measure, earlier: earlier.release }];
    });
}

/** Cells by place; a release is looked through once. */
const indexes = new WeakMap<Published, ReadonlyMap<string, ReleasedCell>>();

function findCell(release: Published, { wave, unit, segment }: GroupName, measure: string): ReleasedCell | undefined {
  const index = indexes.get(release) ?? indexCells(release);
  indexes.set(release, index);
  return index.get(nameCell(wave, unit, segment, measure));
}

const nameCell = (...parts: readonly unknown[]): string => JSON.stringify(parts);

const indexCells = (release: Published): ReadonlyMap<string, ReleasedCell> =>
  new Map(
    release.cells.flatMap((cell) =>
      cell.status === "released" ? [[nameCell(cell.wave, cell.unit, cell.segment, cell.measure), cell] as const] : [],
    ),
  );

const isSameMembership = (
  { waves, questionnaire }: Pick<StackedBase, "waves" | "questionnaire">,
  before: Pick<NumberedRelease, "memberships"> | undefined,
  current: Pick<NumberedRelease, "memberships">,
): boolean => {
  const find = ({ memberships }: Pick<NumberedRelease, "memberships">) =>
    memberships.find((one) => waves.includes(one.wave) && one.questionnaire === questionnaire);
  const [old, now] = [before && find(before), find(current)];
  return old !== undefined && now !== undefined && isSame(old, now);
};

const isSame = (one: Membership, other: Membership): boolean =>
  one === other || identifyMembership(one) === identifyMembership(other);

/** Statistics that were computed from the answers of the same people in the same teams. */
function compareStatistics(before: NumberedRelease, current: Omit<NumberedRelease, "number">): ChangedFigure[] {
  const changed = current.release.statistics.flatMap((now) => {
    const old = before.release.statistics.find((one) => isSameStatistic(one, now));
    if (old === undefined || (old.value === now.value && old.bound === now.bound)) return [];
    if (listTeams(before.release, now) !== listTeams(current.release, now)) return [];
    const questionnaire = current.release.measures.find(({ measure }) => measure === now.measure)?.questionnaire;
    if (questionnaire === undefined) return [];
    return isSameMembership({ waves: [now.wave], questionnaire }, before, current) ? [now] : [];
  });
  return changed.map(({ wave, measure }) => ({ wave, measure, earlier: before.number }));
}

const isSameStatistic = (one: OrganisationStatistic, other: OrganisationStatistic): boolean =>
  one.wave === other.wave &&
  one.measure === other.measure &&
  one.statistic === other.statistic &&
  one.respondents === other.respondents &&
  one.teams === other.teams &&
  one.source === undefined &&
  other.source === undefined;

const listTeams = ({ cells }: Published, { wave, measure }: Pick<OrganisationStatistic, "wave" | "measure">): string =>
  JSON.stringify(
    cells
      .filter(
        (one) => one.status === "released" && one.segment === null && one.wave === wave && one.measure === measure,
      )
      .map(({ unit }) => unit)
      .sort(),
  );
