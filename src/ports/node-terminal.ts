import process from "node:process";
import { createInterface } from "node:readline/promises";
import type { Output, Terminal } from "./ports.ts";

export const nodeTerminal = (): Terminal => ({
  stdout: output(process.stdout),
  stderr: output(process.stderr),

  async ask(question) {
    if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
});

const output = (stream: NodeJS.WriteStream): Output => ({
  isTerminal: Boolean(stream.isTTY),
  width: stream.columns > 0 ? stream.columns : undefined,
  write: (text) => {
    stream.write(text);
  },
});
