import { defineConfig } from "vitest/config";

/** `npm run conformance`: judges the simulator, or what `CHORUS_CONFORMANCE_*` names. */
export default defineConfig({
  test: {
    include: ["test/conformance/**/*.suite.ts"],
    reporters: ["./test/conformance/reporter.ts"],
    // One row at a time, a second apart where the target is not this machine, and again after an answer that may pass.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
