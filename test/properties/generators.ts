import fc from "fast-check";
import { kindOfResource } from "../../src/kinds/kinds.ts";
import type { Address } from "../../src/model/address.ts";
import type { Attestation } from "../../src/model/attestation.ts";
import type { Condition, ConditionType, ResourceRecord } from "../../src/model/condition.ts";
import type { Application, CompteTechnique, Desired, DesiredEnvironment, Raccordement, Structure, Topology } from "../../src/model/desired.ts";
import type { EnvironmentName } from "../../src/model/environment.ts";
import { toInstant } from "../../src/model/instant.ts";
import type { Observation, UnknownClass } from "../../src/model/observation.ts";
import { questionKey, type Question } from "../../src/model/question.ts";
import type { Resource } from "../../src/model/resource.ts";
import { coversOf } from "../../src/plan/covers.ts";
import { wantedResources } from "../../src/plan/plan.ts";
import { NOON } from "../support/virtual-clock.ts";

export const NOW_MS = NOON;

const SECRET = { env: "SECRET" };
const APIS = ["factures", "structures", "transverses", "utilisateurs", "organisations"];
const ESPACES = ["raccordements", "factures-emises", "factures-recues", "factures-travaux"];
const NAMES = ["siege", "lyon", "nantes", "C00417", "C00932", "a b/c"];

interface Seed {
  readonly topology: Topology;
  readonly environments: readonly EnvironmentName[];
  readonly size: number;
  readonly apis: readonly string[];
  readonly away: boolean;
  readonly perStructure: boolean;
  readonly structures: readonly Pick<Structure, "espaces" | "etat" | "date" | "services" | "edi">[];
}

const structureSeed = fc.record(
  {
    espaces: fc.subarray(ESPACES),
    etat: fc.constantFrom("actif" as const, "actif" as const, "actif" as const, "pause" as const, "sortant" as const),
    date: fc.constantFrom("2026-01-01", "2030-01-01"),
    services: fc.subarray(["A", "B"]),
    edi: fc.record({ reception: fc.boolean(), connexion: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: ["espaces", "etat"] },
);

export const desireds: fc.Arbitrary<Desired> = fc
  .record<Seed>({
    topology: fc.constantFrom("direct", "editeur", "concentrateur"),
    environments: fc.constantFrom<readonly EnvironmentName[]>(["production"], ["qualification"], ["qualification", "production"]),
    size: fc.integer({ min: 1, max: NAMES.length }),
    apis: fc.subarray(APIS, { minLength: 1 }),
    away: fc.boolean(),
    perStructure: fc.boolean(),
    structures: fc.array(structureSeed, { minLength: NAMES.length, maxLength: NAMES.length }),
  })
  .map((seed) => ({
    version: 1,
    topology: seed.topology,
    renewProofAfter: "30d",
    network: "internet",
    comptesPiste: { principal: { email: "a@exemple.fr", organisation: "Universelle" } },
    contacts: { contact: { nom: "N", email: "a@exemple.fr", telephone: "+33" } },
    gestionnaires: { g1: { nom: "G1" }, g0: { nom: "G0" } },
    environments: Object.fromEntries(seed.environments.map((environment) => [environment, environmentOf(environment, seed)])),
  }));

const environmentOf = (environment: EnvironmentName, { topology, size, apis, away, perStructure, structures }: Seed): DesiredEnvironment => {
  const names = NAMES.slice(0, size);
  const ofClient = (name: string) => (topology === "direct" || name === "siege" ? {} : { client: name });
  const application = (nom: string, name?: string): Application => ({
    nom,
    comptePiste: "principal",
    apis,
    quota: "20/s",
    part: "100%",
    secrets: away && topology === "editeur" ? "chez-le-client" : { clientId: SECRET, clientSecret: SECRET },
    ...(environment === "production" ? { responsable: "contact", siret: "siege" } : {}),
    ...(name === undefined ? {} : ofClient(name)),
  });
  const applicationOf = (name: string): string => (topology === "editeur" && name !== "siege" ? name : "principale");
  const account = (home: string, couvre: readonly string[]): CompteTechnique => ({
    login: `TECH_${home}@cpro.fr`,
    structure: home,
    couvre,
    application: applicationOf(home),
    secrets: away && topology === "editeur" ? "chez-le-client" : { password: SECRET },
    ...ofClient(home),
  });
  const structure = (index: number): Structure => ({
    identifiant: String(10_000_000_000_000 + index),
    type: "SIRET",
    espaces: [],
    etat: "actif",
    ...structures[index],
  });
  const shared = topology === "direct" && !perStructure;
  return {
    applications: {
      principale: application("APP"),
      ...(topology === "editeur" ? Object.fromEntries(names.slice(1).map((name) => [name, application(`APP-${name}`, name)])) : {}),
    },
    structures: Object.fromEntries(names.map((name, index) => [name, { ...structure(index), ...ofClient(name) }])),
    // Two accounts over the same structures: which one serves must not hang on the order in which they are written.
    comptesTechniques: shared
      ? { principal: account("siege", names), autre: account("siege", names) }
      : Object.fromEntries(names.map((name) => [name, account(name, [name])])),
    raccordements: Object.fromEntries(
      names.map((name): [string, Raccordement] => [name, { structure: name, application: applicationOf(name), usage: "application-interne", contact: "contact" }]),
    ),
  };
};

/** Everything that the kinds want to know of a configuration. */
export const questionsOf = (resources: readonly Resource[]): readonly Question[] => [
  ...new Map(
    resources
      .filter(({ lifecycle }) => lifecycle !== "paused")
      .flatMap((resource) => kindOfResource(resource).questions(resource))
      .map((question) => [questionKey(question), question]),
  ).values(),
];

const trace = { request: "POST /cpro/x", status: 200, correlationId: "Id-1 0", at: NOW_MS, tries: 1 };

/** The answer of a platform on which everything is as it should be. */
export const good = (question: Question, desired: Desired): Observation => {
  const yes = (reason: Extract<Observation, { answer: "true" | "false" }>["reason"], fact?: Extract<Observation, { answer: "true" | "false" }>["fact"]): Observation => ({
    answer: "true",
    reason,
    trace,
    ...(fact === undefined ? {} : { fact }),
  });
  switch (question.ask) {
    case "token":
      return yes("token-granted");
    case "subscribed":
      return yes("route-answers");
    case "account-login":
      return yes("login-accepted");
    case "reach": {
      const wanted = desired.environments[question.environment];
      const couvre = wanted?.comptesTechniques[question.account]?.couvre ?? [];
      return yes("attached", { fact: "reach", identifiers: couvre.map((name) => wanted?.structures[name]?.identifiant ?? name) });
    }
    case "password-expiry":
      return yes("expiry-known", { fact: "expiry", expiresAt: toInstant(NOW_MS + 300 * 86_400_000) });
    case "edi": {
      const structures = Object.values(desired.environments[question.environment]?.structures ?? {});
      const declared = structures.find(({ identifiant }) => identifiant === question.identifier)?.edi;
      return yes("edi-as-declared", { fact: "edi", reception: declared?.reception ?? false, connexion: declared?.connexion ?? false, uuid: "0" });
    }
    case "raccordement-refused":
      return { answer: "unknown", unknown: "unprovable", reason: "not-refused" };
    default:
      return yes("attached");
  }
};

const UNKNOWNS: readonly UnknownClass[] = ["unprovable", "not-configured", "not-asked", "waiting", "elsewhere", "transient", "unexpected-answer", "contradicted"];

const answerTo = (question: Question, desired: Desired): fc.Arbitrary<Observation | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(good(question, desired)) },
    { weight: 2, arbitrary: fc.constant<Observation>({ answer: "false", reason: "not-attached", trace }) },
    { weight: 1, arbitrary: fc.constant<Observation>({ answer: "false", reason: "client-disabled", trace }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.constantFrom(...UNKNOWNS.filter((one) => one !== "contradicted" || question.ask === "raccordement-refused")).map((unknown): Observation => ({ answer: "unknown", unknown, reason: "waits" })) },
  );

const TYPES: readonly ConditionType[] = ["Exists", "Authenticates", "Consented", "Subscribed", "Active", "Open", "Declared", "LoginAccepted", "PasswordCurrent", "ReachDeclared", "Attached", "AsDeclared", "Left"];

const recordOf = (resource: Resource): fc.Arbitrary<ResourceRecord | undefined> => {
  const judged = kindOfResource(resource).judge(resource, () => ({ answer: "unknown", unknown: "not-asked", reason: "not-asked" }));
  const condition = fc.record({ type: fc.constantFrom(...judged.map(({ type }) => type), ...TYPES.slice(-1)), days: fc.integer({ min: 0, max: 90 }), shape: fc.constantFrom("true", "false", "attested", "contradicted", "expiry") }).map(({ type, days, shape }): Condition => {
    const since = toInstant(NOW_MS - days * 86_400_000);
    switch (shape === "expiry" && type !== "PasswordCurrent" ? "true" : shape) {
      case "attested":
        return { type, status: "true", reason: "attested", proof: "attested", since, provenAt: since, evidence: { by: "attestation", at: since, until: toInstant(NOW_MS) } };
      case "contradicted":
        return { type, status: "unknown", reason: "refused-as-if-not-connected", proof: "none", unknown: "contradicted", since };
      case "expiry":
        return { type, status: "true", reason: "expiry-known", proof: "verified", since, provenAt: since, fact: { fact: "expiry", expiresAt: toInstant(NOW_MS + (days - 45) * 86_400_000) } };
      default:
        return { type, status: shape === "false" ? "false" : "true", reason: "structure-active", proof: "verified", since, provenAt: since, evidence: { by: "api", request: "POST /x", status: 200, tries: 1 } };
    }
  });
  return fc.option(
    fc.uniqueArray(condition, { minLength: 1, maxLength: 3, selector: ({ type }) => type }).map((conditions) => ({ address: resource.address, conditions })),
    { nil: undefined },
  );
};

const wordOn = (resource: Resource): fc.Arbitrary<Attestation | undefined> =>
  fc.option(
    fc.record({ at: fc.integer({ min: 0, max: 60 }), until: fc.integer({ min: -10, max: 60 }), covers: fc.constantFrom(coversOf(resource), coversOf(resource), "0000000000000000") }).map(({ at, until, covers }) => ({
      address: resource.address,
      by: "Marie",
      at: toInstant(NOW_MS - at * 86_400_000),
      seen: "écran",
      until: toInstant(NOW_MS + until * 86_400_000),
      covers,
    })),
    { nil: undefined },
  );

export interface Known {
  readonly desired: Desired;
  readonly observations: readonly (readonly [ReturnType<typeof questionKey>, Observation])[];
  readonly records: readonly ResourceRecord[];
  readonly attestations: readonly Attestation[];
}

const present = <T>(items: readonly (T | undefined)[]): readonly T[] => items.filter((item) => item !== undefined);

/** A configuration with anything that may be known of it. */
export const knowns: fc.Arbitrary<Known> = desireds.chain((desired) => {
  const resources = wantedResources(desired, NOW_MS);
  const questions = questionsOf(resources);
  return fc
    .tuple(
      fc.tuple(...questions.map((question) => answerTo(question, desired))),
      fc.tuple(...resources.map(recordOf)),
      fc.tuple(...resources.map(wordOn)),
    )
    .map(([answers, records, attestations]) => ({
      desired,
      observations: possible(questions, answers).flatMap((answer, index) => {
        const question = questions[index];
        return answer === undefined || question === undefined ? [] : [[questionKey(question), answer] as const];
      }),
      records: present(records),
      attestations: present(attestations),
    }));
});

/** An account that is not seen to log in tells nothing else. */
const possible = (questions: readonly Question[], answers: readonly (Observation | undefined)[]): readonly (Observation | undefined)[] => {
  const refused = new Set(
    questions.flatMap((question, index) => (question.ask === "account-login" && answers[index]?.answer !== "true" ? [`${question.environment} ${question.account}`] : [])),
  );
  return questions.map((question, index) =>
    "account" in question && question.ask !== "account-login" && refused.has(`${question.environment} ${question.account}`)
      ? { answer: "unknown", unknown: "waiting", reason: "waits" }
      : answers[index],
  );
};

export const byAddress = <T extends { readonly address: Address }>(items: readonly T[]): ReadonlyMap<Address, T> => new Map(items.map((item) => [item.address, item]));

/** The same value with the keys of every map in another order. Lists keep theirs: it was written. */
export const reversedKeys = <T>(value: T): T => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => reversedKeys(item)) as T;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, reversedKeys(inner)])) as T;
};
