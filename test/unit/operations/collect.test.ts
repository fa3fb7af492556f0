import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { defined } from "../../../src/model/defined.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import type { Fact, Observation, Reason } from "../../../src/model/observation.ts";
import { questionKey, type Question } from "../../../src/model/question.ts";
import { attest } from "../../../src/operations/attest.ts";
import { atTheClient } from "../../../src/operations/at-the-client.ts";
import { openProject } from "../../../src/operations/open-project.ts";
import { planOffline } from "../../../src/operations/plan.ts";
import { collectProofs } from "../../../src/operations/proof/collect.ts";
import { makeProof } from "../../../src/operations/proof/make-proof.ts";
import { questionsOf } from "../../../src/operations/questions.ts";
import { deadlinesOf } from "../../../src/plan/deadlines.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";
import { ROOT } from "../../cli/support.ts";
import { storePorts, temporaryFolder } from "../../support/files.ts";

const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);
const at = (days: number): number => NOW_MS + days * DAY_MS;
const ATTACHED = "production/rattachement/C00417/C00417";
const RACCORDEMENT = "production/raccordement/C00417/C00417";

const ACCOUNT = "production/compte-technique/C00417";

type Answer = readonly ["true" | "false" | "contradicted" | "unprovable" | "transient", Reason, Fact?];

const vendor = () => {
  const folder = temporaryFolder();
  cpSync(join(ROOT, "examples/editeur"), folder, { recursive: true });
  const output = { isTerminal: false, width: undefined, write: () => {} };
  const ports = { ...storePorts(), randomness: { uuid: () => "lineage", fraction: () => 0.5 }, variables: {}, processes: nodeProcesses, clipboard: { copy: async () => "sent" as const }, terminal: { stdout: output, stderr: output, ask: async () => undefined, converse: async () => undefined } };
  const open = () => openProject(ports, { entry: join(folder, "chorus.config.yaml"), trust: NO_TRUST, live: false });
  let made = 0;
  return {
    open,
    prove: async (days: number, ask: Question["ask"], [answer, reason, fact]: Answer) => {
      const { desired } = await open();
      const trace = { request: "POST /cpro/x", status: 200, at: at(days), tries: 1 };
      const observed: Observation = answer === "true" || answer === "false" ? defined({ answer, reason, trace, fact }) : { answer: "unknown", unknown: answer, reason, trace };
      const questions = questionsOf(wantedResources(desired, NOW_MS, { client: "C00417" }), new Map(), true).filter((one) => one.ask === ask);
      const observations = new Map(questions.map((question) => [questionKey(question), observed]));
      const proof = makeProof({ desired: atTheClient(desired), client: "C00417", environment: "production", questions, observations, version: "0", nowMs: at(days) + 60_000 });
      const path = join(folder, `${++made}.json`);
      writeFileSync(path, JSON.stringify(proof));
      return path;
    },
    collect: async (...paths: readonly string[]) => collectProofs(await open(), ports.files, { files: paths.map((path) => ({ path, named: path })), nowMs: NOW_MS }),
    attest: async (days: number, address: string) => {
      const project = await open();
      const resources = wantedResources(project.desired, NOW_MS).filter((one) => one.address === address);
      await attest(project, ports, { resources, by: "Camille", word: { seen: "écran" }, nowMs: at(days) });
    },
    password: async () => deadlinesOf(planOffline(await open(), NOW_MS)).find(({ kind, address }) => kind === "password" && address === ACCOUNT),
    now: async (address: string) => {
      const { document } = planOffline(await open(), NOW_MS);
      const resource = document.resources.find((one) => one.address === address);
      return { ...resource?.conditions[0], resource: resource?.status, notices: document.notices.map(({ notice }) => notice) };
    },
  };
};

it("lets a later word stand, and voids an earlier one", async () => {
  const [one, other] = [vendor(), vendor()];
  await one.attest(-1, ATTACHED);
  await one.collect(await one.prove(-2, "attached", ["false", "not-attached"]));
  expect(await one.now(ATTACHED)).toMatchObject({ status: "true", proof: "attested" });
  await other.attest(-3, ATTACHED);
  await other.collect(await other.prove(-2, "attached", ["false", "not-attached"]));
  expect(await other.now(ATTACHED)).toMatchObject({ status: "false", proof: "verified", resource: "to-do", notices: expect.arrayContaining(["attestation-voided"]) });
});

it("takes two proofs of one client in their order, however they are given", async () => {
  const { prove, collect, now } = vendor();
  const [older, newer] = [await prove(-3, "attached", ["false", "not-attached"]), await prove(-1, "attached", ["true", "attached"])];
  expect(await collect(newer, older)).toMatchObject({ refused: [], proofs: [{}, {}] });
  expect(await now(ATTACHED)).toMatchObject({ status: "true", provenAt: toInstant(at(-1)) });
  expect((await collect(older)).refused.map(({ code }) => code)).toEqual(["CHR-PROOF-REPLAYED"]);
});

it("contradicts an earlier word, not a later one, until nothing speaks against it any more", async () => {
  const { prove, collect, now, attest: say } = vendor();
  await say(-5, RACCORDEMENT);
  await collect(await prove(-4, "raccordement-refused", ["contradicted", "refused-as-if-not-connected"]));
  expect(await now(RACCORDEMENT)).toMatchObject({ status: "unknown", unknown: "contradicted", resource: "to-do" });
  await collect(await prove(-3, "raccordement-refused", ["unprovable", "not-refused"]));
  expect(await now(RACCORDEMENT)).toMatchObject({ status: "true", proof: "attested" });
  const later = vendor();
  await later.attest(-1, RACCORDEMENT);
  await later.collect(await later.prove(-2, "raccordement-refused", ["contradicted", "refused-as-if-not-connected"]));
  expect(await later.now(RACCORDEMENT)).toMatchObject({ status: "true", proof: "attested" });
});

it("lets a person tell that a password was made anew, which counts from then", async () => {
  const { prove, collect, attest: say, password } = vendor();
  await collect(await prove(-3, "account-login", ["true", "login-accepted"]));
  await collect(await prove(-2, "password-expiry", ["true", "expiry-known", { fact: "expiry", expiresAt: toInstant(at(10)) }]));
  expect(await password()).toMatchObject({ state: "due", dueAt: toInstant(at(10)) });
  await say(-1, ACCOUNT);
  expect(await password()).toMatchObject({ state: "upcoming", dueAt: toInstant(at(423)), estimated: true });
});

it("keeps nothing of what was not seen there", async () => {
  const { prove, collect, now } = vendor();
  const collected = await collect(await prove(-1, "attached", ["transient", "platform-unavailable"]));
  expect(collected).toMatchObject({ subjects: 0, proofs: [], refused: [{ code: "CHR-PROOF-EMPTY", arguments: { client: "C00417" } }] });
  expect(await now(ATTACHED)).toMatchObject({ status: "unknown" });
});
