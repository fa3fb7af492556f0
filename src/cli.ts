#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import type { CommandContext } from "./commands/context.ts";
import { CANCELLED } from "./commands/exit-code.ts";
import type { GroupName } from "./messages/cli-messages.ts";
import { chooseLanguage } from "./messages/language.ts";
import { hasCode } from "./ports/error-code.ts";
import { nodePorts } from "./ports/node-ports.ts";
import { nodeTerminal } from "./ports/node-terminal.ts";
import { BUILD, VERSION } from "./version.ts";

const main = async (argv: readonly string[]): Promise<number> => {
  // V8 lets a heap grow by far more before it looks for what is used no longer: over 10,000 clients that made a fifth of all.
  setFlagsFromString("--heap-growing-percent=20");
  const cancel = new AbortController();
  // Every request under way listens: many is right.
  setMaxListeners(0, cancel.signal);
  // The listeners stay after the first: a library ends the process where nobody else listens. A second one does not wait.
  const stop = (signal: NodeJS.Signals): void => {
    if (!cancel.signal.aborted) {
      cancel.abort();
      return;
    }
    if (process.stdin.isTTY) process.stdin.setRawMode(false);
    process.removeAllListeners(signal).kill(process.pid, signal);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  // A reader that has seen enough (`| head`) closes the pipe: that ends the writing, not the run.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (!hasCode(error, "EPIPE")) throw error;
    });
  }
  let hasPrinted = false;
  const terminal = nodeTerminal(() => {
    hasPrinted = true;
  });
  const base = {
    ports: nodePorts(terminal),
    version: VERSION,
    build: BUILD,
    command: "chorus",
    timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    cwd: process.cwd(),
    signal: cancel.signal,
  };
  if (argv.length === 1 && VERSION_FLAGS.has(argv[0] ?? "")) {
    terminal.stdout.write(`${VERSION}\n`);
    return 0;
  }
  // A shell asks this at each Tab: without the command tree, and with words that are no command yet.
  if (argv[0] === COMPLETE) return (await import("./commands/complete.ts")).run({ ...base, globals: {} }, argv.slice(1));
  const { createProgram, isFinished } = await import("./program.ts");
  const lang = languageAsked(argv) ?? process.env["CHORUS_LANG"];
  let context: CommandContext = { ...base, globals: lang === undefined ? {} : { lang } };
  let exitCode = 0;
  let asked: Readonly<Record<string, unknown>> | undefined;
  const language = chooseLanguage(lang, undefined, process.env);
  const { examplesOf } = asksHelp(argv) ? await import("./messages/examples.ts") : { examplesOf: undefined };
  try {
    const program = createProgram({
      version: VERSION,
      language,
      examples: examplesOf && ((name) => examplesOf(language, name)),
      variables: process.env,
      write: (text) => terminal.stdout.write(text),
      asked: argv,
      run: async ({ name, module }, globals, args, options) => {
        context = { ...base, globals, command: `chorus ${name}` };
        asked = options;
        exitCode = await module.run(context, args, options);
      },
    });
    await program.parseAsync([...argv], { from: "user" });
    return cancel.signal.aborted && exitCode === 0 ? CANCELLED : exitCode;
  } catch (error) {
    if (cancel.signal.aborted) return CANCELLED;
    if (isFinished(error)) return exitCode;
    const { reportFailure } = await import("./commands/report-failure.ts");
    return reportFailure(error, context, { argv, hasPrinted, ...(asked === undefined ? {} : { options: asked }) });
  }
};

/** The language asked for on the command line, which help needs before the line is parsed. */
const languageAsked = (argv: readonly string[]): string | undefined => {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at === -1) return undefined;
  return argv[at]?.includes("=") === true ? argv[at]?.slice("--lang=".length) : argv[at + 1];
};

/** Whoever types nothing is helped too, and whoever types a group and none of its commands. */
const asksHelp = (argv: readonly string[]): boolean => argv.length === 0 || argv[0] === "help" || isGroupAlone(argv) || argv.some((word) => word === "-h" || word === "--help");

const isGroupAlone = ([first = "", second = "-"]: readonly string[]): boolean => GROUPS.has(first) && second.startsWith("-");

const GROUPS: ReadonlySet<string> = new Set<GroupName>(["add", "import", "state"]);

const COMPLETE = "--complete";

/** Answered without the command tree: scripts ask it often. */
const VERSION_FLAGS: ReadonlySet<string> = new Set(["-V", "--version"]);

process.exitCode = await main(process.argv.slice(2));
