/** An invented certificate of an audit that found nothing. */
import { Certificate } from "../../schemas/certificate.ts";

export const exampleCertificate = (change: Partial<Certificate> = {}): Certificate =>
  Certificate.parse({
    format: "vitascan-certificate/1",
    tool: "vitascan 0.1.0",
    release: "c".repeat(64),
    policy_hash: "a".repeat(64),
    verdict: "clean",
    releases: 2,
    bases: [
      {
        wave: "najaar-2025",
        questionnaire: "wellbeing",
        instrument: "bat_12",
        k: 5,
        respondents: 700,
        groups: 61,
        rank: 58,
        atoms: 60,
        sets_tested: 41_000,
        smallest_support: 6,
        tightest_interval: 0.62,
        intervals_tested: 1_824,
      },
      {
        wave: "najaar-2025",
        questionnaire: "enps",
        instrument: null,
        k: 5,
        respondents: 689,
        groups: 60,
        rank: 57,
        atoms: 60,
        sets_tested: 31,
        smallest_support: 5,
        tightest_interval: null,
        intervals_tested: 0,
      },
    ],
    inventory: { files: 31, numbers: 48_211 },
    self_test: { planted: 20, found: 20 },
    leaks: [],
    ...change,
  });
