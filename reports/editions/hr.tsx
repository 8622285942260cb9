/** The edition for HR: everything that is published. In: a context; out: an edition. */
import type { Context } from "../context.ts";
import { gatherFacts } from "../facts.ts";
import { makeFigures } from "../figures/make-figures.ts";
import { teamScript } from "../interaction/team-script.ts";
import { Answer } from "../sections/answer.tsx";
import { listHrParts } from "../sections/hr-parts.tsx";
import { Page } from "../sections/page.tsx";
import { Contents, ShowParts } from "../sections/part.tsx";
import type { Edition } from "./edition.ts";

export function makeHrEdition(context: Context): Edition {
  const { index, language, texts } = context;
  const facts = gatherFacts(context);
  const figures = makeFigures(context, facts);
  return {
    path: `report.hr.${language}.html`,
    title: texts.page.title(index.release.organisation),
    figures: Object.values(figures).flat(),
    script: facts.assessed === null ? "" : teamScript,
    show: (drawings) => {
      const parts = listHrParts({ context, facts, figures, drawings });
      return (
        <Page context={context} reader={texts.readers.hr}>
          <Answer context={context} facts={facts} figures={figures.map} drawings={drawings} />
          <Contents context={context} parts={parts} />
          <ShowParts parts={parts} />
        </Page>
      );
    },
  };
}
