import type { ReadStream, WriteStream } from "node:tty";
import type { Prompt } from "@clack/core";
import { withoutAccents } from "../model/without-accents.ts";
import type { Choice, Conversation, Reply } from "./ports.ts";

export interface Tty {
  readonly input: ReadStream;
  readonly output: WriteStream;
  /** What Ctrl-C does where no question is asked. */
  readonly interrupt: () => void;
}

/**
 * A talk over a terminal. The library reads keys, edits a line, draws only what changed and puts the terminal back
 * (raw mode, cursor) however a question ends; words and looks are the caller's. Of those that are kept it is the one that
 * runs on Node 20 and draws nothing of its own; readline by itself has neither lists nor redrawing.
 */
export const nodeConversation = async ({ input, output, interrupt }: Tty, signal: AbortSignal): Promise<Conversation> => {
  const { AutocompletePrompt, isCancel, Prompt, TextPrompt } = await import("@clack/core");
  /** Enter ends every question of the library; here it is a key like the others. */
  class KeyPrompt extends Prompt<string> {
    protected override _shouldSubmit(): boolean {
      return false;
    }
  }
  /** Where nothing that is listed answers to what is typed, there is nothing to choose. */
  class ChoicePrompt extends AutocompletePrompt<Choice> {
    protected override _shouldSubmit(): boolean {
      return this.focusedValue !== undefined;
    }
  }
  const gone = new AbortController();
  for (const event of ["end", "error"]) input.once(event, () => gone.abort());
  const ended = AbortSignal.any([signal, gone.signal]);

  const ask = async <Value>(make: (io: Io) => Prompt<Value>, textOf: (value: Value | undefined) => string): Promise<Reply> => {
    // The library listens to a signal for ever: each question has one of its own.
    const over = new AbortController();
    const end = (): void => over.abort();
    ended.addEventListener("abort", end);
    const prompt = make({ input, output, signal: ended.aborted ? ended : over.signal });
    let isEnd = false;
    prompt.on("key", (_character, { ctrl, name }) => {
      isEnd = ctrl === true && (name === "c" || name === "d");
      // The library leaves Ctrl-D to readline, which closes and answers nobody.
      if (isEnd) prompt.state = "cancel";
    });
    const value = await prompt.prompt();
    ended.removeEventListener("abort", end);
    if (!isCancel(value)) return { reply: "given", text: textOf(value) };
    return { reply: isEnd || ended.aborted ? "ended" : "back" };
  };

  const listen = (bytes: Buffer): void => {
    if (bytes.includes(CTRL_C)) interrupt();
  };

  return {
    key: (keys, draw) =>
      ask((io) => {
        const prompt: Prompt<string> = new KeyPrompt({ ...io, render: () => draw(prompt.value) }, false);
        prompt.on("key", (character, { name, ctrl, meta }) => {
          const pressed = keys.find((key) => key === character?.toLowerCase() || key === name);
          if (pressed === undefined || ctrl === true || meta === true) return;
          prompt.value = pressed;
          prompt.state = "submit";
        });
        return prompt;
      }, String),

    line: (draw) =>
      ask((io) => {
        const prompt: InstanceType<typeof TextPrompt> = new TextPrompt({
          ...io,
          render: () => draw({ text: prompt.userInput, cursor: prompt.cursor, isOver: isOver(prompt) }),
        });
        return prompt;
      }, (value) => value ?? ""),

    choose: (choices, draw) =>
      ask((io) => {
        const prompt: ChoicePrompt = new ChoicePrompt({
          ...io,
          options: [...choices],
          filter: (typed, { label }) => plain(label).includes(plain(typed)),
          render: () => draw({ text: prompt.userInput, cursor: prompt.userInput.length, left: prompt.filteredOptions, at: prompt.cursor, isOver: isOver(prompt) }),
        });
        return prompt;
      }, String),

    async undisturbed(work) {
      input.setRawMode(true);
      input.on("data", listen).resume();
      try {
        return await work();
      } finally {
        input.off("data", listen).pause();
        input.setRawMode(false);
      }
    },
  };
};

interface Io extends Pick<Tty, "input" | "output"> {
  readonly signal: AbortSignal;
}

const isOver = ({ state }: Pick<Prompt<unknown>, "state">): boolean => state === "submit" || state === "cancel";

const plain = (text: string): string => withoutAccents(text).toLowerCase();

const CTRL_C = 3;
