import type { Logins } from "../model/logins.ts";
import { openLoginCache, type LoginCachePorts } from "./login-cache.ts";
import { openQuotaCache } from "./quota-cache.ts";

/** What this machine remembers from run to run, so as not to do harm: refused logins, and the day's requests. */
export interface MachineMemory {
  readonly logins: Logins;
  /** A run that looks once more does not have refused again what was refused before. */
  believeRefusals(): void;
  /** Requests that earlier runs started today, by application. */
  readonly spent: ReadonlyMap<string, number>;
  /** Writes what this run adds; `spentToday` counts in what earlier runs spent. */
  write(spentToday: ReadonlyMap<string, number>): Promise<void>;
}

/** @param everything refusals of earlier runs are not believed any more: the person asks for a new look */
export const openMachineMemory = async (folder: string, ports: LoginCachePorts, everything = false): Promise<MachineMemory> => {
  const logins = await openLoginCache(folder, ports, everything);
  const quota = await openQuotaCache(folder, ports);
  return {
    logins,
    spent: quota.spent,
    believeRefusals: () => logins.believe(),
    async write(spentToday) {
      await logins.flush();
      if (spentToday.size > 0) await quota.save(spentToday);
    },
  };
};
