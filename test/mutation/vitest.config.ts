import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They take seconds together: they go last, since the first test that fails decides on a mutant. */
const SLOW = ["or-else", "unknown-words", "five-hundred-days", "report-of", "where", "config", "review"];

class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
  }
}

/** What a mutant meets: the tests of the rules, without those that ask simulated worlds, or plan made-up ones, for long. */
export default defineConfig({
  test: {
    include: [
      "test/unit/{model,kinds,plan}/**/*.test.ts",
      "test/unit/observe/{verdicts,in-turn,or-else,unknown-words}.test.ts",
      "test/unit/piste/{classify,clues,retry,www-authenticate}.test.ts",
      "test/cases/config.test.ts",
    ],
    // Modules keep no state: one worker takes all files, and loads what they share once for each mutant.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 20_000,
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
