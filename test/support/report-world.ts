import { kindOfResource } from "../../src/kinds/kinds.ts";
import type { Records } from "../../src/model/condition.ts";
import type { Desired, Structure } from "../../src/model/desired.ts";
import { DAY_MS, toInstant } from "../../src/model/instant.ts";
import type { Observation, Observations, Reason } from "../../src/model/observation.ts";
import { questionKey, type Question } from "../../src/model/question.ts";
import type { RequestEvent, RequestJournal } from "../../src/model/request.ts";
import { plan, wantedResources, type PlanInput } from "../../src/plan/plan.ts";
import { attestAll, recordsAfter } from "./plans.ts";
import { clients, concentrateur } from "./sized-configurations.ts";
import { desiredFrom } from "./world.ts";

/** A Tuesday morning in Paris. */
export const REPORT_NOW_MS = Date.UTC(2026, 10, 24, 8, 12);

/**
 * What is known offline of so many clients of a concentrateur: most in order, a few to do, unknown, stale, gone or asked
 * for, in turn. The same for the same count.
 *
 * @param names what clients are called; else by a trade and a number
 */
export const clientsInput = async (count: number, names: readonly string[] = []): Promise<PlanInput> => {
  const desired = named(await desiredFrom(concentrateur(count).yaml, { "clients.csv": clients(count) }), names);
  const [longAgo, lately] = [REPORT_NOW_MS - 60 * DAY_MS, REPORT_NOW_MS - 3 * DAY_MS];
  const attestations = attestAll(desired, longAgo, (address) => address.endsWith("/raccordements") || address.includes("/raccordement/"), "2026-12-20T00:00:00Z");
  const base = { desired, attestations };
  const before = recordsAfter(plan({ ...base, records: new Map(), observations: observations(desired, longAgo, wasTrue), nowMs: longAgo }));
  const records = recordsAfter(plan({ ...base, records: before, observations: observations(desired, lately, isTrue), nowMs: lately }), before);
  return { ...base, records, observations: new Map(), requests: journal(base, records), nowMs: REPORT_NOW_MS, offline: true };
};

const TRADES = ["Menuiserie", "Imprimerie", "Mairie", "Transports", "Boulangerie", "Clinique", "Laboratoire", "Maçonnerie"];

const named = (desired: Desired, names: readonly string[]): Desired => {
  const { production } = desired.environments;
  if (production === undefined) return desired;
  const structures = Object.entries(production.structures).map(([name, structure], index): [string, Structure] => [
    name,
    structure.client === undefined ? structure : { ...structure, nom: names[indexOf(name)] ?? `${TRADES[index % TRADES.length] ?? ""} ${name.slice(1)}` },
  ]);
  return { ...desired, environments: { ...desired.environments, production: { ...production, structures: Object.fromEntries(structures) } } };
};

/** Of a client; -1 for what is nobody's. */
const indexOf = (name: string): number => (/^C\d{5}$/.test(name) ? Number(name.slice(1)) : -1);

type Verdict = (index: number, question: Question) => "true" | "false" | undefined;

/** One in twenty was never asked about. */
const wasTrue: Verdict = (index) => (index % 20 === 11 ? undefined : "true");

/** Since then: a login refused, an espace closed, and some that nobody has seen again. */
const isTrue: Verdict = (index, { ask }) => {
  if (index % 20 === 11 || index % 20 === 13) return undefined;
  if (index % 40 === 3 && (ask === "account-login" || ask === "attached")) return ask === "attached" ? undefined : "false";
  return index % 20 === 7 && ask === "espace-enabled" ? "false" : "true";
};

const observations = (desired: Desired, atMs: number, verdict: Verdict): Observations =>
  new Map(
    wantedResources(desired, atMs).flatMap((resource) =>
      kindOfResource(resource)
        .questions(resource)
        .flatMap((question, place) => {
          const index = indexOf(resource.client ?? "");
          const answer = verdict(index, question);
          return answer === undefined ? [] : [[questionKey(question), observed(question, answer, { atMs, index, place })] as const];
        }),
    ),
  );

interface Seen {
  readonly atMs: number;
  readonly index: number;
  readonly place: number;
}

const observed = (question: Question, answer: "true" | "false", { atMs, index, place }: Seen): Observation => {
  const correlationId = `Id-${(index * 2_654_435_761 + place * 40_503 + 7).toString(16).padStart(12, "0")} 0`;
  const trace = { request: ROUTES[question.ask] ?? "POST /cpro", status: answer === "true" ? 200 : 403, correlationId, at: atMs + index * 137, tries: answer === "true" ? 1 : 7 };
  const reason = (REASONS[question.ask] ?? (["follows", "follows"] as const))[answer === "true" ? 0 : 1];
  if (question.ask !== "password-expiry" || answer === "false") return { answer, reason, trace };
  return { answer, reason, trace, fact: { fact: "expiry", expiresAt: toInstant(REPORT_NOW_MS + (12 + ((index * 7) % 400)) * DAY_MS) } };
};

const ROUTES: Partial<Readonly<Record<Question["ask"], string>>> = {
  token: "POST /api/oauth/token",
  "structure-active": "POST /cpro/structures/v1/rechercher",
  attached: "POST /cpro/utilisateurs/v1/monCompte/recupererRattachements",
  "espace-enabled": "POST /cpro/transverses/v1/recupererStructuresPourUtilisateur",
  "account-login": "POST /cpro/transverses/v1/recupererStructuresPourUtilisateur",
  "password-expiry": "POST /cpro/structures/v1/consulter",
};

const REASONS: Partial<Readonly<Record<Question["ask"], readonly [Reason, Reason]>>> = {
  token: ["token-granted", "client-refused"],
  subscribed: ["route-answers", "route-forbidden"],
  "account-login": ["login-accepted", "login-refused"],
  "structure-active": ["structure-active", "structure-not-found"],
  attached: ["attached", "not-attached"],
  "espace-enabled": ["enabled", "not-enabled"],
  "password-expiry": ["expiry-known", "expired"],
  reach: ["reach-as-declared", "reach-beyond"],
};

/** Every other client who has something to do was asked, some long ago, one in eight is blocked. */
const journal = (base: Pick<PlanInput, "desired" | "attestations">, records: Records): RequestJournal => {
  const { document } = plan({ ...base, records, observations: new Map(), nowMs: REPORT_NOW_MS, offline: true });
  const items = document.steps.filter(({ actor }) => actor.role === "gestionnaire").flatMap(({ action, items: of }) => of.map(({ address }) => ({ address, action })));
  return new Map(
    items.flatMap(({ address, action }, place) => {
      if (place % 2 === 1) return [];
      const askedMs = REPORT_NOW_MS - (4 + ((place * 5) % 60)) * DAY_MS;
      const asked: RequestEvent = { at: toInstant(askedMs), address, action, event: "asked", by: "Camille Durand" };
      const blocked: RequestEvent = { ...asked, at: toInstant(askedMs + 2 * DAY_MS), event: "blocked", reason: "gp-inconnu", note: "parti en retraite" };
      return [[address, place % 8 === 0 ? [asked, blocked] : [asked]] as const];
    }),
  );
};
