import { resolve } from "node:path";
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
  const scenario = await readScenario(resolve(context.cwd, file), files);
  const simulator = await startSimulator(scenario, {
    now: () => clock.now(),
    random: () => randomness.fraction(),
    ...(options.port === undefined ? {} : { port: Number(options.port) }),
  });
  const messages = cliMessages(screenFor(context, terminal.stderr).language);
  terminal.stderr.write(`${messages.simulating(simulator.url)}\n${messages.practiceOnly}\n`);
  if (options.printEnv === true) {
    const variables = { ...simulator.environmentVariables(), CHORUS_TRUST: "loopback" };
    for (const [name, value] of Object.entries(variables)) terminal.stdout.write(`export ${name}=${value}\n`);
  }
  await aborted(context.signal);
  await simulator.close();
  return DONE;
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolved) => {
    if (signal.aborted) resolved();
    signal.addEventListener("abort", () => resolved(), { once: true });
  });
