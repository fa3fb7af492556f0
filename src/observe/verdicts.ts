import type { Certainty } from "../catalogue/certainty.ts";
import type { Reason, UnknownClass } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import type { FailureCode } from "../piste/outcome.ts";

export type Ask = Question["ask"];

/** What a question's strategy found: a failure of a call by its code, or what an answer that could be read showed. */
export type Finding = FailureCode | Shown;

export type Shown =
  | "granted"
  | "disabled-later"
  | "past-gateway"
  | "forbidden"
  | "forbidden-unconfirmed"
  | "no-route"
  | "accepted"
  | "accepted-elsewhere"
  | "listed"
  | "listed-not-valid"
  | "listed-unclear"
  | "not-listed"
  | "not-listed-nor-attached"
  | "not-listed-nor-active"
  | "active"
  | "inactive"
  | "unclear"
  | "not-found"
  | "no-structure"
  | "dated"
  | "undated"
  | "read"
  | "unreadable"
  | "api-not-selected"
  | "secret-missing"
  | "secret-elsewhere"
  | "refused-before"
  | "heard"
  | "not-heard"
  | "stopped";

/** What a finding means for a question. `waitsFor`: the question that must be answered with yes first. */
export type Meaning =
  | { readonly answer: "true" | "false"; readonly reason: Reason }
  | { readonly unknown: UnknownClass; readonly reason: Reason }
  | { readonly waitsFor: Ask };

export interface VerdictRow {
  /** The questions that it decides. */
  readonly ask: readonly Ask[] | "all";
  readonly on: readonly Finding[];
  readonly means: Meaning;
  readonly certainty: Certainty;
  /** Why the finding means that. */
  readonly source: string;
}

/** The first row that decides this question and finding. Every finding has one: the last rows are for all questions. */
export const verdictRow = (ask: Ask, finding: Finding): VerdictRow => {
  const row = VERDICTS.find(({ ask: asks, on }) => on.includes(finding) && (asks === "all" || asks.includes(ask)));
  if (row === undefined) throw new TypeError(`no verdict for ${ask} on ${finding}`);
  return row;
};

const row = (ask: VerdictRow["ask"], on: readonly Finding[], means: Meaning, certainty: Certainty, source: string): VerdictRow => ({
  ask, on, means, certainty, source,
});
const yes = (reason: Reason): Meaning => ({ answer: "true", reason });
const no = (reason: Reason): Meaning => ({ answer: "false", reason });
const waits = (waitsFor: Ask): Meaning => ({ waitsFor });
const unknown = (unknownClass: UnknownClass, reason: Reason): Meaning => ({ unknown: unknownClass, reason });

/**
 * From what was found to an answer, by the first row that fits. How a finding is recognised (status, headers, body) is
 * in `piste/classify.ts`; how often it must be seen before it counts, in `piste/retries.ts`.
 */
export const VERDICTS: readonly VerdictRow[] = [
  row(["token"], ["granted"], yes("token-granted"), "official",
    "RFC 6749 §5.1: a token is issued to credentials that hold"),
  row(["token"], ["invalid-client"], no("client-refused"), "measured",
    "400 invalid_client: unknown id, wrong secret and the other environment's pair answer alike, byte for byte"),
  row(["token"], ["disabled-later", "application-disabled"], no("client-disabled"), "secondary",
    "Axway, OAuth resource server filters: \"The client app was not found or is disabled\""),
  row(["token"], ["not-subscribed", "account-rejected", "refused"], unknown("unexpected-answer", "answer-not-understood"), "inferred",
    "answers of the APIs, not of the authorisation server"),
  row(["subscribed"], ["past-gateway"], yes("route-answers"), "measured",
    "the gateway judges the route before the account: 200, 401 realm PISTE, an echo or a business refusal came past it"),
  row(["subscribed"], ["forbidden"], no("route-forbidden"), "measured",
    "403 with an empty body or {} and a good token: the route is not in the application's selection"),
  row(["subscribed"], ["forbidden-unconfirmed", "no-route"], unknown("unprovable", "route-unconfirmed"), "unconfirmed",
    "a route that does not exist answers in the same way, and nobody has confirmed one of this API"),
  row(["account-login"], ["accepted"], yes("login-accepted"), "measured",
    "any answer with success to a call with the account came past its login"),
  row("all", ["accepted-elsewhere"], unknown("contradicted", "accepted-elsewhere"), "inferred",
    "one route refused the login as often as it takes to believe it, another accepted it: one of the two is wrong"),
  row(["account-login"], ["account-rejected"], no("login-refused"), "measured",
    "401 realm PISTE, on two routes where two are selected: login or password; also one of another environment, expired, or under 30 minutes old"),
  row(["reach"], ["listed"], yes("attached"), "secondary",
    "monCompte/recuperer/rattachements lists what the calling account is attached to"),
  row(["attached"], ["listed"], yes("attached"), "secondary",
    "the account's own list names the structure with a valid attachment, or it is among those where the account may use an espace"),
  row(["attached"], ["listed-not-valid"], no("attachment-not-valid"), "official",
    "statutRattachement of the Structures description: EN_COURS_DE_VALIDATION, REFUSEE, DESACTIVEE, SUPPRIMEE"),
  row(["attached"], ["not-listed"], no("not-attached"), "secondary",
    "the whole list, read twice, has no such structure"),
  row(["structure-active"], ["unclear"], unknown("unexpected-answer", "answer-not-understood"), "official",
    "a status that the description does not list"),
  row(["structure-active"], ["active"], yes("structure-active"), "official",
    "structures/rechercher: statut ACTIVE; organisations: status active; the lists of active structures name it"),
  row(["structure-active"], ["inactive"], no("structure-inactive"), "official",
    "structures/rechercher: statut INACTIVE"),
  row(["structure-active"], ["not-found"], no("structure-not-found"), "secondary",
    "structures/rechercher answers what does not exist with an empty list and codeRetour 0; looked up twice"),
  row(["espace-enabled"], ["listed"], yes("enabled"), "secondary",
    "structures/actives/…: active structures where the account is attached and may use the espace"),
  row(["espace-enabled"], ["not-listed"], no("not-enabled"), "inferred",
    "attached and active, and not in the list, read twice: the espace is what is missing"),
  row(["espace-enabled"], ["not-listed-nor-attached"], waits("attached"), "inferred",
    "the list leaves out what the account is not attached to"),
  row(["espace-enabled"], ["not-listed-nor-active"], waits("structure-active"), "inferred",
    "the list leaves out what is not active"),
  row(["password-expiry"], ["dated"], yes("expiry-known"), "official",
    "structures/consulter: informationGenerales.dateExpirationMotPasseCompteTech"),
  row(["password-expiry"], ["undated"], unknown("unprovable", "no-api-tells"), "official",
    "the field is optional"),
  row(["service-active"], ["active"], yes("service-active"), "official",
    "structures/rechercher/services: estActif true"),
  row(["service-active"], ["inactive"], no("service-inactive"), "official",
    "structures/rechercher/services: estActif false"),
  row(["service-active"], ["not-found"], no("service-not-found"), "official",
    "the whole list, read twice, has no such code"),
  row(["edi"], ["read"], yes("edi-as-declared"), "measured",
    "organisations/structures: recevoirCyclesViesEdi and emetteurFluxEdi; the kind compares them"),
  row(["edi", "password-expiry", "service-active"], ["no-structure", "reference"], waits("structure-active"), "measured",
    "the structure is not known: 400 ParamsInvalidUuidStructures or NotFoundReference, or no result"),
  row(["raccordement-refused"], ["refused-before"], unknown("contradicted", "refused-as-if-not-connected"), "measured",
    "a 403 that echoes the request: likely a missing raccordement, possibly a right; it contradicts, it does not prove"),
  row(["raccordement-refused"], ["heard"], unknown("unprovable", "not-refused"), "unconfirmed",
    "which routes a missing raccordement blocks is not known"),
  row(["raccordement-refused"], ["not-heard"], waits("account-login"), "rule",
    "no call of the account came through"),
  row("all", ["invalid-client", "application-disabled"], waits("token"), "measured",
    "the question about the token says it"),
  row("all", ["not-subscribed"], waits("subscribed"), "measured",
    "the question about the subscription says it"),
  row("all", ["account-rejected"], waits("account-login"), "measured",
    "the question about the account's login says it"),
  row("all", ["refused"], unknown("waiting", "refused-as-if-not-connected"), "measured",
    "a 403 that echoes the request: a raccordement or a right is missing (likely)"),
  row("all", ["login-spared"], unknown("not-asked", "login-spared"), "rule",
    "the account has failed as often today as Chorus allows itself: whoever locks accounts counts too"),
  row("all", ["not-configured", "secret-missing"], unknown("not-configured", "secret-missing"), "rule",
    "nothing was sent: a secret that the question needs is not given"),
  row("all", ["untrusted-host"], unknown("not-configured", "host-untrusted"), "rule",
    "nothing was sent: the host may not receive a secret"),
  row("all", ["api-not-selected"], unknown("not-configured", "api-not-selected"), "rule",
    "nothing was sent: the configuration does not select the API that would tell"),
  row("all", ["secret-elsewhere"], unknown("elsewhere", "secrets-elsewhere"), "rule",
    "the secrets stay at the client's"),
  row("all", ["token-missing", "token-rejected"], unknown("transient", "token-not-accepted"), "secondary",
    "the gateway refuses the token that the authorisation server has just granted"),
  row("all", ["quota"], unknown("transient", "quota-exhausted"), "secondary",
    "429: PISTE user guide §6-10"),
  row("all", ["unavailable"], unknown("transient", "platform-unavailable"), "official",
    "5xx: Structures and Factures descriptions"),
  row("all", ["unreachable"], unknown("transient", "platform-unreachable"), "rule",
    "no answer came"),
  row("all", ["stopped"], unknown("not-asked", "not-asked"), "rule",
    "the run was stopped, or out of time"),
  row("all", ["insufficient-scope", "business", "reference", "unexpected", "unreadable", "listed-unclear"], unknown("unexpected-answer", "answer-not-understood"), "official",
    "no description of the platform lists this answer to this request"),
];
