import { isAbsolute, join } from "node:path";
import type { Desired, SecretSource } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import type { EnvironmentName } from "../model/environment.ts";
import { diagnostic, type Diagnostic, type Location, type Severity } from "../diagnostics/diagnostic.ts";
import { mayReceiveSecret } from "../piste/may-receive-secret.ts";
import type { Trust } from "../piste/trust.ts";
import type { Loaded, Places } from "./load.ts";
import type { Locate } from "./locate.ts";
import type { Path } from "./path.ts";
import { isWithin } from "./paths.ts";
import { each, pathIn } from "./rules/each.ts";

/** Something that a configuration asks for and cannot grant itself. `path` is in the full form. */
export type TrustNeed =
  | { readonly need: "host"; readonly environment: EnvironmentName; readonly url: string; readonly path: Path }
  | { readonly need: "tls"; readonly environment: EnvironmentName; readonly path: Path }
  | { readonly need: "command"; readonly command: readonly string[]; readonly path: Path }
  /** `file` as the configuration writes it: relative to its folder. */
  | { readonly need: "file"; readonly file: string; readonly path: Path };

/** Everything that only the person who runs Chorus may grant. A file inside the folder needs nothing. */
export const trustNeeds = (desired: Desired): readonly TrustNeed[] => [...ofEnvironments(desired), ...ofSecrets(desired)];

/**
 * A diagnostic for each need that is not granted; one for each command and file, however many secrets come from it.
 * An error where something is about to leave this machine, a warning where the configuration is only read.
 */
export const checkTrust = async (loaded: Loaded, trust: Trust, { severity, places }: TrustCheck): Promise<readonly Diagnostic[]> => {
  const { desired, folder } = loaded;
  const needs = desired === undefined ? [] : ungranted(trustNeeds(desired), folder, trust);
  if (needs.length === 0) return [];
  const locate: Locate = places === "of-errors" && severity === "warning" ? () => undefined : await loaded.locator();
  return needs.map((need) => describe(need, severity, locate(need.path)));
};

/** Each need once: a command or a file, however many secrets come from it. */
export const distinctNeeds = (needs: Iterable<TrustNeed>): readonly TrustNeed[] => {
  const distinct = new Map<string, TrustNeed>();
  for (const need of needs) {
    const key = need.need === "command" || need.need === "file" ? JSON.stringify({ ...need, path: [] }) : JSON.stringify(need);
    if (!distinct.has(key)) distinct.set(key, need);
  }
  return [...distinct.values()];
};

/** @param folder the configuration's */
export const ungranted = (needs: readonly TrustNeed[], folder: string, trust: Trust): readonly TrustNeed[] =>
  distinctNeeds(needs.filter((need) => !isGranted(need, folder, trust)));

export interface TrustCheck {
  readonly severity: Severity;
  readonly places: Places;
}

const isGranted = (need: TrustNeed, folder: string, trust: Trust): boolean => {
  if (need.need === "host") return mayReceiveSecret(new URL(need.url), trust);
  if (need.need === "tls") return trust.tls;
  if (need.need === "command") return trust.commands;
  const file = isAbsolute(need.file) ? need.file : join(folder, need.file);
  return trust.files.some((trusted) => isWithin(trusted, file));
};

const describe = (need: TrustNeed, severity: Severity, where: Location | undefined): Diagnostic => {
  if (need.need === "host") {
    const { host } = new URL(need.url);
    return diagnostic("CHR-TRUST-HOST", severity, { host, environment: need.environment }, where);
  }
  if (need.need === "tls") return diagnostic("CHR-TRUST-TLS", severity, { environment: need.environment }, where);
  if (need.need === "command") return diagnostic("CHR-TRUST-COMMAND", severity, { command: need.command[0] ?? "" }, where);
  return diagnostic("CHR-TRUST-FILE", severity, { file: need.file }, where);
};

function* ofEnvironments(desired: Desired): Generator<TrustNeed> {
  for (const { environment, wanted } of environmentsOf(desired)) {
    const path = ["environments", environment];
    for (const key of ["oauth", "api"] as const) {
      const url = wanted.endpoints?.[key];
      // What is no URL is told as that, and can be sent nothing.
      if (url !== undefined && URL.canParse(url) && !isPistes(url)) yield { need: "host", environment, url, path: [...path, "endpoints", key] };
    }
    if (wanted.tls === "relaxed") yield { need: "tls", environment, path: [...path, "tls"] };
  }
}

const isPistes = (url: string): boolean =>
  mayReceiveSecret(new URL(url), { hosts: new Set(), loopback: false });

function* ofSecrets(desired: Desired): Generator<TrustNeed> {
  for (const { environment, name, value } of each(desired, "applications")) {
    if (value.secrets === "chez-le-client") continue;
    const path = pathIn(environment, "applications", name, "secrets");
    yield* ofSecret(value.secrets.clientId, [...path, "clientId"]);
    yield* ofSecret(value.secrets.clientSecret, [...path, "clientSecret"]);
  }
  for (const { environment, name, value } of each(desired, "comptesTechniques")) {
    if (value.secrets === "chez-le-client") continue;
    yield* ofSecret(value.secrets.password, pathIn(environment, "comptesTechniques", name, "secrets", "password"));
  }
  const { http, postgres } = desired.state ?? {};
  if (postgres !== undefined) yield* ofSecret(postgres.url, ["state", "postgres", "url"]);
  for (const key of ["password", "token"] as const) yield* ofSecret(http?.[key] ?? {}, ["state", "http", key]);
  yield* ofSecret(http?.clientCertificate?.key ?? {}, ["state", "http", "clientCertificate", "key"]);
}

function* ofSecret({ command, file }: SecretSource, path: Path): Generator<TrustNeed> {
  if (command !== undefined) yield { need: "command", command, path };
  if (file !== undefined && (isAbsolute(file) || !isWithin(ROOT, join(ROOT, file)))) yield { need: "file", file, path };
}

/** Any folder: what is asked is whether a relative path leaves it. */
const ROOT = "configuration";
