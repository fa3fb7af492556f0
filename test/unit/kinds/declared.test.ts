import { describe, expect, it } from "vitest";
import { declareResources } from "../../../src/kinds/kinds.ts";
import type { CompteTechnique, Desired, DesiredEnvironment, Structure } from "../../../src/model/desired.ts";
import type { Resource } from "../../../src/model/resource.ts";

const NOW_MS = Date.UTC(2026, 10, 24);
const secrets = { clientId: { env: "ID" }, clientSecret: { env: "SECRET" } } as const;
const structure = (identifiant: string, more: Partial<Structure> = {}): Structure => ({ identifiant, type: "SIRET", espaces: [], etat: "actif", ...more });
const account = (login: string, home: string, more: Partial<CompteTechnique> = {}): CompteTechnique => ({
  login, structure: home, couvre: [home], application: "app", secrets: { password: { env: `PASSWORD_${login}` } }, ...more,
});
const contact = { nom: "Camille Durand", email: "c@exemple.fr", telephone: "0102030405" };

const PRODUCTION: DesiredEnvironment = {
  applications: {
    "app": { nom: "APP", comptePiste: "ours", apis: ["factures", "inconnue"], quota: "20/s", part: "25%", responsable: "api", siret: "lyon", secrets },
    "C1": { nom: "APP-C1", comptePiste: "theirs", apis: ["structures"], quota: "20/s", part: "25%", siret: "33254021516365", secrets: "chez-le-client", client: "C1" },
  },
  structures: {
    lyon: structure("11", { nom: "Lyon", gestionnaire: "z", espaces: ["factures-emises", "raccordements", "inconnu"], services: ["ACHATS"], edi: { reception: true } }),
    C1: structure("22", { nom: "Menuiserie", client: "C1", edi: { connexion: false } }),
    old: structure("33", { etat: "sortant", espaces: ["factures-emises"], services: ["X"], edi: {} }),
    new: structure("44", { remplace: "old" }),
    bare: structure("55", { edi: { reception: false } }),
  },
  comptesTechniques: {
    tech: account("TECH", "lyon", { couvre: ["lyon", "new", "old", "nowhere"], sharedWith: ["autre"] }),
    own: account("OWN", "C1", { client: "C1", secrets: "chez-le-client" }),
    mute: { login: "MUTE", structure: "old", couvre: ["old"], secrets: "chez-le-client" },
  },
  raccordements: {
    one: { structure: "lyon", application: "app", usage: "application-interne", solution: { editeur: "E", nom: "S" }, contact: "api" },
    two: { structure: "C1", application: "C1", usage: "editeur" },
    three: { structure: "old", application: "app", usage: "editeur" },
    four: { structure: "new", application: "app", usage: "editeur" },
  },
};

const DESIRED: Desired = {
  version: 1,
  topology: "editeur",
  renewProofAfter: "30d",
  network: "internet",
  comptesPiste: { ours: { email: "nous@exemple.fr", organisation: "Exemple" }, theirs: { email: "eux@exemple.fr", organisation: "Eux", client: "C1" }, unused: { email: "x", organisation: "x" } },
  contacts: { api: contact },
  gestionnaires: { z: { nom: "Zoé" }, a: { nom: "Alix" } },
  catalogue: { usages: { editeur: "Éditeur du marché" } },
  clients: { depot: "https://depot.exemple/{code}/{code}", renouvellement: { avant: "60d" } },
  environments: {
    production: PRODUCTION,
    qualification: {
      applications: { app: { nom: "APP-SANDBOX", comptePiste: "ours", apis: [], quota: "20/s", part: "25%", responsable: "api", siret: "lyon", secrets } },
      structures: { b: structure("77"), a: structure("66"), gone: structure("88", { etat: "sortant" }) },
      comptesTechniques: {},
      raccordements: {},
    },
  },
};

const declared = (desired = DESIRED): ReadonlyMap<string, Resource> => new Map(declareResources(desired, NOW_MS).map((one) => [one.address, one]));
const at = (address: string, desired = DESIRED): Resource | undefined => declared(desired).get(address);
/** The configuration with something else in production. */
const changed = (more: Partial<DesiredEnvironment>, rest: Partial<Desired> = {}): Desired => ({ ...DESIRED, ...rest, environments: { production: { ...PRODUCTION, ...more } } });

const lyon = { name: "lyon", identifiant: "11", type: "SIRET" };
const ZOE = { name: "z", label: "Zoé" };
const ALIX = { name: "a", label: "Alix" };
const TECH = { application: "app", account: "tech" };
const OWN = { application: "app", account: "own" };
const throughTech = (...apis: readonly string[]) => ["production/compte-technique/tech", "production/credentials/app", ...apis.map((api) => `production/subscription/app/${api}`)];
const throughOwn = (...apis: readonly string[]) => throughTech(...apis).map((one) => one.replace("/tech", "/own"));
const common = { environment: "production", lifecycle: "active" };
const ON_LYON = { ...common, subject: "production/structure/lyon" };
const OF_APP = { ...common, subject: "production/application/app" };
const OF_C1 = { ...common, subject: "production/application/C1", client: "C1" };

describe("a configuration declares", () => {
  it.each<readonly [string, object]>([
    ["qualification/compte-piste/ours", {
      kind: "compte-piste", environment: "qualification", names: ["ours"], subject: "qualification/compte-piste/ours", lifecycle: "active", dependsOn: [],
      provenThrough: ["qualification/credentials/app", "production/credentials/app"],
      spec: { email: "nous@exemple.fr", organisation: "Exemple", applications: [{ environment: "qualification", application: "app" }, { environment: "production", application: "app" }] },
    }],
    ["production/compte-piste/theirs", { names: ["theirs"], spec: { email: "eux@exemple.fr", organisation: "Eux", holder: "C1", applications: [{ environment: "production", application: "C1" }] } }],
    ["production/application/app", {
      ...OF_APP, kind: "application", names: ["app"], dependsOn: ["qualification/compte-piste/ours"], provenThrough: ["production/credentials/app"],
      spec: { nom: "APP", sandbox: false, compte: "nous@exemple.fr", responsable: contact, siret: "11" },
    }],
    ["production/application/C1", {
      ...OF_C1, kind: "application", names: ["C1"], dependsOn: ["production/compte-piste/theirs"],
      spec: { nom: "APP-C1", sandbox: false, compte: "eux@exemple.fr", holder: "C1", siret: "33254021516365" },
    }],
    ["qualification/application/app", { spec: { nom: "APP-SANDBOX", sandbox: true, compte: "nous@exemple.fr" } }],
    ["production/credentials/app", {
      ...OF_APP, kind: "credentials", names: ["app"], dependsOn: ["production/application/app"], provenThrough: [],
      spec: { nom: "APP", compte: "nous@exemple.fr", clientId: "$ID", clientSecret: "$SECRET" },
    }],
    ["production/credentials/C1", { ...OF_C1, spec: { nom: "APP-C1", compte: "eux@exemple.fr", holder: "C1", clientId: "chez-le-client", clientSecret: "chez-le-client" } }],
    ["production/cgu/ours/factures", {
      ...common, kind: "cgu", names: ["ours", "factures"], subject: "production/compte-piste/ours", dependsOn: ["qualification/compte-piste/ours"],
      provenThrough: ["production/subscription/app/factures"],
      spec: { compte: "nous@exemple.fr", api: "factures", titre: "AIFE - Chorus Pro - Factures", cgu: "AIFE_ChorusPro_Factures_v1", applications: ["app"] },
    }],
    ["production/cgu/ours/inconnue", { spec: { compte: "nous@exemple.fr", api: "inconnue", titre: "inconnue", cgu: "inconnue", applications: ["app"] } }],
    ["production/cgu/theirs/structures", { dependsOn: ["production/compte-piste/theirs"], spec: { compte: "eux@exemple.fr", holder: "C1", api: "structures", titre: "AIFE - Chorus Pro - Structures", cgu: "AIFE_ChorusPro_Structures_v1", applications: ["C1"] } }],
    ["production/subscription/app/factures", {
      ...OF_APP, kind: "subscription", names: ["app", "factures"], dependsOn: ["production/application/app", "production/cgu/ours/factures"], provenThrough: ["production/credentials/app"],
      spec: { application: "app", nom: "APP", compte: "nous@exemple.fr", api: "factures", titre: "AIFE - Chorus Pro - Factures" },
    }],
    ["production/subscription/app/inconnue", { spec: { application: "app", nom: "APP", compte: "nous@exemple.fr", api: "inconnue", titre: "inconnue" } }],
    ["qualification/matelas/principal", {
      kind: "matelas", environment: "qualification", names: ["principal"], subject: "qualification/matelas/principal", lifecycle: "active", dependsOn: [],
      provenThrough: ["qualification/structure/a", "qualification/structure/b"],
      spec: { structures: [{ name: "a", identifiant: "66", type: "SIRET" }, { name: "b", identifiant: "77", type: "SIRET" }] },
    }],
    ["qualification/structure/a", { dependsOn: ["qualification/matelas/principal"], provenThrough: [], spec: { name: "a", identifiant: "66", type: "SIRET" } }],
    ["production/structure/lyon", { ...ON_LYON, kind: "structure", names: ["lyon"], dependsOn: [], provenThrough: throughTech("structures"), spec: { ...lyon, through: TECH } }],
    ["production/structure/C1", { client: "C1", provenThrough: throughTech("structures"), spec: { name: "C1", identifiant: "22", type: "SIRET", through: TECH, orElse: "own" } }],
    ["production/espace/lyon/factures-emises", {
      ...ON_LYON, kind: "espace", names: ["lyon", "factures-emises"], dependsOn: ["production/structure/lyon"], provenThrough: ["production/rattachement/tech/lyon", ...throughTech("transverses")],
      spec: { structure: lyon, espace: "factures-emises", label: "Factures émises", gestionnaire: ZOE, through: TECH },
    }],
    ["production/espace/lyon/inconnu", { provenThrough: [], spec: { structure: lyon, espace: "inconnu", label: "inconnu", gestionnaire: ZOE } }],
    ["production/raccordement/app/lyon", {
      ...ON_LYON, kind: "raccordement", names: ["app", "lyon"], dependsOn: ["production/structure/lyon", "production/application/app", "production/espace/lyon/raccordements"], provenThrough: [],
      spec: { structure: lyon, application: "APP", usage: "Utilisateur d'une application interne", solution: { editeur: "E", nom: "S" }, contact, gestionnaire: ZOE, through: TECH },
    }],
    ["production/raccordement/C1/C1", { client: "C1", spec: { structure: { name: "C1", identifiant: "22", type: "SIRET" }, application: "APP-C1", usage: "Éditeur du marché", gestionnaire: { name: "C1", label: "Menuiserie" } } }],
    ["production/raccordement/app/old", {
      lifecycle: "leaving",
      dependsOn: ["production/structure/old", "production/application/app", "production/espace/old/raccordements", "production/raccordement/app/new", "production/compte-technique/tech", "production/rattachement/tech/new"],
    }],
    ["production/raccordement/app/new", { dependsOn: ["production/structure/new", "production/application/app", "production/espace/new/raccordements"] }],
    ["production/compte-technique/tech", {
      ...common, kind: "compte-technique", names: ["tech"], subject: "production/compte-technique/tech", dependsOn: ["production/structure/lyon"],
      provenThrough: ["production/credentials/app", "production/subscription/app/transverses"],
      spec: {
        login: "TECH", structure: lyon, couvre: [lyon, { name: "new", identifiant: "44", type: "SIRET" }, { name: "old", identifiant: "33", type: "SIRET" }], gestionnaire: ALIX,
        password: "$PASSWORD_TECH", sharedWith: ["autre"], renewBefore: "30d", through: TECH,
      },
    }],
    ["production/compte-technique/own", {
      client: "C1", dependsOn: ["production/structure/C1"],
      spec: {
        login: "OWN", structure: { name: "C1", identifiant: "22", type: "SIRET" }, couvre: [{ name: "C1", identifiant: "22", type: "SIRET" }], gestionnaire: { name: "C1", label: "Menuiserie" },
        password: "chez-le-client", depot: "https://depot.exemple/C1/C1", sharedWith: [], renewBefore: "60d", through: OWN,
      },
    }],
    ["production/compte-technique/mute", {
      lifecycle: "leaving", provenThrough: [],
      dependsOn: ["production/structure/old", "production/raccordement/app/new", "production/compte-technique/tech", "production/rattachement/tech/new"],
    }],
    ["production/rattachement/tech/lyon", {
      ...ON_LYON, kind: "rattachement", names: ["tech", "lyon"], dependsOn: ["production/compte-technique/tech", "production/structure/lyon"], provenThrough: throughTech("utilisateurs"),
      spec: { structure: lyon, account: "tech", login: "TECH", gestionnaire: ZOE, through: TECH },
    }],
    ["production/rattachement/tech/old", { lifecycle: "leaving", dependsOn: ["production/compte-technique/tech", "production/structure/old", "production/raccordement/app/new", "production/rattachement/tech/new"] }],
    ["production/rattachement/own/C1", { client: "C1", provenThrough: throughOwn("utilisateurs") }],
    ["production/service/lyon/ACHATS", {
      ...ON_LYON, kind: "service", names: ["lyon", "ACHATS"], dependsOn: ["production/structure/lyon"], provenThrough: ["production/structure/lyon", ...throughTech("structures")],
      spec: { structure: lyon, code: "ACHATS", gestionnaire: ZOE, through: TECH },
    }],
    ["production/edi/lyon", {
      ...ON_LYON, kind: "edi", names: ["lyon"], dependsOn: ["production/structure/lyon", "production/rattachement/tech/lyon"], provenThrough: throughTech("organisations"),
      spec: { structure: lyon, reception: true, gestionnaire: ZOE, through: TECH },
    }],
    ["production/edi/bare", { dependsOn: ["production/structure/bare"], provenThrough: [], spec: { structure: { name: "bare", identifiant: "55", type: "SIRET" }, reception: false, gestionnaire: ALIX } }],
  ])("%s", (address, expected) => {
    const resource = at(address);
    expect(resource).toMatchObject(expected);
    const whole = resource as unknown as Readonly<Record<string, unknown>>;
    for (const [member, value] of Object.entries(expected)) expect(whole[member]).toStrictEqual(value);
  });

  it("each thing once, and nothing but what was named", () => {
    const of = (kind: string): readonly string[] => [...declared().values()].filter((one) => one.kind === kind).map((one) => one.address);
    expect(of("compte-piste")).toEqual(["qualification/compte-piste/ours", "production/compte-piste/theirs"]);
    expect(of("structure")).toEqual(["qualification/structure/b", "qualification/structure/a", ...["lyon", "C1", "new", "bare"].map((name) => `production/structure/${name}`)]);
    expect(of("espace")).toEqual(["factures-emises", "raccordements", "inconnu"].map((id) => `production/espace/lyon/${id}`));
    expect(of("service")).toEqual(["production/service/lyon/ACHATS"]);
    expect(of("edi")).toEqual(["lyon", "C1", "bare"].map((name) => `production/edi/${name}`));
    expect(of("rattachement")).toEqual(["tech/lyon", "tech/new", "tech/old", "own/C1", "mute/old"].map((name) => `production/rattachement/${name}`));
    expect(of("matelas")).toEqual(["qualification/matelas/principal"]);
  });
});

describe("what changes with the rest of a configuration", () => {
  it("an application is paused where its client is, or has left; with it what serves it alone", () => {
    for (const etat of ["pause", "sortant"] as const) {
      const desired = changed({ structures: { ...PRODUCTION.structures, C1: structure("22", { client: "C1", etat }) } });
      for (const address of ["application/C1", "credentials/C1", "subscription/C1/structures", "cgu/theirs/structures", "compte-piste/theirs"]) {
        expect([address, at(`production/${address}`, desired)?.lifecycle]).toEqual([address, "paused"]);
      }
      expect(at("production/application/app", desired)?.lifecycle).toBe("active");
    }
  });

  it("an account that others use too is asked for them alone", () => {
    const applications = { ...PRODUCTION.applications, D: { ...PRODUCTION.applications["C1"], nom: "D", client: "D" } as never };
    const structures = { ...PRODUCTION.structures, D: structure("99", { client: "D", etat: "pause" }) };
    const desired = changed({ applications, structures });
    expect(at("production/compte-piste/theirs", desired)).toMatchObject({ lifecycle: "active", spec: { applications: [{ application: "C1" }] } });
    expect(at("production/cgu/theirs/structures", desired)).toMatchObject({ lifecycle: "active", spec: { applications: ["C1"] } });
  });

  it("several applications of an account prove it in the order of their names", () => {
    const app = PRODUCTION.applications["app"] as never;
    const desired = changed({ applications: { b: app, c: app, a: app } });
    expect(at("production/compte-piste/ours", desired)?.provenThrough).toEqual(["a", "b", "c"].map((name) => `production/credentials/${name}`));
    expect(at("production/cgu/ours/factures", desired)?.provenThrough).toEqual(["a", "b", "c"].map((name) => `production/subscription/${name}/factures`));
  });

  it("an API is what the catalogue says, where a configuration says nothing else of it", () => {
    const cgu = (api: string, override: object) => at(`production/cgu/ours/${api}`, changed({}, { catalogue: { apis: { [api]: override } } }))?.spec;
    expect(cgu("factures", { titre: "T" })).toMatchObject({ titre: "T", cgu: "AIFE_ChorusPro_Factures_v1" });
    expect(cgu("factures", { cgu: "C" })).toMatchObject({ titre: "AIFE - Chorus Pro - Factures", cgu: "C" });
    expect(cgu("inconnue", { prefixe: "/cpro/inconnue/v1" })).toMatchObject({ titre: "inconnue", cgu: "" });
    expect(cgu("inconnue", { prefixe: "/cpro/inconnue/v1", titre: "T", cgu: "C" })).toMatchObject({ titre: "T", cgu: "C" });
    expect(cgu("inconnue", { titre: "T", cgu: "C" })).toMatchObject({ titre: "inconnue", cgu: "inconnue" });
  });

  it("an account leaves with the last structure that it covers, and is paused where none is active", () => {
    const lifecycle = (couvre: readonly string[], etats: Readonly<Record<string, Structure["etat"]>>) =>
      at("production/compte-technique/tech", changed({
        comptesTechniques: { tech: account("TECH", "lyon", { couvre }) },
        structures: Object.fromEntries(Object.entries(etats).map(([name, etat]) => [name, structure("11", { etat })])),
      }))?.lifecycle;
    expect(lifecycle([], { lyon: "sortant" })).toBe("active");
    expect(lifecycle(["lyon"], { lyon: "actif" })).toBe("active");
    expect(lifecycle(["lyon", "x"], { lyon: "sortant", x: "actif" })).toBe("active");
    expect(lifecycle(["lyon", "x"], { lyon: "sortant", x: "pause" })).toBe("paused");
    expect(lifecycle(["lyon", "x"], { lyon: "sortant", x: "sortant" })).toBe("leaving");
  });

  it("a client who left keeps his account to prove it, and no attachment", () => {
    const desired = changed({ structures: { ...PRODUCTION.structures, C1: structure("22", { client: "C1", etat: "sortant" }) } });
    expect(at("production/compte-technique/own", desired)?.lifecycle).toBe("leaving");
    expect(at("production/rattachement/own/C1", desired)).toBeUndefined();
  });

  it("the first by name looks up and reaches, whatever their order", () => {
    const [a, b] = [account("A", "lyon"), account("B", "lyon")];
    for (const comptesTechniques of [{ a, b }, { b, a }]) {
      expect(at("production/structure/lyon", changed({ comptesTechniques }))?.spec).toEqual({ ...lyon, through: { application: "app", account: "a" } });
    }
    const client = { client: "C1" };
    expect(at("production/structure/lyon", changed({ comptesTechniques: { a: account("A", "lyon", client), z: account("Z", "C1") } }))?.spec).toEqual({ ...lyon, through: { application: "app", account: "z" }, orElse: "a" });
    expect(at("production/structure/lyon", changed({ comptesTechniques: { a: account("A", "lyon", client) } }))?.spec).toEqual({ ...lyon, through: { application: "app", account: "a" } });
    const elsewhere = account("A", "lyon", { ...client, application: "C1" });
    expect(at("production/structure/lyon", changed({ comptesTechniques: { a: elsewhere, z: account("Z", "C1") } }))?.spec).toEqual({ ...lyon, through: { application: "app", account: "z" } });
  });

  it("a raccordement is asked through an account of its own application alone", () => {
    const desired = changed({ raccordements: { one: { structure: "lyon", application: "C1", usage: "editeur" } } });
    expect(at("production/raccordement/C1/lyon", desired)?.spec).not.toHaveProperty("through");
  });

  it("who acts is named, or the first by name, or nobody whom the configuration knows", () => {
    const acting = (gestionnaires: Desired["gestionnaires"]) => at("production/edi/bare", changed({}, { gestionnaires }))?.spec;
    expect(acting({ b: { nom: "B" }, a: { nom: "A" } })).toMatchObject({ gestionnaire: { name: "a", label: "A" } });
    expect(acting({})).toMatchObject({ gestionnaire: { name: "principal", label: "principal" } });
    const unnamed = changed({ structures: { ...PRODUCTION.structures, C1: structure("22", { client: "C1", edi: {} }) } });
    expect(at("production/edi/C1", unnamed)?.spec).toMatchObject({ gestionnaire: { name: "C1", label: "C1" } });
  });

  it("there is no test data where qualification wants nothing that stays", () => {
    expect([...declared(changed({})).values()].filter(({ kind }) => kind === "matelas")).toEqual([]);
  });
});

describe("a part of it", () => {
  it("is what is on some structures, exactly as the whole declares it", () => {
    const within = { production: new Set(["lyon", "nowhere", "constructor"]) };
    const part = declareResources(DESIRED, NOW_MS, { structures: within, kinds: new Set(["structure", "espace", "raccordement", "rattachement", "service", "edi"]) });
    const whole = [...declared().values()].filter((one) => one.subject === "production/structure/lyon");
    expect(part).toEqual(whole);
  });

  it("is what is to be kept", () => {
    expect(declareResources(DESIRED, NOW_MS, { keeps: ({ kind }) => kind === "matelas" }).map(({ address }) => address)).toEqual(["qualification/matelas/principal"]);
  });
});
