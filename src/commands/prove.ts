import { dirname, resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { defined } from "../model/defined.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../model/environment.ts";
import { atTheClient } from "../operations/at-the-client.ts";
import { createSecretSearch } from "../operations/evidence/known-secrets.ts";
import { clientsOf } from "../operations/proof/clients.ts";
import { makeProof } from "../operations/proof/make-proof.ts";
import { readPrivateKey } from "../operations/proof/signature.ts";
import { questionsOf } from "../operations/questions.ts";
import { renderProved } from "../views/proof-text.ts";
import { safeJson } from "../views/safe-json.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { withLivePlan } from "./live-run.ts";
import { openForCommand } from "./open-run.ts";
import type { TraceOptions } from "./trace-file.ts";

export interface ProveOptions extends TraceOptions {
  readonly out?: string;
  readonly client?: string;
  readonly env?: string;
  readonly key?: string;
  readonly timeout?: string;
}

/** `chorus prove --out FILE`: asks with the client's secrets, on his machine, and writes what was seen, without them. */
export const run = async (context: CommandContext, _args: readonly string[], options: ProveOptions): Promise<number> => {
  const { cwd, ports, version } = context;
  const { files, clock, terminal } = ports;
  if (options.out === undefined) throw usage("missing-option", "--out");
  const out = resolve(cwd, options.out);
  if ((await files.stat(dirname(out))) === undefined) throw usage("invalid-argument", options.out, { of: "--out" });
  const key = options.key === undefined ? undefined : await readPrivateKey(resolve(cwd, options.key), files);
  const opened = await openForCommand(context, { live: true });
  const client = clientOf(clientsOf(opened.project.desired), options.client);
  const environment = environmentOf(client.environments, options.env);
  const desired = atTheClient(opened.project.desired, client.code);
  const project = { ...opened.project, desired };
  const chosen = defined({ client: client.code, env: environment, refresh: true, trace: options.trace, timeout: options.timeout });
  return withLivePlan(context, { ...opened, project }, chosen, async ({ plan }) => {
    const { observations } = plan.input;
    const questions = questionsOf(plan.assessed.map(({ resource }) => resource), new Map(), true);
    const document = makeProof({ desired, client: client.code, environment, questions, observations, version, nowMs: clock.now(), key });
    const text = safeJson(document);
    // The last net: nothing that is written came near a secret.
    const holdsSecret = await createSecretSearch(opened.project, ports);
    if (holdsSecret(text)) throw new ChorusError([diagnostic("CHR-EVIDENCE-SECRET", "error", { subject: options.out ?? "", problem: "known-secret" })]);
    await files.replace(out, text);
    const missing = [...observations.values()].flatMap((one) => (one.answer === "unknown" ? (one.missing ?? []) : []));
    const screen = screenFor(context, terminal.stdout, desired.language);
    terminal.stdout.write(renderProved(document, options.out ?? "", [...new Set(missing)].toSorted(), screen));
    return DONE;
  });
};

interface Client {
  readonly code: string;
  readonly environments: readonly EnvironmentName[];
}

/** The client that is meant; where the configuration has but one, that one. */
const clientOf = (clients: ReadonlyMap<string, readonly EnvironmentName[]>, code: string | undefined): Client => {
  const [only, ...others] = clients.keys();
  const meant = code ?? (others.length === 0 ? only : undefined);
  if (meant === undefined) throw usage("missing-option", "--client");
  const environments = clients.get(meant);
  if (environments === undefined) throw usage("invalid-argument", meant, { of: "--client" });
  return { code: meant, environments };
};

/** One environment a proof: production, where the client is in both. */
const environmentOf = (environments: readonly EnvironmentName[], given: string | undefined): EnvironmentName => {
  const meant = given ?? environments.at(-1);
  const environment = ENVIRONMENTS.find((one) => one === meant && environments.includes(one));
  if (environment === undefined) throw usage("invalid-argument", given ?? "", { of: "--env", allowed: environments.join(", ") });
  return environment;
};

const usage = (problem: "missing-option" | "invalid-argument", value: string, more: { readonly of?: string; readonly allowed?: string } = {}): ChorusError =>
  new ChorusError([diagnostic("CHR-USAGE", "error", { problem, value, ...more })]);
