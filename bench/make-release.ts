/** Makes an invented release of any size for the benchmark of the reports: an organisation, departments, teams, one wave. Seeded. */
import { createHash } from "node:crypto";
import type { Certificate } from "../schemas/certificate.ts";
import { Release } from "../schemas/release.ts";

const measures = [
  { measure: "bat_12.total", instrument: "bat_12", scale: "total", area: "well_being", maximum: 5, higher_is: "worse" },
  { measure: "vitality.total", instrument: "vitality", scale: "total", area: null, maximum: 7, higher_is: "better" },
  { measure: "vitality.energy", instrument: "vitality", scale: "energy", area: null, maximum: 7, higher_is: "better" },
  { measure: "vitality.spirit", instrument: "vitality", scale: "spirit", area: null, maximum: 7, higher_is: "better" },
] as const;

/** The figures imitate a model's output; they are no test of it. */
export function makeExample(teams: number, departments: number): Release {
  const random = makeRandom(7);
  const parents = Array.from({ length: departments }, (_, position) => `D${position + 1}`);
  const leaves = Array.from({ length: teams }, (_, position) => `T${position + 1}`);
  const unit = (code: string, name: string, parent: string | null, level: number, leaf: boolean) => ({
    unit: code,
    name,
    parent,
    level,
    leaf,
  });
  const cell = (code: string, measure: (typeof measures)[number], respondents: number) => {
    const mean = round(1 + (measure.maximum - 1) * (0.3 + 0.3 * random()));
    const interval = { low: round(Math.max(1, mean - 0.3)), high: round(Math.min(measure.maximum, mean + 0.3)) };
    const key = { wave: "2026", unit: code, segment: null, measure: measure.measure };
    return { ...key, status: "released", respondents, invited: respondents + 4, mean, interval };
  };
  return Release.parse({
    format: "vitascan-release/1",
    organisation: "Voorbeeld",
    language: "nl",
    policy: {
      preset: "standard",
      k: { mean: 5, detail: 10, crossed: 10 },
      insiders: 0,
      enps_band: { low: -80, high: 80, below: 20 },
      open_share: 0.5,
      statistics: { teams: 5, degrees_of_freedom: 50 },
      stayers: "may_change",
      roll_up: true,
      hash: "a".repeat(64),
    },
    waves: [{ wave: "2026", opened_date: "2026-04-01", closed_date: "2026-04-20" }],
    units: [
      unit("ORG", "Voorbeeld", null, 0, false),
      ...parents.map((code, position) => unit(code, `Afdeling ${position + 1}`, "ORG", 1, false)),
      ...leaves.map((code, position) =>
        unit(code, `Team ${position + 1}`, parents[position % departments] ?? "ORG", 2, true),
      ),
    ],
    attributes: [],
    measures: measures.map((measure) => ({
      ...measure,
      questionnaire: "wellbeing",
      kind: "mean",
      title: { nl: measure.measure, en: measure.measure },
      meaning: { nl: "Voorbeeld.", en: "Example." },
      minimum: 1,
    })),
    cells: measures.flatMap((measure) => [
      cell("ORG", measure, teams * 12),
      ...parents.map((code) => cell(code, measure, Math.round((teams / departments) * 12))),
      ...leaves.map((code) => cell(code, measure, 5 + Math.floor(20 * random()))),
    ]),
    statistics: [
      {
        wave: "2026",
        measure: "bat_12.total",
        statistic: "pooled_within_variance",
        value: 0.4,
        respondents: teams * 12,
        teams,
      },
    ],
    models: [
      {
        wave: "2026",
        measure: "bat_12.total",
        status: "assessed",
        claim: "members",
        line: { kind: "own_organisation", value: 2.9, delta: 0.3 },
        teams,
        mean: 2.7,
        between_team_sd: 0.2,
        reliability: 0.9,
        elevated: Math.floor(teams / 10),
        expected_wrong_flags: teams / 200,
        missing: [],
      },
    ],
    assessments: leaves.map((code, position) => assess(code, position, random())),
    expected_wrong_flags: teams / 200,
    responses: {
      test: "exclude",
      partial: "exclude",
      too_fast: "remark",
      seconds_per_item: 1.5,
      straight_lined: "remark",
    },
    accept: {},
    data_quality: [],
    instruments: [],
    provenance: { inputs: [], tool: "vitascan", config_hash: "b".repeat(64) },
  });
}

/** What an audit that found nothing would say. */
export function makeCertificate(release: Release): Certificate {
  const text = `${JSON.stringify(release, null, 1)}\n`;
  const [cell] = release.cells;
  return {
    format: "vitascan-certificate/1",
    tool: "vitascan",
    release: createHash("sha256").update(text).digest("hex"),
    policy_hash: release.policy.hash,
    verdict: "clean",
    releases: 1,
    bases: [
      {
        wave: "2026",
        questionnaire: "wellbeing",
        instrument: "bat_12",
        k: 5,
        respondents: cell?.status === "released" ? cell.respondents : 0,
        groups: 1,
        rank: 1,
        atoms: 1,
        sets_tested: 1,
        smallest_support: 5,
        tightest_interval: null,
        intervals_tested: 0,
      },
    ],
    inventory: { files: 1, numbers: 1 },
    self_test: { planted: 1, found: 1 },
    leaks: [],
  };
}

function assess(unit: string, position: number, chance: number) {
  const level = position % 10 === 0 ? "elevated" : position % 10 === 1 ? "watch" : "no_signal";
  const probability = round(
    level === "elevated" ? 0.9 + chance / 10 : level === "watch" ? 0.5 + chance / 4 : chance / 3,
  );
  const estimate = round(2.4 + probability * 0.8);
  const interval = { low: round(estimate - 0.15), high: round(estimate + 0.15) };
  const signal = { measure: "bat_12.total", probability, probability_team_as_such: probability, estimate, interval };
  return { wave: "2026", unit, segment: null, level, signals: [signal] };
}

const round = (value: number): number => Number(value.toFixed(6));

/** Uniform numbers 0-1 (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
