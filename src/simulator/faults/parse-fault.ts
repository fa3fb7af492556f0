import { ENVIRONMENTS } from "../scenario.ts";
import type { ScenarioFault } from "../scenario.ts";
import { FAULT_NAMES } from "./fault-names.ts";

/** What is wrong with a fault that was written as text. */
export type FaultProblem = "name" | "rate" | "place" | "parameter";

/**
 * `FAULT[=RATE][@ROUTE][@ENVIRONMENT][,PARAMETER=NUMBER…]`, such as `401=5%@/cpro/structures@production` or
 * `slow-body=0.1,delayMs=2000`. A rate is a percentage or a fraction; without one, every request is struck.
 */
export function parseFault(text: string): ScenarioFault | { readonly problem: FaultProblem } {
  const [head = "", ...parameters] = text.split(",");
  const [named = "", ...places] = head.split("@");
  const [name = "", ...rates] = named.split("=");
  const fault = FAULT_NAMES.find((known) => known === name);
  if (fault === undefined) return { problem: "name" };
  const rate = rates.length === 0 ? 1 : rateOf(rates.join("="));
  if (rate === undefined || (fault === "dns" && rate !== 1)) return { problem: "rate" };
  const place = placeOf(places);
  if (place === undefined) return { problem: "place" };
  const numbers = parametersOf(parameters);
  return numbers === undefined ? { problem: "parameter" } : { fault, rate, ...place, ...numbers };
}

function rateOf(text: string): number | undefined {
  const match = /^([0-9]{1,3}(?:\.[0-9]{1,6})?)(%?)$/u.exec(text);
  if (match === null) return undefined;
  const rate = Number(match[1]) / (match[2] === "%" ? 100 : 1);
  return rate <= 1 ? rate : undefined;
}

type Place = Pick<ScenarioFault, "route" | "environment">;

/** A route begins with a slash, an environment does not; each at most once, in any order. */
function placeOf(texts: readonly string[]): Place | undefined {
  const routes = texts.filter((text) => text.startsWith("/"));
  const others = texts.filter((text) => !text.startsWith("/"));
  const environment = ENVIRONMENTS.find((known) => known === others[0]);
  if (routes.length > 1 || others.length > 1 || (others.length === 1 && environment === undefined)) return undefined;
  return { ...(routes[0] === undefined ? {} : { route: routes[0] }), ...(environment === undefined ? {} : { environment }) };
}

type Numbers = Pick<ScenarioFault, "delayMs" | "retryAfterS" | "skewMs">;

function parametersOf(texts: readonly string[]): Numbers | undefined {
  const numbers: Record<string, number> = {};
  for (const text of texts) {
    const match = /^(delayMs|retryAfterS|skewMs)=(-?[0-9]{1,12})$/u.exec(text);
    const [, name, value] = match ?? [];
    if (name === undefined || (name !== "skewMs" && Number(value) < 0)) return undefined;
    numbers[name] = Number(value);
  }
  return numbers;
}
