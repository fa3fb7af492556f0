import { join } from "node:path";
import { isRecord } from "../model/is-record.ts";
import { toInstant } from "../model/instant.ts";
import { parseJson } from "../model/parse-json.ts";
import type { Clock, Files } from "../ports/ports.ts";
import { CACHE_FOLDER } from "./notes-folder.ts";
import { readCached, unlessRefused } from "./cache-file.ts";

/** Requests that this machine's runs have started today, by application: a day's quota outlives a run. */
export interface QuotaCache {
  readonly spent: ReadonlyMap<string, number>;
  save(spent: ReadonlyMap<string, number>): Promise<void>;
}

export interface QuotaCachePorts {
  readonly files: Files;
  readonly clock: Pick<Clock, "now">;
}

export const openQuotaCache = async (folder: string, { files, clock }: QuotaCachePorts): Promise<QuotaCache> => {
  const path = join(folder, CACHE_FOLDER, "quota.json");
  const today = (): string => toInstant(clock.now()).slice(0, 10);
  const known = parseJson(await readCached(path, files));
  const spent = isRecord(known) && known["day"] === today() && isRecord(known["spent"]) ? known["spent"] : {};
  return {
    spent: new Map(Object.entries(spent).flatMap(([lane, count]) => (typeof count === "number" ? [[lane, count] as const] : []))),
    save: (now) => unlessRefused(() => files.replace(path, `${JSON.stringify({ day: today(), spent: Object.fromEntries(now) })}\n`)),
  };
};
