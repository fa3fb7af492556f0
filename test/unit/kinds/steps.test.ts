import { describe, expect, it } from "vitest";
import type { Before, Judgement } from "../../../src/kinds/kind.ts";
import { kindNamed, kindOfResource } from "../../../src/kinds/kinds.ts";
import type { Address, KindName } from "../../../src/model/address.ts";
import type { Condition } from "../../../src/model/condition.ts";
import { toInstant, type Instant } from "../../../src/model/instant.ts";
import { NOT_ASKED, type Observation } from "../../../src/model/observation.ts";
import type { Question } from "../../../src/model/question.ts";
import type { Resource, ResourceOf, Specs } from "../../../src/model/resource.ts";

const SIRET = "73282932000074";
const lyon = { name: "lyon", identifiant: SIRET, type: "SIRET" } as const;
const nantes = { name: "nantes", identifiant: "73282932000082", type: "SIRET" } as const;
const gestionnaire = { name: "finances", label: "Direction financière" };
const through = { application: "app", account: "tech" };
const contact = { nom: "Camille Durand", email: "c@exemple.fr", telephone: "0102030405" };

const SPECS: Specs = {
  "compte-piste": { email: "nous@exemple.fr", organisation: "Exemple", applications: [{ environment: "qualification", application: "app" }, { environment: "production", application: "app" }] },
  application: { nom: "APP", sandbox: false, compte: "nous@exemple.fr", responsable: contact, siret: SIRET },
  credentials: { nom: "APP", compte: "nous@exemple.fr", clientId: "$ID", clientSecret: "$SECRET" },
  cgu: { compte: "nous@exemple.fr", api: "factures", titre: "Factures", cgu: "CGU Factures", applications: ["app", "other"] },
  subscription: { application: "app", nom: "APP", compte: "nous@exemple.fr", api: "factures", titre: "Factures" },
  matelas: { structures: [lyon, nantes], through },
  structure: { ...lyon, through, orElse: "own" },
  "compte-technique": { login: "TECH_1", structure: lyon, couvre: [lyon], gestionnaire, through, password: "$PASSWORD", sharedWith: [], renewBefore: "30d" },
  espace: { structure: lyon, espace: "factures-emises", label: "Factures émises", gestionnaire, through },
  raccordement: { structure: lyon, application: "APP", usage: "API", gestionnaire, through },
  rattachement: { structure: lyon, account: "tech", login: "TECH_1", gestionnaire, through },
  service: { structure: lyon, code: "ACHATS", gestionnaire, through },
  edi: { structure: lyon, reception: true, gestionnaire, through },
};

const of = <K extends KindName>(kind: K, spec: Partial<Specs[K]> = {}, more: Partial<ResourceOf<K>> = {}): ResourceOf<K> => ({
  address: `production/${kind}/x` as Address, kind, environment: "production", names: ["app"], subject: "production/structure/lyon" as Address,
  lifecycle: "active", dependsOn: [], provenThrough: [], spec: { ...SPECS[kind], ...spec }, ...more,
});
interface Judged extends Pick<Judgement, "type" | "status" | "reason"> {
  readonly proof?: string;
}
/** The same without a member that may be absent. */
const without = <K extends KindName>(kind: K, member: keyof Specs[K], more: Partial<ResourceOf<K>> = {}): ResourceOf<K> => {
  const { [member]: _, ...spec } = SPECS[kind];
  return { ...of(kind, {}, more), spec: spec as Specs[K] };
};

const condition = (type: Condition["type"], more: Partial<Condition> = {}): Condition => ({ type, status: "false", reason: "not-attached", proof: "verified", since: toInstant(0), ...more });
const step = (resource: ResourceOf<KindName>, one = condition("Exists"), before: Before = {}) => kindOfResource(resource as Resource).step(resource, one, before);
const asked = (resource: ResourceOf<KindName>): readonly Question[] => kindOfResource(resource as Resource).questions(resource);

const FINANCES = { role: "gestionnaire", ...gestionnaire };
const OURS = { role: "piste", name: "nous@exemple.fr", label: "nous@exemple.fr" };
const ON_LYON = { structure: "lyon", identifiant: SIRET };
const AS_GIVEN = { environment: "production", ...through, identifier: SIRET, identifierType: "SIRET" };
const PISTE = { mode: "manual", actor: OURS, portal: "piste" };
const CHORUS_PRO = { mode: "manual", actor: FINANCES, portal: "chorus-pro" };

describe("a person is asked", () => {
  it.each<readonly [string, ResourceOf<KindName>, object]>([
    ["for a PISTE account", of("compte-piste"), { ...PISTE, action: "register-piste", arguments: { email: "nous@exemple.fr", organisation: "Exemple" }, provenBy: "inference", batch: "nous@exemple.fr" }],
    ["who is the client, for his own PISTE account", of("compte-piste", { holder: "C1" }), { actor: { ...OURS, client: "C1" } }],
    ["for an application", of("application"), { ...PISTE, action: "create-application", arguments: { nom: "APP", email: contact.email, responsable: contact.nom, telephone: contact.telephone, siret: SIRET }, provenBy: "api", batch: "APP" }],
    ["for one of the sandbox", of("application", { sandbox: true }), { action: "create-sandbox-application" }],
    ["who is the client, for an application of his", of("application", { holder: "C1" }), { actor: { ...OURS, client: "C1" } }],
    ["for credentials", of("credentials"), { ...PISTE, action: "generate-credentials", arguments: { nom: "APP", clientId: "$ID", clientSecret: "$SECRET" }, provenBy: "api", batch: "APP" }],
    ["for consent", of("cgu"), { ...PISTE, action: "consent-cgu", arguments: { api: "Factures", cgu: "CGU Factures", ligne: "Production" }, provenBy: "inference", batch: "nous@exemple.fr" }],
    ["for consent in the sandbox", of("cgu", {}, { environment: "qualification" }), { arguments: { api: "Factures", cgu: "CGU Factures", ligne: "Sandbox" } }],
    ["for APIs", of("subscription"), { ...PISTE, action: "select-apis", arguments: { nom: "APP", api: "Factures" }, provenBy: "api", batch: "APP" }],
    ["for test data", of("matelas"), { action: "create-matelas", mode: "manual", actor: { role: "operateur" }, portal: "chorus-pro", arguments: { structures: `lyon (${SIRET}), nantes (73282932000082)` }, provenBy: "inference", batch: "" }],
    ["for a structure of ours", of("structure"), { action: "activate-structure", mode: "manual", actor: { role: "operateur" }, portal: "chorus-pro", arguments: { ...ON_LYON, type: "SIRET" }, provenBy: "api", batch: "" }],
    ["for a client's structure", of("structure", {}, { client: "C1" }), { actor: { role: "gestionnaire", name: "C1", label: "C1" } }],
    ["for an espace that a list tells", of("espace"), { ...CHORUS_PRO, action: "open-espace", arguments: { ...ON_LYON, espace: "Factures émises" }, provenBy: "api", batch: "Factures émises" }],
    ["for an espace that nobody tells", without("espace", "through"), { provenBy: "attestation" }],
    ["for a raccordement", of("raccordement"), { ...CHORUS_PRO, action: "declare-raccordement", arguments: { ...ON_LYON, application: "APP", usage: "API" }, provenBy: "attestation", batch: "APP" }],
    [
      "for a raccordement with whom to call", of("raccordement", { contact, solution: { editeur: "Éditeur", nom: "Solution" } }),
      { arguments: { ...ON_LYON, application: "APP", usage: "API", solution: "Éditeur / Solution", nom: contact.nom, telephone: contact.telephone, email: contact.email } },
    ],
    ["to take a raccordement away", of("raccordement", {}, { lifecycle: "leaving" }), { ...CHORUS_PRO, action: "remove-raccordement" }],
    ["to attach an account", of("rattachement"), { ...CHORUS_PRO, action: "attach-structure", arguments: { ...ON_LYON, login: "TECH_1" }, provenBy: "api", batch: "TECH_1" }],
    ["to detach an account", of("rattachement", {}, { lifecycle: "leaving" }), { ...CHORUS_PRO, action: "detach-structure" }],
    ["for a service", of("service"), { ...CHORUS_PRO, action: "create-service", arguments: { ...ON_LYON, service: "ACHATS" }, provenBy: "api", batch: "" }],
    ["for EDI parameters", of("edi"), { ...CHORUS_PRO, action: "set-edi-by-hand", arguments: { ...ON_LYON, reception: "true" }, provenBy: "api", batch: "" }],
  ])("%s", (_, resource, expected) => {
    const draft = step(resource);
    expect(draft).toMatchObject(expected);
    if ("arguments" in expected) expect(draft?.arguments).toStrictEqual(expected.arguments);
    if ("actor" in expected) expect(draft?.actor).toStrictEqual(expected.actor);
  });

  it.each([
    ["the other", of("edi", { connexion: false }), "edi-differs", { action: "set-edi", mode: "automatic", actor: { role: "chorus" }, arguments: { ...ON_LYON, reception: "true", connexion: "false" } }],
    ["one, refused", of("edi"), "edi-forbidden", { action: "set-edi-by-hand", mode: "manual", actor: FINANCES, portal: "chorus-pro" }],
    ["one, without an account", without("edi", "through"), "edi-differs", { action: "set-edi-by-hand" }],
  ] as const)("for EDI parameters only where Chorus cannot set them: %s", (_, resource, reason, expected) => {
    const draft = step(resource, condition("AsDeclared", { reason }));
    expect(draft).toMatchObject(expected);
    if (draft?.mode === "automatic") expect(draft).not.toHaveProperty("portal");
  });

  describe("of an account", () => {
    const ACCOUNT = { ...CHORUS_PRO, arguments: { login: "TECH_1", ...ON_LYON, password: "$PASSWORD" }, provenBy: "api", batch: "TECH_1" };
    const worked: Before = { recorded: { address: "x" as Address, conditions: [condition("LoginAccepted", { status: "true" })] } };
    const refused = condition("LoginAccepted");
    const expiresAt = "2027-01-01T00:00:00Z" as Instant;

    it("to make it, or its password anew where it was there", () => {
      expect(step(of("compte-technique"), refused)).toStrictEqual({ ...ACCOUNT, action: "create-compte-technique" });
      expect(step(of("compte-technique"), refused, worked)).toStrictEqual({ ...ACCOUNT, action: "reset-password" });
      expect(step(of("compte-technique"), refused, { isTold: true })).toMatchObject({ action: "reset-password" });
      expect(step(of("compte-technique"), refused, { isTold: false })).toMatchObject({ action: "create-compte-technique" });
    });

    it("to make its password anew before it ends, and nothing where no end is known", () => {
      const fact = { fact: "expiry", expiresAt } as const;
      expect(step(of("compte-technique"), condition("PasswordCurrent", { fact }))).toStrictEqual({ ...ACCOUNT, action: "reset-password", dueAt: expiresAt });
      expect(step(of("compte-technique"), condition("PasswordCurrent"))).toBeUndefined();
      expect(step(of("compte-technique"), condition("PasswordCurrent", { fact: { fact: "beyond", count: 1 } }))).toBeUndefined();
    });

    it("nothing over its reach", () => {
      expect(step(of("compte-technique"), condition("ReachDeclared"))).toBeUndefined();
    });

    it("to retire it, without a password to keep", () => {
      const { password: _, ...rest } = ACCOUNT.arguments;
      expect(step(of("compte-technique", {}, { lifecycle: "leaving" }), condition("Left"))).toStrictEqual({ ...ACCOUNT, action: "retire-compte-technique", arguments: rest });
    });

    it("with all that it covers, who else holds its password, and where a client drops it", () => {
      const many = of("compte-technique", { couvre: [lyon, nantes], sharedWith: ["a", "b"], depot: "https://depot.example/C1" }, { client: "C1" });
      expect(step(many, refused, worked)?.arguments).toStrictEqual({ ...ACCOUNT.arguments, couvre: "lyon, nantes", sharedWith: "a, b", depot: "https://depot.example/C1" });
      expect(step(many, refused)?.arguments).not.toHaveProperty("sharedWith");
      expect(step(of("compte-technique", { depot: "https://depot.example" }), refused)?.arguments).not.toHaveProperty("depot");
    });
  });
});

describe("the APIs are asked", () => {
  it.each<readonly [KindName, readonly object[]]>([
    ["compte-piste", [{ ask: "token", environment: "qualification", application: "app" }, { ask: "token", environment: "production", application: "app" }]],
    ["application", [{ ask: "token", environment: "production", application: "app" }]],
    ["credentials", [{ ask: "token", environment: "production", application: "app" }]],
    ["cgu", ["app", "other"].map((application) => ({ ask: "subscribed", environment: "production", application, api: "factures" }))],
    ["subscription", [{ ask: "subscribed", environment: "production", application: "app", api: "factures" }]],
    ["matelas", [lyon, nantes].map(({ identifiant }) => ({ ...AS_GIVEN, ask: "structure-active", environment: "qualification", identifier: identifiant }))],
    ["structure", [{ ...AS_GIVEN, ask: "structure-active", orElse: "own" }]],
    ["compte-technique", [{ ask: "account-login", environment: "production", ...through }, { ask: "reach", environment: "production", ...through }, { ...AS_GIVEN, ask: "password-expiry" }]],
    ["espace", [{ ...AS_GIVEN, ask: "espace-enabled", detail: "factures-emises" }]],
    ["raccordement", [{ ...AS_GIVEN, ask: "raccordement-refused" }]],
    ["rattachement", [{ ...AS_GIVEN, ask: "attached" }]],
    ["service", [{ ...AS_GIVEN, ask: "service-active", detail: "ACHATS" }]],
    ["edi", [{ ...AS_GIVEN, ask: "edi" }]],
  ])("of %s", (kind, questions) => {
    expect(asked(of(kind))).toStrictEqual(questions);
  });

  it.each(["matelas", "structure", "compte-technique", "espace", "raccordement", "rattachement", "service", "edi"] as const)("nothing of %s where no account is given, which is then unprovable", (kind) => {
    const resource = without(kind, "through") as ResourceOf<KindName>;
    expect(asked(resource)).toEqual([]);
    const judgements = kindOfResource(resource as Resource).judge(resource, () => NOT_ASKED);
    expect(judgements.length).toBeGreaterThan(0);
    for (const judgement of judgements) expect(judgement).toMatchObject({ status: "unknown", unknown: "unprovable" });
  });

  it("of an account that leaves, whether it still logs in and nothing more", () => {
    expect(asked(of("compte-technique", {}, { lifecycle: "leaving" }))).toEqual([{ ask: "account-login", environment: "production", ...through }]);
  });
});

describe("a fact is about the same thing", () => {
  const about = (resource: ResourceOf<KindName>): string => JSON.stringify(kindOfResource(resource as Resource).about(resource.spec));

  it.each<readonly [string, ResourceOf<KindName>]>([
    ["another mail", of("compte-piste", { email: "x" })],
    ["another name", of("application", { nom: "X" })],
    ["another account", of("application", { compte: "x" })],
    ["another name", of("credentials", { nom: "X" })],
    ["another account", of("credentials", { compte: "x" })],
    ["another account", of("cgu", { compte: "x" })],
    ["another API", of("cgu", { api: "x" })],
    ["another name", of("subscription", { nom: "X" })],
    ["another account", of("subscription", { compte: "x" })],
    ["another API", of("subscription", { api: "x" })],
    ["another identifier", of("structure", { identifiant: "x" })],
    ["another type", of("structure", { type: "AUTRE" })],
    ["another login", of("compte-technique", { login: "x" })],
    ["another structure", of("espace", { structure: nantes })],
    ["another structure", of("raccordement", { structure: nantes })],
    ["another application", of("raccordement", { application: "X" })],
    ["another use", of("raccordement", { usage: "X" })],
    ["a solution", of("raccordement", { solution: { editeur: "x", nom: "x" } })],
    ["a contact", of("raccordement", { contact })],
    ["another login", of("rattachement", { login: "x" })],
    ["another structure", of("rattachement", { structure: nantes })],
    ["another structure", of("service", { structure: nantes })],
    ["another structure", of("edi", { structure: nantes })],
    ["another value", of("edi", { reception: false })],
    ["another value", of("edi", { connexion: true })],
  ])("no more with %s", (_, changed) => {
    expect(about(changed)).not.toBe(about(of(changed.kind)));
  });

  it.each<readonly [string, ResourceOf<KindName>]>([
    ["another organisation", of("compte-piste", { organisation: "x" })],
    ["another contact", of("application", { responsable: { ...contact, nom: "x" } })],
    ["another secret", of("credentials", { clientSecret: "$X" })],
    ["other applications", of("cgu", { applications: [] })],
    ["another title", of("subscription", { titre: "x" })],
    ["other structures", of("matelas", { structures: [] })],
    ["another account to look through", of("structure", { orElse: "x" })],
    ["another name", of("structure", { name: "x" })],
    ["another password", of("compte-technique", { password: "$X" })],
    ["another label", of("espace", { label: "x" })],
    ["somebody else to act", of("raccordement", { gestionnaire: { name: "x", label: "x" } })],
    ["another account to ask with", of("service", { through: { application: "x", account: "x" } })],
  ])("still with %s", (_, changed) => {
    expect(about(changed)).toBe(about(of(changed.kind)));
  });
});

describe("what is judged", () => {
  const trace = { request: "POST /x", status: 200, at: 0, tries: 1 };
  const told = (more: Partial<Observation>): Observation => ({ answer: "true", reason: "attached", trace, ...more }) as Observation;

  const judged = (resource: ResourceOf<KindName>, answers: (question: Question) => Observation): readonly string[] =>
    kindOfResource(resource as Resource).judge(resource, answers).map(({ type, status, proof, reason }: Judged) => [type, status, ...(proof === undefined ? [] : [proof]), reason].join(" "));

  it.each<readonly [KindName, string]>([
    ["compte-piste", "Exists true inferred follows"], ["credentials", "Authenticates true verified attached"], ["cgu", "Consented true inferred follows"],
    ["subscription", "Subscribed true verified attached"], ["matelas", "Exists true inferred follows"], ["structure", "Active true verified attached"],
    ["espace", "Open true verified attached"], ["raccordement", "Declared true verified attached"], ["rattachement", "Attached true verified attached"],
    ["service", "Active true verified attached"], ["edi", "AsDeclared true verified attached"],
  ])("of %s, by what is answered: %s", (kind, expected) => {
    expect(judged(of(kind), () => told({}))).toEqual([expected]);
  });

  it("of what leaves: that it is gone", () => {
    const leaving = { lifecycle: "leaving" } as const;
    expect(judged(of("raccordement", {}, leaving), () => told({}))).toEqual(["Left unknown no-api-tells"]);
    for (const kind of ["rattachement", "compte-technique"] as const) {
      expect(judged(of(kind, {}, leaving), () => told({}))).toEqual(["Left false verified still-present"]);
      expect(judged(without(kind, "through", leaving), () => told({}))).toEqual(["Left unknown no-api-tells"]);
    }
  });

  it("of an application: a token shows that it is there, and who disabled it that it is not; other refusals show nothing", () => {
    expect(judged(of("application"), () => told({}))).toEqual(["Exists true verified attached"]);
    expect(judged(of("application"), () => told({ answer: "false", reason: "client-disabled" }))).toEqual(["Exists false verified client-disabled"]);
    expect(judged(of("application"), () => told({ answer: "false", reason: "client-refused" }))).toEqual(["Exists unknown waits"]);
    expect(judged(of("application"), () => NOT_ASKED)).toEqual(["Exists unknown not-asked"]);
  });

  it("of inferences: through which resource", () => {
    const from = (resource: ResourceOf<KindName>) => kindOfResource(resource as Resource).judge(resource, () => told({})).map(({ evidence }) => (evidence?.by === "inference" ? evidence.from : []));
    expect(from(of("compte-piste"))).toEqual([["qualification/credentials/app"]]);
    expect(from(of("cgu"))).toEqual([["production/subscription/app/factures"]]);
    expect(from(of("matelas"))).toEqual([["qualification/structure/lyon"]]);
  });

  it("of an account: its login, its password and its reach, which is counted beyond what is declared", () => {
    const reach = (...identifiers: readonly string[]): Observation => told({ fact: { fact: "reach", identifiers } });
    const answers = (identifiers: readonly string[]) => ({ ask }: Question): Observation => (ask === "reach" ? reach(...identifiers) : ask === "account-login" ? told({ reason: "login-accepted" }) : NOT_ASKED);
    const resource = of("compte-technique", { couvre: [nantes] });
    expect(judged(resource, answers([lyon.identifiant, nantes.identifiant]))).toEqual(["LoginAccepted true verified login-accepted", "PasswordCurrent unknown not-asked", "ReachDeclared true verified reach-as-declared"]);
    expect(kindNamed("compte-technique").judge(resource, answers([lyon.identifiant, "x", "y"]))[2]).toMatchObject({ status: "true", reason: "reach-beyond", fact: { fact: "beyond", count: 2 } });
    expect(judged(resource, () => NOT_ASKED)).toEqual(["LoginAccepted unknown not-asked", "PasswordCurrent unknown not-asked", "ReachDeclared unknown not-asked"]);
    expect(judged(without("compte-technique", "through"), () => told({}))).toEqual(["LoginAccepted unknown no-api-tells", "PasswordCurrent unknown no-api-tells", "ReachDeclared unknown no-api-tells"]);
  });

  it("of the end of an account's password: inferred while it is wanted, and no more once it leaves", () => {
    const now = Date.UTC(2026, 10, 24);
    const login = condition("LoginAccepted", { status: "true", evidence: { by: "api", request: "POST /x", tries: 1 } });
    const unknownEnd = condition("PasswordCurrent", { status: "unknown", unknown: "unprovable" });
    const inferred = (resource: ResourceOf<"compte-technique">) => kindNamed("compte-technique").infer?.(resource, unknownEnd, { conditions: [login], recorded: undefined, attestedAt: undefined, nowMs: now });
    expect(inferred(of("compte-technique"))?.reason).toBe("expiry-estimated");
    expect(inferred(of("compte-technique", {}, { lifecycle: "leaving" }))).toBe(unknownEnd);
    const clues = kindNamed("compte-technique").clues?.(of("compte-technique"), { answers: () => NOT_ASKED, recorded: undefined, attestedAt: toInstant(now), nowMs: now });
    expect(clues).toEqual(["created-lately"]);
  });

  it.each([
    ["as declared", {}, { reception: true, connexion: true }, "true edi-as-declared"],
    ["one differs", {}, { reception: false, connexion: true }, "false edi-differs"],
    ["the other is declared too", { connexion: true }, { reception: true, connexion: true }, "true edi-as-declared"],
    ["the other differs", { connexion: false }, { reception: true, connexion: true }, "false edi-differs"],
  ])("of EDI: %s", (_, spec, fact, expected) => {
    const [judgement] = kindNamed("edi").judge(of("edi", spec), () => told({ fact: { fact: "edi", uuid: "0", ...fact } }));
    expect(`${judgement?.status} ${judgement?.reason}`).toBe(expected);
  });

  it("of EDI where neither is declared: whatever it is, it is so", () => {
    const [judgement] = kindNamed("edi").judge(without("edi", "reception"), () => told({ fact: { fact: "edi", uuid: "0", reception: false, connexion: false } }));
    expect(judgement?.reason).toBe("edi-as-declared");
    expect(step(without("edi", "reception"))?.arguments).toStrictEqual(ON_LYON);
  });

  it("of EDI: a refusal to write is not forgotten while the difference is there", () => {
    const aged = (now: Condition["reason"], before?: Condition["reason"]) =>
      kindNamed("edi").age?.(of("edi"), condition("AsDeclared", { reason: now }), 0, before === undefined ? undefined : condition("AsDeclared", { reason: before })).reason;
    expect([aged("edi-differs", "edi-forbidden"), aged("edi-differs", "edi-differs"), aged("edi-differs"), aged("edi-as-declared", "edi-forbidden")]).toEqual(["edi-forbidden", "edi-differs", "edi-differs", "edi-as-declared"]);
  });

  it.each([
    ["nothing", [], "reaches-nothing"],
    ["its home", [SIRET], "reaches-its-home"],
    ["others", ["73282932000090"], "reaches-others"],
  ])("of an attachment that is not there: the account reaches %s", (_, identifiers, clue) => {
    const clues = (resource: ResourceOf<"rattachement">, answer: Observation) =>
      kindNamed("rattachement").clues?.(resource, { answers: ({ ask }) => (ask === "reach" ? answer : NOT_ASKED), recorded: undefined, attestedAt: undefined, nowMs: 0 });
    const attachment = of("rattachement", { login: `TECH_1_${SIRET}@cpro.fr` });
    const reach = told({ fact: { fact: "reach", identifiers } });
    expect(clues(attachment, reach)).toEqual([clue]);
    expect([clues(attachment, NOT_ASKED), clues(attachment, told({})), clues(without("rattachement", "through"), reach)]).toEqual([[], [], []]);
  });

  it.each([
    ["other routes answer", ["true", "false"], ["other-apis-answer"]],
    ["every route is refused", ["false", "unknown"], ["every-route-refused"]],
    ["nobody knows", ["unknown", "unknown"], []],
  ] as const)("of an API that is refused: %s", (_, [structures, rest], clues) => {
    const answers = (question: Question): Observation => {
      if (question.ask !== "subscribed" || question.api === "factures") return told({});
      const answer = question.api === "structures" ? structures : rest;
      return answer === "unknown" ? NOT_ASKED : told({ answer });
    };
    expect(kindNamed("subscription").clues?.(of("subscription"), { answers, recorded: undefined, attestedAt: undefined, nowMs: 0 })).toEqual(clues);
  });
});
