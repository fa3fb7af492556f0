import process from "node:process";
import type { Output, Terminal } from "./ports.ts";

/** @param onPrint told of each writing on stdout */
export const nodeTerminal = (onPrint?: () => void): Terminal => ({
  stdout: output(process.stdout, onPrint),
  stderr: output(process.stderr),

  async ask(question) {
    if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
    const { createInterface } = await import("node:readline/promises");
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },

  async converse(signal) {
    if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
    const { nodeConversation } = await import("./node-conversation.ts");
    return nodeConversation({ input: process.stdin, output: process.stdout, interrupt: () => process.kill(process.pid, "SIGINT") }, signal);
  },
});

/** What a stream is when it is no terminal, Node leaves undefined; a terminal without a size says 0 columns. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const output = (stream: Stream, onPrint?: () => void): Output => ({
  isTerminal: stream.isTTY === true,
  // A terminal may be resized while a person sits before it.
  get width() {
    return (stream.columns ?? 0) > 0 ? stream.columns : undefined;
  },
  write: (text) => {
    onPrint?.();
    stream.write(text);
  },
});
