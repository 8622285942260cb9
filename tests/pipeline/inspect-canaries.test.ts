/** Plants what must never be shown in every column of every tool's export, and in every kind of damage. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeInspection } from "../../pipeline/describe-inspection.ts";
import { UserError } from "../../pipeline/user-error.ts";
import type { Inspection } from "../../schemas/inspection.ts";
import { makeInspections } from "./inspected-examples.ts";

const { look } = makeInspections();

/** Header, and the cells of a record that keep the tool's mark: the others hold canaries. */
const tools: Readonly<Record<string, readonly [header: string, mark: readonly string[]]>> = {
  qualtrics: ["StartDate,EndDate,Finished,ResponseId,Q1,Q2", ["2026-04-05 10:00:00"]],
  limesurvey: ["id. Response ID,submitdate. Date submitted,lastpage. Last page,Q1. Hoe?,Q2. Waarom?", []],
  surveymonkey: ["Respondent ID,Q1,,Q2\n,A,B,Open-Ended Response", ["7"]],
  google_forms: ["Tijdstempel,Team,Cijfer", []],
  microsoft_forms: ["ID,Start time,Completion time,Email,Name,Q1", []],
  typeform: ["#,Q1,Q2,Submit Date (UTC)", []],
  formbricks: ["No.,Response ID,Survey ID,User ID,1. Q", []],
  viva_glint: ["First Name,EMP ID,Survey Cycle Completion Date,Q,Q_COMMENT", []],
  kobotoolbox: ["start,_uuid,_submission_time,q1", []],
  redcap: ["record_id,name,q1,scan_complete", []],
  long: ["respondent,question,answer", []],
  plain: ["team,a,b", []],
};
const canaries = [
  "kanarie@voorbeeld.example",
  "Kanarie van Geel",
  "Mijn kanarie zingt hier elke dag te hard",
  "0612345678",
];
const shown = /kanarie|0612345678/i;

const records = (header: string, mark: readonly string[], picks: readonly number[], count: number) => {
  const width = header.split("\n")[0]?.split(",").length ?? 0;
  return Array.from({ length: count }, (_, record) =>
    Array.from(
      { length: width },
      (_, cell) => mark[cell] ?? canaries[((picks[cell % picks.length] ?? 0) + (record % 2)) & 3],
    ).join(","),
  );
};

const damages: Readonly<Record<string, (lines: string[]) => string>> = {
  none: (lines) => lines.join("\n"),
  "a quote in a cell": (lines) => lines.join("\n").replace(/(kanarie)(?![\s\S]*kanarie)/i, '$1"'),
  "a quote that is never closed": (lines) => `${lines.join("\n")}\n"kanarie`,
  "cells that are too many": (lines) => `${lines.join("\n")},Kanarie van Geel`,
  "cells that are too few": (lines) => `${lines.join("\n")}\nKanarie`,
  "mixed line ends": (lines) => `${lines.join("\n")}\r\n${lines.at(-1)}`,
  "a NUL byte": (lines) => `${lines.join("\n")}\0`,
  "a lost character": (lines) => `${lines.join("\n")}\ufffd`,
  "another encoding": (lines) => `${lines.join("\n")}\u00e9`,
  semicolons: (lines) => lines.join("\n").replaceAll(",", ";"),
};

async function inspectOrExplain(content: string, latin: boolean): Promise<Inspection | UserError> {
  try {
    return await look(latin ? Buffer.from(content, "latin1") : content);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

const word = (found: Inspection | UserError) =>
  found instanceof UserError
    ? found.message
    : `${JSON.stringify({ ...found, text_path: "" })}\n${describeInspection(found)}`;

describe("inspect", () => {
  it.each(Object.keys(tools))("shows nothing of a respondent in an export of %s", async (tool) => {
    const [header, mark] = tools[tool] ?? ["", []];
    for (const [name, damage] of Object.entries(damages)) {
      const sample = fc.sample(fc.array(fc.nat(3), { minLength: 3, maxLength: 7 }), { numRuns: 8, seed: 20260424 });
      for (const picks of sample) {
        const lines = [...header.split("\n"), ...records(header, mark, picks, 6)];
        const found = await inspectOrExplain(damage(lines), name === "another encoding");
        expect(word(found)).not.toMatch(shown);
        if (name === "none") expect(found).toMatchObject({ profile: tool, records: 6 });
      }
    }
  });

  it("refuses a file without a header when its first record has an address, a date or answers that come back", async () => {
    const [first, ...others] = ["Kanarie van Geel,WZ,vaak,soms", "Piet Mus,GH,vaak,soms", "Jan Spreeuw,WZ,soms,soms"];
    for (const line of [`${first},kanarie@voorbeeld.example`, `${first},24-4-2026`, `${first},nooit`]) {
      const rows = [line, ...others.map((other) => `${other},nooit`)];
      const found = await inspectOrExplain(rows.join("\n"), false);
      expect(found).toBeInstanceOf(UserError);
      expect(word(found)).not.toMatch(shown);
    }
  });
});
