import { ASYMMETRIC_MATCHERS_OBJECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

/**
 * What the tests take from Vitest, by Mocha: it runs them again in the process in which they are loaded, where Vitest starts a
 * worker and loads everything for each mutant.
 */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

const { describe: suite, it: mochaTest, beforeEach, afterEach, before: beforeAll, after: afterAll } = globalThis;
let count = 0;
/** Tests are told apart by their titles; those of a table may have one for all of their rows. */
const unique = (name) => `${name} #${(count += 1)}`;
/** Stryker says how long a test may take. */
const define = (name, body) => void mochaTest(unique(name), body).timeout(0);
const lastOf = (rest) => rest.findLast((one) => typeof one === "function");
const rowsOf = (table) => table.map((row) => (Array.isArray(row) ? row : [row]));

export const test = Object.assign((name, ...rest) => define(name, () => lastOf(rest)({})), {
  each: (table) => (name, ...rest) => {
    for (const row of rowsOf(table)) define(name, () => lastOf(rest)(...row));
  },
});
export const it = test;

export const describe = Object.assign((name, body) => suite(unique(name), () => void body()), {
  each: (table) => (name, body) => {
    for (const row of rowsOf(table)) suite(unique(name), () => void body(...row));
  },
});

let finishing = [];
export const onTestFinished = (finish) => void finishing.push(finish);
afterEach(async () => {
  const due = finishing;
  finishing = [];
  for (const finish of due) await finish();
});

export { afterAll, afterEach, beforeAll, beforeEach };
