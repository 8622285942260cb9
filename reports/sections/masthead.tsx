/** The line on top of every edition: what it is about, whom it is for, which wave. In: a context and the reader; out: JSX. */
import type { Certificate } from "../../schemas/certificate.ts";
import type { Context } from "../context.ts";
import { formatDate } from "../formats.ts";
import type { Foot } from "../style/print-style.ts";

export function Masthead({ context, reader }: { context: Context; reader: string }) {
  const { index, texts } = context;
  return (
    <header class="masthead">
      <p>
        {texts.page.eyebrow} <bdi>{index.release.organisation}</bdi>
      </p>
      <p>{reader}</p>
      <p>{stateWave(context)}</p>
    </header>
  );
}

/** The newest wave with its dates; empty without waves. */
export function stateWave({ index, language, texts }: Context): string {
  const { newest } = index;
  if (newest === undefined) return "";
  const date = (day: string) => formatDate(day, language);
  return texts.page.wave(newest.wave, date(newest.opened_date), date(newest.closed_date));
}

/** At the foot of every printed sheet: confidential, about whom, which wave, which release as `ledger list` names it; and the number of the sheet. */
export function stateFoot({ index, texts }: Context, certificate: Certificate | null): Foot {
  const name = certificate?.release.slice(0, 12) ?? "";
  const parts = [texts.page.confidentialShort, index.release.organisation, index.newest?.wave ?? "", name];
  return { text: parts.filter((part) => part !== "").join(" · "), sheet: texts.page.sheet };
}
