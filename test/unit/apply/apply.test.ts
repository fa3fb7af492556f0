import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { ApplyEvent } from "../../../src/apply/events.ts";
import { attest } from "../../../src/operations/attest.ts";
import { wantedResources } from "../../../src/plan/plan.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import type { ScenarioSettings } from "../../../src/simulator/scenario.ts";
import { DIRECT, SECRETS } from "../../support/direct.ts";
import { directBut, LYON } from "../../support/direct-world.ts";
import { actionsOn, said } from "../../support/plans.ts";
import { startProject, type TestProject } from "../../support/project.ts";

const YAML = DIRECT.replace("utilisateurs]", "utilisateurs, organisations]").replace("lyon: 73282932000082", "lyon: { identifiant: 73282932000082, edi: { reception: true } }");
const EDI = "production/edi/lyon";

let project: TestProject;
afterEach(() => project.close());

const start = async (ediPatch: NonNullable<ScenarioSettings["ediPatch"]> = "allow", yaml = YAML): Promise<TestProject> => {
  const scenario = directBut((parts) => {
    parts.settings.ediPatch = ediPatch;
    parts.application.apis = [...parts.application.apis, "organisations"];
    parts.application.consentements = [...parts.application.consentements, "organisations"];
    parts.structures[LYON] = { designation: LYON, espaces: ["raccordements", "factures-emises"], edi: { reception: false, connexion: true } };
  });
  project = await startProject(scenario, { yaml, secrets: SECRETS });
  return project;
};

const patches = () => project.simulator.requests().filter(({ method }) => method === "PATCH");
const edi = () => project.simulator.scenario().environments.production?.structures?.[LYON]?.edi;
const state = () => {
  const file = join(project.folder, "chorus.state.jsonl");
  return [statSync(file).mtimeMs, statSync(file).ino, readFileSync(file, "utf8")];
};

describe("recording", () => {
  it("writes nothing the second time, nor as long as a proof is young", async () => {
    await start();
    expect((await project.apply()).subjects).toBeGreaterThan(0);
    const before = state();
    expect((await project.apply()).subjects).toBe(0);
    expect((await project.refresh()).subjects).toBe(0);
    project.clock.advance(29 * 86_400_000);
    expect((await project.refresh()).subjects).toBe(0);
    expect(state()).toEqual(before);
    project.clock.advance(2 * 86_400_000);
    expect((await project.refresh()).subjects).toBeGreaterThan(0);
    expect((await project.refresh()).subjects).toBe(0);
  });

  it("holds for a plan without secrets: nothing is to be done, and nothing is unknown that was proven", async () => {
    await start();
    const live = (await project.apply()).document;
    const offline = await project.offline();
    expect(offline.steps).toEqual(live.steps);
    expect(offline.summary).toEqual(live.summary);
  });

  it("tells what became true, once", async () => {
    await start();
    const first = (await project.apply()).events.map(({ event }) => event);
    expect(first.filter((event) => event === "became-true").length).toBeGreaterThan(10);
    expect((await project.apply()).events).toEqual([]);
  });

  it("tells drift, and asks for a reset of an account that worked, also the next time", async () => {
    await start();
    await project.apply();
    await project.change({ environments: { production: { comptesTechniques: { "TECH_1_73282932000074@cpro.fr": { motDePasse: "another" } } } } });
    const account = "production/compte-technique/principal";
    const { events, document } = await project.apply();
    expect(events.map(({ event }) => event)).toEqual(["drifted"]);
    expect(document.resources.find(({ address }) => address === account)?.drifted).toBe(true);
    expect(actionsOn(document, account)).toEqual(["reset-password missing"]);
    expect(actionsOn((await project.apply()).document, account)).toEqual(["reset-password missing"]);
    expect(actionsOn(await project.offline(), account)).toEqual(["reset-password missing"]);
  });
});

describe("a SIRET that changes under one name", () => {
  const changed = YAML.replace("nantes: 73282932000090", "nantes: 73282932000017");
  const about = ["production/structure/nantes", "production/rattachement/principal/nantes", "production/espace/nantes/factures-emises"];

  it("is not taken for proven by what was recorded of the old one", async () => {
    await start();
    await project.apply();
    project.configure(changed);
    const offline = await project.offline();
    for (const address of about) expect(said(offline, address)).toBe("unknown not-asked not-asked");
    expect(said(offline, "production/structure/siege")).toBe("true verified structure-active");
  });

  it("is judged by itself, and no drift of the old one", async () => {
    await start();
    await project.apply();
    project.configure(changed);
    const { document, events } = await project.apply();
    expect(said(document, "production/structure/nantes")).toBe("false verified structure-not-found");
    expect(events.filter(({ event }) => event === "drifted")).toEqual([]);
  });
});

describe("people's words", () => {
  const raccordement = "production/raccordement/principale/lyon";
  const give = async (of: string, until?: string) => {
    const opened = await project.open();
    const resources = wantedResources(opened.desired, project.clock.now()).filter(({ address }) => address === of);
    return attest(opened, project.ports, { resources, by: "Marie", word: { seen: "écran" }, nowMs: project.clock.now(), ...(until === undefined ? {} : { until }) });
  };

  it("close a step until their date", async () => {
    await start();
    await give(raccordement, "2027-01-31");
    expect(said((await project.apply()).document, raccordement)).toBe("true attested attested");
    expect((await project.apply()).subjects).toBe(0);
    project.clock.advance(68 * 86_400_000);
    expect(actionsOn(await project.offline(), raccordement)).toEqual([]);
    project.clock.advance(86_400_000);
    expect(actionsOn(await project.offline(), raccordement)).toEqual(["declare-raccordement attestation-expired"]);
  });

  it("do not say that something is gone where they said that it is there", async () => {
    await start();
    await give(raccordement);
    project.configure(YAML.replace("edi: { reception: true } }", "etat: sortant, date: 2026-11-01 }"));
    const offline = await project.offline();
    expect(said(offline, raccordement)).toBe("unknown unprovable no-api-tells");
    expect(actionsOn(offline, raccordement)).toEqual(["remove-raccordement unproven"]);
    await give(raccordement);
    expect(said(await project.offline(), raccordement)).toBe("true attested attested");
  });

  it("do not cover another contact", async () => {
    await start();
    await give(raccordement);
    project.configure(YAML.replace("facturation@exemple-btp.fr, telephone", "autre@exemple-btp.fr, telephone"));
    expect(actionsOn(await project.offline(), raccordement)).toEqual(["declare-raccordement unproven"]);
  });

  it("are contradicted in review as in the run that met the refusal, until a later word or a look that meets none", async () => {
    await start();
    await give(raccordement);
    await project.apply();
    await project.change({ settings: { missingRaccordement: "structures" }, environments: { production: { raccordements: null } } });
    expect(said((await project.apply()).document, raccordement)).toBe("unknown contradicted refused-as-if-not-connected");
    expect((await project.apply()).subjects).toBe(0);
    expect(actionsOn(await project.offline(), raccordement)).toEqual(["declare-raccordement contradicted"]);
    project.clock.advance(40 * 86_400_000);
    expect((await project.refresh()).plan.document.steps.length).toBeGreaterThan(0);
    expect((await project.refresh()).subjects).toBe(0);
    await project.change({ settings: { missingRaccordement: "none" } });
    await project.apply();
    expect(said(await project.offline(), raccordement)).toBe("true attested attested");
  });

  it("are void once an API says otherwise, and the record dates that once", async () => {
    await start();
    const lyon = "production/rattachement/principal/lyon";
    await give(lyon);
    await project.change({ environments: { production: { comptesTechniques: { "TECH_1_73282932000074@cpro.fr": { rattachements: [] } } } } });
    const { document } = await project.apply();
    expect(document.notices.filter(({ notice }) => notice === "attestation-voided")).toEqual([expect.objectContaining({ address: lyon })]);
    const before = state();
    project.clock.advance(86_400_000);
    await project.apply();
    expect(state()).toEqual(before);
    expect(actionsOn(await project.offline(), lyon)).toEqual(["attach-structure missing"]);
    await give(lyon);
    expect(said(await project.offline(), lyon)).toBe("true attested attested");
  });
});

describe("EDI parameters", () => {
  it("are set where Chorus may write, and what is recorded is what the platform then says", async () => {
    await start();
    const { events, document } = await project.apply();
    expect(patches()).toHaveLength(1);
    expect(edi()).toEqual({ reception: true, connexion: true });
    expect(events.find(({ event }) => event === "wrote")).toEqual({ event: "wrote", address: EDI, arguments: expect.objectContaining({ reception: "true" }) });
    expect(said(document, EDI)).toBe("true verified edi-as-declared");
    expect(said(await project.offline(), EDI)).toBe("true verified edi-as-declared");
    expect((await project.apply()).events).toEqual([]);
    expect(patches()).toHaveLength(1);
  });

  it("are not set where it may not", async () => {
    await start();
    const { document } = await project.apply({ mayWrite: false });
    await project.refresh();
    expect(patches()).toEqual([]);
    expect(actionsOn(document, EDI)).toEqual(["set-edi missing"]);
  });

  it("are a person's to set once the platform refused, also after a refresh, and are not tried again", async () => {
    await start("forbid");
    const { events, document } = await project.apply();
    expect(events.find(({ event }) => event === "write-refused")).toEqual({ event: "write-refused", address: EDI, status: 403 });
    expect(actionsOn(document, EDI)).toEqual(["set-edi-by-hand missing"]);
    expect(actionsOn(await project.offline(), EDI)).toEqual(["set-edi-by-hand missing"]);
    expect(actionsOn((await project.refresh()).plan.document, EDI)).toEqual(["set-edi-by-hand missing"]);
    expect((await project.refresh()).subjects).toBe(0);
    await project.apply();
    expect(patches()).toHaveLength(1);
    await project.change({ environments: { production: { structures: { [LYON]: { edi: { reception: true } } } } } });
    expect(said((await project.refresh()).plan.document, EDI)).toBe("true verified edi-as-declared");
  });

  it("are not set where they became right meanwhile", async () => {
    await start();
    const between = () => project.change({ environments: { production: { structures: { [LYON]: { edi: { reception: true } } } } } });
    const { events, document } = await project.apply({ between });
    expect(patches()).toEqual([]);
    expect(events.some(({ event }) => event === "wrote")).toBe(false);
    expect(said(document, EDI)).toBe("true verified edi-as-declared");
  });
});

describe("a reviewed plan", () => {
  const reviewed = async () => sealPlan((await project.refresh()).plan);
  const heldBy = (events: readonly ApplyEvent[]) => events.flatMap((event) => (event.event === "held" ? [[event.address, event.change]] : []));

  it("is applied where nothing changed, on an empty state too", async () => {
    await start();
    const empty = await startProject(project.simulator.scenario(), { yaml: YAML, secrets: SECRETS });
    const document = sealPlan((await empty.refresh()).plan);
    await empty.close();
    const { events } = await project.apply({ reviewed: document });
    expect(heldBy(events)).toEqual([]);
    expect(edi()).toEqual({ reception: true, connexion: true });
  });

  it("lets go what has been done since", async () => {
    await start();
    const document = await reviewed();
    await project.change({ environments: { production: { structures: { [LYON]: { edi: { reception: true } } } } } });
    const { events } = await project.apply({ reviewed: document });
    expect(heldBy(events)).toEqual([]);
    expect(patches()).toEqual([]);
  });

  it("holds a changed desired value for its resource, and does the rest", async () => {
    await start();
    const document = await reviewed();
    const lines = state()[2];
    project.configure(YAML.replace("edi: { reception: true } }", "edi: { reception: true, connexion: false } }").replace("siege: 73282932000074", "siege: { identifiant: 73282932000074, edi: { reception: true } }"));
    const { events } = await project.apply({ reviewed: document });
    expect(heldBy(events)).toEqual([
      [EDI, "desired"],
      ["production/edi/siege", "desired"],
    ]);
    expect(patches()).toEqual([]);
    expect(state()[2]).toBe(lines);
  });

  it("holds a step that nobody reviewed, and does not record it", async () => {
    await start();
    await project.apply();
    const document = await reviewed();
    const lines = state()[2];
    await project.change({ environments: { production: { comptesTechniques: { "TECH_1_73282932000074@cpro.fr": { rattachements: [LYON] } } } } });
    const { events } = await project.apply({ reviewed: document });
    expect(heldBy(events)).toEqual([["production/rattachement/principal/nantes", "new-step"]]);
    expect(state()[2]).toBe(lines);
  });

  it("holds a step whose values changed though what is wanted did not", async () => {
    await start();
    const document = await reviewed();
    const spoilt = { ...document, resources: document.resources.map((one) => (one.address === EDI && one.digest.step !== undefined ? { ...one, digest: { ...one.digest, step: { ...one.digest.step, arguments: "another" } } } : one)) };
    const { events } = await project.apply({ reviewed: spoilt });
    expect(heldBy(events)).toEqual([[EDI, "argument"]]);
    expect(patches()).toEqual([]);
  });

  it("holds a write that it left to a person", async () => {
    await start();
    const document = await reviewed();
    const spoilt = { ...document, resources: document.resources.map((one) => (one.address === EDI && one.digest.step !== undefined ? { ...one, digest: { ...one.digest, step: { ...one.digest.step, action: "set-edi-by-hand", writes: false } } } : one)) };
    const { events } = await project.apply({ reviewed: spoilt });
    expect(heldBy(events)).toEqual([[EDI, "write"]]);
    expect(patches()).toEqual([]);
  });
});
