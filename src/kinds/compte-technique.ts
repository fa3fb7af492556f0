import { address } from "../model/address.ts";
import { defined } from "../model/defined.ts";
import type { CompteTechnique, Desired, DesiredEnvironment } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { Observation } from "../model/observation.ts";
import type { Lifecycle, ResourceOf, Route, Specs, StructureRef } from "../model/resource.ts";
import { describeSource } from "../model/secret-source.ts";
import { asObserved, leftWhenFalse, unprovable } from "./judgements.ts";
import type { Answers, Judgement, Kind } from "./kind.ts";
import { lifecycleOf } from "./lifecycle.ts";
import { everWorked, loginClues } from "./login-clues.ts";
import { ageEnd, inferEnd, keepRenewal, renewedAt } from "./password-end.ts";
import { gestionnaireRef, provenThroughAccount, routeOf, structureRef } from "./refs.ts";
import { successorsIn } from "./successors.ts";
import { structureQuestion } from "./structure-question.ts";

/**
 * A compte technique, which calls the APIs with its gestionnaire's rights. Three claims: its login is accepted, its
 * password goes on, it reaches what is declared and no more.
 */
export const compteTechnique: Kind<"compte-technique"> = {
  name: "compte-technique",
  whenUnknown: "act",
  attestable: true,
  attestedForDays: 365,

  *declare(desired, { nowMs }) {
    for (const { environment, wanted } of environmentsOf(desired)) {
      const successors = successorsIn(environment, wanted);
      for (const [name, declared] of Object.entries(wanted.comptesTechniques)) {
        const through = routeOf(name, declared);
        const self = address(environment, "compte-technique", name);
        const lifecycle = lifecycleOfAccount(wanted, declared, nowMs);
        const first = lifecycle === "leaving" ? declared.couvre.flatMap(successors).filter((after) => after !== self) : [];
        yield defined({
          address: self,
          kind: "compte-technique",
          environment,
          names: [name],
          subject: self,
          client: declared.client,
          lifecycle,
          dependsOn: [address(environment, "structure", declared.structure), ...first],
          provenThrough: provenThroughAccount(environment, through, "transverses").slice(1),
          spec: specOf(desired, wanted, declared, through),
        });
      }
    }
  },

  about: ({ login }) => [login],

  questions: (resource) => {
    const asked = questionsOf(resource);
    if (asked === undefined) return [];
    return resource.lifecycle === "leaving" ? [asked.login] : [asked.login, asked.reach, asked.expiry];
  },

  judge: (resource, answers) =>
    resource.lifecycle === "leaving" ? [judgeLeaving(resource, answers)] : judgeActive(resource, answers),

  age: (resource, condition, nowMs, recorded) => ageEnd(resource, keepRenewal(condition, recorded), nowMs),

  infer: (resource, condition, beside) => (resource.lifecycle === "leaving" ? condition : inferEnd(resource, condition, beside)),

  clues: ({ spec }, known) => loginClues(spec, known),

  step(resource, condition, before) {
    if (condition.type === "Left") return draft(resource, "retire-compte-technique");
    if (condition.type === "LoginAccepted") return draft(resource, before.isTold === true || everWorked(before.recorded) ? "reset-password" : "create-compte-technique");
    const { fact } = condition;
    // Of a reach that is not as declared nobody is sent, and an end that is not known asks for nothing.
    if (fact?.fact !== "expiry") return undefined;
    return { ...draft(resource, "reset-password"), dueAt: fact.expiresAt };
  },
};

const judgeActive = (resource: ResourceOf<"compte-technique">, answers: Answers): readonly Judgement[] => {
  const asked = questionsOf(resource);
  if (asked === undefined) return [unprovable("LoginAccepted"), unprovable("PasswordCurrent"), unprovable("ReachDeclared")];
  return [
    asObserved("LoginAccepted", renewedAt(answers(asked.login))),
    asObserved("PasswordCurrent", answers(asked.expiry)),
    judgeReach(resource.spec, answers(asked.reach)),
  ];
};

/** Once a client has left, our secret is refused, and refused is then right. */
const judgeLeaving = (resource: ResourceOf<"compte-technique">, answers: Answers): Judgement => {
  const asked = questionsOf(resource);
  return asked === undefined ? unprovable("Left") : leftWhenFalse(answers(asked.login));
};

/** Reach beyond what is declared is reported, never used and never a fault of the account's. */
const judgeReach = ({ couvre, structure }: ResourceOf<"compte-technique">["spec"], observation: Observation): Judgement => {
  if (observation.answer === "unknown" || observation.fact?.fact !== "reach") return asObserved("ReachDeclared", observation);
  const declared = new Set([structure, ...couvre].map(({ identifiant }) => identifiant));
  const count = observation.fact.identifiers.filter((identifier) => !declared.has(identifier)).length;
  const reason = count === 0 ? "reach-as-declared" : "reach-beyond";
  return asObserved("ReachDeclared", { ...observation, answer: "true", reason, fact: { fact: "beyond", count } });
};

const draft = (
  { spec, client }: ResourceOf<"compte-technique">,
  action: "create-compte-technique" | "reset-password" | "retire-compte-technique",
) =>
  ({
    action,
    mode: "manual",
    actor: { role: "gestionnaire", ...spec.gestionnaire },
    portal: "chorus-pro",
    arguments: {
      login: spec.login,
      structure: spec.structure.name,
      identifiant: spec.structure.identifiant,
      ...(action === "retire-compte-technique" ? {} : { password: spec.password }),
      ...(spec.depot === undefined || client === undefined ? {} : { depot: spec.depot }),
      ...(spec.couvre.length > 1 ? { couvre: spec.couvre.map(({ name }) => name).join(", ") } : {}),
      ...(action === "reset-password" && spec.sharedWith.length > 0 ? { sharedWith: spec.sharedWith.join(", ") } : {}),
    },
    provenBy: "api",
    batch: spec.login,
  }) as const;

const specOf = (
  desired: Desired,
  wanted: DesiredEnvironment,
  account: CompteTechnique,
  through: Route | undefined,
): Specs["compte-technique"] => {
  const home = wanted.structures[account.structure];
  const depot = account.client === undefined ? undefined : desired.clients?.depot?.replaceAll("{code}", account.client);
  return defined({
    login: account.login,
    structure: home === undefined ? UNKNOWN_STRUCTURE : structureRef(account.structure, home),
    couvre: account.couvre.flatMap((name) => {
      const structure = wanted.structures[name];
      return structure === undefined ? [] : [structureRef(name, structure)];
    }),
    gestionnaire: gestionnaireRef(desired, defined({ ...account, nom: home?.nom })),
    password: account.secrets === "chez-le-client" ? account.secrets : describeSource(account.secrets.password),
    depot,
    sharedWith: account.sharedWith ?? [],
    renewBefore: (account.client === undefined ? undefined : desired.clients?.renouvellement?.avant) ?? RENEW_BEFORE,
    through,
  });
};

/** An account leaves when every structure that it covers has left. */
const lifecycleOfAccount = (wanted: DesiredEnvironment, { couvre }: CompteTechnique, nowMs: number): Lifecycle => {
  const lifecycles = couvre.map((name) => lifecycleOf(wanted.structures[name], nowMs));
  if (lifecycles.length === 0 || lifecycles.includes("active")) return "active";
  return lifecycles.includes("paused") ? "paused" : "leaving";
};

/** Undefined where the configuration gives no application to ask through. */
const questionsOf = ({ environment, spec }: ResourceOf<"compte-technique">) => {
  const expiry = structureQuestion("password-expiry", { environment, ...spec });
  if (spec.through === undefined || expiry === undefined) return undefined;
  const through = { environment, ...spec.through };
  return { login: { ask: "account-login", ...through }, reach: { ask: "reach", ...through }, expiry } as const;
};

const UNKNOWN_STRUCTURE: StructureRef = { name: "?", identifiant: "?", type: "SIRET" };

/** Where nothing is said: integrators remind 15 days before, and a gestionnaire needs time to act. */
const RENEW_BEFORE = "30d";
