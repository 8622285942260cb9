/**
 * A tiny organisation made by hand: two departments, four teams of 12, 15, 20 and 18 answers, three items from 1 to 5 and
 * one from 0 to 10. Every row carries an e-mail address, a name and a free text that must never come out again.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/** Texts that identify a person; found in any output, something leaked. */
export const canaries = ["quokka@example.org", "Quirinus Canarybird", "shouts at Zebedee", "token-platypus"] as const;

export type Row = Record<string, string>;

export type TinyScan = Readonly<{ yaml: string; instrument: string; roster: string; rows: readonly Row[] }>;

const teams = [
  { unit: "T1", answers: 12 },
  { unit: "T2", answers: 15 },
  { unit: "T3", answers: 20 },
  { unit: "T4", answers: 18 },
] as const;

/** One row per response. Answers follow from the number of the response, so that no two teams are the same. */
function makeRows(): Row[] {
  const units = teams.flatMap(({ unit, answers }) => Array.from({ length: answers }, () => unit));
  return units.map((team, index) => ({
    id: String(index + 1),
    submitted: "2024-03-01 10:00:00",
    email: `${index}.${canaries[0]}`,
    name: `${canaries[1]} ${index}`,
    token: `${canaries[3]}-${index}`,
    team,
    P1: String(1 + ((index * 7 + team.charCodeAt(1)) % 5)),
    P2: String(1 + ((index * 7 + team.charCodeAt(1) + (index % 3 === 0 ? 1 : 0)) % 5)),
    P3: String(5 - ((index * 7 + team.charCodeAt(1) + (index % 4 === 0 ? 1 : 0)) % 5)),
    recommend: String((index * 3) % 11),
    remark: `${canaries[2]} in room ${index}`,
  }));
}

const instrument = `instrument: pulse
version: 1
title: { nl: Polsslag, en: Pulse }
citation: Made for this test.
licence: { id: MIT, redistribute_text: true }
answers: { minimum: 1, maximum: 5 }
items:
  - { item: P1, label: { nl: een, en: one } }
  - { item: P2, label: { nl: twee, en: two } }
  - { item: P3, label: { nl: drie, en: three }, reversed: true }
scales:
  - scale: total
    title: { nl: Polsslag, en: Pulse }
    meaning: { nl: Hoe het gaat., en: How it goes. }
    score: mean
    minimum_answered: 2
    higher_is: better
`;

const roster = `unit,name,parent,invited
ORG,Tiny organisation,,0
D1,Department one,ORG,0
D2,Department two,ORG,0
T1,Team one,D1,14
T2,Team two,D1,17
T3,Team three,D2,24
T4,Team four,D2,20
`;

const yaml = `organisation: Tiny organisation
language: en
instruments: [pulse.yaml]
questionnaires:
  pulse:
    instruments: [pulse, enps]
    columns:
      unit: team
      response: id
      submitted: submitted
      answers: { P1: P1, P2: P2, P3: P3, ENPS01: recommend }
waves:
  - wave: 2024-spring
    opened_date: 2024-02-20
    closed_date: 2024-03-10
    roster: roster.csv
    exports: { pulse: answers.csv }
line: { kind: own_organisation, measure: pulse.total }
`;

/** The tiny scan as it should be: 65 responses, no problem. */
export const tinyScan = (): TinyScan => ({ yaml, instrument, roster, rows: makeRows() });

/** `rows` with some cells of response `record` (from 1) replaced. */
export const changeRow = (rows: readonly Row[], record: number, cells: Row): Row[] =>
  rows.map((row, index) => (index === record - 1 ? { ...row, ...cells } : row));

/** The export as text; commas, LF. */
export const writeRows = (rows: readonly Row[]): string => `${Papa.unparse([...rows], { newline: "\n" })}\n`;

/** Puts the scan into `folder`; `answers` replaces the bytes of the export, null leaves the file away. */
export function writeTinyScan(folder: string, scan: TinyScan, answers?: string | Uint8Array | null): string {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  put("scan.yaml", scan.yaml);
  put("pulse.yaml", scan.instrument);
  put("roster.csv", scan.roster);
  if (answers !== null) put("answers.csv", answers ?? writeRows(scan.rows));
  return join(folder, "scan.yaml");
}
