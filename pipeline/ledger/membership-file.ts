/**
 * Keeps who is behind the figures of a questionnaire in a wave. In: a membership. Out: a file of one header and one line per
 * row, named after its bytes. Read and written line by line, so that a million people fit; the order is canonical: the same
 * people, the same bytes.
 */
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { type Membership, MembershipHeader, MembershipRow } from "../../schemas/membership.ts";
import { type Disk, replaceFile } from "./disk.ts";
import { nameMembership, privateFile, refuseLedger } from "./layout.ts";

/**
 * The membership in canonical order: rows by unit as in the header, then by values and instruments answered; people sorted.
 * Throws when a row is of a unit that is not in the header.
 */
export function arrangeMembership(membership: Membership): Membership {
  const positions = new Map(membership.units.map(({ unit }, index) => [unit, index]));
  const place = (unit: string): number => {
    const position = positions.get(unit);
    if (position === undefined) throw new Error(`Unit ${unit} of a membership must be in its header.`);
    return position;
  };
  const rows = membership.rows
    .map((row) => ({ row, position: place(row.unit), text: JSON.stringify([row.values, row.answered]) }))
    .sort((a, b) => a.position - b.position || compare(a.text, b.text))
    .map(({ row }) => (isSorted(row.people) ? row : { ...row, people: [...row.people].sort(compare) }));
  return { ...membership, rows };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const isSorted = (texts: readonly string[]): boolean =>
  texts.every((text, index) => index === 0 || (texts[index - 1] as string) <= text);

/** The lines of the file, each with its line end; parsing gives the fields their order. */
function* listLines(membership: Membership): Generator<string> {
  const { rows, ...header } = arrangeMembership(membership);
  yield `${JSON.stringify(MembershipHeader.parse(header))}\n`;
  for (const { unit, values, answered, people } of rows)
    yield `${JSON.stringify({ unit, values, answered, people })}\n`;
}

/** sha256 of the membership's file: two memberships are the same when this is. */
export function identifyMembership(membership: Membership): string {
  const hash = createHash("sha256");
  for (const line of listLines(membership)) hash.update(line);
  return hash.digest("hex");
}

/** Writes the file into the private part of the ledger and returns its sha256. The folder must be there. */
export function writeMembership(folder: string, membership: Membership, place: Disk): string {
  const sha256 = identifyMembership(membership);
  replaceFile(place, nameMembership(folder, sha256), listLines(membership), privateFile);
  return sha256;
}

/** Reads a membership. Throws a UserError of exit code 6 when the file is missing or not what its name says. */
export function readMembership(folder: string, sha256: string): Membership {
  const path = nameMembership(folder, sha256);
  if (!existsSync(path))
    throw refuseLedger(
      path,
      "can't find this membership: a release before was made with it. Restore it from a backup.",
    );
  const hash = createHash("sha256");
  let header: MembershipHeader | undefined;
  const rows: MembershipRow[] = [];
  try {
    for (const line of readLines(path, (bytes) => hash.update(bytes))) {
      if (header === undefined) header = MembershipHeader.parse(JSON.parse(line));
      else rows.push(MembershipRow.parse(JSON.parse(line)));
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    throw refuseDamaged(path);
  }
  if (header === undefined || hash.digest("hex") !== sha256) throw refuseDamaged(path);
  return { ...header, rows };
}

const refuseDamaged = (path: string) =>
  refuseLedger(
    path,
    "must be the membership that its name says, but its bytes were changed. Restore it from a backup.",
  );

/** The lines of a file without their ends; `see` gets every byte. What follows the last line end is a line too. */
function* readLines(path: string, see: (bytes: Uint8Array) => void): Generator<string> {
  const file = openSync(path, "r");
  const chunk = Buffer.alloc(1 << 20);
  let kept: Buffer[] = [];
  try {
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const bytes = chunk.subarray(0, size);
      see(bytes);
      let start = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        yield Buffer.concat([...kept, bytes.subarray(start, end)]).toString("utf8");
        kept = [];
        start = end + 1;
      }
      if (start < size) kept.push(Buffer.from(bytes.subarray(start)));
    }
    if (kept.length > 0) yield Buffer.concat(kept).toString("utf8");
  } finally {
    closeSync(file);
  }
}
