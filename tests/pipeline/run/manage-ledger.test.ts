import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { checkLedger, fixLines, importPublished, listLedger } from "../../../pipeline/run/manage-ledger.ts";
import type { Scan } from "../../../schemas/scan.ts";
import { findLeak, inTeams, makeRelease, people, type ReleaseOptions } from "../ledger/ledger-examples.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder: temporary, write } = makeTempFiles();
let made = 0;
let folder = "";
beforeEach(() => {
  folder = join(temporary, `ledger-${made++}`);
});

const membership = inTeams({ T1: people("a", 10), T2: people("b", 10) });
const take = (source: string, memberships = [membership]) =>
  importPublished({
    source,
    folder,
    audience: "board",
    tool: "vitascan 1",
    givenKey: undefined,
    random: randomBytes,
    collect: async () => ({ frame: makeRelease(), memberships }),
  });
const place = (options: ReleaseOptions) => {
  const home = join(temporary, `release-${made++}`);
  mkdirSync(home);
  writeFileSync(join(home, "release.json"), JSON.stringify(makeRelease(options)));
  return home;
};

describe("listLedger", () => {
  it("is empty where there is no ledger, and has a row per entry", async () => {
    expect(listLedger(folder)).toEqual([]);
    await take(place({ shown: ["T1"] }));
    expect(listLedger(folder)).toMatchObject([
      { number: 1, kind: "import", waves: ["2026-spring"], audience: "board", preset: "standard" },
    ]);
  });
});

describe("fixLines", () => {
  const spring = { wave: "2026-spring", opened_date: "2026-04-07", closed_date: "2026-04-24" };
  const autumn = { wave: "2026-autumn", opened_date: "2026-10-05", closed_date: "2026-10-23" };
  const fix = (waves: (typeof spring)[], delta: number, today: string) =>
    fixLines(
      folder,
      {
        scan: { waves } as unknown as Scan,
        line: { kind: "own_organisation", measure: "enps.score", delta },
        indicators: [],
      },
      { today, tool: "vitascan 1" },
    );

  it("fixes the waves that have none, and leaves another line of an earlier wave", () => {
    expect(fix([spring], 0.3, "2026-03-01")).toMatchObject({ entry: { number: 1 }, same: [], other: [] });
    expect(fix([spring, autumn], 0.3, "2026-09-01")).toMatchObject({
      entry: { number: 2, fixed_date: "2026-09-01", waves: [autumn] },
      waves: ["2026-autumn"],
      line: "enps.score (own_organisation, delta 0.3)",
      same: ["2026-spring"],
      other: [],
    });
    expect(fix([spring, autumn], 0.3, "2026-09-02")).toMatchObject({
      entry: null,
      same: ["2026-spring", "2026-autumn"],
    });
    const winter = { wave: "2027-winter", opened_date: "2027-01-05", closed_date: "2027-01-23" };
    expect(fix([spring, winter], 0.2, "2026-12-01")).toMatchObject({
      entry: { waves: [winter] },
      waves: ["2027-winter"],
      same: [],
      other: ["2026-spring"],
    });
    expect(listLedger(folder)[2]).toEqual({
      number: 3,
      kind: "line",
      fixed_date: "2026-12-01",
      waves: ["2027-winter"],
      line: "enps.score (own_organisation, delta 0.2)",
    });
    expect(checkLedger(folder, findLeak)).toMatchObject({ ok: true, entries: 0, lines: 3 });
  });

  it("refuses another line for the newest wave, with exit code 6, and then fixes nothing of the others", () => {
    fix([autumn], 0.3, "2026-09-01");
    const work = () => fix([spring, autumn], 0.2, "2026-09-02");
    expect(work).toThrow("line must be what was fixed for wave 2026-autumn on 2026-09-01");
    expect(work).toThrow(expect.objectContaining({ exitCode: 6 }));
    expect(checkLedger(folder, findLeak).lines).toBe(1);
  });
});

describe("importPublished", () => {
  it("takes a folder, its release.json and a CSV, each once", async () => {
    const home = place({ shown: ["T1"] });
    expect((await take(home)).outcome).toBe("appended");
    expect((await take(join(home, "release.json"))).outcome).toBe("unchanged");
    const csv = write("wave,unit,measure,respondents,enps\n2026-spring,T2,enps.score,10,5\n");
    expect((await take(csv)).entry).toMatchObject({ number: 2, kind: "import" });
    expect((await take(csv)).outcome).toBe("unchanged");
  });

  it("refuses a file that is not there, and a wave under another name", async () => {
    await expect(take(join(temporary, "nowhere.csv"))).rejects.toThrow("nowhere.csv: can't find this file.");
    await take(place({ shown: ["T1"] }));
    const renamed = inTeams({ T1: people("a", 10) }, { wave: "lente" });
    await expect(take(place({ shown: ["T1"], wave: "lente" }), [renamed])).rejects.toThrow(
      "must be called 2026-spring",
    );
  });
});

describe("checkLedger", () => {
  it("counts what is there and finds nothing when all is safe", async () => {
    expect(checkLedger(folder, findLeak)).toEqual({
      ok: true,
      entries: 0,
      lines: 0,
      memberships: 0,
      bases: 0,
      unsafe: [],
    });
    await take(place({ shown: ["T1"] }));
    await take(place({ shown: ["T2"] }));
    expect(checkLedger(folder, findLeak)).toMatchObject({ ok: true, entries: 2, memberships: 1, bases: 1 });
  });

  it("names the releases that tell too much together", async () => {
    const small = inTeams({ T1: people("a", 10), T2: people("b", 3) });
    await take(place({ shown: ["T1"] }), [small]);
    await take(place({ shown: ["D1"], change: { respondents: 13 } }), [small]);
    const check = checkLedger(folder, findLeak);
    expect(check.ok).toBe(false);
    expect(check.unsafe).toMatchObject([
      { waves: ["2026-spring"], instrument: "enps", kind: "mean", k: 5, releases: [1, 2] },
    ]);
  });
});
