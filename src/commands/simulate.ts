import { resolve } from "node:path";
import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { cliMessages } from "../messages/cli-messages.ts";
import { readScenario } from "../config/read-scenario.ts";
import { startSimulator } from "../simulator/simulator.ts";
import { screenFor, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";

export interface SimulateOptions {
  readonly port?: string;
  readonly printEnv?: boolean;
}

/** `chorus simulate SCENARIO`: a PISTE and a Chorus Pro on this machine, until interrupted. */
export const run = async (context: CommandContext, [file = ""]: readonly string[], options: SimulateOptions): Promise<number> => {
  const { clock, files, randomness, terminal } = context.ports;
  const port = portOf(options.port);
  const scenario = await readScenario(resolve(context.cwd, file), files);
  const simulator = await start(scenario, {
    now: () => clock.now(),
    random: () => randomness.fraction(),
    ...(port === undefined ? {} : { port }),
  });
  const messages = cliMessages(screenFor(context, terminal.stderr).language);
  terminal.stderr.write(`${messages.simulating(simulator.url)}\n${messages.practiceOnly}\n`);
  if (options.printEnv === true) {
    const variables = { CHORUS_SIMULATOR_URL: simulator.url, ...simulator.environmentVariables(), CHORUS_TRUST: "loopback" };
    for (const [name, value] of Object.entries(variables)) terminal.stdout.write(`export ${name}=${value}\n`);
  }
  await aborted(context.signal);
  await simulator.close();
  return DONE;
};

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: text, of: "--port" })]);
};

const start = async (...[scenario, options]: Parameters<typeof startSimulator>): ReturnType<typeof startSimulator> => {
  try {
    return await startSimulator(scenario, options);
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    throw new ChorusError([diagnostic("CHR-PORT-TAKEN", "error", { port: String(options.port) })], { cause: error });
  }
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolved) => {
    if (signal.aborted) resolved();
    signal.addEventListener("abort", () => resolved(), { once: true });
  });
