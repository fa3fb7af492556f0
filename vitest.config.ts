import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Many tests wait for a pace of the real ones: a worker for each processor is not too many.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // It imports JSON as bundlers take it, and Node does not.
    server: { deps: { inline: ["@actions/workflow-parser"] } },
    // What a developer has in his shell must not decide what a test sees.
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
