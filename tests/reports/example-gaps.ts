/** Withholds departments of an example release in some of its three waves: gaps at the beginning, in the middle and on both sides. */
import { Release } from "../../schemas/release.ts";

/** Places of the waves in which a department is not shown. */
const gaps: Readonly<Record<string, readonly number[]>> = { D1: [1], D2: [0], D3: [0, 2] };

/** Department 1 has a gap in the middle, 2 begins with one, of 3 only the middle wave is shown. */
export function withGaps(release: Release): Release {
  const waves = release.waves.map(({ wave }) => wave);
  return Release.parse({
    ...release,
    cells: release.cells.map((cell) => {
      const { wave, unit, segment, measure } = cell;
      const isHidden = gaps[unit]?.includes(waves.indexOf(wave)) === true;
      return isHidden ? { wave, unit, segment, measure, status: "withheld" as const } : cell;
    }),
  });
}
