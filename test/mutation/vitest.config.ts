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

/** What the rows of the tables meet. */
const OF_TABLES = ["test/unit/piste/{classify,retry,www-authenticate}.test.ts", "test/unit/plan/settle.test.ts", "test/unit/observe/verdicts.test.ts"];

/** What everything else meets: the tests of the rules, without those that ask simulated worlds, or plan made-up ones, for long. */
const OF_RULES = [
  ...OF_TABLES,
  "test/unit/{model,kinds,plan}/**/*.test.ts",
  "test/unit/observe/{in-turn,or-else,unknown-words}.test.ts",
  "test/unit/piste/clues.test.ts",
  "test/cases/config.test.ts",
];

export default defineConfig({
  test: {
    include: process.env["MUTATION"] === "tables" ? OF_TABLES : OF_RULES,
    // Modules keep no state: one worker takes all files, and loads what they share once for each mutant.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 20_000,
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
