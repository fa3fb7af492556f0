/** What Mocha runs of a part: each test by its title, of modules that are loaded with the mutant that is being tried. */
import { readFileSync } from "node:fs";
import { loadTests } from "./load-tests.mjs";

const built = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const load = loadTests(built("built.tests"));

let tests = new Map();
let mutant;
const testsOf = async (active) => {
  // Without one, Stryker looks which test meets which mutant: then what runs as a module loads is met by each of them.
  if (active === undefined || active !== mutant) tests = await load();
  mutant = active;
  return tests;
};

const { describe, it } = globalThis;
describe("", () => {
  for (const title of JSON.parse(built("built.json"))) {
    // One that a mutant leaves out fails nothing, as it would fail nothing in Vitest.
    it(title, async () => (await testsOf(globalThis.__stryker__?.activeMutant)).get(title)?.()).timeout(0);
  }
});
