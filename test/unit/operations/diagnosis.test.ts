import { afterEach, describe, expect, it } from "vitest";
import { kindOfResource } from "../../../src/kinds/kinds.ts";
import { serializeState } from "../../../src/state/serialize-state.ts";
import { changedRecords } from "../../../src/state/remember.ts";
import { changeState } from "../../../src/state/change-state.ts";
import { emptyState } from "../../../src/state/state.ts";
import { createWorld } from "../../../src/observe/access.ts";
import { observe } from "../../../src/observe/observe.ts";
import { plan, wantedResources, type Plan, type PlanInput } from "../../../src/plan/plan.ts";
import { sealPlan } from "../../../src/plan/seal-plan.ts";
import type { Scenario, ScenarioFault } from "../../../src/simulator/scenario.ts";
import { renderPlanText } from "../../../src/views/plan-text.ts";
import { DIRECT, LOGIN, SECRETS } from "../../support/direct.ts";
import { directBut, LYON, NANTES, type DirectParts } from "../../support/direct-world.ts";
import { attestAll, recordsAfter } from "../../support/plans.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";
import { screen } from "../views/screen.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

interface Options {
  readonly secrets?: Record<string, string>;
  readonly yaml?: string;
  readonly faults?: readonly ScenarioFault[];
  readonly known?: Pick<PlanInput, "records" | "attestations">;
  readonly scenario?: Scenario;
}

const look = async (spoil?: (parts: DirectParts) => void, { secrets = SECRETS, yaml = DIRECT, faults = [], known, scenario }: Options = {}): Promise<Plan> => {
  await world?.close();
  world = await startWorld({ ...(scenario ?? directBut(spoil)), faults }, { ...SECRETS, ...secrets });
  return world.plan(await desiredFrom(yaml), known);
};

const causes = ({ document }: Pick<Plan, "document">, address: string, type?: string): readonly string[] => {
  const conditions = document.resources.find((resource) => resource.address === address)?.conditions ?? [];
  const condition = type === undefined ? conditions[0] : conditions.find((one) => one.type === type);
  return (condition?.causes ?? []).map(({ cause, told }) => (told === undefined ? cause : `${cause} (${told})`));
};

const CREDENTIALS = "production/credentials/principale";
const ACCOUNT = "production/compte-technique/principal";
const on = (kind: string, name: string) => `production/${kind}/${name}`;
const subscription = (api: string) => `production/subscription/principale/${api}`;
const ID = "0d1f9a3e-6f0e-4a57-8a55-0a2b4c6d8e0f";
const SECRET = "9c8b7a6d-5e4f-4321-8765-43210fedcba9";

describe("credentials that PISTE refuses", () => {
  const pair = (clientId: string, clientSecret: string) => (parts: DirectParts) => {
    parts.application.clientId = clientId;
    parts.application.clientSecret = clientSecret;
  };
  const stored = (clientId: string, clientSecret: string) => ({ CHORUS_PRODUCTION_CLIENT_ID: clientId, CHORUS_PRODUCTION_CLIENT_SECRET: clientSecret });
  const BOTH = `${DIRECT}qualification: { siege: 33254021516357 }\n`;

  it("are the other environment's", async () => {
    const secrets = {
      ...stored(ID, SECRET),
      CHORUS_QUALIFICATION_CLIENT_ID: ID,
      CHORUS_QUALIFICATION_CLIENT_SECRET: SECRET,
      CHORUS_QUALIFICATION_PASSWORD: "x",
    };
    const found = await look(pair("11111111-2222-4333-8444-555555555555", SECRET), { secrets, yaml: BOTH });
    expect(causes(found, CREDENTIALS)[0]).toBe("other-environment (same-id-in-other-environment)");
  });

  it("are swapped, which the form tells where the two differ in form", async () => {
    expect(causes(await look(pair(ID, "secret"), { secrets: stored("secret", ID) }), CREDENTIALS)[0]).toBe("swapped (only-secret-is-uuid)");
    expect(causes(await look(pair(ID, SECRET), { secrets: stored(SECRET, ID) }), CREDENTIALS)).toEqual([
      "other-environment",
      "swapped",
      "api-keys",
      "regenerated",
      "application-gone",
    ]);
  });

  it("are no credentials, or one of them twice", async () => {
    expect(causes(await look(pair(ID, SECRET), { secrets: stored("facturation@exemple-btp.fr", "Azerty") }), CREDENTIALS)[0]).toBe("not-credentials (id-not-uuid)");
    expect(causes(await look(pair(ID, SECRET), { secrets: stored(ID, ID) }), CREDENTIALS)[0]).toBe("pasted-twice (id-is-secret)");
  });

  it("worked before: made again, or gone", async () => {
    const before = await look(pair(ID, SECRET), { secrets: stored(ID, SECRET) });
    const known = { records: recordsAfter(before), attestations: new Map() };
    const found = await look(pair(ID, "another"), { secrets: stored(ID, SECRET), known });
    expect(causes(found, CREDENTIALS)).toEqual(["regenerated (worked-before)", "application-gone (worked-before)"]);
  });
});

describe("a compte technique that is refused", () => {
  const login = async (...given: Parameters<typeof look>) => causes(await look(...given), ACCOUNT, "LoginAccepted");
  const password = (CHORUS_PRODUCTION_PASSWORD: string): Options => ({ secrets: { CHORUS_PRODUCTION_PASSWORD } });

  it("has a line break in its password", async () => {
    expect((await login(undefined, password(`${SECRETS.CHORUS_PRODUCTION_PASSWORD}\n`)))[0]).toBe("line-break (line-break)");
  });

  it("has its whole header for a password, in base64 on two lines", async () => {
    const header = Buffer.from(`${LOGIN}:${SECRETS.CHORUS_PRODUCTION_PASSWORD}`).toString("base64");
    const found = await login(undefined, password(`${header.slice(0, 30)}\n${header.slice(30)}`));
    expect(found.slice(0, 2)).toEqual(["line-break (line-break)", "whole-header (password-is-header)"]);
  });

  it("has the client secret for a password", async () => {
    expect((await login(undefined, password(SECRETS.CHORUS_PRODUCTION_CLIENT_SECRET)))[0]).toBe("pasted-twice (password-is-client-secret)");
  });

  it("has the other environment's password", async () => {
    const secrets = { CHORUS_PRODUCTION_PASSWORD: "of qualification", CHORUS_QUALIFICATION_PASSWORD: "of qualification" };
    const found = await login(undefined, { secrets, yaml: `${DIRECT}qualification: { siege: 33254021516357 }\n` });
    expect(found[0]).toBe("other-environment (same-password-in-other-environment)");
  });

  it.each([
    ["TECH_3_73282932000074@cpro.fr", "wrong-index (index-not-first)"],
    ["TECH_073282932000074@cpp2017.fr", "old-login (login-of-old-domain)"],
    ["TECH_1_73282932000082@cpro.fr", "other-structure (login-of-other-structure)"],
  ])("is declared as %s", async (declared, expected) => {
    const yaml = DIRECT.replace("siege: 73282932000074", `siege: { identifiant: 73282932000074, login: ${declared} }`);
    expect((await login(undefined, { yaml }))[0]).toBe(expected);
  });

  it("may have another index where the login is the derived one", async () => {
    const spoil = (parts: DirectParts) => {
      parts.account.motDePasse = "another";
    };
    expect(await login(spoil)).toEqual(["wrong-password", "too-young", "wrong-index", "other-environment", "expired", "changed"]);
  });

  it("is younger than half an hour, and is not once that is over", async () => {
    const desired = await desiredFrom(DIRECT);
    world = await startWorld(directBut((parts) => (parts.account.creeLe = "2026-11-24T08:02:00Z")), SECRETS);
    const attestations = attestAll(desired, world.clock.now(), (_, kind) => kind === "compte-technique");
    expect(causes(await world.plan(desired, { attestations }), ACCOUNT)[0]).toBe("too-young (created-lately)");
    world.clock.advance(21 * 60_000);
    expect(causes(await world.plan(desired, { attestations }), ACCOUNT)).toEqual([]);
  });

  it("has a password of 424 days, whose end was recorded", async () => {
    const desired = await desiredFrom(DIRECT);
    world = await startWorld(directBut(), SECRETS);
    const records = recordsAfter(await world.plan(desired));
    world.clock.advance(400 * 86_400_000);
    const found = await world.plan(desired, { records });
    expect(causes(found, ACCOUNT, "LoginAccepted")).toEqual(["expired (expiry-passed)", "changed (worked-before)"]);
    expect(causes(found, ACCOUNT, "PasswordCurrent")).toEqual(["expired (expiry-passed)"]);
  });

  it("worked before, and its password has not ended: somebody changed it", async () => {
    const records = recordsAfter(await look());
    const spoil = (parts: DirectParts) => {
      parts.account.motDePasse = "another";
    };
    expect(await login(spoil, { known: { records, attestations: new Map() } })).toEqual(["changed (worked-before)"]);
  });
});

describe("an identifier that no structure has", () => {
  const unknown = async (structures: string, address: string) => {
    const yaml = DIRECT.replace(/structures:[\s\S]*$/, structures);
    const found = await look(undefined, {
      yaml,
      secrets: Object.fromEntries(Object.entries(SECRETS).map(([name, value]) => [name.replace("PRODUCTION", "QUALIFICATION"), value])),
      scenario: bothEnvironments(),
    });
    return causes(found, address);
  };
  /** Qualification has an account on a SIRET of the matelas; nothing else is there. */
  const bothEnvironments = (): Scenario => {
    const scenario = directBut();
    const { applications, comptesTechniques } = scenario.environments.production ?? {};
    const account = { ...comptesTechniques?.[LOGIN], structure: "33254021516357", rattachements: [] };
    const qualification = {
      applications: { "APP_SANDBOX_facturation@exemple-btp.fr": applications?.["EXEMPLE-BTP-FACTURATION"] },
      structures: { "33254021516357": { designation: "siege" } },
      comptesTechniques: { "TECH_1_33254021516357@cpro.fr": account },
    };
    return { ...scenario, environments: { ...scenario.environments, qualification } } as Scenario;
  };

  it("is a real SIRET in qualification", async () => {
    const yaml = "structures: { siege: 73282932000074 }\nqualification: { siege: 33254021516357, lyon: 73282932000082 }\n";
    expect(await unknown(yaml, "qualification/structure/lyon")).toEqual(["real-siret (key-holds)", "unknown-siret"]);
  });

  it("is a SIRET of the matelas in production", async () => {
    const yaml = "structures: { siege: 73282932000074, lyon: { identifiant: 33254021516357, accepte: [CHR-SIRET-KEY] } }\n";
    expect(await unknown(yaml, on("structure", "lyon"))).toEqual(["test-siret (key-fails)", "unknown-siret"]);
  });

  it("is a SIREN", async () => {
    const yaml = "structures: { siege: 73282932000074, lyon: { identifiant: '732829320', type: AUTRE } }\n";
    expect(await unknown(yaml, on("structure", "lyon"))).toEqual(["siren (identifier-of-9-digits)", "unknown-siret"]);
  });
});

describe("what an account may not reach", () => {
  it("is not in its list, in which its home is", async () => {
    const found = await look((parts) => {
      parts.account.rattachements = [NANTES];
    });
    expect(causes(found, on("rattachement/principal", "lyon"))).toEqual(["attachment-missing (reaches-its-home)"]);
  });

  it("is an espace", async () => {
    const found = await look((parts) => {
      parts.structures[LYON] = { designation: LYON, espaces: ["raccordements"] };
    });
    expect(causes(found, on("espace", "lyon/factures-emises"))).toEqual(["espace-closed", "missing-right"]);
  });

  it("is everything, where the raccordement is missing", async () => {
    const found = await look((parts) => {
      parts.settings.missingRaccordement = "all";
      parts.raccordements = {};
    });
    expect(causes(found, on("raccordement/principale", "lyon"))).toEqual(["no-raccordement", "missing-right"]);
  });
});

describe("a 403 with nothing in it", () => {
  it("on one route is an API that is not selected, or whose CGU are not accepted", async () => {
    const found = await look((parts) => {
      parts.application.apis = parts.application.apis.filter((api) => api !== "factures");
    });
    expect(causes(found, subscription("factures"))).toEqual(["not-selected (other-apis-answer)", "cgu-missing"]);
    expect(causes(found, subscription("structures"))).toEqual([]);
  });

  it("on every route is something that they share", async () => {
    const found = await look((parts) => {
      parts.application.apis = [];
    });
    for (const api of ["factures", "structures", "transverses", "utilisateurs"]) {
      expect(causes(found, subscription(api))).toEqual([
        "not-selected (every-route-refused)",
        "no-raccordement (every-route-refused)",
        "cgu-missing",
      ]);
    }
  });
});

describe("a network in between", () => {
  it("answers with the page of a proxy", async () => {
    const found = await look(undefined, { faults: [{ fault: "502", route: "/cpro" }] });
    expect(causes(found, ACCOUNT)).toEqual(["proxy (proxy-header)", "outage"]);
  });

  it("lets the platform answer that it is down", async () => {
    expect(causes(await look(undefined, { faults: [{ fault: "503" }] }), CREDENTIALS)).toEqual(["outage"]);
  });

  it("does not know the host", async () => {
    world = await startWorld({ ...directBut(), faults: [{ fault: "dns" }] }, SECRETS, { trust: ["loopback", "host:dns-failure.invalid"] });
    const found = await planThrough(world, DIRECT);
    expect(causes(found, CREDENTIALS)).toEqual(["dns (name-not-found)", "outage"]);
  });

  it("keeps what was proven, and says why it was not seen again", async () => {
    const records = recordsAfter(await look());
    const found = await look(undefined, { known: { records, attestations: new Map() }, faults: [{ fault: "503" }] });
    expect(found.document.resources.find(({ address }) => address === CREDENTIALS)?.conditions[0]).toMatchObject({
      status: "true",
      stale: "transient",
      causes: [{ cause: "outage" }],
    });
    expect(renderPlanText(found.document, screen())).toContain("Causes : plateforme en panne ou en maintenance ?\n");
  });

  it("has another time than this machine", async () => {
    const faults = [{ fault: "clock-skew", skewMs: -3_600_000 }, { fault: "401-default-realm", route: "/cpro" }] as const;
    expect(causes(await look(undefined, { faults }), ACCOUNT)).toEqual(["clock (clock-off)", "burst"]);
  });
});

describe("what causes are not", () => {
  it("part of what is recorded or reviewed", async () => {
    const found = await look((parts) => {
      parts.account.motDePasse = "another";
    });
    const without = (made: Plan) => sealPlan(made).resources.map(({ digest }) => digest);
    expect(causes(found, ACCOUNT)).not.toEqual([]);
    const records = changedRecords(found.assessed, { nowMs: found.input.nowMs, renewProofAfterMs: 1 });
    expect(serializeState(changeState(emptyState("test"), records))).not.toMatch(/cause|clue/);
    const told = await look((parts) => (parts.account.motDePasse = "another"), { secrets: { CHORUS_PRODUCTION_PASSWORD: "wrong\n" } });
    expect(causes(told, ACCOUNT)).not.toEqual(causes(found, ACCOUNT));
    expect(without(told)).toEqual(without(found));
  });

  it("a place for a secret", async () => {
    const canary = "C4n4ry of the password\n";
    const found = await look(undefined, { secrets: { CHORUS_PRODUCTION_PASSWORD: canary } });
    expect(causes(found, ACCOUNT)[0]).toBe("line-break (line-break)");
    expect(JSON.stringify([...found.input.observations]) + renderPlanText(found.document, screen())).not.toContain("C4n4ry");
  });
});

it("shows two causes under a step, and what to do about one that is told", async () => {
  const { document } = await look(undefined, { secrets: { CHORUS_PRODUCTION_PASSWORD: `${SECRETS.CHORUS_PRODUCTION_PASSWORD}\n` } });
  const text = renderPlanText(document, screen()).replaceAll(/\n {10,}/g, " ");
  expect(text).toContain("Causes  saut de ligne ou espace dans un secret (un saut de ligne y est) ; mot de passe mal recopié, ou réinitialisé depuis ?");
  expect(text).toContain("alors : déposer le secret seul, sur une ligne, sans rien autour");
});

/** Plans through the addresses that the simulator gives, with what its faults do to them. */
const planThrough = async (practice: TestWorld, yaml: string): Promise<Plan> => {
  const desired = await desiredFrom(yaml);
  const { simulator, clock } = practice;
  const variables = simulator.environmentVariables();
  const endpoints = { oauth: variables["CHORUS_PRODUCTION_OAUTH_URL"] ?? "", api: variables["CHORUS_PRODUCTION_API_URL"] ?? "" };
  const { client } = practice.live(desired);
  const questions = wantedResources(desired, clock.now()).flatMap((resource) => kindOfResource(resource).questions(resource));
  const observations = await observe(questions, { client, world: createWorld(desired, { production: endpoints }) });
  await client.close();
  return plan({ desired, records: new Map(), observations, attestations: new Map(), nowMs: clock.now() });
};
