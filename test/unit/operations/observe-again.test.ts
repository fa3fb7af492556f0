import { afterEach, describe, expect, it } from "vitest";
import { applyPlan } from "../../../src/apply/apply-plan.ts";
import { address } from "../../../src/model/address.ts";
import { REFUSAL_BELIEVED_MS } from "../../../src/model/logins.ts";
import { apply } from "../../../src/operations/apply.ts";
import { connect, type Live } from "../../../src/operations/live.ts";
import { goOnFrom, observeAgain, type Underway } from "../../../src/operations/observe-again.ts";
import { planLive } from "../../../src/operations/plan-live.ts";
import { recordPlan } from "../../../src/operations/record.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import { openMachineMemory } from "../../../src/state/machine-memory.ts";
import { DIRECT, LOGIN, SECRETS } from "../../support/direct.ts";
import { directBut, LYON, type DirectParts } from "../../support/direct-world.ts";
import { said } from "../../support/plans.ts";
import { startProject, type TestProject } from "../../support/project.ts";

const ACCOUNT = address("production", "compte-technique", "principal");
const TRANSVERSES = address("production", "subscription", "principale", "transverses");

let project: TestProject;
let live: Live;
afterEach(async () => {
  await live.close();
  await project.close();
});

const begin = async (spoil: (parts: DirectParts) => void, { yaml = DIRECT, write = false } = {}): Promise<Underway> => {
  project = await startProject(directBut(spoil), { yaml, secrets: SECRETS });
  const opened = await project.open();
  live = connect(project.ports, opened, { ...NO_TRUST, loopback: true }, { memory: await openMachineMemory(project.folder, project.ports) });
  const { plan } = await planLive(opened, live, project.ports, {});
  const applying = write ? apply(plan, live, { mayWrite: true }) : applyPlan(plan, { mayWrite: false, write: async () => ({ result: "unclear" }) });
  let next = await applying.next();
  while (next.done !== true) next = await applying.next();
  await recordPlan(opened, next.value.plan, project.clock.now());
  return goOnFrom(opened, plan, next.value, project.ports);
};

const look = (underway: Underway, ...about: Parameters<typeof observeAgain>[1]): Promise<Underway> =>
  observeAgain(underway, about, live, project.ports, { signal: new AbortController().signal });

const tries = (): number => project.simulator.requests().filter(({ account }) => account === LOGIN).length;

describe("looking again", () => {
  it("does not have a refused login refused again before its time, and never more than a day allows", async () => {
    let underway = await begin(({ account }) => (account.motDePasse = "another"));
    const first = tries();
    expect([first, said(underway.plan.document, ACCOUNT)]).toEqual([8, "false verified login-refused"]);
    for (let count = 0; count < 5; count++) underway = await look(underway, ACCOUNT);
    expect([tries(), said(underway.plan.document, ACCOUNT)]).toEqual([8, "false verified login-refused"]);

    project.clock.advance(REFUSAL_BELIEVED_MS);
    underway = await look(underway, ACCOUNT);
    expect(tries()).toBe(9);
    for (let count = 0; count < 20; count++) {
      project.clock.advance(REFUSAL_BELIEVED_MS);
      underway = await look(underway, ACCOUNT);
    }
    expect(tries()).toBe(24);
  });

  it("asks about the things named and what depends on them, and records what it learns", async () => {
    const underway = await begin(({ application }) => {
      application.apis = application.apis.filter((api) => api !== "transverses");
    });
    const state = async (): Promise<string> => said(await project.offline(), TRANSVERSES);
    expect(await state()).toContain("false");
    await project.change(directBut());
    const before = project.simulator.requests().length;
    const now = await look(underway, TRANSVERSES);
    const sent = project.simulator.requests().slice(before).map(({ path }) => path.replace("/production", ""));
    expect(sent.filter((path) => /structures|rattachements/.test(path))).toEqual([]);
    expect(sent.length).toBeLessThan(6);
    expect(said(now.plan.document, TRANSVERSES)).toBe("true verified route-answers");
    expect(await state()).toContain("true");
    expect(now.plan.document.steps.filter(({ action }) => action === "select-apis")).toEqual([]);
  });

  it("knows what this run wrote better than what was answered before", async () => {
    const yaml = DIRECT.replace("utilisateurs]", "utilisateurs, organisations]").replace("lyon: 73282932000082", "lyon: { identifiant: 73282932000082, edi: { reception: true } }");
    const underway = await begin((parts) => {
      parts.settings.ediPatch = "allow";
      parts.application.apis = [...parts.application.apis, "organisations"];
      parts.application.consentements = [...parts.application.consentements, "organisations"];
      parts.structures[LYON] = { designation: LYON, espaces: ["raccordements", "factures-emises"], edi: { reception: false, connexion: true } };
    }, { yaml, write: true });
    const edi = address("production", "edi", "lyon");
    expect(said(underway.plan.document, edi)).toContain("true");
    const now = await look(underway, TRANSVERSES);
    expect(said(now.plan.document, edi)).toContain("true");
    expect(now.plan.document.steps.filter(({ action }) => action.startsWith("set-edi"))).toEqual([]);
  });

  it("keeps what it knew where it is cut short", async () => {
    const underway = await begin(({ account }) => (account.motDePasse = "another"));
    const cut = new AbortController();
    cut.abort();
    const now = await observeAgain(underway, [TRANSVERSES], live, project.ports, { signal: cut.signal });
    expect(said(await project.offline(), TRANSVERSES)).toContain("true");
    expect(now.plan.document.resources.length).toBe(underway.plan.document.resources.length);
  });
});
