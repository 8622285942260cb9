/** The frame of every edition: skip link, masthead, main, foot. In: the parts; out: the body. */
import type { ComponentChildren } from "preact";
import type { Context } from "../context.ts";
import { Masthead } from "./masthead.tsx";

type Props = Readonly<{ context: Context; reader: string; children: ComponentChildren }>;

/** `main` begins with the section `answer`, to which the skip link leads. */
export function Page({ context, reader, children }: Props) {
  const { texts, index } = context;
  return (
    <body>
      <a class="skip" href="#answer">
        {texts.page.skip}
      </a>
      <div class="page">
        <Masthead context={context} reader={reader} />
        <main>{children}</main>
        <footer>
          <p>{texts.page.confidential(index.release.policy.k.mean)}</p>
          <p class="paper">{texts.page.onPaper}</p>
        </footer>
      </div>
    </body>
  );
}
