import process from "node:process";

const { MUTATION = "rules" } = process.env;
const REPORTS = "test/mutation/reports";

/** How `npm run mutation` tries what the tests would notice. Paths are those of the repository. */
export default {
  plugins: ["@stryker-mutator/vitest-runner", "./test/mutation/ignore-prose.mjs"],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 2,
  // What runs when a module loads, or a test file, meets every test: too long but where they are few and quick.
  ignoreStatic: !["tables", "model"].includes(MUTATION),
  ignorers: ["prose"],
  // What the tests that run here do not read.
  ignorePatterns: ["/dist*", "/docs", "/bench", "/action.yml", "/test/mutation/node_modules", `/${REPORTS}`, ".chorus"],
  incremental: true,
  incrementalFile: `${REPORTS}/${MUTATION}.incremental.json`,
  reporters: ["progress-append-only", "json", "html", "clear-text"],
  jsonReporter: { fileName: `${REPORTS}/${MUTATION}.json` },
  htmlReporter: { fileName: `${REPORTS}/${MUTATION}.html` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportMutants: false },
  timeoutMS: 20_000,
  checkers: [],
  disableTypeChecks: false,
  // It would rewrite it with the API that TypeScript had before 7, and nothing here needs it.
  tsconfigFile: "none",
  tempDirName: ".stryker-tmp",
  allowEmpty: true,
};
