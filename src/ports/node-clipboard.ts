import process from "node:process";
import { nodeProcesses } from "./node-processes.ts";
import type { Clipboard, EnvironmentVariables, Processes } from "./ports.ts";

export const nodeClipboard: Clipboard = {
  copy: (text) => copyText(text, { variables: process.env, processes: nodeProcesses, write: (sequence) => void process.stdout.write(sequence) }),
};

export interface ClipboardParts {
  readonly variables: EnvironmentVariables;
  readonly processes: Pick<Processes, "feed" | "platform">;
  /** To the terminal. */
  readonly write: (text: string) => void;
}

/**
 * OSC 52 asks the terminal itself, which alone reaches the person's own machine over SSH and in a container; where the
 * machine is the person's, its own command serves those terminals that do not know the sequence. A library would bring
 * programs of its own, which a bundled command cannot carry.
 */
export const copyText = async (text: string, { variables, processes, write }: ClipboardParts): Promise<"copied" | "sent"> => {
  write(`\u001B]52;c;${Buffer.from(text, "utf8").toString("base64")}\u0007`);
  if (isRemote(variables)) return "sent";
  for (const command of commandsOf(processes.platform, variables)) {
    if (await processes.feed(command, text)) return "copied";
  }
  return "sent";
};

/** There, a clipboard is another machine's. */
const isRemote = (variables: EnvironmentVariables): boolean => ["SSH_CONNECTION", "SSH_TTY"].some((name) => (variables[name] ?? "") !== "");

const commandsOf = (platform: string, { WAYLAND_DISPLAY = "", DISPLAY = "" }: EnvironmentVariables): readonly (readonly string[])[] => {
  if (platform === "darwin") return [["pbcopy"]];
  return [
    ...(WAYLAND_DISPLAY === "" ? [] : [["wl-copy"]]),
    ...(DISPLAY === "" ? [] : [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]),
  ];
};
