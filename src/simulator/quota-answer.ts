import { JSON_TYPE } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { formatHttpDate } from "./iso-time.ts";
import type { Operation } from "./operation.ts";
import { own } from "./own.ts";
import type { Limit } from "./quota.ts";
import type { Environment, ScenarioSettings } from "./scenario.ts";
import type { NamedApplication } from "./world.ts";

/** The limits that a call counts against: of the two ways to give one by the second, the smaller counts. */
export function limitsOf(environment: Environment, { name, quotaParSeconde, quotas = {} }: NamedApplication, { api, path }: Operation): readonly Limit[] {
  const { methodes, ...all } = quotas;
  const seconde = Math.min(quotaParSeconde ?? Infinity, all.seconde ?? Infinity);
  const method = `${api}/${path}`;
  const ofMethod = own(methodes, method);
  const application = `${environment}/${name}`;
  return [
    ...(quotaParSeconde === undefined && Object.keys(all).length === 0
      ? []
      : [{ of: application, rates: Number.isFinite(seconde) ? { ...all, seconde } : all }]),
    ...(ofMethod === undefined ? [] : [{ of: `${application}/${method}`, rates: ofMethod }]),
  ];
}

/** A quota is used up: 429. Neither its body nor a Retry-After is documented: the scenario chooses. */
export function quotaExceeded(waitMs: number, now: number, { quotaBody, retryAfter }: Required<ScenarioSettings>): Answer {
  const body = BODIES[quotaBody];
  const seconds = Math.ceil(waitMs / 1000);
  return {
    status: 429,
    headers: {
      ...(body === undefined ? {} : { "content-type": body.type }),
      ...(retryAfter === "seconds" ? { "retry-after": String(seconds) } : {}),
      ...(retryAfter === "date" ? { "retry-after": formatHttpDate(now + seconds * 1000) } : {}),
    },
    ...(body === undefined ? {} : { body: body.text }),
  };
}

const BODIES: Readonly<Record<Required<ScenarioSettings>["quotaBody"], { readonly type: string; readonly text: string } | undefined>> = {
  empty: undefined,
  object: { type: JSON_TYPE, text: "{}" },
  message: { type: JSON_TYPE, text: '{"error":"quota_exceeded","error_description":"Quota exceeded"}' },
  text: { type: "text/plain;charset=utf-8", text: "Quota exceeded" },
};
