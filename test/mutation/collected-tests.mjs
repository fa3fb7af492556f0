import { ASYMMETRIC_MATCHERS_OBJECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** In place of Vitest, in the bundle of the tests: what they expect is checked by Vitest's own, and they are kept to be run. */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
/** What Vitest has in a file; here nothing is ever written. */
chai.use(({ Assertion }) =>
  Assertion.addMethod("toEqualFile", function toEqualFile(folder, name) {
    new Assertion(this._obj).to.equal(readFileSync(join(folder, name), "utf8"));
  }),
);
export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

/** By a title of its own: rows of a table, and tests of several files, may share one. */
export const collected = new Map();

let suite = { name: "", afterEach: [] };
let finishing = [];

const keep = (name, body) => {
  const title = `${suite.name}${name}`;
  let unique = title;
  for (let count = 2; collected.has(unique); count += 1) unique = `${title} (${count})`;
  const after = suite.afterEach;
  collected.set(unique, async () => {
    finishing = [];
    try {
      await body();
    } finally {
      for (const finish of [...finishing, ...after]) await finish();
    }
  });
};

const within = (name, body) => {
  const outer = suite;
  suite = { name: `${outer.name}${name} > `, afterEach: [...outer.afterEach] };
  body();
  suite = outer;
};

/** There may be options before a test's body. */
const lastOf = (rest) => rest.findLast((one) => typeof one === "function");
const rowsOf = (table) => table.map((row) => (Array.isArray(row) ? row : [row]));

export const test = Object.assign((name, ...rest) => keep(name, () => lastOf(rest)({})), {
  each: (table) => (name, ...rest) => {
    for (const row of rowsOf(table)) keep(name, () => lastOf(rest)(...row));
  },
});
export const it = test;

export const describe = Object.assign(within, {
  each: (table) => (name, body) => {
    for (const row of rowsOf(table)) within(name, () => body(...row));
  },
});

export const afterEach = (finish) => void suite.afterEach.push(finish);
export const onTestFinished = (finish) => void finishing.push(finish);
