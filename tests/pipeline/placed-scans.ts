/** Puts changed copies of the tiny scan into folders of their own, and reads the refusals of those that are wrong. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { readScan } from "../../pipeline/read-scan.ts";
import { tinyScan } from "../cli/tiny-scan.ts";

type Files = Readonly<Record<string, string>>;

/** Folders below `folder`, one per scan. */
export function makePlacedScans(folder: string) {
  const { yaml, instrument } = tinyScan();
  let made = 0;

  /** A folder with these texts as scan.yaml and pulse.yaml; the path of scan.yaml. */
  function place(scan: string, own = instrument, extra: Files = {}): string {
    const home = join(folder, `scan-${made++}`);
    for (const [name, text] of Object.entries({ "scan.yaml": scan, "pulse.yaml": own, ...extra })) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
    return join(home, "scan.yaml");
  }

  /** The message of the refusal. */
  function refusal(scan: string, own = instrument, extra: Files = {}): string {
    try {
      readScan(place(scan, own, extra));
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("this scan must be refused");
  }

  const change = (from: string, to: string): string => {
    expect(yaml).toContain(from);
    return yaml.replace(from, to);
  };
  return { yaml, instrument, place, refusal, change };
}
