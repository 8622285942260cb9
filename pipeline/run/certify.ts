/** Has the independent auditor attack a release together with all earlier ones, and refuses what it does not find clean. */
import { createHash } from "node:crypto";
import type { Certificate } from "../../schemas/certificate.ts";
import type { Membership } from "../../schemas/membership.ts";
import type { Release } from "../../schemas/release.ts";
import { audit } from "../audit/audit.ts";
import type { NumberedRelease } from "../ledger/open-ledger.ts";
import type { ReleaseFile } from "../publish/write-release.ts";
import { exitCode, UserError } from "../user-error.ts";

export const hashText = (text: string): string => createHash("sha256").update(text).digest("hex");

/** `files` are those of the release that hold data. */
export async function certify(input: {
  readonly release: Release;
  readonly files: readonly ReleaseFile[];
  readonly memberships: readonly Membership[];
  readonly earlier: readonly NumberedRelease[];
  readonly tool: string;
}): Promise<Certificate> {
  const text = input.files.find(({ path }) => path === "release.json")?.content ?? "";
  return audit({ ...input, releaseId: hashText(text) });
}

export const writeCertificate = (certificate: Certificate): ReleaseFile => ({
  path: "certificate.json",
  content: `${JSON.stringify(certificate, null, 1)}\n`,
});

/** Throws a UserError of exit code 4. Says where the leak is in words of the release, never a figure that leaks. */
export function refuseLeaks({ verdict, leaks }: Certificate): void {
  if (verdict === "clean") return;
  const places = leaks.slice(0, 5).map(({ attack, wave, explanation }) => `  ${wave}, ${attack}: ${explanation}`);
  throw new UserError(
    verdict === "leak"
      ? `The release can't be published: the auditor found ${leaks.length === 1 ? "a leak" : `${leaks.length} leaks`}.\n${places.join("\n")}\n` +
          "Nothing was written. This is a defect of vitascan, not of your input: please report it without your data."
      : "The release can't be published: the auditor could not carry out every attack in full, and what is not proven is not published. " +
          "Nothing was written. Ask for less detail: fewer attributes, or attributes with fewer values.",
    exitCode.auditFailed,
  );
}
