import type { Answer } from "./answer.ts";
import { malformed, referenceRefusal } from "./envelope.ts";
import type { HttpRequest } from "./http-request.ts";
import { checkInput } from "./input.ts";
import { isJsonObject, parseJson } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Operation } from "./operation.ts";
import type { Match } from "./routes.ts";
import type { ScenarioAccount, ScenarioSettings } from "./scenario.ts";
import type { ScenarioStore } from "./scenario-store.ts";
import type { World } from "./world.ts";

/** Who calls, once the gateway let the call through. */
export interface Caller {
  readonly world: World;
  readonly settings: Required<ScenarioSettings>;
  readonly login: string;
  readonly account: ScenarioAccount;
  readonly store: ScenarioStore;
}

/** Reads and checks the body as the operation declares it, then runs the operation. */
export function operate(request: HttpRequest, { operation, parameters }: Match, caller: Caller): Answer {
  const read: ReadBody = operation.input === undefined ? { body: {} } : readBody(request, operation);
  if ("refusal" in read) return read.refusal;
  const { world, settings, login, account, store } = caller;
  const answer = checkInput(operation.input ?? {}, read.body) ?? operation.answer({
    environment: world.environment,
    world,
    settings,
    login,
    account,
    parameters,
    body: read.body,
    setEdi: (identifiant, edi) => { store.setEdi(world.environment, identifiant, edi); },
  });
  return answer.business === true ? { ...answer, status: Number(settings.businessRefusal) } : answer;
}

type ReadBody = { readonly body: JsonObject } | { readonly refusal: Answer };

function readBody(request: HttpRequest, { api }: Operation): ReadBody {
  const type = request.header("content-type");
  // "Format non supporté" in the official descriptions; a type that is not declared is taken for JSON.
  if (type !== undefined && !/json/i.test(type)) return { refusal: { status: 415 } };
  const parsed = parseJson(request.body);
  return parsed !== undefined && isJsonObject(parsed.value)
    ? { body: parsed.value }
    : { refusal: api === "organisations" ? referenceRefusal(400, "ParamsInvalidBody", EXPECTED, "") : malformed(EXPECTED) };
}

const EXPECTED = "un objet JSON est attendu.";
