import { defineConfig } from "vitest/config";

/** Comparisons with published results and data that are not part of the project; what is not there is skipped. */
export default defineConfig({
  test: {
    include: ["tests/conformance/**/*.test.ts"],
    passWithNoTests: false,
    env: { TZ: "Europe/Amsterdam" },
    maxWorkers: "100%",
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
