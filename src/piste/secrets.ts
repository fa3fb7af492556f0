import { isAbsolute, relative, resolve, sep } from "node:path";
import { defined } from "../model/defined.ts";
import { describeSecret, Secret, type SecretReference } from "../model/secret.ts";
import { hasCode } from "../ports/error-code.ts";
import type { EnvironmentVariables, Files, Processes } from "../ports/ports.ts";
import type { MissingReason } from "./outcome.ts";
import { type Found, readSecretText, secretText, type SecretText } from "./read-secret-text.ts";
import type { Trust } from "./trust.ts";

export interface Secrets {
  /** Never rejects; what cannot be had is `missing`, without a word of what a file or a command gave. */
  resolve(reference: SecretReference): Promise<Secret | MissingSecret>;
}

export interface MissingSecret {
  /** The reference, as `describeSecret` names it. */
  readonly missing: string;
  readonly reason: MissingReason;
}

export interface SecretSources {
  readonly variables: EnvironmentVariables;
  readonly files: Pick<Files, "read" | "realPath">;
  readonly processes: Pick<Processes, "run">;
  /** The configuration's, absolute: where paths start, where commands run, and where files may be read. */
  readonly folder: string;
  readonly trust: Pick<Trust, "commands" | "files">;
  /** Ends a command that is still at it. */
  readonly signal?: AbortSignal | undefined;
}

/** Finds secrets where the configuration says. Each command runs once, and each file is read once, in the life of this. */
export const createSecrets = (sources: SecretSources): Secrets => {
  const texts = new Map<string, Promise<FoundText>>();
  const once = (place: string, find: () => Promise<FoundText>): Promise<FoundText> => {
    const found = texts.get(place) ?? find();
    texts.set(place, found);
    return found;
  };

  return {
    async resolve(reference) {
      const value = await find(reference, sources, once);
      if ("reason" in value) return { missing: describeSecret(reference), reason: value.reason };
      return value.text === "" ? { missing: describeSecret(reference), reason: "empty" } : new Secret(value.text);
    },
  };
};

type FoundText = SecretText | Extract<Found, { reason: MissingReason }>;
type Once = (place: string, find: () => Promise<FoundText>) => Promise<FoundText>;

const find = async (reference: SecretReference, sources: SecretSources, once: Once): Promise<Found> => {
  if (reference.from === "environment") {
    const text = sources.variables[reference.variable];
    return text === undefined ? { reason: "unset" } : { text };
  }
  const found = await findText(reference, sources, once);
  return "reason" in found ? found : readSecretText(found, reference);
};

const findText = async (reference: Exclude<SecretReference, { from: "environment" }>, sources: SecretSources, once: Once): Promise<FoundText> => {
  if (reference.from === "file") {
    const path = resolve(sources.folder, reference.file);
    return mayRead(path, sources) ? once(`file ${path}`, () => readTrusted(path, sources)) : { reason: "untrusted" };
  }
  if (!sources.trust.commands) return { reason: "untrusted" };
  return once(`command ${JSON.stringify(reference.command)}`, () => run(reference.command, sources));
};

/** In the configuration's folder, or in one that the person named; relative ones start at the configuration's. */
const mayRead = (path: string, { folder, trust }: Pick<SecretSources, "folder" | "trust">): boolean =>
  [folder, ...trust.files.map((trusted) => resolve(folder, trusted))].some((parent) => {
    const below = relative(parent, path);
    return below !== "" && below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  });

/** A link may lead out of the folder, and a merge request may bring one: what counts is where it leads. */
const readTrusted = async (path: string, sources: SecretSources): Promise<FoundText> => {
  const { files, folder, trust } = sources;
  try {
    const real = (one: string): Promise<string> => files.realPath(one).catch(() => one);
    const [target, home, ...trusted] = await Promise.all([path, folder, ...trust.files.map((one) => resolve(folder, one))].map(real));
    if (target === undefined || home === undefined) return { reason: "unreadable" };
    if (!mayRead(target, { folder: home, trust: { ...trust, files: trusted } })) return { reason: "untrusted" };
    return secretText(new TextDecoder().decode(await files.read(path)));
  } catch (error) {
    return { reason: hasCode(error, "ENOENT") ? "not-found" : "unreadable" };
  }
};

const run = async (command: readonly string[], { processes, folder, signal }: SecretSources): Promise<FoundText> => {
  try {
    const { exitCode, stdout } = await processes.run(command, defined({ cwd: folder, timeoutMs: COMMAND_TIMEOUT_MS, signal }));
    return exitCode === 0 ? secretText(stdout) : { reason: exitCode === undefined ? "timed-out" : "failed" };
  } catch {
    return { reason: "failed" };
  }
};

const COMMAND_TIMEOUT_MS = 30_000;
