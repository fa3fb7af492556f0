import { answerAdmin } from './admin.ts';
import type { Administered } from './admin.ts';
import { answerApi } from './gateway.ts';
import type { Gateway, GatewayAnswer } from './gateway.ts';
import type { HttpRequest } from './http-request.ts';
import { ENVIRONMENTS } from './scenario.ts';
import type { Environment } from './scenario.ts';
import { answerToken } from './token-endpoint.ts';

/** An answer, with what the log keeps of the request; administration is not logged. */
export interface Dispatched extends GatewayAnswer {
  readonly environment: Environment | null;
  readonly logged: boolean;
}

/** `/admin/…`, `/<environment>/api/oauth/token`, and everything else below an environment goes to its API gateway. */
export function dispatch(request: HttpRequest, gateway: Gateway & Administered): Dispatched {
  const [first = '', ...rest] = request.segments;
  if (first === 'admin' && rest.length === 1) {
    return { answer: answerAdmin(request, rest[0] ?? '', gateway), environment: null, logged: false };
  }
  const environment = ENVIRONMENTS.find((known) => known === first);
  if (environment === undefined) return { answer: { status: 404 }, environment: null, logged: true };
  const world = gateway.store.world(environment);
  const answered = rest.join('/') === 'api/oauth/token'
    ? answerToken(request, world, gateway.tokens)
    : answerApi(request, rest, world, gateway);
  return { ...answered, environment, logged: true };
}
