import { afterEach, describe, expect, it } from "vitest";
import { observe, type Progress } from "../../../src/observe/observe.ts";
import { questionKey } from "../../../src/model/question.ts";
import type { PlanDocument } from "../../../src/plan/plan-document.ts";
import { actionsOn, attestAll, said } from "../../support/plans.ts";
import { DIRECT, LOGIN, SECRETS } from "../../support/direct.ts";
import { directBut, LYON, NANTES, SIEGE, type DirectParts } from "../../support/direct-world.ts";
import { desiredFrom, startWorld, type TestWorld } from "../../support/world.ts";

let world: TestWorld | undefined;
afterEach(async () => {
  const log = world?.simulator.requests() ?? [];
  await world?.close();
  world = undefined;
  expect(log.filter(({ method }) => method === "PATCH")).toEqual([]);
});

interface Options {
  readonly secrets?: Record<string, string>;
  readonly more?: string;
  /** A configuration in place of `DIRECT`. */
  readonly yaml?: string;
  readonly attested?: boolean;
}

const look = async (spoil?: (parts: DirectParts) => void, { secrets = SECRETS, more = "", yaml = DIRECT, attested = false }: Options = {}): Promise<PlanDocument> => {
  world = await startWorld(directBut(spoil), secrets);
  const desired = await desiredFrom(`${yaml}${more}`);
  const attestations = attested ? attestAll(desired, world.clock.now(), (_, kind) => kind === "raccordement") : new Map();
  return (await world.plan(desired, { attestations })).document;
};

const requestsTo = (path: string) => world?.simulator.requests().filter((request) => request.path.includes(path)) ?? [];

const APP = "production/application/principale";
const CREDENTIALS = "production/credentials/principale";
const ACCOUNT = "production/compte-technique/principal";
const subscription = (api: string) => `production/subscription/principale/${api}`;
const on = (kind: string, name: string) => `production/${kind}/${name}`;

describe("where everything is done", () => {
  it("proves everything that an API can prove", async () => {
    const document = await look();
    expect(said(document, APP)).toBe("true verified token-granted");
    expect(said(document, CREDENTIALS)).toBe("true verified token-granted");
    expect(said(document, "production/compte-piste/principal")).toBe("true inferred follows");
    for (const api of ["factures", "structures", "transverses", "utilisateurs"]) {
      expect(said(document, subscription(api))).toBe("true verified route-answers");
      expect(said(document, `production/cgu/principal/${api}`)).toBe("true inferred follows");
    }
    expect(said(document, ACCOUNT, "LoginAccepted")).toBe("true verified login-accepted");
    expect(said(document, ACCOUNT, "PasswordCurrent")).toBe("true verified expiry-known");
    expect(said(document, ACCOUNT, "ReachDeclared")).toBe("true verified reach-as-declared");
    for (const name of ["siege", "lyon", "nantes"]) {
      expect(said(document, on("structure", name))).toBe("true verified structure-active");
      expect(said(document, on("rattachement/principal", name))).toBe("true verified attached");
      expect(said(document, on("espace", `${name}/factures-emises`))).toBe("true verified enabled");
      expect(said(document, on("espace", `${name}/raccordements`))).toBe("unknown unprovable no-api-tells");
      expect(said(document, on("raccordement/principale", name))).toBe("unknown unprovable not-refused");
    }
    expect(document.summary.unknown).toBe(0);
  });

  it("gives each verified fact its request, its answer and its correlation id", async () => {
    const { resources } = await look();
    const verified = resources.flatMap(({ conditions }) => conditions).filter(({ proof }) => proof === "verified");
    expect(verified.length).toBeGreaterThan(10);
    for (const { evidence } of verified) {
      expect(evidence).toMatchObject({ by: "api", request: expect.stringMatching(/^(GET|POST) \//), status: expect.any(Number), correlationId: expect.any(String) });
    }
  });
});

describe("an application", () => {
  it("whose secret is refused is not denied: its credentials are", async () => {
    const document = await look((parts) => {
      parts.application.clientSecret = "another";
    });
    expect(said(document, CREDENTIALS)).toBe("false verified client-refused");
    expect(said(document, APP)).toBe("unknown waiting waits");
    expect(said(document, ACCOUNT)).toBe("unknown waiting waits");
    expect(said(document, on("structure", "lyon"))).toBe("unknown waiting waits");
    expect(requestsTo("/token")).toHaveLength(9);
    expect(requestsTo("/cpro/")).toEqual([]);
  });

  it("whose secret or account is refused says so while it is tried again", async () => {
    const toldOf = async (spoil: (parts: DirectParts) => void, ask: "token" | "account-login") => {
      world = await startWorld(directBut(spoil), SECRETS);
      const { client, world: access } = world.live(await desiredFrom(DIRECT));
      const told: string[] = [];
      const question = { environment: "production", application: "principale", ...(ask === "token" ? { ask } : { ask, account: "principal" }) } as const;
      const onProgress = ({ retrying, ...count }: Progress): void => {
        if (retrying !== undefined) told.push(`${count.application} ${count.answered}/${count.asked} ${retrying.code} ${retrying.tries}/${retrying.of}`);
      };
      await observe([question], { client, world: access, onProgress });
      await client.close();
      await world.close();
      world = undefined;
      return told;
    };
    const secret = await toldOf((parts) => void (parts.application.clientSecret = "another"), "token");
    expect(secret).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((tries) => `principale 0/1 invalid-client ${tries}/9`));
    const password = await toldOf((parts) => void (parts.account.motDePasse = "another"), "account-login");
    expect(password.slice(0, 6)).toEqual([2, 3, 4, 5, 6, 7].map((tries) => `principale 0/1 account-rejected ${tries}/7`));
  });

  it("that is disabled from the start gets no token", async () => {
    const document = await look((parts) => {
      parts.application.active = false;
    });
    expect(said(document, CREDENTIALS)).toBe("false verified client-refused");
  });

  it("that is disabled after its token was granted is denied", async () => {
    world = await startWorld(directBut(), SECRETS);
    const desired = await desiredFrom(DIRECT);
    const { client, world: access } = world.live(desired);
    const application = access.application("production", "principale");
    if (application === undefined || application === "elsewhere") throw new Error("no application");
    expect((await client.token(application)).ok).toBe(true);
    const patch = { environments: { production: { applications: { "EXEMPLE-BTP-FACTURATION": { active: false } } } } };
    await fetch(`${world.simulator.url}/admin/scenario`, { method: "PATCH", body: JSON.stringify(patch) });
    const token = { ask: "token", environment: "production", application: "principale" } as const;
    const subscribed = { ...token, ask: "subscribed", api: "factures" } as const;
    const answers = await observe([token, subscribed], { client, world: access });
    await client.close();
    expect(answers.get(questionKey(token))).toMatchObject({ answer: "false", reason: "client-disabled" });
    expect(answers.get(questionKey(subscribed))).toMatchObject({ answer: "unknown", unknown: "waiting" });
  });
});

describe.each(["empty", "object"] as const)("an API that is not selected, refused with a body that is %s", (emptyForbiddenBody) => {
  const without = (api: string, from: "apis" | "consentements") => (parts: DirectParts) => {
    parts.settings.emptyForbiddenBody = emptyForbiddenBody;
    parts.application[from] = parts.application[from].filter((one) => one !== api);
  };

  it.each(["factures", "structures", "transverses", "utilisateurs"])("%s", async (api) => {
    const document = await look(without(api, "apis"));
    expect(said(document, subscription(api))).toBe("false verified route-forbidden");
    expect(said(document, `production/cgu/principal/${api}`)).toBe("unknown waiting waits");
    expect(actionsOn(document, subscription(api))).toEqual(["select-apis missing"]);
    expect(document.resources.filter(({ kind, conditions }) => kind !== "subscription" && conditions.some(({ status }) => status === "false"))).toEqual([]);
  });

  it("makes what needs it wait for it", async () => {
    const document = await look(without("transverses", "apis"));
    const espace = on("espace", "lyon/factures-emises");
    expect(said(document, espace)).toBe("unknown waiting waits");
    expect(document.resources.find(({ address }) => address === espace)?.waitsFor).toEqual([subscription("transverses")]);
  });

  it("is refused too where consent is missing", async () => {
    const document = await look(without("structures", "consentements"));
    expect(said(document, subscription("structures"))).toBe("false verified route-forbidden");
  });

  it("leaves the login to the health check where the list of attachments is refused", async () => {
    const document = await look(without("utilisateurs", "apis"));
    expect(said(document, ACCOUNT, "LoginAccepted")).toBe("true verified login-accepted");
    expect(said(document, ACCOUNT, "ReachDeclared")).toBe("unknown waiting waits");
    expect(said(document, on("rattachement/principal", "lyon"))).toBe("unknown waiting waits");
  });
});

describe("a compte technique", () => {
  const refused: readonly (readonly [string, (parts: DirectParts) => void])[] = [
    ["with another password", (parts) => (parts.account.motDePasse = "another")],
    ["whose password has expired", (parts) => (parts.account.motDePasseChangeLe = "2025-01-01T00:00:00Z")],
    ["younger than half an hour", (parts) => (parts.account.creeLe = "2026-11-24T08:00:00Z")],
  ];

  it.each(refused)("%s is refused, after seven tries and one on another route, whatever the number of questions", async (_, spoil) => {
    const document = await look(spoil);
    expect(said(document, ACCOUNT, "LoginAccepted")).toBe("false verified login-refused");
    expect(said(document, ACCOUNT, "PasswordCurrent")).toBe("unknown waiting waits");
    expect(said(document, on("structure", "lyon"))).toBe("unknown waiting waits");
    expect(said(document, subscription("utilisateurs"))).toBe("true verified route-answers");
    expect(world?.simulator.requests().filter(({ account }) => account === LOGIN)).toHaveLength(8);
  });

  it("is tried seven times where only one of several APIs is selected", async () => {
    const yaml = DIRECT.replace("[factures, structures, transverses, utilisateurs]", "[factures, structures]");
    await look(refused[0]?.[1], { yaml });
    expect(world?.simulator.requests().filter(({ account }) => account === LOGIN)).toHaveLength(7);
  });

  it.each([
    ["2026-10-01T00:00:00Z", "true verified expiry-known", []],
    ["2025-10-10T00:00:00Z", "true verified expiring", ["reset-password due"]],
  ])("whose password was changed on %s", async (changedAt, expected, actions) => {
    const document = await look((parts) => {
      parts.account.motDePasseChangeLe = changedAt;
    });
    expect(said(document, ACCOUNT, "PasswordCurrent")).toBe(expected);
    expect(actionsOn(document, ACCOUNT)).toEqual(actions);
  });

  it("that reaches beyond what is declared is reported, and nobody is sent", async () => {
    const document = await look((parts) => {
      parts.structures["11122233300010"] = { designation: "Autre" };
      parts.account.rattachements = [...parts.account.rattachements, "11122233300010"];
    });
    expect(said(document, ACCOUNT, "ReachDeclared")).toBe("true verified reach-beyond");
    expect(document.notices).toContainEqual({ notice: "reach-beyond", address: ACCOUNT, count: 1 });
    expect(actionsOn(document, ACCOUNT)).toEqual([]);
  });
});

describe("a structure", () => {
  it("that Chorus Pro does not know", async () => {
    const document = await look((parts) => {
      delete parts.structures[LYON];
      parts.account.rattachements = [NANTES];
    });
    expect(said(document, on("structure", "lyon"))).toBe("false verified structure-not-found");
    expect(said(document, on("rattachement/principal", "lyon"))).toBe("false verified not-attached");
    expect(said(document, on("espace", "lyon/factures-emises"))).toBe("unknown waiting waits");
  });

  it("that is inactive says nothing of its espaces, which are listed only where it is active", async () => {
    const document = await look((parts) => {
      parts.structures[LYON] = { ...parts.structures[LYON], designation: LYON, statut: "INACTIVE" };
    });
    expect(said(document, on("structure", "lyon"))).toBe("false verified structure-inactive");
    expect(said(document, on("espace", "lyon/factures-emises"))).toBe("unknown waiting waits");
    expect(actionsOn(document, on("espace", "lyon/factures-emises"))).toEqual([]);
  });

  it("that the account is not attached to", async () => {
    const document = await look((parts) => {
      parts.account.rattachements = [NANTES];
    });
    expect(said(document, on("rattachement/principal", "lyon"))).toBe("false verified not-attached");
    expect(said(document, on("structure", "lyon"))).toBe("true verified structure-active");
    expect(actionsOn(document, on("rattachement/principal", "lyon"))).toEqual(["attach-structure missing"]);
    const espace = document.resources.find(({ address }) => address === on("espace", "lyon/factures-emises"));
    expect(espace?.waitsFor).toEqual([on("rattachement/principal", "lyon")]);
  });

  it("whose espace is not open", async () => {
    const document = await look((parts) => {
      parts.structures[LYON] = { designation: LYON, espaces: ["raccordements"] };
    });
    expect(said(document, on("espace", "lyon/factures-emises"))).toBe("false verified not-enabled");
    expect(actionsOn(document, on("espace", "lyon/factures-emises"))).toEqual(["open-espace missing"]);
  });

  it("on whose espace the account has no right", async () => {
    const document = await look((parts) => {
      parts.account.habilitations = { [LYON]: ["raccordements"] };
    });
    expect(said(document, on("espace", "lyon/factures-emises"))).toBe("false verified not-enabled");
    expect(said(document, on("espace", "nantes/factures-emises"))).toBe("true verified enabled");
  });

  const WITH_SERVICE = DIRECT.replace("lyon: 73282932000082", "lyon: { identifiant: 73282932000082, services: [ACHATS] }");
  it.each([
    [undefined, "false verified service-not-found"],
    [false, "false verified service-inactive"],
    [true, "true verified service-active"],
  ])("with a service that is active: %s", async (actif, expected) => {
    const spoil = (parts: DirectParts) => {
      const others = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`A${String(index).padStart(3, "0")}`, { nom: "autre" }]));
      parts.structures[LYON] = {
        designation: LYON,
        espaces: ["raccordements", "factures-emises"],
        services: { ...others, ...(actif === undefined ? {} : { ACHATS: { nom: "Achats", actif } }) },
      };
    };
    const document = await look(spoil, { yaml: WITH_SERVICE });
    expect(said(document, on("service", "lyon/ACHATS"))).toBe(expected);
    // What is not found is looked for again.
    expect(requestsTo("/rechercher/services")).toHaveLength(actif === undefined ? 4 : 2);
  });

  const WITH_EDI = DIRECT.replace("lyon: 73282932000082", "lyon: { identifiant: 73282932000082, edi: { reception: true } }").replace("utilisateurs]", "utilisateurs, organisations]");
  it.each([
    [{ reception: true, connexion: true }, "true verified edi-as-declared"],
    [{ reception: false, connexion: true }, "false verified edi-differs"],
  ])("with EDI parameters %j", async (edi, expected) => {
    const document = await look(
      (parts) => {
        parts.application.apis = [...parts.application.apis, "organisations"];
        parts.application.consentements = [...parts.application.consentements, "organisations"];
        parts.structures[LYON] = { designation: LYON, espaces: ["raccordements", "factures-emises"], edi };
      },
      { yaml: WITH_EDI },
    );
    expect(said(document, on("edi", "lyon"))).toBe(expected);
  });

  it("with EDI parameters that no API can tell", async () => {
    const document = await look(undefined, { yaml: WITH_EDI.replace(", organisations]", "]") });
    expect(said(document, on("edi", "lyon"))).toBe("unknown not-configured api-not-selected");
  });
});

describe("a raccordement", () => {
  const none = (missingRaccordement: "none" | "structures" | "all") => (parts: DirectParts) => {
    parts.settings.missingRaccordement = missingRaccordement;
    parts.raccordements = {};
  };
  const lyon = on("raccordement/principale", "lyon");

  it.each([
    ["none", false, "unknown unprovable not-refused", ["declare-raccordement unproven"]],
    ["structures", false, "unknown contradicted refused-as-if-not-connected", ["declare-raccordement unproven"]],
    ["all", false, "unknown contradicted refused-as-if-not-connected", ["declare-raccordement unproven"]],
    ["none", true, "true attested attested", []],
    ["structures", true, "unknown contradicted refused-as-if-not-connected", ["declare-raccordement contradicted"]],
    ["all", true, "unknown contradicted refused-as-if-not-connected", ["declare-raccordement contradicted"]],
  ] as const)("missing where %s is refused, attested %s", async (setting, attested, expected, actions) => {
    const document = await look(none(setting), { attested });
    expect(said(document, lyon)).toBe(expected);
    expect(actionsOn(document, lyon)).toEqual(actions);
    expect(document.resources.filter(({ conditions }) => conditions.some(({ status }) => status === "false"))).toEqual([]);
  });

  it("says nothing while the account is refused: no call of it came through", async () => {
    const document = await look((parts) => {
      parts.account.motDePasse = "another";
    });
    expect(said(document, lyon)).toBe("unknown waiting waits");
  });
});

describe("long lists", () => {
  it("reads more than a hundred attachments page by page", async () => {
    const extra = Array.from({ length: 150 }, (_, index) => String(90_000_000_000_000 + index));
    const document = await look((parts) => {
      for (const siret of extra) parts.structures[siret] = { designation: siret };
      parts.account.rattachements = [...extra, LYON, NANTES];
    });
    expect(said(document, on("rattachement/principal", "nantes"))).toBe("true verified attached");
    expect(said(document, ACCOUNT, "ReachDeclared")).toBe("true verified reach-beyond");
    expect(document.notices).toContainEqual({ notice: "reach-beyond", address: ACCOUNT, count: 150 });
    expect(requestsTo("/rattachements")).toHaveLength(2);
  });

  it.each(["array", "comma", "none"] as const)("looks structures up in bulk where IN is spelt as %s", async (spelling) => {
    const yaml = DIRECT.replace("espaces: [factures-emises]\n", "").replace("utilisateurs]", "utilisateurs, organisations]");
    const document = await look(
      (parts) => {
        parts.settings.in = spelling;
        parts.application.apis = [...parts.application.apis, "organisations"];
        parts.application.consentements = [...parts.application.consentements, "organisations"];
        parts.structures[NANTES] = { designation: NANTES, statut: "INACTIVE" };
      },
      { yaml },
    );
    expect(said(document, on("structure", "siege"))).toBe("true verified structure-active");
    expect(said(document, on("structure", "lyon"))).toBe("true verified structure-active");
    expect(said(document, on("structure", "nantes"))).toBe("false verified structure-inactive");
    const alone = requestsTo("/structures/v1/rechercher").filter(({ account, path }) => account === LOGIN && path.endsWith("rechercher"));
    // The inactive one alone is looked at again; without bulk, each by itself.
    expect(alone).toHaveLength(spelling === "none" ? 3 : 1);
    expect(requestsTo("/structures/recherche").filter(({ path }) => path.includes("organisations"))).toHaveLength(spelling === "array" ? 1 : 2);
  });
});

describe("what may not or cannot be asked", () => {
  it("sends nothing at all where the secrets are missing", async () => {
    const document = await look(undefined, { secrets: {} });
    expect(world?.simulator.requests()).toEqual([]);
    expect(said(document, CREDENTIALS)).toBe("unknown not-configured secret-missing");
    expect(said(document, ACCOUNT)).toBe("unknown not-configured secret-missing");
    expect(document.resources.filter(({ conditions }) => conditions.some(({ status }) => status !== "unknown"))).toEqual([]);
  });

  it("asks what needs no account where only its password is missing", async () => {
    const { CHORUS_PRODUCTION_PASSWORD: _, ...secrets } = SECRETS;
    const document = await look(undefined, { secrets });
    expect(said(document, CREDENTIALS)).toBe("true verified token-granted");
    expect(said(document, subscription("structures"))).toBe("true verified route-answers");
    expect(said(document, ACCOUNT)).toBe("unknown not-configured secret-missing");
    expect(said(document, on("structure", "lyon"))).toBe("unknown not-configured secret-missing");
    expect(world?.simulator.requests().filter(({ account }) => account === LOGIN)).toEqual([]);
  });

  it("sends nothing to a host that nobody vouched for", async () => {
    world = await startWorld(directBut(), SECRETS, { trust: [] });
    const { document } = await world.plan(await desiredFrom(DIRECT));
    expect(world.simulator.requests()).toEqual([]);
    expect(said(document, CREDENTIALS)).toBe("unknown not-configured host-untrusted");
    expect(said(document, on("structure", "lyon"))).toBe("unknown not-configured host-untrusted");
  });

  it("asks nothing where the secrets stay at the client's", async () => {
    const document = await look(undefined, { more: "secrets: chez-le-client\n" });
    expect(world?.simulator.requests()).toEqual([]);
    expect(said(document, CREDENTIALS)).toBe("unknown elsewhere secrets-elsewhere");
    expect(said(document, ACCOUNT)).toBe("unknown elsewhere secrets-elsewhere");
    expect(said(document, on("structure", "lyon"))).toBe("unknown elsewhere secrets-elsewhere");
  });

  it("says which questions stay open where no API that verifies is selected", async () => {
    const document = await look(undefined, { yaml: DIRECT.replace("[factures, structures, transverses, utilisateurs]", "[factures]") });
    expect(said(document, subscription("factures"))).toBe("true verified route-answers");
    for (const address of [ACCOUNT, on("structure", "lyon"), on("rattachement/principal", "lyon"), on("espace", "lyon/factures-emises")]) {
      expect(said(document, address)).toBe("unknown not-configured api-not-selected");
    }
  });

  it("asks nothing of what is paused", async () => {
    const yaml = DIRECT.replaceAll(/: (732829320000\d\d)/g, ": { identifiant: $1, etat: pause }");
    await look(undefined, { yaml });
    expect(world?.simulator.requests().filter(({ account }) => account === LOGIN)).toEqual([]);
  });
});

it("changes nothing on the platform", async () => {
  world = await startWorld(directBut(), SECRETS);
  const before = JSON.stringify(world.simulator.scenario());
  await world.plan(await desiredFrom(DIRECT));
  expect(JSON.stringify(world.simulator.scenario())).toBe(before);
  expect(requestsTo(SIEGE)).toEqual([]);
});
