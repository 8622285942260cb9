/**
 * The edition for the works council and employees: how people are protected, what is published and what the audit found; no scores.
 * In: a context and the certificate, null when there is none; out: an edition.
 */
import type { Certificate } from "../../schemas/certificate.ts";
import type { Context } from "../context.ts";
import { Page } from "../sections/page.tsx";
import { Contents, ShowParts } from "../sections/part.tsx";
import { listProtectionParts, ProtectionAnswer } from "../sections/protection.tsx";
import type { Edition } from "./edition.ts";

export function makeWorksCouncilEdition(context: Context, certificate: Certificate | null): Edition {
  const { index, language, texts } = context;
  return {
    path: `report.works_council.${language}.html`,
    title: texts.council.title(index.release.organisation),
    figures: [],
    script: "",
    show: () => {
      const parts = listProtectionParts(context, certificate);
      return (
        <Page context={context} reader={texts.readers.council}>
          <ProtectionAnswer context={context} certificate={certificate} />
          <Contents context={context} parts={parts} />
          <ShowParts parts={parts} />
        </Page>
      );
    },
  };
}
