import type { CommandEntry, OptionEntry } from "./command-entry.ts";
import { COMMANDS } from "./commands.ts";
import { entryOf, type CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";
import { GLOBAL_OPTIONS } from "./options.ts";

/**
 * What may stand where a person presses Tab: the words typed so far, the last maybe in part or empty. A shell asks it, by the
 * scripts of `chorus completion`; where nothing is known it offers files. It asks nobody, records nothing, and says nothing else.
 */
export const run = async (context: CommandContext, words: readonly string[]): Promise<number> => {
  const current = words.at(-1) ?? "";
  const found = await wordsFor(context, words.slice(0, -1), current);
  const fitting = [...new Set(found)].filter((word) => word.startsWith(current));
  context.ports.terminal.stdout.write(fitting.map((word) => `${word}\n`).join(""));
  return DONE;
};

const wordsFor = async (context: CommandContext, before: readonly string[], current: string): Promise<readonly string[]> => {
  const entry = commandIn(before);
  const options = [...(entry?.options ?? []), ...GLOBAL_OPTIONS];
  const open = options.find((option) => namesOf(option).includes(before.at(-1) ?? "") && takesValue(option));
  if (open !== undefined) return open.choices ?? (ADDRESS.test(open.flags) ? addressesOf(context, before) : []);
  const [name, value] = splitOption(current);
  if (value !== undefined) {
    const given = options.find((option) => namesOf(option).includes(name));
    return (given?.choices ?? (given !== undefined && ADDRESS.test(given.flags) ? await addressesOf(context, before) : [])).map((one) => `${name}=${one}`);
  }
  if (current.startsWith("-")) return [...options.flatMap(namesOf).filter((one) => one.startsWith("--")), "--color", "--no-color", "--help"];
  if (entry === undefined) return commandWords(before);
  if (entry.name === "completion") return SHELLS;
  if (entry.name === "explain") return explainableWords();
  return entry.argument !== undefined && ADDRESSED.has(entry.argument.name) ? addressesOf(context, before) : [];
};

/** The command that is named already: of two words where it is one of a group. */
const commandIn = (before: readonly string[]): CommandEntry | undefined => {
  const [first = "", second = ""] = before.filter((word) => !word.startsWith("-"));
  return COMMANDS.find(({ name }) => name === `${first} ${second}`) ?? COMMANDS.find(({ name }) => name === first);
};

const commandWords = (before: readonly string[]): readonly string[] => {
  const [first] = before.filter((word) => !word.startsWith("-"));
  if (first === undefined) return [...COMMANDS.map(({ name }) => name.split(" ")[0] ?? name), "help"];
  return COMMANDS.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
};

/** Addresses of everything that is declared; of a configuration that cannot be used there are none. */
const addressesOf = async (context: CommandContext, before: readonly string[]): Promise<readonly string[]> => {
  const { clock, files } = context.ports;
  const named = before.findIndex((word) => word === "-c" || word === "--config");
  const config = named === -1 ? undefined : before[named + 1];
  const entry = config ?? (await entryOf(context));
  const [{ loadConfiguration }, { wantedResources }] = await Promise.all([import("../config/load.ts"), import("../plan/plan.ts")]);
  const { desired } = await loadConfiguration({ files, entry, places: "of-errors" });
  return desired === undefined ? [] : wantedResources(desired, clock.now()).map(({ address }) => address);
};

/** Keys without their stars, which a shell would take for files. */
const explainableWords = async (): Promise<readonly string[]> => {
  const { explainable, withoutStars } = await import("../operations/explain/explainable.ts");
  const { codes, kinds, keys } = explainable("en");
  return [...codes.map(({ code }) => code), ...kinds, ...keys.map(withoutStars).filter((key) => !key.includes("*"))];
};

/** `-c, --config <file>` */
const namesOf = ({ flags }: OptionEntry): readonly string[] => flags.split(/[\s,]+/).filter((word) => word.startsWith("-"));

const takesValue = ({ flags }: OptionEntry): boolean => /[<[]/.test(flags);

/** `--env=pro` */
const splitOption = (text: string): readonly [string, string | undefined] => {
  const at = text.startsWith("--") ? text.indexOf("=") : -1;
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
};

export const SHELLS = ["bash", "zsh", "fish"] as const;

const ADDRESS = /<address>/;

/** Arguments that are addresses of what is declared. */
const ADDRESSED: ReadonlySet<string> = new Set(["addresses", "records", "subject"]);
