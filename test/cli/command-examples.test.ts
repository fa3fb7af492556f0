import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { COMMANDS } from "../../src/commands/commands.ts";
import type { GroupName } from "../../src/messages/cli-messages.ts";
import { EXAMPLE_LINES } from "../../src/messages/example-lines.ts";
import { examplesOf } from "../../src/messages/examples.ts";
import { createProgram } from "../../src/program.ts";
import { chorus, workIn } from "./support.ts";

const commands = COMMANDS.map(({ name }) => name);
const groups = ["add", "import", "state"] as const satisfies readonly GroupName[];
const lines = [...new Set(Object.values(EXAMPLE_LINES).flat())];

/** As a shell splits it; of a line that calls Chorus from within, what it calls. */
const wordsOf = (line: string): readonly string[] => {
  const called = line.startsWith("chorus ") ? line : (/chorus [^")]+/.exec(line)?.[0] ?? "");
  return execFileSync("bash", ["-c", `printf '%s\\n' ${called}`], { encoding: "utf8" }).trimEnd().split("\n").slice(1);
};

it.each(lines)("the program takes `%s`", async (line) => {
  const asked = wordsOf(line);
  const ran: string[] = [];
  const program = createProgram({ version: "", language: "en", asked, variables: {}, write: () => undefined, run: async ({ name }) => void ran.push(name) });
  await program.parseAsync([...asked], { from: "user" });
  expect(ran).toHaveLength(1);
});

it("does not take one whose option does not exist", async () => {
  const asked = ["plan", "--offlin"];
  const program = createProgram({ version: "", language: "en", asked, variables: {}, write: () => undefined, run: async () => undefined });
  await expect(program.parseAsync(asked, { from: "user" })).rejects.toThrow("--offlin");
});

it.each([...commands, ...groups])("has one to three of %s, each of which calls it", (name) => {
  const own = EXAMPLE_LINES[name];
  expect(own.length).toBeGreaterThanOrEqual(1);
  expect(own.length).toBeLessThanOrEqual(3);
  for (const line of own) expect(wordsOf(line).join(" ")).toMatch(new RegExp(`^${name}( |$)`));
});

describe.each([["en", "Examples:"], ["fr", "Exemples :"]] as const)("help in %s", (language, title) => {
  it.each(["", "plan", "state list", "state"] as const)("shows those of the command: %s", async (name) => {
    const cwd = await mkdtemp(join(tmpdir(), "chorus-test-"));
    onTestFinished(() => rm(cwd, { recursive: true, force: true }));
    const { stdout } = await chorus([...name.split(" ").filter(Boolean), "--help", "--lang", language], { cwd });
    const shown = stdout.slice(stdout.indexOf(title));
    for (const { line, does } of examplesOf(language, name)) expect(shown).toContain(`  ${line}\n      ${does}`);
  });

  it.each([...commands, ...groups])("ends with those of %s", async (name) => {
    let said = "";
    const asked = [...name.split(" "), "--help"];
    const examples = (of: keyof typeof EXAMPLE_LINES) => examplesOf(language, of);
    const program = createProgram({ version: "", language, asked, examples, variables: {}, write: (text) => (said += text), run: async () => undefined });
    await expect(program.parseAsync(asked, { from: "user" })).rejects.toThrow();
    expect(said).toMatch(new RegExp(`${title}\\n  \\S[^]*\\n      \\S.*\\n$`));
  });
});

it("shows those of a group to whoever types it alone", async () => {
  const { stdout, stderr } = await chorus(["state", "--lang", "en"], { cwd: await workIn("examples/direct") });
  for (const { line } of examplesOf("en", "state")) expect(stdout + stderr).toContain(`  ${line}\n`);
});

it("shows none where no help is asked for", () => {
  expect(createProgram({ version: "", language: "en", asked: [], variables: {}, write: () => undefined, run: async () => undefined }).helpInformation()).not.toContain("Examples");
});

/** Those that need nothing but a configuration. */
const alone = lines.filter((line) => /^chorus (validate|plan --offline|status|report|config|explain|completion|guide|worklist|ask|attest|state list$|state unlock|drift --offline|add)/.test(line));

it.each(alone)("`%s` does what it says in a real folder", async (line) => {
  const cwd = await workIn(line.startsWith("chorus add") ? "examples/concentrateur" : line.includes("--each client") ? "examples/editeur" : "examples/direct");
  const ran = await chorus([...wordsOf(line), "--lang", "en"], { cwd, variables: { CHORUS_BY: "Camille Durand" } });
  expect(ran.stderr).not.toContain("CHR-");
  expect(ran.code).toBe(0);
});
