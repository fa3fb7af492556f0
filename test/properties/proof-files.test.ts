import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { proofDigest } from "../../src/operations/proof/digest.ts";
import type { ProofDocument } from "../../src/model/proof.ts";
import { changed, grafted, runs, spoilt, type Change } from "./mutations.ts";
import { expectAnswered, PROOF, STATE, useRealFiles } from "./real-files.ts";

// A proof comes from a machine that is not ours. What does not hold is refused by itself and changes nothing.

const real = useRealFiles();
let proof: string;
beforeAll(() => {
  proof = real.machine.text(PROOF);
});

/** Whoever alters a proof can also make its digest anew: the digest is no signature. */
const sealed = (bytes: Uint8Array): string => {
  const made = JSON.parse(Buffer.from(bytes).toString()) as unknown;
  return JSON.stringify(typeof made === "object" && made !== null ? { ...made, digest: digestOf(made as ProofDocument) } : made);
};

const digestOf = (made: ProofDocument): string => {
  try {
    return proofDigest(made);
  } catch {
    return "";
  }
};

const collectWith = async (change: Change, isSealed = false): Promise<void> => {
  const { machine } = real;
  real.restore();
  const bytes = changed(proof, change);
  machine.write(PROOF, isSealed ? sealed(bytes) : bytes);
  const state = machine.text(STATE);
  const ran = await machine.run("collect", PROOF);
  expectAnswered(ran, "collect");
  if (ran.code === 1) expect(machine.text(STATE)).toBe(state);
  // What was taken in can be read again.
  else expect((await machine.run("plan", "--offline")).code).toBe(0);
};

it("is taken in or refused where bytes are spoilt", async () => {
  await fc.assert(fc.asyncProperty(spoilt, (change) => collectWith(change)), runs(100));
});

it("is taken in or refused where it says something else, also with a digest that fits", async () => {
  await fc.assert(fc.asyncProperty(grafted, fc.boolean(), collectWith), runs(150));
});

it("is taken in or refused whatever the file of keys holds", async () => {
  const pem = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" });
  await fc.assert(
    fc.asyncProperty(spoilt, async (change) => {
      const { machine } = real;
      real.restore();
      machine.write("chorus.config.yaml", machine.text("chorus.config.yaml").replace("  from: clients.csv\n", '  from: clients.csv\n  preuves: { cles: "cles/{code}.pem" }\n'));
      machine.write("cles/C00932.pem", changed(String(pem), change));
      const ran = await machine.run("collect", PROOF);
      expectAnswered(ran, "collect");
      expect(ran.code).toBe(1);
      expect(ran.stderr).toMatch(/CHR-PROOF-(KEY-FILE|UNSIGNED)/);
    }),
    runs(60),
  );
});
