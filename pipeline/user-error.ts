/** Errors that the user can mend, each kind with its exit code. Anything else that is thrown is a defect of ours. */

/** The exit codes of the command line; 0 is success. */
export const exitCode = {
  usage: 2,
  inputInvalid: 3,
  auditFailed: 4,
  nothingReleasable: 5,
  ledgerConflict: 6,
  policyWeakened: 7,
  artefactScanFailed: 8,
  elevatedPresent: 10,
  internal: 70,
  interrupted: 130,
} as const;

/** A sentence for the user with "must" or "can't", the place, what was expected and what to do next. */
export class UserError extends Error {
  readonly exitCode: number;
  constructor(message: string, code: number = exitCode.inputInvalid) {
    super(message);
    this.name = "UserError";
    this.exitCode = code;
  }
}

/** Lists the valid names, for an error about an unknown one. At most 20 are written out. */
export function listNames(names: readonly string[]): string {
  if (names.length === 0) return "(none)";
  const shown = names.slice(0, 20).map((name) => JSON.stringify(name));
  return shown.join(", ") + (names.length > 20 ? ` and ${names.length - 20} more` : "");
}

const fileErrors: Record<string, string> = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "this disk can't be written",
  ENOENT: "it does not exist",
  ENOTDIR: "part of the path is a file",
  EISDIR: "it is a folder",
  ENOSPC: "the disk is full",
};

/** An error of the file system in our words, or null when it is something else. */
export function explainFileError(error: unknown): UserError | null {
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : fileErrors[code];
  if (reason === undefined || path === undefined) return null;
  return new UserError(`${path}: can't use this file or folder: ${reason}.`, exitCode.usage);
}
