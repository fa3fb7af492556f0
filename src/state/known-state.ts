import { join } from "node:path";
import { isRecord } from "../model/is-record.ts";
import { parseJson } from "../model/parse-json.ts";
import type { Files } from "../ports/ports.ts";
import { CACHE_FOLDER, prepareNotes } from "./notes-folder.ts";
import { readCached, unlessRefused } from "./cache-file.ts";

/** What this machine remembers of a state that is kept elsewhere: that it was there, so that its absence is an accident. */
export interface KnownState {
  isKnown(): Promise<boolean>;
  note(lineage: string): Promise<void>;
}

export const knownState = (folder: string, place: string, files: Files): KnownState => {
  const path = join(folder, CACHE_FOLDER, "state-elsewhere.json");
  const read = async (): Promise<Readonly<Record<string, unknown>>> => {
    const noted = parseJson(await readCached(path, files));
    return isRecord(noted) && noted["place"] === place ? noted : {};
  };
  return {
    isKnown: async () => "place" in (await read()),
    async note(lineage) {
      if ((await read())["lineage"] === lineage) return;
      await unlessRefused(async () => {
        await prepareNotes(folder, files);
        await files.replace(path, `${JSON.stringify({ place, lineage })}\n`);
      });
    },
  };
};
