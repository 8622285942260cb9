/** Publishes invented organisations through the real pipeline, ledger and auditor, without drawing reports. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readScan } from "../../pipeline/read-scan.ts";
import { certify } from "../../pipeline/run/certify.ts";
import { openRecords, recordRelease, refuseConflict } from "../../pipeline/run/records.ts";
import { dataFiles } from "../../pipeline/run/render-files.ts";
import { makeRelease } from "../../pipeline/run.ts";
import type { Certificate } from "../../schemas/certificate.ts";
import type { Release } from "../../schemas/release.ts";

/** One row per response; `person` is the id. Answers from 0 to 10 on `score`, and an attribute. */
export type Response = Readonly<{ person: string; unit: string; score: number; tenure?: string }>;

/** One row per unit of the roster. */
export type RosterRow = readonly [unit: string, parent: string | null, invited: number];

export type Survey = Readonly<{
  roster: readonly RosterRow[];
  waves: Readonly<Record<string, readonly Response[]>>;
  /** Whether responses have ids (when left out), a key that is the person's in every wave, or nothing. */
  ids?: boolean | "key";
  /** Lines of scan.yaml about the policy. */
  policy?: string;
  instruments?: readonly string[];
  /** Whether the attribute is used. */
  segments?: boolean;
}>;

const attributes = `attributes:
  tenure:
    title: { nl: Dienstjaren, en: Tenure }
    values:
      short: { title: { nl: kort, en: short }, texts: [short] }
      long: { title: { nl: lang, en: long }, texts: [long] }
`;

const key = "5a".repeat(32);

/** A place with one ledger: everything published in it is one organisation's. */
export const makePlace = () => mkdtempSync(join(tmpdir(), "test-attack-"));

let made = 0;

function writeSurvey(
  place: string,
  { roster, waves, ids = true, policy = "", instruments = ["enps"], segments }: Survey,
) {
  const folder = join(place, `survey-${made++}`);
  mkdirSync(folder);
  const put = (name: string, rows: readonly (readonly (string | number)[])[]) =>
    writeFileSync(join(folder, name), `${rows.map((row) => row.join(",")).join("\n")}\n`);
  put("roster.csv", [
    ["unit", "name", "parent", "invited"],
    ...roster.map(([unit, parent, invited]) => [unit, unit, parent ?? "", invited]),
  ]);
  for (const [wave, responses] of Object.entries(waves)) {
    put(`${wave}.csv`, [
      ["person", ...(ids === "key" ? [] : ["unit"]), "score", "tenure"],
      ...responses.map(({ person, unit, score, tenure = "" }) => [
        person,
        ...(ids === "key" ? [] : [unit]),
        score,
        tenure,
      ]),
    ]);
    if (ids === "key")
      put(`places-${wave}.csv`, [["person", "unit"], ...responses.map((one) => [one.person, one.unit])]);
  }
  const nameExport = (wave: string) =>
    ids === "key" ? `{ file: ${wave}.csv, attributes: places-${wave}.csv }` : `${wave}.csv`;
  const listed = Object.keys(waves).map(
    (wave) =>
      `  - { wave: "${wave}", opened_date: ${wave}-03-01, closed_date: ${wave}-03-20, roster: roster.csv, exports: { pulse: ${nameExport(wave)} } }`,
  );
  const columns = [
    "unit: unit",
    ...(ids === "key" ? ["key: person"] : ids ? ["response: person"] : []),
    ...(segments ? ["attributes: { tenure: tenure }"] : []),
    "answers: { ENPS01: score }",
  ];
  writeFileSync(
    join(folder, "scan.yaml"),
    `organisation: Attacked\nlanguage: en\n${segments ? attributes : ""}questionnaires:\n  pulse:\n    instruments: [${instruments.join(", ")}]\n` +
      `    columns: { ${columns.join(", ")} }\nwaves:\n${listed.join("\n")}\nline: { kind: own_organisation, measure: ${instruments[0]}.score }\n${policy}`,
  );
  return readScan(join(folder, "scan.yaml"));
}

/** What crossed the wall; the ledger of the place knows it. Throws what a run would end with. */
export async function publish(
  place: string,
  survey: Survey,
  audience = "everyone",
): Promise<{ release: Release; certificate: Certificate }> {
  const plan = writeSurvey(place, survey);
  const effects = { today: "2030-01-01", privateFolder: place, megabytes: 512, announce: () => {}, tool: "test" };
  const access = { folder: join(place, "ledger"), key, random: () => new Uint8Array(32) };
  const records = openRecords(access, plan);
  const publication = await makeRelease(plan, effects, records);
  refuseConflict(records, publication);
  const { release, memberships } = publication;
  const files = dataFiles(release);
  const certificate = await certify({ release, files, memberships, earlier: records.earlier, tool: "test" });
  recordRelease(records, { text: files[0]?.content ?? "", memberships, audience, tool: "test" });
  return { release, certificate };
}

/** How a publication was refused: the exit code and the message; null when it was not. */
export const refusal = async (work: Promise<unknown>): Promise<{ exitCode: number; message: string } | null> =>
  work.then(
    () => null,
    (error: Error & { exitCode?: number }) => {
      if (error.exitCode === undefined) throw error;
      return { exitCode: error.exitCode, message: error.message };
    },
  );

/** Released groups of one measure and wave: unit and, after a blank, the segment. */
export const listShown = ({ cells }: Release, measure: string, wave: string): string[] =>
  cells.flatMap((cell) =>
    cell.status === "released" && cell.measure === measure && cell.wave === wave
      ? [`${cell.unit}${cell.segment === null ? "" : ` ${cell.segment.value}`}`]
      : [],
  );
