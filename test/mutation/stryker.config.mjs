import process from "node:process";

const { MUTATION } = process.env;
const HERE = "test/mutation";

/** How a part is changed and tried. Paths are those of the repository. */
export default {
  plugins: ["@stryker-mutator/mocha-runner", `./${HERE}/ignore-prose.mjs`],
  testRunner: "mocha",
  buildCommand: `node ${HERE}/bundle.mjs`,
  mochaOptions: { spec: [`${HERE}/tests.mjs`] },
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A loop that a change makes endless often fills the memory before it takes too long.
  testRunnerNodeArgs: ["--max-old-space-size=1024"],
  ignorers: ["prose"],
  // What the tests that run here do not read.
  ignorePatterns: ["/dist*", "/docs", "/bench", "/action.yml", `/${HERE}/node_modules`, `/${HERE}/reports`, "/.ci", ".chorus"],
  incremental: true,
  incrementalFile: `${HERE}/reports/${MUTATION}.incremental.json`,
  reporters: ["progress-append-only", "json", "html", "clear-text"],
  jsonReporter: { fileName: `${HERE}/reports/${MUTATION}.json` },
  htmlReporter: { fileName: `${HERE}/reports/${MUTATION}.html` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportMutants: false },
  // It would rewrite it with the API that TypeScript had before 7, and nothing here needs it.
  tsconfigFile: "none",
  tempDirName: ".stryker-tmp",
};
