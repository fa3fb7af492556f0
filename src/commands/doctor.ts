import { resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { defined } from "../model/defined.ts";
import type { Desired } from "../model/desired.ts";
import { environmentsOf } from "../model/environments-of.ts";
import { isEnvironmentName } from "../model/environment.ts";
import { examine } from "../operations/doctor.ts";
import { validate } from "../operations/validate.ts";
import { openMachineMemory } from "../state/machine-memory.ts";
import { renderDoctorText } from "../views/doctor-text.ts";
import { createProgress } from "../views/progress.ts";
import { safeJson } from "../views/safe-json.ts";
import { entryOf, screenFor, trustOf, type CommandContext } from "./context.ts";
import { DONE, FAILED } from "./exit-code.ts";
import { unknownAddress } from "../operations/selection.ts";
import { openTrace, type TraceOptions } from "./trace-file.ts";

export interface DoctorOptions extends TraceOptions {
  readonly env?: string;
  readonly application?: readonly string[];
  readonly account?: readonly string[];
  readonly limit?: string;
  readonly format?: string;
}

/** `chorus doctor`: what keeps this machine from reaching the platforms. It changes nothing and needs no state. */
export const run = async (context: CommandContext, _args: readonly string[], options: DoctorOptions): Promise<number> => {
  const { ports, version, signal } = context;
  const limit = limitOf(options.limit);
  const trust = trustOf(context);
  const loaded = await validate({ files: ports.files, entry: await entryOf(context), trust, live: true, places: "of-errors" });
  const { desired, diagnostics, language } = loaded;
  if (desired === undefined || hasErrors(diagnostics)) throw new ChorusError(diagnostics, defined({ language }));
  requireNames(desired, options);
  const screen = screenFor(context, ports.terminal.stdout, language);
  const words = cliMessages(screen.language);
  if (diagnostics.length > 0) ports.terminal.stderr.write(`${words.warnings(diagnostics.length)}\n`);
  const folder = resolve(loaded.folder);
  const memory = await openMachineMemory(folder, ports);
  const trace = await openTrace(context, options, screen.language);
  const progress = createProgress(ports.terminal.stderr, screen.language, ports.variables["CI"] !== undefined);
  try {
    const { env, application, account, format } = options;
    const document = await examine(ports, { desired, folder }, defined({
      choice: defined({ applications: application, accounts: account, limit }),
      environment: env !== undefined && isEnvironmentName(env) ? env : undefined,
      trust,
      version,
      signal,
      recorder: trace?.recorder,
      memory,
      onProgress: (event) => progress.report(event),
    }));
    await progress.stop();
    ports.terminal.stdout.write(format === "json" ? safeJson(document) : renderDoctorText(document, screen));
    return document.summary.failed > 0 ? FAILED : DONE;
  } finally {
    await progress.stop();
    await trace?.close();
  }
};

const limitOf = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_LIMIT;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: "--limit" })]);
};

/** A name that nothing answers to ends the run: nothing checked would look fine. */
const requireNames = (desired: Desired, { env, application = [], account = [] }: DoctorOptions): void => {
  const wanted = environmentsOf(desired).filter(({ environment }) => env === undefined || environment === env);
  const known = {
    application: wanted.flatMap(({ wanted: { applications } }) => Object.keys(applications)),
    account: wanted.flatMap(({ wanted: { comptesTechniques } }) => Object.keys(comptesTechniques)),
  };
  for (const name of application) if (!known.application.includes(name)) throw unknownAddress(name, known.application);
  for (const name of account) if (!known.account.includes(name)) throw unknownAddress(name, known.account);
};

/** Enough to see whether anything works; thousands would take minutes, and touch every account. */
const DEFAULT_LIMIT = 20;
