/**
 * The secret by which people are recognised in earlier releases without their ids being kept. In: a key from outside, or the
 * key file. Out: 32 bytes. What is kept of a key from outside is a check, by which another key is noticed.
 */
import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { exitCode, UserError } from "../user-error.ts";
import { type Disk, replaceFile } from "./disk.ts";
import { nameKey, nameKeyCheck, namePrivate, privateFile, refuseLedger } from "./layout.ts";

/** given: from outside. file: from the ledger's key file. made: new, and kept with the first entry. */
export type LedgerKey = Readonly<{ bytes: Uint8Array; origin: "given" | "file" | "made" }>;

const digits = /^[0-9a-f]{64}$/i;

/**
 * The key of the ledger in `folder`. `given` (64 hexadecimal digits) goes before the key file; a key is made only for a ledger
 * without entries. Writes nothing. Throws a UserError: exit code 2 for a key that is not one, 6 for a key that is missing or is not
 * the ledger's.
 */
export function findLedgerKey(input: {
  readonly folder: string;
  /** How many entries the ledger has. */
  readonly entries: number;
  readonly given: string | undefined;
  readonly random: (bytes: number) => Uint8Array;
}): LedgerKey {
  const { folder, entries, given, random } = input;
  const key = given === undefined ? readKeyFile(folder) : readGiven(given);
  if (key !== null) {
    refuseOtherKey(folder, entries, key.bytes);
    return key;
  }
  if (entries > 0 || existsSync(nameKeyCheck(folder)))
    throw refuseLedger(nameKey(folder), `can't find the key of this ledger. ${whatToDo}`);
  return { bytes: random(32), origin: "made" };
}

const whatToDo =
  "Without it nobody can be recognised in earlier releases, so nothing can be compared with them. Restore the folder private " +
  "from a backup, or give the key in VITASCAN_LEDGER_KEY. When it is lost for good: begin a new ledger in another folder and " +
  "import every earlier release into it with vitascan ledger import; copies are in the folder releases of this one.";

const readGiven = (text: string): LedgerKey => {
  if (digits.test(text.trim())) return { bytes: Buffer.from(text.trim(), "hex"), origin: "given" };
  throw new UserError(
    "VITASCAN_LEDGER_KEY must be 64 hexadecimal digits: 32 random bytes, not words. Make one with: openssl rand -hex 32",
    exitCode.usage,
  );
};

function readKeyFile(folder: string): LedgerKey | null {
  const path = nameKey(folder);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8").trim();
  if (digits.test(text)) return { bytes: Buffer.from(text, "hex"), origin: "file" };
  throw refuseLedger(path, `must be 64 hexadecimal digits, but it was changed. ${whatToDo}`);
}

function refuseOtherKey(folder: string, entries: number, key: Uint8Array): void {
  const path = nameKeyCheck(folder);
  if (!existsSync(path)) {
    if (entries === 0) return;
    throw refuseLedger(path, `can't find this file, so it can't be told whether the key is the ledger's. ${whatToDo}`);
  }
  if (readFileSync(path, "utf8").trim() !== checkKey(key))
    throw refuseLedger(
      namePrivate(folder),
      `can't be read with this key: it is not the one this ledger began with. ${whatToDo}`,
    );
}

/** Tells nothing of a random key of 32 bytes. */
const checkKey = (key: Uint8Array): string => createHmac("sha256", key).update("vitascan-ledger/1 key").digest("hex");

/**
 * Keeps a key that was made, and the check of any key, where they are not kept yet. The private folder must be there.
 * Throws a UserError of exit code 6 when another run began the ledger with another key in the meantime.
 */
export function keepKey(folder: string, key: LedgerKey, place: Disk): void {
  refuseOtherKey(folder, 0, key.bytes);
  const hex = Buffer.from(key.bytes).toString("hex");
  if (key.origin === "made") replaceFile(place, nameKey(folder), [`${hex}\n`], privateFile);
  if (!existsSync(nameKeyCheck(folder)))
    replaceFile(place, nameKeyCheck(folder), [`${checkKey(key.bytes)}\n`], privateFile);
}
