import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleepFor } from "node:timers/promises";
import { checkScenario } from "./check-scenario.ts";
import { simulatedClock } from "./clock.ts";
import { addresses } from "./faults/addresses.ts";
import { faults } from "./faults/faults.ts";
import type { HttpRequest } from "./http-request.ts";
import { answerPortals } from "./portals/answer-portals.ts";
import { mailbox } from "./portals/mailbox.ts";
import { PORTAL_ROOTS } from "./portals/screens.ts";
import { sessions } from "./portals/sessions.ts";
import { ALPHANUMERIC, randomText } from "./random-text.ts";
import { requestHandler } from "./request-handler.ts";
import { quota } from "./quota.ts";
import { requestLog } from "./request-log.ts";
import type { RequestLogEntry } from "./request-log.ts";
import type { Scenario, ScenarioFault } from "./scenario.ts";
import { scenarioStore } from "./scenario-store.ts";
import { tokenStore } from "./token-store.ts";

export interface SimulatorOptions {
  /** Milliseconds since the epoch; the admin endpoint can move the simulator's own time. */
  readonly now: () => number;
  /** A number in [0, 1), for tokens and correlation ids. */
  readonly random: () => number;
  /** A text that nobody guesses, for the sessions of browsers; made from `random` when absent. */
  readonly secret?: () => string;
  /** A free port when absent. */
  readonly port?: number;
  /** A loopback address, unless `exposed`; 127.0.0.1 when absent. */
  readonly host?: string;
  /** Lets other machines in: whoever reaches the host then sees and changes everything. */
  readonly exposed?: boolean;
  /** Called once for each request that the log keeps. */
  readonly log?: (line: RequestLogEntry) => void;
  /** Besides those of the scenario. */
  readonly faults?: readonly ScenarioFault[];
  /** Decides, with the requests, which of them the faults strike; 1 when absent. */
  readonly faultSeed?: number;
  /** Waits real milliseconds, for slow answers. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A PISTE and a Chorus Pro that listen on loopback, both environments on one port. */
export interface Simulator {
  /** Without a trailing slash. Below it: `/qualification`, `/production` and `/admin`. */
  readonly url: string;
  /** The scenario as it is now. */
  scenario(): Scenario;
  /** The requests so far, oldest first. */
  requests(): readonly RequestLogEntry[];
  /** What points a client at this simulator: OAuth and API base of each environment. */
  environmentVariables(): Record<string, string>;
  /** Closes at once, also with connections open. */
  close(): Promise<void>;
}

/**
 * Starts a simulator on `scenario`.
 *
 * @throws Error when the scenario does not hold, the host is not loopback, or the port is taken.
 */
export async function startSimulator(scenario: Scenario, options: SimulatorOptions): Promise<Simulator> {
  const problems = checkScenario(scenario);
  if (problems.length > 0) {
    throw new Error(`Invalid scenario:\n${problems.map(({ path, message }) => `${path === "" ? "/" : path} ${message}`).join("\n")}`);
  }
  const host = options.host ?? "127.0.0.1";
  if (options.exposed !== true && !isLoopback(host)) throw new Error(`The simulator listens on loopback only, not on ${host}`);

  const clock = simulatedClock(options.now);
  const store = scenarioStore(scenario);
  const log = requestLog();
  const plan = faults(() => ({
    seed: options.faultSeed ?? 1,
    faults: [...(store.scenario().faults ?? []), ...(options.faults ?? [])],
  }));
  const secret = options.secret ?? (() => randomText(options.random, 32, ALPHANUMERIC));
  const portals = { store, clock, sessions: sessions(secret), mailbox: mailbox(), activations: new Map<string, { email: string; until: number }>(), random: options.random, secret, exposed: options.exposed === true };
  const state = {
    portals: { roots: PORTAL_ROOTS, answer: (request: HttpRequest) => answerPortals(request, portals) },
    store, clock, log, faults: plan, now: clock.now, tokens: tokenStore(clock.now, options.random), quota: quota(clock.now),
  };
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, requestHandler(state, { sleep: (ms) => sleepFor(ms), ...options }));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });

  const { port } = server.address() as AddressInfo;
  const named = EVERYWHERE.has(host) ? "127.0.0.1" : host;
  const url = `http://${named.includes(":") ? `[${named}]` : named}:${port}`;
  return {
    url,
    scenario: store.scenario,
    requests: log.entries,
    environmentVariables: () => addresses(url, plan.plan().faults),
    close: () => new Promise((resolve, reject) => {
      server.close((error) => { if (error === undefined) resolve(); else reject(error); });
      server.closeAllConnections();
    }),
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.[0-9]{1,3}){3}$/.test(host);
}

/** All addresses of the machine: no client can ask for them by name. */
const EVERYWHERE: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

// Longer than clients keep a connection: one that closes while a request is on its way would be a fault nobody asked for.
const KEEP_ALIVE_MS = 65_000;
