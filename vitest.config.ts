import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Many tests wait for a pace of the real ones, or for a process: half as many workers again as processors.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // It imports JSON as bundlers take it, and Node does not.
    server: { deps: { inline: ["@actions/workflow-parser"] } },
    // What a developer has in his shell must not decide what a test sees.
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
