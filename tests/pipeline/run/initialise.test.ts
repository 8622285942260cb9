import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { initialise } from "../../../pipeline/run/initialise.ts";
import type { FileFormat } from "../../../schemas/scan.ts";
import { makeTempFiles } from "../temp-files.ts";

const { folder, write } = makeTempFiles();
const roster = "unit,name,parent,invited\nORG,Bakkerij,,0\nA,Eén,ORG,12\n";
const answers = "id,Téam,P1\n1,A,3\n2,A,4\n";
const inLatin1 = (text: string) => Buffer.from(text, "latin1");

const propose = (files: readonly string[], format: FileFormat = {}, home = folder) =>
  initialise(files, home, format, { privateFolder: folder, today: "2026-05-01" });

describe("initialise", () => {
  it("names files as seen from the folder of scan.yaml, with / in every system", async () => {
    const files = [write(answers, "answers.csv"), write(roster, "roster.csv")];
    const { yaml, decisions } = await propose(files, {}, join(folder, "scans", "spring"));
    const [wave] = parse(yaml).waves;
    expect([wave.roster, JSON.stringify(wave.exports)].join()).toContain("../../roster.csv");
    expect(JSON.stringify(wave.exports)).toContain("../../answers.csv");
    expect(decisions).toBe(yaml.match(/# decide: /g)?.length);
  });

  it("writes a template when it is shown no file", async () => {
    expect((await propose([])).yaml).toContain("questionnaires:");
  });

  it("uses a named encoding for the files that need it, and for no other", async () => {
    const files = [write(inLatin1(answers), "old.csv"), write(roster, "new.csv")];
    const { yaml } = await propose(files, { encoding: "windows-1252" });
    expect(yaml).toContain("windows-1252");
    expect(yaml).toContain("Téam");
    expect(parse(yaml).waves[0].roster).toBe("new.csv");
  });

  it("leaves a roster as it is when settings are given for an export beside it", async () => {
    const export3 = "id;team;P1\nId;Team;One\n{a};{b};{c}\n1;A;3\n2;A;4\n";
    const files = [write(export3, "three.csv"), write(roster, "one.csv")];
    const { waves } = parse((await propose(files, { header_rows: 3, delimiter: ";" })).yaml);
    expect(waves[0].roster).toBe("one.csv");
  });

  it("uses a named UTF-16 for a file without a mark, though its bytes are valid UTF-8", async () => {
    const plain = "id,team,P1\n1,A,3\n2,A,4\n";
    const { yaml } = await propose([write(Buffer.from(plain, "utf16le"), "wide.csv")], { encoding: "utf-16le" });
    expect(yaml).toContain("utf-16le");
  });

  it("says what is wrong with a file of UTF-8, also when an encoding is named for another", async () => {
    const broken = write(`${roster}B,Twee,ORG\n`, "broken.csv");
    await expect(propose([broken], { encoding: "windows-1252" })).rejects.toThrow(
      "line 4: the record has another number of cells than the header (3, expected 4)",
    );
  });

  it("says what is wrong with a file that needs the named encoding", async () => {
    const broken = write(inLatin1(`${roster}B,Twee,ORG\n`), "old-broken.csv");
    await expect(propose([broken], { encoding: "windows-1252" })).rejects.toThrow("line 4: the record has another");
  });

  it.each([undefined, "windows-1252"] as const)("refuses a file that is not there, encoding %s", async (encoding) => {
    const missing = join(folder, "missing.csv");
    await expect(propose([missing], encoding === undefined ? {} : { encoding })).rejects.toThrow(
      "can't find this file",
    );
  });
});
