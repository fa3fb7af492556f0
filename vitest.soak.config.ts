import { defineConfig } from "vitest/config";

/** `npm run soak`: what takes minutes. Worlds under faults, and the bars with thousands of clients and rows. */
export default defineConfig({
  test: {
    include: ["test/soak/**/*.soak.ts", "test/browser/*.soak.ts"],
    reporters: ["./test/soak/reporter.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
