/**
 * Holds the line of a scan against those that were fixed. In: the lines in the ledger, the waves of the scan and its line. Out: what
 * the release says of its line, or the error that says why it can't be used.
 *
 * The newest wave decides: a release has one line, and its flags are those of its newest wave. Earlier waves that were fixed with
 * another line are shown against this one, and the release names them.
 */
import type { LineEntry, OpenWave } from "../../schemas/ledger.ts";
import type { FixedLine, LineMoment, LineRecord } from "../../schemas/line.ts";
import { exitCode, UserError } from "../user-error.ts";
import { hasWave } from "./chain.ts";
import { isSameLine, wordLines } from "./describe-lines.ts";

/** `waves` oldest first. Throws a UserError of exit code 6 when another line was fixed for the newest wave. */
export function stateLine(
  fixed: readonly LineEntry[],
  { waves, lines }: Readonly<{ waves: readonly OpenWave[]; lines: readonly FixedLine[] }>,
): LineRecord {
  const newest = waves.at(-1);
  if (newest === undefined) throw new Error("A scan has a wave.");
  const own = findEntry(fixed, newest.wave);
  if (own !== undefined && !isSameLine(own.lines, lines)) throw refuseOther(own, newest.wave, lines);
  const others = waves.filter(({ wave }) => {
    const entry = findEntry(fixed, wave);
    return entry !== undefined && !isSameLine(entry.lines, lines);
  });
  const date = own?.fixed_date ?? null;
  return {
    wave: newest.wave,
    lines: [...lines],
    ...(own === undefined || date === null
      ? { fixed: "with_first_release" as const }
      : {
          fixed: findMoment(date, [newest, ...own.waves.filter(({ wave }) => wave === newest.wave)]),
          fixed_date: date,
          entry: own.hash,
        }),
    other_lines: others.map(({ wave }) => wave),
  };
}

export const findEntry = (fixed: readonly LineEntry[], wave: string): LineEntry | undefined =>
  fixed.find((entry) => hasWave(entry, wave));

/** Waves without a line, in the order given. */
export const findUnfixed = (fixed: readonly LineEntry[], waves: readonly OpenWave[]): OpenWave[] =>
  waves.filter(({ wave }) => findEntry(fixed, wave) === undefined);

/**
 * `waves` is one wave as the scan has it now and as it had it then: the earlier days count, so that moving a day afterwards makes no line
 * look older. Dates are ISO 8601, so their order is that of their texts.
 */
function findMoment(date: string, waves: readonly OpenWave[]): LineMoment {
  if (waves.every(({ opened_date }) => date < opened_date)) return "before_opening";
  return waves.every(({ closed_date }) => date <= closed_date) ? "while_open" : "after_closing";
}

function refuseOther({ number, fixed_date, lines }: LineEntry, wave: string, found: readonly FixedLine[]): UserError {
  const when = fixed_date === null ? "with its first release" : `on ${fixed_date}`;
  return new UserError(
    `line must be what was fixed for wave ${wave} ${when} (entry ${number} of the ledger): ${wordLines(lines)}; ` +
      `found ${wordLines(found)}. Put line and indicators in scan.yaml back to that. Another line is for a later wave: ` +
      "add that wave, and fix its line with vitascan ledger line before it opens.",
    exitCode.ledgerConflict,
  );
}
