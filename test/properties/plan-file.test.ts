import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { changed, grafted, runs, spoilt, type Change } from "./mutations.ts";
import { expectAnswered, PLAN, STATE, TRUSTED, useRealFiles } from "./real-files.ts";

// A plan is passed on: by a pipeline, by mail. What comes back may be cut, edited or no plan at all.

const real = useRealFiles();
let plan: string;
beforeAll(() => {
  plan = real.machine.text(PLAN);
});

const SHOW = fc.constantFrom(
  ["show", PLAN],
  ["show", PLAN, "--format", "json"],
  ["show", PLAN, "--format", "markdown"],
  ["show", PLAN, "--format", "ndjson"],
  ["show", PLAN, "--format", "gitlab"],
  ["show", PLAN, "--output", "github"],
  ["show", PLAN, "--actor", "Transports exemple", "--lang", "en"],
);

const showWith = async (change: Change, argv: readonly string[]): Promise<void> => {
  const { machine } = real;
  real.restore();
  const bytes = Buffer.from(changed(plan, change));
  machine.write(PLAN, bytes);
  expectAnswered(await machine.run(...argv), argv.join(" "));
  expect(machine.holds(PLAN, bytes)).toBe(true);
};

it("is shown or refused where bytes are spoilt", async () => {
  await fc.assert(fc.asyncProperty(spoilt, SHOW, showWith), runs(60));
});

it("is shown or refused where it says something else", async () => {
  await fc.assert(fc.asyncProperty(grafted, SHOW, showWith), runs(120));
});

it("is not applied where it is not what was reviewed, and what is recorded stays", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoilt, grafted), async (change) => {
      const { machine } = real;
      real.restore();
      const bytes = Buffer.from(changed(plan, change));
      machine.write(PLAN, bytes);
      const state = machine.text(STATE);
      const ran = await machine.run("apply", PLAN, "--non-interactive", ...TRUSTED);
      expectAnswered(ran, "apply");
      if (ran.code === 1) expect(machine.text(STATE)).toBe(state);
    }),
    runs(25),
  );
});
