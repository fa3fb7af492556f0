import fc from "fast-check";
import { expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/commands.ts";
import { GLOBAL_OPTIONS } from "../../src/commands/options.ts";
import { runs } from "./mutations.ts";
import { ATTESTATIONS, expectAnswered, PLAN, PROOF, REQUESTS, STATE, useRealFiles } from "./real-files.ts";

// Whatever is typed ends with a code that is described and, where it is wrong, with what is wrong about it.

const real = useRealFiles();

/** It asks of the network by itself, also where nothing is trusted. */
const ASKS = new Set(["doctor"]);

const entries = COMMANDS.filter(({ name }) => !ASKS.has(name));
const names = entries.map(({ name }) => name);

const FILES = ["chorus.config.yaml", "clients.csv", STATE, ATTESTATIONS, REQUESTS, PLAN, PROOF, "absent.yaml", "../x", "/", ".", "/dev/null", "-", "new/out.txt", "", "x".repeat(300)];
const WORDS = [
  "production", "qualification", "C00417", "production/structure/C00417", "production/raccordement/C00417/C00417", "production/", "{C00417,C00932}", "a{b,{c,d}}e", "{", "x=y", "json", "csv=out.csv", "json=", "=", "markdown=-", "fr", "en", "us",
  "24h", "0d", "-1d", "1e9d", "99999999999d", "2026-11-24", "2026-13-45", "0", "-1", "1", "1e9", "NaN", "direct", "client", "html", "kind = structure", "kind in (", 'name ~ "x" and not', "sha256:0", "HEAD", "loopback", "host:", "files:", "tls,commands",
  "CHR-USAGE", "structure", "clients.from", "__proto__", "constructor", "toString", "bash", "\u001b[31m", "\u202e", "é", "a b", "'; rm -rf /", "$(x)", "*", "postgres://u:p@h/d", "https://x/y", "http:", "12345678200010", "a@b.fr", "--", "-", "-x", "---",
];

const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, { weight: 2, arbitrary: fc.constantFrom(...FILES) }, fc.string({ maxLength: 10 }));
const globals = [...GLOBAL_OPTIONS.map(({ flags }) => flags), "--color", "--no-color", "-h, --help", "-V, --version"];

/** An option as it is declared, with a value where it takes one, and now and then without. */
const optionOf = (flags: string): fc.Arbitrary<readonly string[]> => {
  const name = flags.split(" ").find((word) => word.startsWith("--"))?.replace(/[,]$/, "") ?? flags;
  if (!/[<[]/.test(flags)) return fc.constant([name]);
  return fc.oneof({ weight: 6, arbitrary: value.map((one) => [name, one]) }, value.map((one) => [`${name}=${one}`]), fc.constant([name]));
};

/** A command with options of its own, of all commands, and of none, and words in any place. */
const line: fc.Arbitrary<readonly string[]> = fc
  .constantFrom(...entries)
  .chain(({ name, options, argument }) => {
    const own = options.flatMap(({ flags, choices }) => (choices === undefined ? [optionOf(flags)] : [optionOf(flags), fc.constantFrom(...choices).map((one) => [flags.split(" ")[0] ?? "", one])]));
    const anyOf = fc.constantFrom(...globals, ...COMMANDS.flatMap((entry) => entry.options.map(({ flags }) => flags))).chain(optionOf);
    const word = fc.oneof(value, fc.constantFrom(...names)).map((one) => [one]);
    const part = fc.oneof(...own.map((arbitrary) => ({ weight: 4, arbitrary })), { weight: argument === undefined ? 1 : 8, arbitrary: word }, { weight: 2, arbitrary: anyOf });
    return fc.array(part, { maxLength: 5 }).map((parts) => [...name.split(" "), ...parts.flat()]);
  });

const anyWords = fc.array(fc.oneof(value, fc.constantFrom(...names), fc.constantFrom(...globals).map((flags) => flags.split(/[, ]/)[0] ?? "")), { maxLength: 5 });

const answers = async (argv: readonly string[]): Promise<void> => {
  fc.pre(!argv.some((word) => ASKS.has(word)));
  const { machine } = real;
  real.restore();
  expectAnswered(await machine.run(...argv), argv.join(" "));
  // Whatever it was told to write, the state can still be read, or stands where it stood.
  expect(machine.bytes(STATE)?.length).toBeGreaterThan(0);
};

it("is answered where it is a command with options of any kind", async () => {
  await fc.assert(fc.asyncProperty(line, answers), { ...runs(300), timeout: 20_000 });
});

it("is answered where it is any words", async () => {
  await fc.assert(fc.asyncProperty(anyWords, answers), { ...runs(150), timeout: 20_000 });
});
