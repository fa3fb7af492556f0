import { loadConfiguration } from "../../src/config/load.ts";
import type { Desired } from "../../src/model/desired.ts";
import type { Attestations } from "../../src/model/attestation.ts";
import type { Records } from "../../src/model/condition.ts";
import { createWorld } from "../../src/observe/access.ts";
import { observe } from "../../src/observe/observe.ts";
import { createReadClient } from "../../src/piste/create-client.ts";
import { createWriteClient } from "../../src/piste/create-write-client.ts";
import { createPace } from "../../src/piste/pace.ts";
import { createSecrets } from "../../src/piste/secrets.ts";
import { createTransport } from "../../src/piste/transport.ts";
import { parseTrust } from "../../src/piste/trust.ts";
import { questionsOf } from "../../src/operations/questions.ts";
import { plan, wantedResources, type Plan } from "../../src/plan/plan.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { virtualClock, type VirtualClock } from "./virtual-clock.ts";

/** A simulator with a client on it, both on one virtual clock. */
export interface TestWorld {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly variables: Record<string, string>;
  plan(desired: Desired, known?: { readonly records?: Records; readonly attestations?: Attestations }): Promise<Plan>;
  live(desired: Desired): LiveParts;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** What the person vouches for. */
  readonly trust?: readonly string[];
}

export const startWorld = async (
  scenario: Scenario,
  variables: Record<string, string> = {},
  { trust = ["loopback"] }: WorldOptions = {},
): Promise<TestWorld> => {
  const clock = virtualClock();
  const simulator = await startSimulator(scenario, { now: () => clock.now(), random: seeded() });
  const live = (desired: Desired): LiveParts => connectTo({ simulator, clock, variables, trusted: trust }, desired);
  return {
    simulator,
    clock,
    variables,
    live,
    async plan(desired, { records = new Map(), attestations = new Map() } = {}) {
      const { client, world } = live(desired);
      const resources = wantedResources(desired, clock.now());
      const observations = await observe(questionsOf(resources, records), { client, world });
      await client.close();
      return plan({ desired, records, observations, attestations, nowMs: clock.now() });
    },
    close: () => simulator.close(),
  };
};

/** Always the same numbers, and no two tokens alike. */
export const seeded = (): (() => number) => {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

export type LiveParts = ReturnType<typeof connectTo>;

interface Connection {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  readonly variables: Record<string, string>;
  readonly trusted: readonly string[];
}

const connectTo = ({ simulator, clock, variables, trusted }: Connection, desired: Desired) => {
  const { trust } = parseTrust(trusted);
  const noFiles = async () => Promise.reject(new Error("no files here"));
  const files = { read: noFiles, realPath: noFiles };
  const ports = {
    transport: createTransport({ variables, files, clock }),
    secrets: createSecrets({
      variables,
      files,
      processes: { run: async () => Promise.reject(new Error("no commands here")) },
      folder: "/nowhere",
      trust,
    }),
    clock,
    trust,
    pace: createPace(clock),
  };
  const endpoints = Object.fromEntries(
    (["qualification", "production"] as const).map((environment) => {
      const url = `${simulator.url}/${environment}`;
      return [environment, { oauth: url, api: url }];
    }),
  );
  return {
    client: createReadClient(ports),
    writer: () => createWriteClient(ports),
    world: createWorld(desired, endpoints),
  };
};

/** A configuration written as in a file. */
export const desiredFrom = async (yaml: string, extra: Readonly<Record<string, string>> = {}): Promise<Desired> => {
  const texts: Readonly<Record<string, string>> = { "chorus.config.yaml": yaml, ...extra };
  const bytes = (path: string) => texts[path.replace(/^\.\//, "")];
  const { desired, diagnostics } = await loadConfiguration({
    entry: "chorus.config.yaml",
    files: {
      read: async (path) => new TextEncoder().encode(bytes(path) ?? ""),
      stat: async (path) => {
        const text = bytes(path);
        return text === undefined ? undefined : { size: text.length, mode: 0o644 };
      },
      glob: async () => [],
    },
  });
  if (desired === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return desired;
};
