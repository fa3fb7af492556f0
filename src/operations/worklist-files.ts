import { createHash } from "node:crypto";
import { basename, extname, join } from "node:path";
import { hasCode } from "../ports/error-code.ts";
import type { Files } from "../ports/ports.ts";

export interface NewFile {
  readonly name: string;
  readonly text: string;
}

export interface WrittenFiles {
  /** How many there are now of those that were to be written. */
  readonly written: number;
  /** Of an earlier run, for people who have nothing to do any more. */
  readonly removed: readonly string[];
  /** As those removed, but somebody has changed them since. */
  readonly changed: readonly string[];
}

/**
 * Writes messages into a folder, and takes away those of an earlier run that are no longer any: a message that stays would
 * be sent. Only what a run wrote, and nobody changed since, is ever removed.
 *
 * @param isAll whether these are all the messages that there are to be, of their form
 */
export const writeWorklists = async (
  folder: string,
  pages: readonly NewFile[],
  { files, isAll, extension }: { readonly files: Files; readonly isAll: boolean; readonly extension: string },
): Promise<WrittenFiles> => {
  const before = await readManifest(folder, files);
  const now = new Map(pages.map(({ name, text }) => [name, digest(text)]));
  const removed: string[] = [];
  const changed: string[] = [];
  for (const [name, written] of before) {
    if (now.has(name)) continue;
    if (!isAll || extname(name) !== extension) now.set(name, written);
    else if ((await digestOf(join(folder, name), files)) === written) {
      await files.remove(join(folder, name));
      removed.push(name);
    } else if ((await files.stat(join(folder, name))) !== undefined) changed.push(name);
  }
  for (const { name, text } of pages) await files.replace(join(folder, name), text);
  if (now.size > 0 || before.size > 0) await files.replace(join(folder, MANIFEST), manifestOf(now));
  return { written: new Set(pages.map(({ name }) => name)).size, removed, changed };
};

const manifestOf = (written: ReadonlyMap<string, string>): string => {
  const files = Object.fromEntries([...written].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ format: FORMAT, version: 1, files }, null, 2)}\n`;
};

/** What an earlier run wrote here, with a fingerprint of each; nothing where it cannot be told. */
const readManifest = async (folder: string, files: Pick<Files, "read">): Promise<ReadonlyMap<string, string>> => {
  const text = await readIfThere(join(folder, MANIFEST), files);
  if (text === undefined) return new Map();
  try {
    const parsed = JSON.parse(text) as { readonly format?: unknown; readonly files?: Readonly<Record<string, unknown>> };
    if (parsed.format !== FORMAT) return new Map();
    return new Map(Object.entries(parsed.files ?? {}).flatMap(([name, written]) => (typeof written === "string" && isPlain(name) ? [[name, written] as const] : [])));
  } catch {
    return new Map();
  }
};

/** Nothing outside of the folder is ever touched, whatever the manifest says. */
const isPlain = (name: string): boolean => name === basename(name) && !name.includes("\\") && name !== MANIFEST && name !== "." && name !== "..";

const digestOf = async (path: string, files: Pick<Files, "read">): Promise<string | undefined> => {
  const text = await readIfThere(path, files);
  return text === undefined ? undefined : digest(text);
};

const readIfThere = async (path: string, files: Pick<Files, "read">): Promise<string | undefined> => {
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await files.read(path));
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
};

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

const MANIFEST = ".chorus-worklists.json";
const FORMAT = "chorus-worklists";
