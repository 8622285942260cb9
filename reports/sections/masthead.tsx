/** The line on top of every edition: what it is about, whom it is for, which wave. In: a context and the reader; out: JSX. */
import type { Context } from "../context.ts";
import { formatDate } from "../formats.ts";

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

/** At the foot of every printed page: confidential, about whom, which wave, and the beginning of the fingerprint of the settings. */
export function stateFoot({ index, texts }: Context): string {
  const { organisation, provenance } = index.release;
  const parts = [
    texts.page.confidentialShort,
    organisation,
    index.newest?.wave ?? "",
    provenance.config_hash.slice(0, 8),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
