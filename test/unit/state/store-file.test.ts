import { hostname } from "node:os";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "vitest";
import { STATE_FILE } from "../../../src/state/file-store.ts";
import type { LockHolder } from "../../../src/model/lock-holder.ts";
import { temporaryFolder } from "../../support/files.ts";
import type { StorePlace } from "../../support/store-place.ts";
import { storeContract } from "./store-contract.ts";

const place = async (): Promise<StorePlace> => {
  const folder = temporaryFolder();
  const file = join(folder, STATE_FILE);
  const lock = (holder: LockHolder): void => writeFileSync(`${file}.lock`, JSON.stringify(holder));
  return {
    location: undefined,
    folder,
    trust: [],
    variables: {},
    secrets: [],
    locksDie: true,
    fingerprint: async () => [statSync(file, { throwIfNoEntry: false })?.ino, await readFile(file, "utf8").catch(() => undefined)],
    vanish: () => rm(file),
    async damage(how) {
      const text = await readFile(file, "utf8");
      writeFileSync(file, how === "corrupt" ? text.slice(0, -20) : text.replace(/"version":\d+/, '"version":99'));
    },
    async held(holder, work) {
      lock(holder);
      try {
        await work();
      } finally {
        rmSync(`${file}.lock`, { force: true });
      }
    },
    leaveLock: async (holder) => lock({ ...holder, host: hostname(), pid: 2 ** 30 }),
  };
};

describe("a file", () => storeContract(place));
