import type { Location } from "../diagnostics/diagnostic.ts";
import type { ConfigurationFile } from "./configuration-file.ts";
import type { Clients } from "./csv/clients.ts";
import { fileWriting } from "./merge.ts";
import type { Origin, Recorder } from "./origin.ts";
import type { YamlNodes } from "./parse-full-yaml.ts";
import { valueAt, type Path } from "./path.ts";
import { placeOf, type On } from "./yaml-place.ts";

/** Where a value of the full form is written: its value, or its key. What is derived is where it follows from. */
export type Locate = (path: Path, on?: On) => Location | undefined;

export interface Located {
  readonly files: readonly ConfigurationFile[];
  readonly clients: Clients;
  readonly origins: () => Pick<Recorder, "at">;
}

/** Reads all files in full, which costs more than everything else: for where there is something to tell. */
export const locator = async ({ files, clients, origins }: Located): Promise<Locate> => {
  const nodes = new Map<ConfigurationFile, YamlNodes>();
  for (const file of files) nodes.set(file, await file.parsed.nodes());
  const place = (origin: Origin, on: On): Location | undefined => {
    if (origin.from === "csv") return clients.at(origin.row, origin.column);
    if (origin.from === "derived") return place(origin.of, on);
    const path = origin.from === "file" ? origin.path : [];
    const file = fileWriting(files, path);
    const written = file === undefined ? undefined : nodes.get(file);
    return file === undefined || written === undefined ? undefined : placeOf(written, itemPath(file, path), on);
  };
  return (path, on = "value") => {
    const origin = written(origins(), path);
    const item = path.at(-1);
    return place(item === undefined || origin.from !== "derived" ? origin : itemOf(origin, item), on);
  };
};

/** What is assumed has no place: that of the thing it is assumed for. */
const written = (origins: Pick<Recorder, "at">, path: Path): Origin => {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.at(path.slice(0, length));
    if (origin.from !== "default") return origin;
  }
  return { from: "file", path: [] };
};

/** A list that is shared keeps its items: the place of one is there. */
const itemOf = (origin: Origin, item: string): Origin => {
  if (origin.from === "derived") return itemOf(origin.of, item);
  return origin.from === "file" && LISTS.has(origin.path.at(-1) ?? "") ? { from: "file", path: [...origin.path, item] } : origin;
};

/** In a list an item may be named by what it says. */
const itemPath = ({ parsed }: ConfigurationFile, path: Path): Path => {
  const item = path.at(-1);
  const list = valueAt(parsed.data, path.slice(0, -1));
  const index = item === undefined || !Array.isArray(list) ? -1 : list.indexOf(item);
  return index === -1 ? path : [...path.slice(0, -1), String(index)];
};

const LISTS: ReadonlySet<string> = new Set(["apis", "espaces"]);
