/** What is changed together, and the tests that it meets. Whatever asks a simulated world, or plans for long, is left out. */
export const PARTS = {
  // From an answer to a verdict.
  tables: {
    files: ["src/piste/classify.ts", "src/piste/retries.ts", "src/observe/verdicts.ts", "src/plan/settle.ts"],
    tests: ["test/unit/piste/{classify,retry,www-authenticate}.test.ts", "test/unit/plan/settle.test.ts", "test/unit/observe/verdicts.test.ts"],
  },
  model: {
    files: ["src/model/*.ts"],
    tests: ["test/unit/model/*.test.ts", "test/unit/plan/{request-standing,spread-renewals}.test.ts"],
  },
  pieces: {
    files: ["src/kinds/pieces/*.ts"],
    tests: ["test/properties/configuration-pieces.test.ts", "test/unit/kinds/pieces.test.ts"],
  },
  kinds: {
    files: ["src/kinds/*.ts"],
    tests: ["test/unit/kinds/*.test.ts", "test/unit/observe/access.test.ts"],
    without: ["test/unit/kinds/{kinds,pieces}.test.ts"],
  },
  where: {
    files: ["src/plan/where/*.ts"],
    tests: ["test/unit/plan/where/*.test.ts", "test/unit/plan/selection.test.ts"],
  },
  report: {
    files: ["src/plan/report/*.ts"],
    tests: ["test/unit/plan/report/*.test.ts"],
  },
  review: {
    files: ["src/plan/review/*.ts", "src/plan/drift/*.ts"],
    tests: ["test/unit/plan/review/*.test.ts", "test/unit/plan/drift-of.test.ts"],
  },
  plan: {
    files: ["src/plan/*.ts", "src/plan/deadlines/*.ts"],
    // The screens are what a plan says: they hold its order, its notices and its counts.
    tests: ["test/unit/plan/*.test.ts", "test/unit/views/{plan-json,plan-text,status-text,status-formats,walk}.test.ts", "test/unit/views/guide/guide.test.ts"],
    without: ["test/unit/plan/{five-hundred-days,report-of,review}.test.ts"],
  },
};

/** The part of a file, or of a glob of files that lie together. */
export const partOf = (glob) => {
  const folder = (file) => file.slice(0, file.lastIndexOf("/"));
  const has = ({ files }) => files.some((file) => file === glob || (file.includes("*") && folder(file) === folder(glob)));
  return Object.keys(PARTS).find((part) => has(PARTS[part]));
};
