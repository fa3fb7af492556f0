import { hostname } from "node:os";
import type { HttpStateLocation } from "../../src/model/desired.ts";
import { lockId } from "../../src/state/http/lock.ts";
import type { LockHolder } from "../../src/model/lock-holder.ts";
import { temporaryFolder } from "./files.ts";
import type { StateServer } from "./state-server.ts";
import type { StorePlace } from "./store-place.ts";

export const USERNAME = "gitlab-ci-token";
export const PASSWORD = "c4nary-http-password";
export const BASIC = `Basic ${Buffer.from(`${USERNAME}:${PASSWORD}`).toString("base64")}`;

/** A state on a server as GitLab has it. */
export const httpPlace = (server: StateServer): StorePlace & { readonly location: { readonly http: HttpStateLocation } } => {
  const lock = (holder: LockHolder): void => {
    server.lock = { ID: lockId("0f2c", holder), Who: `${holder.owner}@${holder.host}`, Created: holder.since };
  };
  return {
    location: {
      http: {
        address: server.address,
        lockAddress: `${server.address}/lock`,
        unlockAddress: `${server.address}/lock`,
        lockMethod: "POST",
        unlockMethod: "DELETE",
        username: USERNAME,
        password: { env: "CI_JOB_TOKEN" },
      },
    },
    folder: temporaryFolder(),
    trust: ["loopback"],
    variables: { CI_JOB_TOKEN: PASSWORD },
    secrets: [PASSWORD, BASIC.slice(6)],
    locksDie: true,
    fingerprint: async () => [...server.versions],
    vanish: async () => void server.versions.push(undefined),
    async damage(how) {
      const text = server.versions.at(-1) ?? "";
      server.versions.push(how === "corrupt" ? text.slice(0, -20) : text.replace(/"version":\d+/, '"version":99'));
    },
    async held(holder, work) {
      lock(holder);
      const { lock: held } = server;
      try {
        await work();
      } finally {
        if (server.lock === held) server.lock = undefined;
      }
    },
    leaveLock: async (holder) => lock({ ...holder, host: hostname(), pid: 2 ** 30 }),
  };
};
