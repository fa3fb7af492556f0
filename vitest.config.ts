import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a developer has in his shell must not decide what a test sees.
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
