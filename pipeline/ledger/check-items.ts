/**
 * Refuses an instrument that is made of the same answers as another that was published of a wave: what differs between the two
 * scores is about single answers, and nothing compares them. In: earlier releases and the new one. Out: nothing, or an error.
 */
import { exitCode, UserError } from "../user-error.ts";
import type { NumberedRelease } from "./open-ledger.ts";

type Asked = Readonly<{
  release: Pick<NumberedRelease["release"], "instruments">;
  memberships: readonly Pick<NumberedRelease["memberships"][number], "wave" | "questionnaire" | "instruments">[];
}>;

/** Throws a UserError of exit code 6 that names the first such pair. Items are told by their codes. */
export function checkItems(earlier: readonly (Asked & { readonly number: number })[], current: Asked): void {
  for (const before of earlier)
    for (const { wave, questionnaire, instruments } of current.memberships)
      for (const theirs of before.memberships.filter((one) => one.wave === wave && one.questionnaire === questionnaire))
        for (const instrument of instruments)
          for (const other of theirs.instruments.filter((one) => one !== instrument))
            if (shareItem(current.release, instrument, before.release, other))
              throw new UserError(
                `Wave ${wave} can't be released with instrument ${instrument}: release ${before.number} published ${other}, which is ` +
                  "made of the same answers, and both together tell more of them than either. Use the instrument of that release.",
                exitCode.ledgerConflict,
              );
}

const shareItem = (one: Asked["release"], instrument: string, other: Asked["release"], theirs: string): boolean => {
  const items = new Set(findItems(one, instrument));
  return findItems(other, theirs).some((item) => items.has(item));
};

const findItems = ({ instruments }: Asked["release"], instrument: string): readonly string[] =>
  instruments.find((one) => one.instrument === instrument)?.items ?? [];
