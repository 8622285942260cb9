import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    exclude: ["tests/conformance/**"],
    env: { TZ: "Europe/Amsterdam" },
    maxWorkers: "100%",
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
