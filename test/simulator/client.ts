import { expect } from "vitest";
import type { Environment, Scenario } from "../../src/simulator/scenario.ts";
import { startSimulator } from "../../src/simulator/simulator.ts";
import type { Simulator } from "../../src/simulator/simulator.ts";
import { breaches } from "./contract.ts";
import { LOGIN, PASSWORD, PRODUCTION_LOGIN, PRODUCTION_PASSWORD, SCENARIO, START_MS } from "./scenario-fixture.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Tests look into answers freely. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface CallOptions {
  readonly environment?: Environment;
  readonly method?: string;
  /** Serialised unless it is a text; absent: no body. */
  readonly body?: unknown;
  readonly token?: string | null;
  /** `login:password`; null: no header. */
  readonly account?: string | null;
  readonly headers?: Record<string, string>;
}

/** A client written for the tests alone, on the global fetch. */
export class Client {
  readonly #tokens = new Map<Environment, string>();

  readonly #breaches: string[] = [];
  #faulty = false;

  readonly simulator: Simulator;

  readonly #held: boolean;

  /** `held`: every exchange is held to the contract, as long as nobody asks for faults. */
  constructor(simulator: Simulator, held = false) {
    this.simulator = simulator;
    this.#held = held;
  }

  async send(path: string, init: RequestInit = {}): Promise<Reply> {
    const response = await fetch(`${this.simulator.url}${path}`, init);
    const text = await response.text();
    this.#hold(path, init, response, text);
    const isJson = response.headers.get("content-type")?.includes("application/json") === true && text !== "";
    return { status: response.status, headers: response.headers, text, body: isJson && canParse(text) ? JSON.parse(text) : undefined };
  }

  async askToken(environment: Environment, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send(`/${environment}/api/oauth/token`, { method: "POST", body: new URLSearchParams(form), headers });
  }

  async freshToken(environment: Environment = "qualification"): Promise<string> {
    const [application] = Object.values(this.simulator.scenario().environments[environment]?.applications ?? {});
    const { body } = await this.askToken(environment, {
      grant_type: "client_credentials",
      client_id: application?.clientId ?? "",
      client_secret: application?.clientSecret ?? "",
    });
    return body.access_token as string;
  }

  /** Calls `/{environment}/cpro/{path}`; with a token and the right account unless told otherwise. */
  async call(path: string, options: CallOptions = {}): Promise<Reply> {
    const environment = options.environment ?? "qualification";
    const token = options.token === undefined ? await this.#token(environment) : options.token;
    const account = options.account === undefined ? ACCOUNTS[environment] : options.account;
    const body = options.body === undefined || typeof options.body === "string" ? options.body : JSON.stringify(options.body);
    return this.send(`/${environment}/cpro/${path}`, {
      method: options.method ?? "POST",
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(account === null ? {} : { "cpro-account": Buffer.from(account).toString("base64") }),
        ...(body === undefined ? {} : { "content-type": "application/json;charset=utf-8" }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  async admin(method: string, name: string, body?: unknown): Promise<Reply> {
    return this.send(`/admin/${name}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  /** Merges a patch into the qualification environment. */
  async patch(qualification: unknown): Promise<Reply> {
    return this.admin("PATCH", "scenario", { environments: { qualification } });
  }

  #hold(path: string, init: RequestInit, { status, headers }: Response, text: string): void {
    if (path === "/admin/faults" && init.method === "PUT") this.#faulty = true;
    if (!this.#held || this.#faulty || (this.simulator.scenario().faults ?? []).length > 0) return;
    const sent = typeof init.body === "string" ? init.body : undefined;
    const exchange = { method: init.method ?? "GET", path: path.replace(/\?.*/s, ""), sent, status, type: headers.get("content-type"), text };
    this.#breaches.push(...breaches(exchange));
    expect(this.#breaches).toEqual([]);
  }

  async #token(environment: Environment): Promise<string> {
    const known = this.#tokens.get(environment) ?? await this.freshToken(environment);
    this.#tokens.set(environment, known);
    return known;
  }
}

const ACCOUNTS: Record<Environment, string> = {
  qualification: `${LOGIN}:${PASSWORD}`,
  production: `${PRODUCTION_LOGIN}:${PRODUCTION_PASSWORD}`,
};

/** A simulator whose clock stands still until it is moved, and whose randomness is a fixed sequence. */
export async function started(scenario: Scenario = SCENARIO): Promise<Client> {
  return new Client(await startSimulator(scenario, { now: () => START_MS, random: sequence(1) }), true);
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
