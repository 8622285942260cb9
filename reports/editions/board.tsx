/** The edition for the board: the size of it on one page, without the name of any team. In: a context and facts; out: an edition. */
import type { Context } from "../context.ts";
import type { Facts } from "../facts.ts";
import { makeSignsFigure } from "../figures/signs-figure.ts";
import { BoardPage } from "../sections/board-page.tsx";
import { Page } from "../sections/page.tsx";
import type { Edition } from "./edition.ts";

export function makeBoardEdition(context: Context, facts: Facts): Edition {
  const { index, language, texts } = context;
  const figures = makeSignsFigure(context, facts);
  return {
    path: `report.board.${language}.html`,
    title: texts.board.title(index.release.organisation),
    figures,
    script: "",
    show: (drawings) => (
      <Page context={context} reader={texts.readers.board}>
        <BoardPage context={context} facts={facts} figures={figures} drawings={drawings} />
      </Page>
    ),
  };
}
