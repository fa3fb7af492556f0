import { JSON_TYPE } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { formatHttpDate } from "./iso-time.ts";
import type { ScenarioQuotas, ScenarioApplication, ScenarioSettings } from "./scenario.ts";

/** The quotas of an application: of the two ways to give one by the second, the smaller counts. */
export function quotasOf({ quotaParSeconde, quotas }: ScenarioApplication): ScenarioQuotas {
  if (quotaParSeconde === undefined) return quotas ?? {};
  return { ...quotas, seconde: Math.min(quotaParSeconde, quotas?.seconde ?? quotaParSeconde) };
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
