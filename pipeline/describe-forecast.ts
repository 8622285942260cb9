/** Says on the terminal what each preset would show: in, rows of counts; out, a table per preset. */
import type { Forecast } from "../schemas/forecast.ts";

/** Presets in the order of the rows. */
export function describeForecast(rows: readonly Forecast[]): string {
  const [waves, instruments] = [longest(rows.map(({ wave }) => wave)), longest(rows.map((one) => one.instrument))];
  return [...new Set(rows.map(({ preset }) => preset))]
    .flatMap((preset) => {
      const own = rows.filter((row) => row.preset === preset);
      return [
        describeLimits(own[0] as Forecast),
        ...own.map(
          (row) => `  ${row.wave.padEnd(waves)}  ${row.instrument.padEnd(instruments)}  ${describeCounts(row)}`,
        ),
      ];
    })
    .join("\n");
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

const describeLimits = ({ preset, k }: Forecast): string =>
  `${preset} (means from ${k.mean} answers, distributions from ${k.detail}, groups within units from ${k.crossed})`;

const describeCounts = ({ units, shown, detailed, teams, teams_shown, roll_ups, segments }: Forecast): string =>
  `teams shown ${teams_shown} of ${teams}; all units ${shown} of ${units}; with distribution ${detailed}; ` +
  `shown as the rest of a unit ${roll_ups}${segments === null ? "" : `; groups within units ${segments}`}`;
