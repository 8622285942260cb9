/** Where everything is in the folder of a ledger, and how its errors begin. */
import { join } from "node:path";
import { exitCode, UserError } from "../user-error.ts";

export const nameChain = (folder: string): string => join(folder, "ledger.jsonl");
export const nameReleases = (folder: string): string => join(folder, "releases");
export const nameCopy = (folder: string, release: string): string => join(folder, "releases", `${release}.json`);
export const namePrivate = (folder: string): string => join(folder, "private");
export const nameMembership = (folder: string, membership: string): string =>
  join(folder, "private", `${membership}.jsonl`);
export const nameKey = (folder: string): string => join(folder, "private", "key");
export const nameKeyCheck = (folder: string): string => join(folder, "private", "key-check");
export const nameLock = (folder: string): string => join(folder, "lock");

/** Only for the user who runs vitascan. */
export const privateFolder = 0o700;
export const privateFile = 0o600;
export const publicFolder = 0o755;
export const publicFile = 0o644;

/** An error of exit code 6, about a file or folder of the ledger. */
export const refuseLedger = (path: string, message: string): UserError =>
  new UserError(`${path}: ${message}`, exitCode.ledgerConflict);

/** The first digits of a fingerprint, enough to tell releases apart by eye. */
export const shorten = (sha256: string): string => sha256.slice(0, 12);
