/** Chooses pages of a release folder to print. In: the folder, names of editions and languages; out: paths of pages that are as they were written. */
import { join } from "node:path";
import type { Language } from "../../schemas/text.ts";
import { compareWithManifest } from "../publish/write-release.ts";
import { exitCode, listNames, UserError } from "../user-error.ts";

/**
 * `manager` stands for every manager's page, `all` for everything. The scan of what leaves has read these pages, and a print of them needs no
 * second reading: a UserError is thrown when one is not as its manifest says, or when nothing has the name of an edition.
 */
export function choosePages(folder: string, editions: readonly string[], languages: readonly Language[]): string[] {
  const { manifest, differences } = compareWithManifest(folder);
  const pages = manifest.files.flatMap(({ path }) => {
    const [, edition = "", language = ""] = /^report\.([^/\\]+)\.(nl|en)\.html$/.exec(path) ?? [];
    return edition === "" ? [] : [{ path, edition, language }];
  });
  const fits = (edition: string, asked: string) =>
    asked === "all" || edition === asked || edition.startsWith(`${asked}.`);
  const unknown = editions.filter((asked) => !pages.some(({ edition }) => fits(edition, asked)));
  if (unknown.length > 0)
    throw new UserError(
      `${folder}: can't find the edition ${listNames(unknown)}; there are ${listNames(listKinds(pages))}, and manager.<unit> for one team`,
      exitCode.usage,
    );
  const chosen = pages.filter(
    ({ edition, language }) =>
      editions.some((asked) => fits(edition, asked)) && languages.some((one) => one === language),
  );
  const changed = new Set(differences.map(({ path }) => path));
  if (chosen.some(({ path }) => changed.has(path)))
    throw new UserError(
      `${folder}: can't print pages that are not as the manifest says: ${listNames(chosen.flatMap(({ path }) => (changed.has(path) ? [path] : [])))}. ` +
        "Run vitascan verify to see what else differs.",
      exitCode.inputInvalid,
    );
  return chosen.map(({ path }) => join(folder, path));
}

const listKinds = (pages: readonly Readonly<{ edition: string }>[]): string[] => [
  "all",
  ...new Set(pages.map(({ edition }) => edition.split(".")[0] ?? "")),
];
