/**
 * The figures a release holds, and whether a number in a text or a row is one of them.
 * In: a unit, or the organisation as a whole; out: one row per figure.
 */
import type { Assessment, Count, Level, Measure, Release, ReleasedCell } from "../../schemas/release.ts";

/**
 * count: whole people, units or answers. teams: how many teams of a unit have a label, or have any; only where teams are spoken of. points:
 * shown with at least `decimals` decimals. share: 0-1, shown in percents or with two decimals or more. probability: 0-1, shown in steps of
 * 5 %. place: where points lie between the ends of their scale, 0-1, for machines only.
 * A tag that is null fits every wave, measure or segment.
 */
export type Figure = Readonly<{
  value: number;
  kind: "count" | "teams" | "points" | "share" | "probability" | "place";
  decimals: number;
  wave: string | null;
  measure: string | null;
  segment: string | null;
  /** Only of a number of teams: those with this label. */
  level?: Level;
}>;

/** What is known about the place of a number: only figures of these may stand there. Absent: any. */
export type Keys = Readonly<{ wave?: string; measure?: string; segment?: string; level?: Level }>;

/**
 * A number as it stands somewhere; `decimals` Infinity is a number of a machine, which must be the figure to the last digit. ofTeams: the next
 * word is "teams".
 */
export type Stated = Readonly<{ value: number; decimals: number; percent: boolean; ofTeams?: boolean }>;

export type Tags = Pick<Figure, "wave" | "measure" | "segment">;

/** Everything a released cell says. Empty for none. */
export function figuresOfCell(cell: ReleasedCell, measure: Measure | undefined): Figure[] {
  const tags = { wave: cell.wave, measure: cell.measure, segment: nameSegment(cell) };
  const { promoters, passives, detractors, respondents, invited } = cell;
  const ends = [cell.interval?.low, cell.interval?.high];
  return [
    ...counts([respondents, invited, promoters, passives, detractors], tags),
    ...points([cell.mean, cell.enps, ...(cell.share === undefined ? ends : [])], measure, tags),
    ...places([cell.mean, cell.enps, ...(cell.share === undefined ? ends : [])], measure, tags),
    ...shares([cell.share, ...(cell.share === undefined ? [] : ends)], tags),
    ...partsOf([detractors, passives, promoters], tags),
  ];
}

/** "tenure=short"; null for everyone in the unit. */
export const nameSegment = ({ segment }: Pick<ReleasedCell, "segment">): string | null =>
  segment === null ? null : `${segment.attribute}=${segment.value}`;

/** True when a cell belongs where the keys point. */
export const isAt = (cell: ReleasedCell, { wave, measure, segment }: Keys): boolean =>
  (wave === undefined || cell.wave === wave) &&
  (measure === undefined || cell.measure === measure) &&
  (segment === undefined || nameSegment(cell) === segment);

/** Where each part of the answers begins and ends in a bar of length 1, and its own share. */
function partsOf(parts: readonly (number | undefined)[], tags: Tags): Figure[] {
  const known = parts.filter((part) => part !== undefined);
  const total = known.reduce((sum, part) => sum + part, 0);
  if (known.length < 3 || total === 0) return [];
  let end = 0;
  const ends = known.map((part) => {
    end += part / total;
    return end;
  });
  return shares([0, ...ends, ...known.map((part) => part / total)], tags);
}

/** What the model says about a unit. */
export function figuresOfAssessment(one: Assessment, measures: ReadonlyMap<string, Measure>): Figure[] {
  const { wave, signals, change, balance } = one;
  const segment = nameSegment(one);
  const ofSignals = signals.flatMap((signal, position) => {
    const { probability, probability_team_as_such, silent } = signal;
    const measure = measures.get(signal.measure);
    const tags = { wave, measure: signal.measure, segment };
    const moved = position > 0 || change === undefined ? [] : [change.estimate, ...Object.values(change.interval)];
    return [
      ...[probability, probability_team_as_such, silent?.probability_if_worse]
        .filter((value) => value !== undefined)
        .map((value): Figure => ({ value, kind: "probability", decimals: 0, ...tags })),
      ...points([signal.estimate, signal.interval.low, signal.interval.high], measure, tags),
      ...differences([signal.detectable_change, ...moved], measure, tags),
      ...differences([silent?.tipping_point], undefined, tags),
    ];
  });
  return [...ofSignals, ...differences(Object.values(balance ?? {}), undefined, { wave, measure: null, segment })];
}

/** Points from one figure to another: no place on a scale. */
export const differences = (
  values: readonly (number | undefined)[],
  measure: Measure | undefined,
  tags: Tags,
): Figure[] =>
  values
    .filter((value) => value !== undefined)
    .map((value) => ({ value, kind: "points", decimals: decimalsOf(measure), ...tags }));

const decimalsOf = (measure: Measure | undefined): number =>
  measure !== undefined && measure.maximum - measure.minimum > 12 ? 0 : 1;

/** A reader sees at least one decimal of a short scale; a drawing ends at the limits of the scale. */
export function points(values: readonly (number | undefined)[], measure: Measure | undefined, tags: Tags): Figure[] {
  const decimals = decimalsOf(measure);
  const known = values.filter((value) => value !== undefined);
  const clipped =
    measure === undefined ? [] : known.map((value) => Math.min(Math.max(value, measure.minimum), measure.maximum));
  return [...new Set([...known, ...clipped])].map((value) => ({ value, kind: "points", decimals, ...tags }));
}

/** Four decimals: more than a drawing can show. Empty without a scale. */
export const places = (values: readonly (number | undefined)[], measure: Measure | undefined, tags: Tags): Figure[] =>
  measure === undefined
    ? []
    : values
        .filter((value) => value !== undefined)
        .map((value) => (value - measure.minimum) / (measure.maximum - measure.minimum))
        .map((value) => ({ value: Number(value.toFixed(4)), kind: "place", decimals: 4, ...tags }));

export const shares = (values: readonly (number | undefined)[], tags: Tags): Figure[] =>
  values.filter((value) => value !== undefined).map((value) => ({ value, kind: "share", decimals: 2, ...tags }));

export const counts = (values: readonly (number | null | undefined)[], tags: Tags = untagged): Figure[] =>
  values
    .filter((value) => value !== null && value !== undefined)
    .map((value) => ({ value, kind: "count", decimals: 0, ...tags }));

/** The number in a count, also of "fewer than 5". */
export const countOf = (count: Count | null): number | null =>
  count === null || typeof count === "number" ? count : "fewer_than" in count ? count.fewer_than : count.more_than;

/** A figure of the scan as a whole. */
export const untagged: Tags = { wave: null, measure: null, segment: null };

/** True when one of the figures can be written like this and belongs where the number stands. */
export function holdsFigure(figures: readonly Figure[], stated: Stated, keys: Keys): boolean {
  const isHere = (figure: Figure) => isWritten(figure, stated) && isAmong(figure, stated, keys) && fits(figure, keys);
  if (figures.length < many) return figures.some(isHere);
  const known = buckets.get(figures) ?? fillBuckets(figures);
  buckets.set(figures, known);
  return around(stated).some((bucket) => known.get(bucket)?.some(isHere) === true);
}

const many = 400;
const buckets = new WeakMap<readonly Figure[], ReadonlyMap<number, readonly Figure[]>>();

/** Of many figures only those that lie less than one and a half away are looked at; a percent is another number than its share. */
const around = ({ value, percent }: Stated): readonly number[] =>
  percent ? [0, 1] : [Math.round(value), Math.round(value) - 1, Math.round(value) + 1];

function fillBuckets(figures: readonly Figure[]): ReadonlyMap<number, readonly Figure[]> {
  const filled = new Map<number, Map<string, Figure>>();
  for (const figure of figures) {
    const bucket = Math.round(figure.value);
    const own = filled.get(bucket) ?? new Map<string, Figure>();
    filled.set(bucket, own.set(JSON.stringify(figure), figure));
  }
  return new Map([...filled].map(([bucket, own]) => [bucket, [...own.values()]]));
}

/** Numbers of teams stand where teams or a label of theirs are spoken of, and where a label is, nothing else does. */
const isAmong = ({ kind, level }: Figure, { ofTeams }: Stated, keys: Keys): boolean =>
  keys.level === undefined ? kind !== "teams" || ofTeams === true : kind === "teams" && level === keys.level;

/** True when a figure belongs where the keys point. */
export const fits = (figure: Tags, { wave, measure, segment }: Keys): boolean =>
  (wave === undefined || figure.wave === null || figure.wave === wave) &&
  (measure === undefined || figure.measure === null || figure.measure === measure) &&
  (segment === undefined || figure.segment === segment);

const isNear = (one: number, other: number, width: number): boolean => Math.abs(one - other) <= width + 1e-9;

function isWritten(figure: Figure, { value, decimals, percent }: Stated): boolean {
  if (decimals === Number.POSITIVE_INFINITY) return Math.abs(figure.value - value) < 1e-9;
  if (figure.kind === "place") return false;
  const half = 0.5 * 10 ** -Math.max(decimals, figure.decimals);
  if (figure.kind === "count" || figure.kind === "teams") return !percent && figure.value === value;
  if (figure.kind === "points") return !percent && isNear(figure.value, value, half);
  if (figure.kind === "share")
    return percent ? isNear(figure.value * 100, value, 0.5 * 10 ** -decimals) : isNear(figure.value, value, half);
  const step = Math.min(95, Math.max(5, Math.round(figure.value * 20) * 5));
  return percent ? step === value : isNear(step / 100, value, 0) || isNear(figure.value, value, 0);
}

/** Measures by code. */
export const measuresOf = ({ measures }: Release): ReadonlyMap<string, Measure> =>
  new Map(measures.map((measure) => [measure.measure, measure]));
