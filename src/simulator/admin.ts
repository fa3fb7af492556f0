import { json } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { checkFaultPlan, checkScenario } from "./check-scenario.ts";
import type { ScenarioProblem } from "./check-scenario.ts";
import type { SimulatedClock } from "./clock.ts";
import type { FaultPlan, Faults } from "./faults/faults.ts";
import type { HttpRequest } from "./http-request.ts";
import { parseIso } from "./iso-time.ts";
import { isJsonObject, parseJson } from "./json.ts";
import type { Json } from "./json.ts";
import { answerMatelas } from "./matelas/answer-matelas.ts";
import { mergePatch } from "./merge-patch.ts";
import type { RequestLog } from "./request-log.ts";
import type { Scenario } from "./scenario.ts";
import type { ScenarioStore } from "./scenario-store.ts";
import type { TokenStore } from "./token-store.ts";

export interface Administered {
  readonly store: ScenarioStore;
  readonly clock: SimulatedClock;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly tokens: TokenStore;
}

/** The simulator's own endpoint: what no portal offers. It is not logged. */
export function answerAdmin(request: HttpRequest, name: string, administered: Administered): Answer {
  const handler = HANDLERS[`${request.method} ${name}`];
  if (handler !== undefined) return handler(administered, request);
  const allowed = Object.keys(HANDLERS).filter((key) => key.endsWith(` ${name}`)).map((key) => key.split(" ", 1)[0]);
  return allowed.length === 0 ? { status: 404 } : { status: 405, headers: { allow: allowed.join(", ") } };
}

type Handler = (administered: Administered, request: HttpRequest) => Answer;

const HANDLERS: { readonly [methodAndName: string]: Handler } = {
  "GET scenario": ({ store }) => json(200, asJson(store.scenario())),
  "PUT scenario": (administered, request) => change(administered, request, (sent) => sent),
  "PATCH scenario": (administered, request) =>
    change(administered, request, (sent) => mergePatch(asJson(administered.store.scenario()), sent)),
  "GET requests": ({ log }) => ({
    status: 200,
    headers: { "content-type": "application/x-ndjson;charset=utf-8", "x-requests-forgotten": String(log.forgotten()) },
    body: log.entries().map((entry) => `${JSON.stringify(entry)}\n`).join(""),
  }),
  "DELETE requests": ({ log }) => {
    log.clear();
    return { status: 204 };
  },
  // What a client has been granted: to be looked for where it may never be, in its logs and files.
  "GET tokens": ({ tokens }) => json(200, { tokens: tokens.all() }),
  "GET clock": ({ clock }) => json(200, { now: clock.iso() }),
  "PUT clock": setClock,
  "GET faults": ({ faults }) => json(200, planAsJson(faults.plan())),
  "PUT faults": setFaults,
  // Back to those of the scenario and of the start.
  "DELETE faults": ({ faults }) => {
    faults.replace(undefined);
    return { status: 204 };
  },
  "POST matelas": ({ store }, request) => answerMatelas(store, request),
};

/** A scenario that does not hold leaves the world as it was. */
function change({ store }: Administered, request: HttpRequest, next: (sent: Json) => Json): Answer {
  const sent = parseJson(request.body);
  if (sent === undefined) return refused([{ path: "", message: "must be JSON" }]);
  const scenario = next(sent.value);
  const problems = checkScenario(scenario);
  if (problems.length > 0) return refused(problems);
  store.replace(scenario as unknown as Scenario);
  return { status: 204 };
}

function setClock({ clock }: Administered, request: HttpRequest): Answer {
  const sent = parseJson(request.body)?.value;
  const { now, advanceMs } = isJsonObject(sent) ? sent : {};
  const at = typeof now === "string" ? parseIso(now) : undefined;
  if (at !== undefined && advanceMs === undefined) clock.set(at);
  else if (Number.isSafeInteger(advanceMs) && now === undefined) clock.advance(Number(advanceMs));
  else return refused([{ path: "", message: 'must be {"now": "<ISO 8601>"} or {"advanceMs": <integer>}' }]);
  return json(200, { now: clock.iso() });
}

/** Faults that do not hold leave those in force. The counts begin anew, so that a test can be replayed. */
function setFaults({ faults }: Administered, request: HttpRequest): Answer {
  const sent = parseJson(request.body)?.value;
  const problems = checkFaultPlan(sent);
  if (problems.length > 0) return refused(problems);
  const { faults: rules, seed = faults.plan().seed } = sent as unknown as Partial<FaultPlan>;
  faults.replace({ seed, faults: rules ?? [] });
  return json(200, planAsJson(faults.plan()));
}

function planAsJson({ seed, faults }: FaultPlan): Json {
  return { seed, faults: faults.map((one) => ({ ...one })) };
}

function refused(problems: readonly ScenarioProblem[]): Answer {
  return json(400, { errors: problems.map(({ path, message }) => ({ path, message })) });
}

function asJson(scenario: Scenario): Json {
  return scenario as unknown as Json;
}
