import type { Answer } from "./answer.ts";
import type { InputShape } from "./input.ts";
import type { Json, JsonObject } from "./json.ts";
import type { ApiId, Environment, ScenarioAccount, ScenarioEdi, ScenarioSettings } from "./scenario.ts";
import type { World } from "./world.ts";

/** One operation of one API: an entry of the route table. */
export interface Operation {
  readonly api: ApiId;
  readonly method: "GET" | "POST" | "PATCH";
  /** Below `/cpro/<prefix>/v1/`; `{name}` stands for one segment. */
  readonly path: string;
  /** Present when the operation reads a JSON body. */
  readonly input?: InputShape;
  /** Absent: always there. A route that is switched off answers as an unknown one. */
  readonly enabled?: (settings: Required<ScenarioSettings>) => boolean;
  readonly answer: (call: Call) => Answer;
}

/** A request that has passed the gateway. */
export interface Call {
  readonly environment: Environment;
  readonly world: World;
  readonly settings: Required<ScenarioSettings>;
  readonly login: string;
  readonly account: ScenarioAccount;
  readonly parameters: { readonly [name: string]: string };
  /** `{}` when the operation reads none. */
  readonly body: JsonObject;
  setEdi(identifiant: string, edi: ScenarioEdi): void;
}

/** Fields of an answer, leaving out those that have no value. */
export function present(fields: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject;
}
