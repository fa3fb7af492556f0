import { answerAdmin } from "./admin.ts";
import type { Answer } from "./answer.ts";
import type { Administered } from "./admin.ts";
import { inject } from "./faults/inject.ts";
import type { FaultedAnswer, Unreliable } from "./faults/inject.ts";
import { TOKEN_PATH } from "./faults/request-kind.ts";
import { answerApi } from "./gateway.ts";
import type { Gateway } from "./gateway.ts";
import type { HttpRequest } from "./http-request.ts";
import { ENVIRONMENTS } from "./scenario.ts";
import type { Environment } from "./scenario.ts";
import { answerToken } from "./token-endpoint.ts";

/** An answer, with what the log keeps of the request; administration is not logged. */
export interface Dispatched extends FaultedAnswer {
  readonly environment: Environment | null;
  readonly logged: boolean;
}

export interface Dispatching extends Gateway, Administered, Unreliable {
  /** Answers what a browser asks for, and says first whether it is a portal's. */
  readonly portals: { readonly roots: ReadonlySet<string>; readonly answer: (request: HttpRequest) => Answer };
}

/**
 * `/admin/…`, `/<environment>/api/oauth/token`, the pages of the portals, and everything else below an environment goes to
 * its API gateway.
 */
export function dispatch(request: HttpRequest, gateway: Dispatching): Dispatched {
  const [first = "", ...rest] = request.segments;
  if (gateway.portals.roots.has(first)) return { answer: gateway.portals.answer(request), environment: null, logged: false };
  if (first === "admin" && rest.length === 1) {
    return { answer: answerAdmin(request, rest[0] ?? "", gateway), environment: null, logged: false };
  }
  const environment = ENVIRONMENTS.find((known) => known === first);
  if (environment === undefined) return { answer: { status: 404 }, environment: null, logged: true };
  const world = gateway.store.world(environment);
  const isToken = `/${rest.join("/")}` === TOKEN_PATH;
  const answered = inject(request, rest, world, gateway, (sent) =>
    isToken ? answerToken(sent, world, gateway.tokens) : answerApi(sent, rest, world, gateway));
  return { ...answered, environment, logged: true };
}
