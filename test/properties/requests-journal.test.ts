import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { changed, grafted, runs, spoilt, type Change } from "./mutations.ts";
import { expectAnswered, REQUESTS, useRealFiles } from "./real-files.ts";

// Two branches merge this file by keeping both: what Git or a person leaves there is told by its line, and never cut.

const real = useRealFiles();
let journal: string;
beforeAll(() => {
  journal = real.machine.text(REQUESTS);
});

const READ = fc.constantFrom(["plan", "--offline"], ["plan", "--offline", "--format", "json"], ["status"], ["worklist", "--each", "client", "--out", "lists"], ["worklist", "--each", "client", "--format", "csv", "--out", "lists"], ["report", "--format", "markdown", "--out", "report.md"], ["ask", "--actor", "Imprimerie exemple"]);
const ADD = fc.constantFrom(
  ["ask", "--actor", "Transports exemple", "--by", "Ada"],
  ["ask", "--actor", "Imprimerie exemple", "--by", "Ada", "--again"],
  ["note", "production/application/C00932", "--refused", "--note", "non", "--by", "Ada"],
);

const readWith = async (change: Change, argv: readonly string[]): Promise<void> => {
  const { machine } = real;
  real.restore();
  const bytes = Buffer.from(changed(journal, change));
  machine.write(REQUESTS, bytes);
  const ran = await machine.run(...argv);
  expectAnswered(ran, argv.join(" "));
  if (ran.stderr.includes("CHR-REQUEST-FORM")) expect(ran.stderr).toMatch(/chorus\.requests\.jsonl:\d+:\d+/);
  expect(machine.holds(REQUESTS, bytes)).toBe(true);
};

it("is answered with a line where bytes are spoilt", async () => {
  await fc.assert(fc.asyncProperty(spoilt, READ, readWith), runs(80));
});

it("is answered where a line says something else", async () => {
  await fc.assert(fc.asyncProperty(grafted, READ, readWith), runs(80));
});

it("is only ever added to", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoilt, grafted), ADD, async (change, argv) => {
      const { machine } = real;
      real.restore();
      const bytes = Buffer.from(changed(journal, change));
      machine.write(REQUESTS, bytes);
      expectAnswered(await machine.run(...argv), argv.join(" "));
      expect(machine.bytes(REQUESTS)?.subarray(0, bytes.length).equals(bytes)).toBe(true);
    }),
    runs(50),
  );
});
