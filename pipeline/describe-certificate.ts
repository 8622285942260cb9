/** Says on the terminal what the auditor found: in, a certificate; out, a few lines without names of people or figures. */
import type { Certificate } from "../schemas/certificate.ts";

/** One line per base and one per leak, after the verdict. */
export function describeCertificate({ verdict, releases, bases, inventory, self_test, leaks }: Certificate): string {
  const together =
    releases === 1 ? "by itself" : `together with ${releases - 1} earlier ${releases === 2 ? "release" : "releases"}`;
  return [
    `${verdicts[verdict]} (${together})`,
    `Numbers traced in ${inventory.files} files: ${inventory.numbers}. Leaks planted to test the auditor: ${self_test.planted}, found: ${self_test.found}.`,
    ...bases.map(
      ({ wave, questionnaire, instrument, k, groups, sets_tested, smallest_support, tightest_interval }) =>
        `  ${wave} / ${questionnaire} / ${instrument ?? "participation"}: ${groups} groups, ${sets_tested} sets of fewer than ${k} tried; ` +
        `fewest people behind any combination: ${smallest_support ?? "none"}${sayInterval(tightest_interval)}`,
    ),
    ...leaks.map(({ attack, wave, explanation }) => `  LEAK (${attack}), ${wave}: ${explanation}`),
  ].join("\n");
}

const verdicts: Record<Certificate["verdict"], string> = {
  clean: "Clean: every attack was carried out in full and failed.",
  leak: "Leak: something follows that must not.",
  unproven: "Not proven: an attack could not be carried out in full. Treat it as a leak.",
};

const sayInterval = (share: number | null) =>
  share === null ? "" : `; narrowest answer: ${Math.round(share * 100)} % of the scale`;
