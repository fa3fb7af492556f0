import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { changed, grafted, runs, spoilt, type Change } from "./mutations.ts";
import { ATTESTATIONS, expectAnswered, STATE, useRealFiles } from "./real-files.ts";

// People write this file by hand and merge it: whatever it has become, it is told where, and nobody's word is lost.

const real = useRealFiles();
let words: string;
beforeAll(() => {
  words = real.machine.text(ATTESTATIONS);
});

const WORD = {
  address: "production/raccordement/C00417/C00417",
  by: "Camille",
  at: "2026-11-24T08:12:01Z",
  seen: "écran",
  until: "2027-11-24T08:12:01Z",
  covers: "86b15f72aaa912df",
  evidence: { file: "preuves/capture.png", sha256: "0".repeat(64) },
};
/** JSON is YAML. */
const AS_JSON = JSON.stringify([WORD, { ...WORD, evidence: "TICKET-1" }]);
const READ = fc.constantFrom(["plan", "--offline"], ["validate"], ["validate", "--format", "json"], ["status"], ["drift", "--offline"], ["report", "--format", "json", "--out", "report.json"]);
const WRITE = fc.constantFrom(
  ["attest", "production/raccordement/C00932/C00932", "--by", "Ada", "--seen", "Portail : « Connecté »"],
  ["attest", "production/raccordement/C00417/C00417", "--by", "Ada", "--seen", "Encore"],
  ["attest", "production/raccordement/C00417/C00417", "--by", "Ada", "--seen", "x", "--evidence", "plan.json"],
);

const readWith = async (change: Change, argv: readonly string[]): Promise<void> => {
  const { machine } = real;
  real.restore();
  const bytes = Buffer.from("bytes" in change ? changed(words, change) : changed(AS_JSON, change));
  machine.write(ATTESTATIONS, bytes);
  const ran = await machine.run(...argv);
  expectAnswered(ran, argv.join(" "));
  if (ran.stderr.includes("CHR-ATTESTATION-FORM")) expect(ran.stderr).toMatch(/chorus\.attestations\.yaml:\d+:\d+/);
  expect(machine.holds(ATTESTATIONS, bytes)).toBe(true);
};

it("is answered with a place where bytes are spoilt", async () => {
  await fc.assert(fc.asyncProperty(spoilt, READ, readWith), runs(100));
});

it("is answered where it says something else", async () => {
  await fc.assert(fc.asyncProperty(grafted, READ, readWith), runs(100));
});

it("keeps what was there where a word is added, or is left alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(spoilt, grafted), WRITE, async (change, argv) => {
      const { machine } = real;
      real.restore();
      const bytes = Buffer.from("bytes" in change ? changed(words, change) : changed(AS_JSON, change));
      machine.write(ATTESTATIONS, bytes);
      const state = machine.text(STATE);
      const ran = await machine.run(...argv);
      expectAnswered(ran, argv.join(" "));
      if (ran.code === 1) {
        expect(machine.holds(ATTESTATIONS, bytes)).toBe(true);
        expect(machine.text(STATE)).toBe(state);
      } else {
        // What Chorus wrote it can read.
        expectAnswered(await machine.run("plan", "--offline"));
        expect((await machine.run("plan", "--offline")).code).toBe(0);
      }
    }),
    runs(60),
  );
});
