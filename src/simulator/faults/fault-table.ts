import { challenge, json } from "../answer.ts";
import type { Answer } from "../answer.ts";
import type { Json } from "../json.ts";
import { quotaExceeded } from "../quota-answer.ts";
import type { ApiId, ScenarioFault, ScenarioSettings } from "../scenario.ts";
import { refusedAccount } from "../technical-account.ts";
import { codeRetourAsText, emptyPages, shrinkingPage, unknownFields, unknownValues } from "./change-body.ts";
import type { Delivery } from "./delivery.ts";
import type { FaultName } from "./fault-names.ts";

/**
 * How far a request must have come for a fault to be believable: to the token endpoint, to the gateway with a
 * bearer token, through the subscription of a route that exists, or anywhere.
 */
export type Stage = "token" | "bearer" | "subscribed" | "any";

/** What the answer of a fault is made from. */
export interface FaultContext {
  readonly rule: ScenarioFault;
  readonly pick: number;
  /** Simulated time. */
  readonly now: number;
  readonly api: ApiId;
  readonly settings: Required<ScenarioSettings>;
  /** What the token endpoint really says to a wrong pair. */
  readonly invalidClient: () => Answer;
}

export interface FaultDefinition {
  readonly stage: Stage;
  /** Answers in the place of the platform, which sees nothing of the request. */
  readonly instead?: (context: FaultContext) => Answer;
  /** Changes a JSON answer to a call that succeeded; undefined where there is nothing to change. */
  readonly change?: (body: Json) => Json | undefined;
  /** How the answer travels, whatever it is. The platform has done what was asked. */
  readonly deliver?: (rule: ScenarioFault) => Delivery;
}

const defaultRealm = (): Answer =>
  challenge(401, "DefaultRealm", "invalid_token", "Unable to find the access token in persistent storage");
const piste = ({ api }: FaultContext): Answer => refusedAccount(api);
const tooMany = (retryAfter: Required<ScenarioSettings>["retryAfter"]) =>
  ({ rule, now, settings }: FaultContext): Answer =>
    quotaExceeded((rule.retryAfterS ?? RETRY_AFTER_S) * 1000, now, { ...settings, retryAfter });

/**
 * The faults that clients of Chorus Pro report, and those of any network. Reported by integrators: `invalid_client`
 * to a right pair about one time in ten, 401 to right credentials when calls are close together, 500 and 503 of the
 * gateway, `codeRetour` as a text. Form of the 429 unconfirmed. The others are what HTTP and proxies allow.
 */
export const FAULTS: Readonly<Record<FaultName, FaultDefinition>> = {
  "invalid-client": { stage: "token", instead: ({ invalidClient }) => invalidClient() },
  "401": { stage: "subscribed", instead: (context) => (context.pick < 0.5 ? defaultRealm() : piste(context)) },
  "401-default-realm": { stage: "bearer", instead: defaultRealm },
  "401-piste": { stage: "subscribed", instead: piste },
  "429": { stage: "subscribed", instead: tooMany("none") },
  "429-retry-after": { stage: "subscribed", instead: tooMany("seconds") },
  "429-retry-after-date": { stage: "subscribed", instead: tooMany("date") },
  "500": { stage: "any", instead: () => json(500, { message: "Internal Server Error" }) },
  "502": {
    stage: "any",
    instead: () => ({ status: 502, headers: { "content-type": "text/html", server: "proxy" }, body: PROXY_PAGE }),
  },
  "503": { stage: "any", instead: () => ({ status: 503 }) },
  reset: { stage: "any", deliver: () => ({ cut: "reset" }) },
  "half-answer": { stage: "any", deliver: () => ({ cut: "half" }) },
  "not-json": { stage: "any", deliver: () => ({ text: "Service momentanément indisponible" }) },
  "slow-headers": { stage: "any", deliver: ({ delayMs = DELAY_MS }) => ({ headersMs: delayMs }) },
  "slow-body": { stage: "any", deliver: ({ delayMs = DELAY_MS }) => ({ bodyMs: delayMs }) },
  "code-retour-text": { stage: "any", change: codeRetourAsText },
  "unknown-fields": { stage: "any", change: unknownFields },
  "unknown-values": { stage: "any", change: unknownValues },
  "empty-pages": { stage: "any", change: emptyPages },
  "shrinking-page": { stage: "any", change: shrinkingPage },
  "clock-skew": { stage: "any", deliver: ({ skewMs = SKEW_MS }) => ({ skewMs }) },
  // Strikes no request: it changes the addresses that a client is given.
  dns: { stage: "any" },
};

const PROXY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
  + "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n";
const RETRY_AFTER_S = 1;
const DELAY_MS = 3000;
const SKEW_MS = 600_000;
