/** Refuses a release whose files say more than the release. In: findings; out: nothing, or an error with the first places. */
import { exitCode, UserError } from "../user-error.ts";
import type { Finding } from "./finding.ts";

const shown = 10;

/** Throws a UserError with exit code 8 when there are findings. Neither a number nor a name is repeated: it may be one that must not leave. */
export function refuseArtefacts(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const lines = findings.slice(0, shown).map((finding) => `  ${describe(finding)}`);
  const more = findings.length > shown ? [`  and ${findings.length - shown} more`] : [];
  throw new UserError(
    [
      `The release must hold nothing but released figures, but ${findings.length} ${findings.length === 1 ? "place holds" : "places hold"} something else:`,
      ...lines,
      ...more,
      "Nothing was written. This is a defect of vitascan, not of your input: please report these lines, which hold no figure and no name.",
    ].join("\n"),
    exitCode.artefactScanFailed,
  );
}

const describe = ({ path, where, kind, expected }: Finding): string =>
  `${path}${where === "" ? "" : `, ${where}`}: ${kind}: expected ${expected}`;
