/** Small sound exports of several tools, with the scan that reads them; every record carries texts that must never come out. */
import Papa from "papaparse";
import type { Plan } from "../../pipeline/read-scan.ts";
import { Instrument } from "../../schemas/instrument.ts";
import { PolicyChoice } from "../../schemas/policy.ts";
import { Scan } from "../../schemas/scan.ts";

/** Texts that identify a person; found in any message, something leaked. */
export const canaries = ["quokka@example.org", "Quirinus Canarybird", "shouts at Zebedee"] as const;

export type FuzzExport = Readonly<{ questionnaire: string; text: string }>;

const units = ["HR", "IT-1", "IT-2"];
const frequency = ["nooit", "zelden", "soms", "vaak", "altijd"];
const range = (length: number) => Array.from({ length }, (_, index) => index);
const answer = (record: number, item: number) => ((record * 7 + item * 3) % 5) + 1;

/** Header rows and what a record holds, by its number from 0. */
const tools: Readonly<
  Record<
    string,
    { header: string[][]; record: (index: number) => string[]; dialect: Papa.UnparseConfig; mark?: boolean }
  >
> = {
  plain: {
    header: [["id", "team", "P1", "P2", "P3", "Opmerking"]],
    record: (index) => [
      String(1001 + index),
      units[index % 3] as string,
      ...answers(index),
      `${canaries[2]}, ${index}`,
    ],
    dialect: { newline: "\n" },
  },
  labels: {
    header: [["id", "team", "Hoe vaak\n(werk)?", "P2", "P3", "E-mailadres"]],
    record: (index) => [`r${index}`, units[index % 3] as string, ...labels(index), `${index}${canaries[0]}`],
    dialect: { newline: "\r\n", delimiter: ";" },
  },
  limesurvey: {
    header: [
      [
        "id. Response ID",
        "submitdate. Date submitted",
        "lastpage. Last page",
        "team. In which team?",
        "P1. One",
        "P2. Two",
        "P3. Three",
        "naam. Name",
      ],
    ],
    record: (index) => [
      String(index + 1),
      index % 5 === 4 ? "" : `2026-04-0${(index % 9) + 1} 10:11:12`,
      "3",
      units[index % 3] as string,
      ...answers(index),
      `${canaries[1]} ${index}`,
    ],
    dialect: { newline: "\r\n", quotes: true },
    mark: true,
  },
  qualtrics: {
    header: [
      [
        "StartDate",
        "EndDate",
        "Status",
        "Progress",
        "Finished",
        "RecordedDate",
        "ResponseId",
        "RecipientEmail",
        "team",
        "P1",
        "P2",
        "P3",
      ],
      [
        "Start Date",
        "End Date",
        "Response Type",
        "Progress",
        "Finished",
        "Recorded Date",
        "Response ID",
        "Recipient Email",
        "Team",
        "One,\ntwo?",
        "Two",
        "Three",
      ],
      [
        "startDate",
        "endDate",
        "status",
        "progress",
        "finished",
        "recordedDate",
        "_recordId",
        "recipientEmail",
        "QID1",
        "QID2_1",
        "QID2_2",
        "QID2_3",
      ].map((id) => `{"ImportId":"${id}"}`),
    ],
    record: (index) => [
      "2026-04-01 10:00:00",
      "2026-04-01 10:05:00",
      index % 7 === 6 ? "1" : "0",
      "100",
      index % 5 === 4 ? "0" : "1",
      "2026-04-01 10:05:01",
      `R_${index}`,
      `${index}.${canaries[0]}`,
      units[index % 3] as string,
      ...answers(index),
    ],
    dialect: { newline: "\n" },
  },
};

const answers = (record: number) =>
  range(3).map((item) => ((record + item) % 6 === 5 ? "" : String(answer(record, item))));
const labels = (record: number) => range(3).map((item) => frequency[answer(record, item) - 1] as string);

/** One export per tool, of 12 responses. */
export const fuzzExports: readonly FuzzExport[] = Object.entries(tools).map(
  ([questionnaire, { header, record, dialect, mark }]) => ({
    questionnaire,
    text: `${mark ? "\ufeff" : ""}${Papa.unparse([...header, ...range(12).map(record)], dialect)}${dialect.newline}`,
  }),
);

const pulse = Instrument.parse({
  instrument: "pulse",
  version: 1,
  title: { nl: "Polsslag", en: "Pulse" },
  citation: "Made for this test.",
  licence: { id: "MIT", redistribute_text: true },
  answers: { minimum: 1, maximum: 5 },
  items: ["P1", "P2", "P3"].map((item) => ({ item, label: { nl: item, en: item } })),
  scales: [
    {
      scale: "total",
      title: { nl: "Polsslag", en: "Pulse" },
      meaning: { nl: "Zo.", en: "So." },
      score: "mean",
      minimum_answered: 2,
      higher_is: "better",
    },
  ],
});

const own = Object.fromEntries(frequency.map((label, index) => [label, index + 1]));

const questionnaires = {
  plain: {
    instruments: ["pulse"],
    columns: { unit: "team", response: "id", answers: { P1: "P1", P2: "P2", P3: "P3" } },
  },
  labels: {
    instruments: ["pulse"],
    columns: { unit: "team", response: "id", answers: { P1: "Hoe vaak (werk)?", P2: "P2", P3: "P3" } },
    labels: { pulse: own },
  },
  limesurvey: { instruments: ["pulse"], columns: { unit: "team", answers: { P1: "P1", P2: "P2", P3: "P3" } } },
  qualtrics: { instruments: ["pulse"], columns: { unit: "team", answers: { P1: "P1", P2: "P2", P3: "P3" } } },
};

/** The scan of all these questionnaires. */
export const fuzzPlan: Plan = {
  scan: Scan.parse({
    organisation: "Fuzz",
    questionnaires,
    waves: [{ wave: "now", opened_date: "2026-04-01", closed_date: "2026-04-24", roster: "roster.csv", exports: {} }],
    line: { kind: "own_organisation", measure: "pulse.total" },
  }),
  folder: ".",
  instruments: new Map([["pulse", pulse]]),
  indicators: [],
  line: { kind: "own_organisation", measure: "pulse.total", delta: 0.3 },
  policy: PolicyChoice.parse({}),
  config_hash: "",
};

/** Unit to parent. */
export const fuzzUnits = [{ unit: "ORG", parent: null }, ...units.map((unit) => ({ unit, parent: "ORG" }))];
