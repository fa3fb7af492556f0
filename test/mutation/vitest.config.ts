import { defineConfig } from "vitest/config";

const TABLES = ["test/unit/piste/{classify,retry,www-authenticate}.test.ts", "test/unit/plan/settle.test.ts", "test/unit/observe/verdicts.test.ts"];
const QUICK = [...TABLES, "test/unit/{model,kinds,plan}/*.test.ts", "test/unit/observe/{in-turn,or-else,unknown-words}.test.ts", "test/unit/piste/clues.test.ts"];
/** They make many plans, or large ones: a mutant that they alone could notice would take a minute. */
const SLOW = ["five-hundred-days", "report-of", "review"].map((name) => `test/unit/plan/${name}.test.ts`);

/** The tests that a mutant meets, by where it is. Whatever asks a simulated world is left out. */
const OF: Readonly<Record<string, readonly string[]>> = {
  tables: TABLES,
  model: ["test/unit/model/*.test.ts", "test/unit/plan/{request-standing,spread-renewals}.test.ts"],
  kinds: ["test/unit/kinds/*.test.ts", "test/unit/plan/{accepted,request-cycles}.test.ts"],
  rules: QUICK,
  where: [...QUICK, "test/unit/plan/where/*.test.ts"],
  report: [...QUICK, "test/unit/plan/report-of.test.ts"],
  review: [...QUICK, "test/unit/plan/review.test.ts"],
};
const include = OF[process.env["MUTATION"] ?? "rules"] ?? QUICK;

export default defineConfig({
  test: {
    include: [...include],
    exclude: SLOW.filter((slow) => !include.includes(slow)),
    // Modules keep no state: one worker takes all files, and loads what they share once for each mutant.
    isolate: false,
    testTimeout: 20_000,
    env: { NO_COLOR: "1", LANG: "C", LC_ALL: "", TZ: "Europe/Paris", CI: "" },
  },
});
