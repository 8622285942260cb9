/**
 * Counts the assessed teams of every unit, in all and per label. In: a release; out: numbers of teams by unit, and of the small departments that
 * a chart puts together. They follow from the labels that are published team by team.
 */
import { type Assessment, Level, type Release } from "../../schemas/release.ts";
import { type Figure, untagged } from "./figures.ts";
import { fewestTeams, mostDepartments } from "./layout.ts";

export type Teams = Readonly<{
  /** Of all teams below a unit, and of those directly below it. Empty for a team. */
  ofUnit: (unit: string) => readonly Figure[];
  ofOthers: readonly Figure[];
}>;

/** `ancestorsOf`: the units above a unit, nearest first. */
export function countTeams(release: Release, ancestorsOf: (unit: string) => readonly string[]): Teams {
  const { assessments } = release;
  const groups = [
    groupBy(assessments, ({ unit }) => ancestorsOf(unit)),
    groupBy(assessments, ({ unit }) => ancestorsOf(unit).slice(0, 1)),
  ];
  const figures = new Map<string, Figure[]>();
  for (const group of groups)
    for (const [unit, own] of group) figures.set(unit, [...(figures.get(unit) ?? []), ...countLevels(own)]);
  return {
    ofUnit: (unit) => figures.get(unit) ?? [],
    ofOthers: release.waves.flatMap(({ wave }) => {
      const inWave = assessments.filter((one) => one.wave === wave);
      return countLevels(listOthers(release, inWave, (unit) => ancestorsOf(unit)[0] ?? ""));
    }),
  };
}

function groupBy(assessments: readonly Assessment[], keysOf: (one: Assessment) => readonly string[]) {
  const groups = new Map<string, Assessment[]>();
  for (const one of assessments)
    for (const key of keysOf(one)) {
      const own = groups.get(key);
      if (own === undefined) groups.set(key, [one]);
      else own.push(one);
    }
  return groups;
}

/** One row per wave, and one per wave and label. */
function countLevels(assessments: readonly Assessment[]): Figure[] {
  return [...new Set(assessments.map(({ wave }) => wave))].flatMap((wave) => {
    const own = assessments.filter((one) => one.wave === wave);
    const base = { ...untagged, kind: "teams", decimals: 0, wave } as const;
    return [
      { ...base, value: own.length },
      ...Level.options.map((level) => ({ ...base, level, value: numberOf(own, level) })),
    ];
  });
}

const numberOf = (assessments: readonly Assessment[], level: Level): number =>
  assessments.filter((one) => one.level === level).length;

/** Teams of departments that are too small to stand by themselves or that come after the most urgent ones. */
function listOthers(
  { units }: Release,
  teams: readonly Assessment[],
  parentOf: (unit: string) => string,
): Assessment[] {
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  const groups = [...groupBy(teams, ({ unit }) => [names.get(parentOf(unit)) ?? ""])];
  const large = groups
    .filter(([, own]) => own.length >= fewestTeams)
    .sort(
      ([one, own], [other, others]) =>
        numberOf(others, "elevated") - numberOf(own, "elevated") ||
        numberOf(others, "watch") - numberOf(own, "watch") ||
        (one < other ? -1 : 1),
    );
  const shown = new Set(large.slice(0, mostDepartments).map(([name]) => name));
  return groups.flatMap(([name, own]) => (shown.has(name) ? [] : own));
}
