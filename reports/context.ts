/** What every part of a report needs: the indexed release, the language and its texts. */
import type { Measure, Release, ReleaseUnit } from "../schemas/release.ts";
import type { Language } from "../schemas/text.ts";
import { decimalsOf, formatNumber } from "./formats.ts";
import { indexRelease, type ReleaseIndex } from "./index-release.ts";
import { type Texts, textsOf } from "./texts/texts.ts";

export type Context = Readonly<{ index: ReleaseIndex; language: Language; texts: Texts }>;

/** The title of a measure for readers; participation is named after its questionnaire. */
export const titleMeasure = (context: Context, measure: Measure): string =>
  measure.kind === "participation"
    ? context.texts.participation.measure(measure.title[context.language])
    : measure.title[context.language];

/** The same by code; an unknown code is its own title. */
export function titleCode(context: Context, code: string): string {
  const measure = context.index.measureOf(code);
  return measure === undefined ? code : titleMeasure(context, measure);
}

/** The name of a unit for readers; a roll-up is the rest of the unit whose name it carries. */
export const nameUnit = ({ texts }: Context, { name, members }: ReleaseUnit): string =>
  members === undefined ? name : texts.charts.rollUps.name(name);

/** Which side of a measure's scale is unfavourable, with the ends of the scale. */
export function stateDirection({ language, texts }: Context, measure: Measure): string {
  const end = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : decimalsOf(measure), language);
  const say = measure.higher_is === "worse" ? texts.waves.higherWorse : texts.waves.higherBetter;
  return say(end(measure.minimum), end(measure.maximum));
}

/** Opens a release for one language. */
export const openContext = (release: Release, language: Language): Context => ({
  index: indexRelease(release),
  language,
  texts: textsOf(language),
});
