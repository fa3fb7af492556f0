import { onTestFinished } from "vitest";
import type { ApplicationAccess } from "../../../../src/piste/client.ts";
import { createReadClient } from "../../../../src/piste/create-client.ts";
import type { ClientPorts } from "../../../../src/piste/create-caller.ts";
import { createSecrets } from "../../../../src/piste/secrets.ts";
import { createTransport, type TransportOptions } from "../../../../src/piste/transport.ts";
import { parseTrust } from "../../../../src/piste/trust.ts";
import { fakeClock, type FakeClock } from "./fake-clock.ts";

export const CANARY = {
  id: "7f1c52c8-canary-client-id",
  secret: "c4n4ry+secret/with odd=chars\"é",
  token: "canary-token-0123456789abcdef",
  password: "C4n4ry&p@ss word€",
} as const;

export const VARIABLES = { ID: CANARY.id, SECRET: CANARY.secret, PASSWORD: CANARY.password };

export const LOGIN = "TECH_1_12345@cpp2017.fr";
export const ACCOUNT = { login: LOGIN, password: { from: "environment", variable: "PASSWORD" } } as const;

export const application = (url: string, more: Partial<ApplicationAccess> = {}): ApplicationAccess => ({
  environment: "qualification",
  application: "billing",
  endpoints: { oauth: url, api: url },
  clientId: { from: "environment", variable: "ID" },
  clientSecret: { from: "environment", variable: "SECRET" },
  rates: { perSecond: 20 },
  prefixes: {},
  confirmed: [],
  ...more,
});

export const NO_FILES = {
  read: async (path: string): Promise<Uint8Array> => {
    throw Object.assign(new Error(path), { code: "ENOENT" });
  },
  realPath: async (path: string): Promise<string> => path,
};

export const NO_PROCESSES = { run: async () => Promise.reject(new Error("no processes")) };

export const testTransport = (options: Partial<TransportOptions> = {}) => {
  const transport = createTransport({ variables: {}, files: NO_FILES, clock: { now: Date.now }, timeoutMs: 500, ...options });
  onTestFinished(() => transport.close());
  return transport;
};

/** Everything a client needs, real but for the clock. */
export const testPorts = (more: Partial<ClientPorts> = {}): ClientPorts & { readonly clock: FakeClock } => {
  const clock = fakeClock();
  const { trust } = parseTrust(["loopback"]);
  const secrets = createSecrets({
    variables: VARIABLES,
    files: NO_FILES,
    processes: NO_PROCESSES,
    folder: "/configuration",
    trust,
  });
  return { transport: testTransport({ clock }), secrets, trust, ...more, clock };
};

export const testClient = (more: Partial<ClientPorts> = {}) => {
  const ports = testPorts(more);
  return { client: createReadClient(ports), clock: ports.clock };
};

export const TOKEN_REPLY = {
  body: JSON.stringify({ access_token: CANARY.token, token_type: "Bearer", expires_in: 3600, scope: "openid" }),
};

export const ACCOUNT_REJECTED_REPLY = {
  status: 401,
  headers: {
    "www-authenticate": 'Bearer realm="PISTE",error="Unauthorized",error_description="login or password incorrects"',
  },
};
