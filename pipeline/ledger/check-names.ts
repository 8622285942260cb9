/**
 * Refuses a wave or a questionnaire that was published before under another name: it would not be compared with what was
 * published. In: earlier releases and the new one. Out: nothing, or an error.
 */
import { exitCode, UserError } from "../user-error.ts";
import type { NumberedRelease } from "./open-ledger.ts";

type Named = Readonly<{
  release: Pick<NumberedRelease["release"], "waves">;
  memberships: readonly Pick<NumberedRelease["memberships"][number], "wave" | "questionnaire" | "instruments">[];
}>;

/**
 * A wave is known by its closing date, a questionnaire in a wave by its instruments. Throws one UserError of exit code 6 with
 * all that are called otherwise than before.
 */
export function checkNames(earlier: readonly (Named & { readonly number: number })[], current: Named): void {
  const faults = earlier.flatMap((before) => [...findWaves(before, current), ...findQuestionnaires(before, current)]);
  if (faults.length > 0) throw new UserError([...new Set(faults)].join("\n"), exitCode.ledgerConflict);
}

function findWaves(before: Named & { readonly number: number }, current: Named): string[] {
  return current.release.waves.flatMap(({ wave, closed_date }) =>
    before.release.waves.flatMap((one) => {
      if (one.wave === wave && one.closed_date !== closed_date)
        return [
          `Wave ${wave} must close on ${one.closed_date}, as in release ${before.number}, found ${closed_date}. ` +
            "Give a wave of another time another name.",
        ];
      if (one.wave !== wave && one.closed_date === closed_date)
        return [
          `Wave ${wave} must be called ${one.wave}, as in release ${before.number}, which closes on the same day: under ` +
            "another name it can't be compared with what was published.",
        ];
      return [];
    }),
  );
}

function findQuestionnaires(before: Named & { readonly number: number }, current: Named): string[] {
  return current.memberships.flatMap(({ wave, questionnaire, instruments }) =>
    before.memberships
      .filter((one) => one.wave === wave && one.questionnaire !== questionnaire)
      .filter((one) => one.instruments.some((instrument) => instruments.includes(instrument)))
      .map(
        (one) =>
          `Questionnaire ${questionnaire} must be called ${one.questionnaire} in wave ${wave}, as in release ` +
          `${before.number}, which has its instruments: under another name it can't be compared with what was published.`,
      ),
  );
}
