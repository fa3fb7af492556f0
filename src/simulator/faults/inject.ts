import type { Answer } from "../answer.ts";
import type { GatewayAnswer } from "../gateway.ts";
import type { HttpRequest } from "../http-request.ts";
import { parseJson } from "../json.ts";
import type { ScenarioSettings } from "../scenario.ts";
import type { ScenarioStore } from "../scenario-store.ts";
import { readAccountHeader } from "../technical-account.ts";
import type { TokenStore } from "../token-store.ts";
import type { World } from "../world.ts";
import { combine } from "./delivery.ts";
import type { Delivery } from "./delivery.ts";
import { FAULTS } from "./fault-table.ts";
import type { FaultName } from "./fault-names.ts";
import type { Faults, Strike } from "./faults.ts";
import { seeRequest } from "./request-kind.ts";
import type { SeenRequest } from "./request-kind.ts";

/** An answer with what was done to it. */
export interface FaultedAnswer extends GatewayAnswer {
  /** What was injected, in the order of the plan; absent when nothing was. */
  readonly injected?: readonly FaultName[];
  readonly delivery?: Delivery;
}

export interface Unreliable {
  readonly faults: Faults;
  readonly store: ScenarioStore;
  readonly tokens: TokenStore;
  readonly now: () => number;
}

/**
 * Answers a request as the platform would, unless faults strike it. Of those that answer in its place the first of
 * the plan wins, and the platform sees nothing; all others have their part in the answer that results.
 */
export function inject(
  request: HttpRequest,
  segments: readonly string[],
  world: World,
  { faults, store, tokens, now }: Unreliable,
  platform: (request: HttpRequest) => GatewayAnswer,
): FaultedAnswer {
  if (faults.plan().faults.length === 0) return platform(request);
  const seen = seeRequest(request, segments, world, { tokens, settings: store.settings() });
  const strikes = faults.strike(seen.kind).filter(({ rule }) => seen.stages.has(FAULTS[rule.fault].stage));
  const injected = new Set<Strike>();
  const answered = struckDown(strikes, request, seen, { now: now(), settings: store.settings() }, platform, injected) ?? platform(request);
  const answer = changed(answered.answer, strikes, injected);
  let delivery: Delivery | undefined;
  for (const strike of strikes) {
    const part = FAULTS[strike.rule.fault].deliver?.(strike.rule);
    if (part === undefined) continue;
    injected.add(strike);
    delivery = delivery === undefined ? part : combine(delivery, part);
  }
  if (injected.size === 0) return answered;
  const names = strikes.filter((strike) => injected.has(strike)).map(({ rule }) => rule.fault);
  return { ...answered, answer, injected: names, ...(delivery === undefined ? {} : { delivery }) };
}

/** The answer of the first fault that answers in the platform's place. */
function struckDown(
  strikes: readonly Strike[],
  request: HttpRequest,
  seen: SeenRequest,
  common: { readonly now: number; readonly settings: Required<ScenarioSettings> },
  platform: (request: HttpRequest) => GatewayAnswer,
  injected: Set<Strike>,
): GatewayAnswer | undefined {
  const strike = strikes.find(({ rule }) => FAULTS[rule.fault].instead !== undefined);
  const answer = strike === undefined ? undefined : FAULTS[strike.rule.fault].instead?.({
    rule: strike.rule,
    pick: strike.pick,
    ...common,
    api: seen.api,
    // From the endpoint itself, so that not a byte tells the false refusal from the true one.
    invalidClient: () => platform(withoutCredentials(request)).answer,
  });
  if (strike === undefined || answer === undefined) return undefined;
  injected.add(strike);
  const login = readAccountHeader(request.header("cpro-account"))?.login;
  return {
    answer,
    ...(seen.application === undefined ? {} : { application: seen.application }),
    ...(login === undefined ? {} : { login }),
  };
}

function withoutCredentials(request: HttpRequest): HttpRequest {
  return {
    ...request,
    body: Buffer.from("grant_type=client_credentials&client_id=none&client_secret=none"),
    header: (name) => (name === "content-type" ? "application/x-www-form-urlencoded" : undefined),
  };
}

/** A JSON answer of success after every change that finds something to change. */
function changed(answer: Answer, strikes: readonly Strike[], injected: Set<Strike>): Answer {
  const changes = strikes.filter(({ rule }) => FAULTS[rule.fault].change !== undefined);
  if (changes.length === 0 || answer.status !== 200 || answer.headers?.["content-type"]?.includes("json") !== true) return answer;
  let value = parseJson(Buffer.from(answer.body ?? ""))?.value;
  for (const strike of changes) {
    const next = value === undefined ? undefined : FAULTS[strike.rule.fault].change?.(value);
    if (next === undefined) continue;
    value = next;
    injected.add(strike);
  }
  return value === undefined ? answer : { ...answer, body: JSON.stringify(value) };
}
