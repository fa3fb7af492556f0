import { address } from "../../src/model/address.ts";
import type { Condition, Records, ResourceRecord } from "../../src/model/condition.ts";
import type { ClientPolicy, Desired } from "../../src/model/desired.ts";
import { toInstant, type Instant } from "../../src/model/instant.ts";
import type { PlanInput } from "../../src/plan/plan.ts";

/** A concentrateur with so many clients in production, `C00001` and on, each with a structure and a compte technique. */
export const clientsOf = (count: number, renouvellement?: NonNullable<ClientPolicy["renouvellement"]>): Desired => ({
  version: 1,
  language: "fr",
  topology: "concentrateur",
  renewProofAfter: "30d",
  network: "internet",
  comptesPiste: { principal: { email: "api@exemple-gestion.fr", organisation: "Universelle" } },
  contacts: { contact: { nom: "Équipe API", email: "api@exemple-gestion.fr", telephone: "+33 2 99 00 00 01" } },
  gestionnaires: {},
  ...(renouvellement === undefined ? {} : { clients: { renouvellement } }),
  environments: {
    production: {
      applications: {
        principale: {
          nom: "EXEMPLE-CONCENTRATEUR",
          comptePiste: "principal",
          apis: ["structures", "transverses", "utilisateurs"],
          quota: "20/s",
          part: "25%",
          secrets: { clientId: { env: "CLIENT_ID" }, clientSecret: { env: "CLIENT_SECRET" } },
        },
      },
      structures: Object.fromEntries(
        codesOf(count).map((code, index) => [
          code,
          { identifiant: String(10_000_000_000_000 + index), type: "SIRET", espaces: ["factures-emises"], etat: "actif", raccordement: false, client: code },
        ]),
      ),
      comptesTechniques: Object.fromEntries(
        codesOf(count).map((code, index) => [
          code,
          {
            login: `TECH_1_${10_000_000_000_000 + index}@cpro.fr`,
            structure: code,
            couvre: [code],
            application: "principale",
            secrets: { password: { env: `PASSWORD_${code}` } },
            client: code,
          },
        ]),
      ),
      raccordements: {},
    },
  },
});

export const codesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `C${String(index + 1).padStart(5, "0")}`);

export const accountOf = (code: string) => address("production", "compte-technique", code);

/** What a state holds of accounts whose passwords end on these dates. */
export const recordsOf = (ends: ReadonlyMap<string, Instant>, seenAtMs: number): Records =>
  new Map([...ends].map(([code, expiresAt]) => [accountOf(code), accountRecord(code, expiresAt, toInstant(seenAtMs))]));

export const accountRecord = (code: string, expiresAt: Instant | undefined, since: Instant): ResourceRecord => {
  const seen = { status: "true", proof: "verified", since, provenAt: since, evidence: { by: "api", request: "POST /", tries: 1 } } as const;
  const conditions: readonly Condition[] = [
    { ...seen, type: "LoginAccepted", reason: "login-accepted" },
    ...(expiresAt === undefined ? [] : [{ ...seen, type: "PasswordCurrent", reason: "expiry-known", fact: { fact: "expiry", expiresAt } } as const]),
  ];
  return { address: accountOf(code), conditions };
};

export const offlinePlanInput = (desired: Desired, records: Records, nowMs: number): PlanInput => ({
  desired,
  records,
  observations: new Map(),
  attestations: new Map(),
  nowMs,
  offline: true,
});
