import type { Endpoints } from "../catalogue/environments.ts";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import { createWorld, type EndpointOverrides, type World } from "../observe/access.ts";
import type { ReadClient } from "../piste/client.ts";
import type { ClientPorts } from "../piste/create-caller.ts";
import { createReadClient } from "../piste/create-client.ts";
import { mayReceiveSecret } from "../piste/may-receive-secret.ts";
import { createPace } from "../piste/pace.ts";
import { createSecrets } from "../piste/secrets.ts";
import { createTransport } from "../piste/transport.ts";
import type { Trust } from "../piste/trust.ts";
import type { EnvironmentVariables, Ports } from "../ports/ports.ts";
import type { Recorder } from "../ports/recorder.ts";
import type { MachineMemory } from "../state/machine-memory.ts";
import type { Project } from "./open-project.ts";

/** The live platforms as one run reaches them. */
export interface Live {
  readonly world: World;
  readonly client: ReadClient;
  /** What a writing client is made of, for `apply` alone. */
  readonly clientPorts: ClientPorts & { readonly pace: NonNullable<ClientPorts["pace"]> };
  /** Requests sent so far. */
  requests(): number;
  /**
   * A client for one more look in the same run: pace, quotas and the memory of logins go on, a refused one is not tried
   * again before its time, and secrets are read anew, since the person may have put one in its place meanwhile.
   */
  again(signal: AbortSignal): ReadClient;
  /** Writes down for the next run what this one spent and had refused so far. */
  remember(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Ends everything that waits. */
  readonly signal?: AbortSignal;
  /** Gets every HTTP exchange, without its secrets. */
  readonly recorder?: Recorder;
  /** What earlier runs of this machine remember. */
  readonly memory?: MachineMemory;
}

export const connect = (
  ports: Ports,
  { desired, folder }: Pick<Project, "desired" | "folder">,
  trust: Trust,
  { signal, recorder, memory }: ConnectOptions = {},
): Live => {
  const { variables, files, processes, clock } = ports;
  const transport = createTransport({ variables, files, clock, relaxedTls: relaxesTls(desired, trust) });
  const pace = createPace(clock, defined({ spent: memory?.spent }));
  const readSecrets = (until = signal) => createSecrets({ variables, files, processes, folder, trust, signal: until });
  const remember = async (): Promise<void> => memory?.write(pace.spentToday());
  let requests = 0;
  const counting = {
    ...transport,
    send: (request: Parameters<typeof transport.send>[0]) => {
      requests++;
      return transport.send(request);
    },
  };
  const clientPorts: Live["clientPorts"] = defined({
    transport: counting,
    secrets: readSecrets(),
    clock,
    trust,
    pace,
    signal,
    recorder,
    logins: memory?.logins,
  });
  const client = createReadClient(clientPorts);
  return {
    world: createWorld(desired, endpointOverrides(variables, trust)),
    client,
    clientPorts,
    requests: () => requests,
    again(signal) {
      memory?.believeRefusals();
      return createReadClient({ ...clientPorts, secrets: readSecrets(signal), signal });
    },
    remember,
    close: async () => {
      await client.close();
      await remember();
    },
  };
};

/** Whether certificates go unchecked: the configuration says so, and the person too. */
export const relaxesTls = ({ environments }: Desired, trust: Pick<Trust, "tls">): boolean =>
  trust.tls && Object.values(environments).some((environment) => environment?.tls === "relaxed");

/**
 * Endpoints that the process is told of: `CHORUS_<ENV>_OAUTH_URL` and `_API_URL`, both or none. They need trust like any
 * host that is not PISTE's; without it the run ends before anything is sent.
 */
const endpointOverrides = (variables: EnvironmentVariables, trust: Trust): EndpointOverrides =>
  Object.fromEntries(
    ENVIRONMENTS.flatMap((environment) => {
      const endpoints = overrideOf(environment, variables);
      if (endpoints === undefined) return [];
      for (const url of [endpoints.oauth, endpoints.api]) requireTrust(url, environment, trust);
      return [[environment, endpoints]];
    }),
  );

const overrideOf = (environment: EnvironmentName, variables: EnvironmentVariables): Endpoints | undefined => {
  const names = ["OAUTH", "API"].map((of) => `CHORUS_${environment.toUpperCase()}_${of}_URL`);
  const [oauth, api] = names.map((name) => variables[name]);
  if (oauth !== undefined && api !== undefined) return { oauth, api };
  if (oauth === undefined && api === undefined) return undefined;
  const [given = "", missing = ""] = oauth === undefined ? names.toReversed() : names;
  throw new ChorusError([diagnostic("CHR-ENDPOINT-PAIR", "error", { given, missing })]);
};

const requireTrust = (url: string, environment: EnvironmentName, trust: Trust): void => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && mayReceiveSecret(parsed, trust)) return;
  const host = parsed?.host ?? url;
  const isLoopback = parsed !== undefined && mayReceiveSecret(parsed, { hosts: new Set(), loopback: true });
  const token = isLoopback ? "loopback" : `host:${host}`;
  throw new ChorusError([diagnostic("CHR-UNTRUSTED-HOST", "error", { host, environment, trust: token })]);
};
