import { describe, expect, it } from "vitest";
import { declareResources, kindNamed } from "../../../src/kinds/kinds.ts";
import type { Address } from "../../../src/model/address.ts";
import type { Condition } from "../../../src/model/condition.ts";
import type { ClientPolicy, CompteTechnique, Desired, DesiredEnvironment, Structure } from "../../../src/model/desired.ts";
import { DAY_MS, toInstant } from "../../../src/model/instant.ts";
import { NOT_ASKED, type Observation } from "../../../src/model/observation.ts";
import type { Question } from "../../../src/model/question.ts";
import type { Resource, ResourceOf } from "../../../src/model/resource.ts";
import { clientsOf } from "../../support/clients.ts";

const NOW_MS = Date.UTC(2026, 10, 24);
const SIRET = "73282932000074";
const LOGIN = `TECH_1_${SIRET}@cpro.fr`;
const lyon = { name: "lyon", identifiant: SIRET, type: "SIRET" } as const;
const gestionnaire = { name: "finances", label: "Direction financière" };
const through = { application: "app", account: "tech" };
const common = { environment: "production", names: ["tech"], subject: "production/structure/lyon" as Address, lifecycle: "active", dependsOn: [], provenThrough: [] } as const;
const ACCOUNT: ResourceOf<"compte-technique"> = {
  ...common, address: "production/compte-technique/tech" as Address, kind: "compte-technique",
  spec: { login: LOGIN, structure: lyon, couvre: [lyon], gestionnaire, through, password: "$PASSWORD", sharedWith: [], renewBefore: "30d" },
};
const ATTACHMENT: ResourceOf<"rattachement"> = {
  ...common, address: "production/rattachement/tech/lyon" as Address, kind: "rattachement",
  spec: { structure: lyon, account: "tech", login: LOGIN, gestionnaire, through },
};
const { through: _, ...unasked } = ATTACHMENT.spec;

const trace = { request: "POST /x", status: 200, at: NOW_MS, tries: 1 };
const seen = (more: Partial<Observation>): Observation => ({ answer: "true", reason: "attached", trace, ...more }) as Observation;
const reaching = (...identifiers: readonly string[]): Observation => seen({ reason: "reach-as-declared", fact: { fact: "reach", identifiers } });

describe("the reach of an account", () => {
  const reach = (observation: Observation) =>
    kindNamed("compte-technique").judge(ACCOUNT, ({ ask }: Question) => (ask === "reach" ? observation : NOT_ASKED)).find(({ type }) => type === "ReachDeclared");

  it.each<readonly [string, Observation, object]>([
    ["is what is declared", reaching(SIRET), { status: "true", reason: "reach-as-declared", fact: { fact: "beyond", count: 0 } }],
    ["goes beyond", reaching(SIRET, "1", "2"), { status: "true", reason: "reach-beyond", fact: { fact: "beyond", count: 2 } }],
    ["was refused", seen({ answer: "false", reason: "login-refused" }), { status: "false", reason: "login-refused" }],
    ["was not asked", NOT_ASKED, { status: "unknown", unknown: "not-asked" }],
  ])("%s", (_name, observation, expected) => {
    expect(reach(observation)).toMatchObject(expected);
  });

  it.each<readonly [string, ResourceOf<"rattachement">, Observation, readonly string[]]>([
    ["what it reaches in place of it", ATTACHMENT, reaching("1"), ["reaches-others"]],
    ["that it reaches its home alone", ATTACHMENT, reaching(SIRET), ["reaches-its-home"]],
    ["that it reaches nothing", ATTACHMENT, reaching(), ["reaches-nothing"]],
    ["others, whose login names no home", { ...ATTACHMENT, spec: { ...ATTACHMENT.spec, login: "import" } }, reaching("1"), ["reaches-others"]],
    ["nothing where it was not read", ATTACHMENT, NOT_ASKED, []],
    ["nothing where it was refused", ATTACHMENT, seen({ answer: "false", reason: "login-refused" }), []],
    ["nothing where no account is given", { ...ATTACHMENT, spec: unasked }, reaching("1"), []],
  ])("tells of an attachment that is not there %s", (_name, resource, observation, expected) => {
    expect(kindNamed("rattachement").clues?.(resource, { answers: () => observation, recorded: undefined, attestedAt: undefined, nowMs: NOW_MS })).toEqual(expected);
  });
});

it("an attachment without an account to ask is unprovable, under its own name", () => {
  expect(kindNamed("rattachement").judge({ ...ATTACHMENT, spec: unasked }, () => NOT_ASKED)).toMatchObject([{ type: "Attached", unknown: "unprovable" }]);
});

it("EDI parameters that were refused are not as declared, whatever was asked", () => {
  const edi: ResourceOf<"edi"> = { ...common, address: "production/edi/lyon" as Address, kind: "edi", spec: { structure: lyon, reception: true, gestionnaire, through } };
  const judged = (observation: Observation, one = edi) => kindNamed("edi").judge(one, () => observation);
  expect(judged(seen({ answer: "false", reason: "edi-forbidden" }))).toMatchObject([{ type: "AsDeclared", status: "false", reason: "edi-forbidden" }]);
  expect(judged(NOT_ASKED)).toMatchObject([{ type: "AsDeclared", status: "unknown" }]);
  expect(judged(seen({ reason: "attached", fact: { fact: "edi", reception: true, connexion: false, uuid: "u" } }))).toMatchObject([{ type: "AsDeclared", status: "true", reason: "edi-as-declared" }]);
  expect(judged(seen({ reason: "attached", fact: { fact: "edi", reception: false, connexion: false, uuid: "u" } }))).toMatchObject([{ type: "AsDeclared", status: "false", reason: "edi-differs" }]);
  const { through: _through, ...spec } = edi.spec;
  expect(judged(NOT_ASKED, { ...edi, spec })).toMatchObject([{ type: "AsDeclared", unknown: "unprovable" }]);
});

it("a password is judged by the day, and the renewal of its account stays known", () => {
  const fact = { fact: "expiry", expiresAt: toInstant(NOW_MS + 5 * DAY_MS) } as const;
  const password: Condition = { type: "PasswordCurrent", status: "true", reason: "expiry-known", proof: "verified", since: toInstant(0), fact };
  const age = (condition: Condition, recorded?: Condition) => kindNamed("compte-technique").age?.(ACCOUNT, condition, NOW_MS, recorded);
  expect(age(password)).toEqual({ ...password, reason: "expiring" });
  const login: Condition = { type: "LoginAccepted", status: "true", reason: "login-accepted", proof: "verified", since: toInstant(0) };
  const renewed = { fact: "renewed", at: toInstant(NOW_MS) } as const;
  expect(age(login, { ...login, fact: renewed })).toEqual({ ...login, fact: renewed });
});

it("a structure in qualification is told to be real by its number", () => {
  const structure: ResourceOf<"structure"> = { ...common, environment: "qualification", address: "qualification/structure/lyon" as Address, kind: "structure", spec: { ...lyon, through } };
  const clues = kindNamed("structure").clues?.(structure, { answers: () => NOT_ASKED, recorded: undefined, attestedAt: undefined, nowMs: NOW_MS });
  expect(clues?.length).toBeGreaterThan(0);
});

describe("an account declares", () => {
  const whole = clientsOf(1);
  const wanted = whole.environments.production as DesiredEnvironment;
  const one = wanted.comptesTechniques["C00001"] as CompteTechnique;
  const home = wanted.structures["C00001"] as Structure;
  const declared = (more: Partial<DesiredEnvironment>, clients?: ClientPolicy): ReadonlyMap<string, Resource> => {
    const desired: Desired = { ...whole, ...(clients === undefined ? {} : { clients }), environments: { production: { ...wanted, ...more } } };
    return new Map(declareResources(desired, NOW_MS).map((resource) => [resource.address, resource]));
  };

  it("its own time to renew and place to drop, where clients have none of their own", () => {
    expect(declared({}, {}).get("production/compte-technique/C00001")?.spec).toMatchObject({ renewBefore: "30d" });
    expect(declared({}, {}).get("production/compte-technique/C00001")?.spec).not.toHaveProperty("depot");
  });

  it("a home that nobody declares as one that is not known", () => {
    const lost = declared({ comptesTechniques: { lost: { ...one, structure: "nowhere", couvre: [] } } }).get("production/compte-technique/lost");
    expect(lost?.spec).toMatchObject({ structure: { name: "?", identifiant: "?", type: "SIRET" }, couvre: [] });
  });

  it("what its successor needs first, once it leaves; never itself", () => {
    const address = "production/compte-technique/C00001";
    const before = (etat: Structure["etat"], couvre: readonly string[]) =>
      declared({
        structures: { C00001: { ...home, etat }, next: { ...home, identifiant: "2", etat, remplace: "C00001" } },
        comptesTechniques: { C00001: { ...one, couvre }, other: { ...one, login: "O", structure: "next", couvre: ["next"] } },
      });
    expect(before("sortant", ["C00001", "next"]).get(address)?.dependsOn).toEqual([
      "production/structure/C00001", "production/rattachement/C00001/next", "production/compte-technique/other", "production/rattachement/other/next",
    ]);
    expect(before("actif", ["C00001"]).get(address)?.dependsOn).toEqual(["production/structure/C00001"]);
    expect(before("actif", ["C00001"]).get("production/rattachement/C00001/C00001")?.dependsOn).toEqual([address, "production/structure/C00001"]);
  });

  it("nothing first where nothing replaces what leaves, and no raccordement that nobody declares", () => {
    const leaving = declared({ structures: { C00001: { ...home, etat: "sortant" } } });
    expect(leaving.get("production/compte-technique/C00001")?.dependsOn).toEqual(["production/structure/C00001"]);
    expect([...leaving.values()].filter(({ kind }) => kind === "raccordement")).toEqual([]);
  });

  it("nothing more of a raccordement before its structure leaves", () => {
    const raccordements = { r: { structure: "C00001", application: "principale", usage: "editeur" }, s: { structure: "next", application: "principale", usage: "editeur" } } as const;
    const on = (date: string) =>
      declared({ raccordements, structures: { C00001: { ...home, etat: "sortant", date: toInstant(Date.parse(date)) }, next: { ...home, remplace: "C00001" } } }).get("production/raccordement/principale/C00001")?.dependsOn;
    const always = ["production/structure/C00001", "production/application/principale", "production/espace/C00001/raccordements"];
    expect(on("2026-12-24")).toEqual(always);
    expect(on("2026-11-01")).toEqual([...always, "production/raccordement/principale/next"]);
  });

  it("a PISTE account and its consents, paused, by all that they serve where nothing of it is active", () => {
    const application = wanted.applications["principale"] as DesiredEnvironment["applications"][string];
    const paused = declared({ structures: { C00001: { ...home, etat: "pause" } }, applications: { principale: { ...application, client: "C00001" } } });
    expect(paused.get("production/compte-piste/principal")).toMatchObject({ lifecycle: "paused", spec: { applications: [{ environment: "production", application: "principale" }] }, provenThrough: ["production/credentials/principale"] });
    expect(paused.get("production/cgu/principal/structures")).toMatchObject({ lifecycle: "paused", spec: { applications: ["principale"] } });
  });

  it("of two PISTE accounts and two APIs whose names run into one another each consent", () => {
    const application = wanted.applications["principale"] as DesiredEnvironment["applications"][string];
    const consents = declared({ applications: { one: { ...application, comptePiste: "a", apis: ["bc"] }, two: { ...application, comptePiste: "ab", apis: ["c"] } } });
    expect([...consents.keys()].filter((address) => address.includes("/cgu/"))).toEqual(["production/cgu/a/bc", "production/cgu/ab/c"]);
  });

  it("test data of all that qualification has, in the order of their names", () => {
    const structures = { c: home, a: home, b: home };
    const data = new Map(declareResources({ ...whole, environments: { qualification: { ...wanted, structures } } }, NOW_MS).map((one) => [one.address as string, one])).get("qualification/matelas/principal");
    expect(data?.provenThrough).toEqual(["a", "b", "c"].map((name) => `qualification/structure/${name}`));
    expect(kindNamed("matelas").about(data?.spec as never)).toEqual([]);
  });
});
