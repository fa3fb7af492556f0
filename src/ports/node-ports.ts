import process from "node:process";
import { nodeClipboard } from "./node-clipboard.ts";
import { nodeClock } from "./node-clock.ts";
import { nodeFiles } from "./node-files.ts";
import { nodeProcesses } from "./node-processes.ts";
import { nodeRandomness } from "./node-randomness.ts";
import type { EnvironmentVariables, Ports, Terminal } from "./ports.ts";

/** The machine as it is, with the terminal that is given. */
export const nodePorts = (terminal: Terminal, variables: EnvironmentVariables = process.env): Ports => ({
  clock: nodeClock,
  files: nodeFiles,
  variables,
  terminal,
  randomness: nodeRandomness,
  processes: nodeProcesses,
  clipboard: nodeClipboard,
});
