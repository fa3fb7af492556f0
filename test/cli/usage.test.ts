import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { DIRECT } from "../support/direct.ts";
import { COMMANDS } from "../../src/commands/commands.ts";
import { chorus, workIn } from "./support.ts";

const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

describe.each([
  ["an unknown command", ["plna"], "plna"],
  ["an unknown option", ["plan", "--ofline"], "--ofline"],
  ["a missing argument", ["show"], "plan"],
  ["a value that is none of the choices", ["plan", "--format", "xml"], "xml"],
  ["an option without its value", ["plan", "--target"], "--target"],
  ["one argument too many", ["validate", "more"], "more"],
  ["a configuration in place of an option", ["plan", "other.yaml", "--env", "production"], "--config other.yaml"],
  ["a plan to be written where no folder is", ["plan", "--offline", "--out", "nowhere/plan.json"], "nowhere/plan.json"],
  ["a port that is none", ["simulate", "scenario.yaml", "--port", "abc"], "abc"],
  ["a word of trust that means nothing", ["validate", "--trust", "everything"], "everything"],
])("%s", (_name, args, word) => {
  it.each(["fr", "en"])("is one located answer in %s, on stderr, without a stack", async (language) => {
    const cwd = await emptyFolder();
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    const ran = await chorus(args, { cwd, variables: { CHORUS_LANG: language } });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/CHR-(USAGE|TRUST-TOKEN)/);
    expect(ran.stderr).toContain(word);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });
});

it("helps in both languages", async () => {
  const cwd = await emptyFolder();
  const french = await chorus(["--help"], { cwd });
  expect(french).toMatchObject({ code: 0, stderr: "" });
  expect(french.stdout).toContain("Commandes :");
  const english = await chorus(["plan", "--help", "--lang", "en"], { cwd });
  expect(english.stdout).toContain("Options:");
  expect(english.stdout).toContain("CHORUS_OFFLINE");
});

it.each(["", ...COMMANDS.map(({ name }) => name)])("leaves no English word in the French help of %s", async (name) => {
  const { stdout } = await chorus([...(name === "" ? [] : [name]), "--help", "--lang", "fr"], { cwd: await emptyFolder() });
  expect(stdout).not.toMatch(/choices:|env:|[<[](?:file|address|name|language|what|command|duration|environment|number|reason|step|text|time)\b/);
});

it.each([
  ["an argument", ["attest"], "« adresse »"],
  ["a value", ["plan", "--actor"], "<acteur>"],
])("names %s that is missing as the French help does", async (_what, args, name) => {
  const { stderr } = await chorus(args, { cwd: await emptyFolder(), variables: { CHORUS_LANG: "fr" } });
  expect(stderr).toContain(name);
});

it("says what to do where there is no configuration", async () => {
  const ran = await chorus(["plan"], { cwd: await emptyFolder() });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("CHR-CONFIG-NOT-FOUND");
});

it("finds the configuration from a folder below", async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const below = await mkdtemp(join(cwd, "below-"));
  expect((await chorus(["validate"], { cwd: below })).code).toBe(0);
});

it("speaks the configuration's language before the locale's, and the one asked for before both", async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "chorus.config.yaml"), `${DIRECT}language: fr\n`);
  const variables = { LANG: "en_US.UTF-8" };
  expect((await chorus(["validate"], { cwd, variables })).stdout).toContain("Configuration valide");
  expect((await chorus(["validate", "--lang", "en"], { cwd, variables })).stdout).toContain("Configuration valid (");
});

it.each([["plna", "plan"], ["plan --offlin", "--offline"]])("says what was probably meant by %s", async (line, meant) => {
  const ran = await chorus([...line.split(" "), "--lang", "en"], { cwd: await emptyFolder() });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("CHR-USAGE");
  expect(ran.stderr).toContain(`Did you mean "${meant}"?`);
});

it("colours a terminal or where told, nothing else", async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const escape = "\u001b[";
  const plain = await chorus(["plan", "--offline"], { cwd });
  expect(plain.stdout).not.toContain(escape);
  expect((await chorus(["plan", "--offline"], { cwd, variables: { FORCE_COLOR: "1" } })).stdout).toContain(escape);
  expect((await chorus(["plan", "--offline", "--color"], { cwd, variables: { NO_COLOR: "1" } })).stdout).toContain(escape);
  expect((await chorus(["plan", "--offline", "--no-color"], { cwd, variables: { FORCE_COLOR: "1" } })).stdout).not.toContain(escape);
});

it("validates with every error at once, as text and as JSON", async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT.replace("73282932000082", "73282932000083").replace("factures,", "facture,"));
  const text = await chorus(["validate"], { cwd });
  expect(text).toMatchObject({ code: 1, stderr: "" });
  const json = await chorus(["validate", "--format", "json"], { cwd });
  const { diagnostics } = JSON.parse(json.stdout) as { diagnostics: { code: string; line: number }[] };
  expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(["CHR-SIRET-KEY"]));
  expect(diagnostics.every(({ line }) => line > 0)).toBe(true);
  for (const { code } of diagnostics) expect(text.stdout).toContain(code);
});

it("attests only with a name and what was seen, and only what exists", async () => {
  const cwd = await workIn("examples/direct");
  const address = "production/raccordement/principale/siege";
  for (const args of [[address], [address, "--by", "C"], ["production/raccordement/principale/sieg", "--by", "C", "--seen", "vu"]]) {
    expect((await chorus(["attest", ...args], { cwd })).code).toBe(1);
  }
  expect((await chorus(["attest", address, "--by", "C", "--seen", "vu", "--until", "hier"], { cwd })).stderr).toContain("CHR-DATE-FORM");
  expect((await chorus(["attest", "production/raccordement/principale/{siege,lyon}", "--by", "C", "--seen", "vu"], { cwd })).code).toBe(0);
});

it("takes a flag's variable for what it says", async () => {
  const cwd = await workIn("examples/direct");
  const plan = (value: string) => chorus(["plan", "--offline"], { cwd, variables: { CHORUS_DETAILED_EXITCODE: value } });
  expect((await plan("1")).code).toBe(2);
  for (const no of ["0", "false", ""]) expect((await plan(no)).code).toBe(0);
});

it("takes options of all commands before the command's name or after it, the latter first", async () => {
  const cwd = await workIn("examples/direct");
  expect((await chorus(["--lang", "en", "validate"], { cwd })).stdout).toContain("Configuration valid (");
  expect((await chorus(["--lang", "en", "validate", "--lang", "fr"], { cwd })).stdout).toContain("Configuration valide");
  expect((await chorus(["-c", "missing.yaml", "validate"], { cwd })).stdout).toContain("CHR-CONFIG-NOT-FOUND");
  expect(await chorus([], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining("chorus"), stderr: "" });
});

it("speaks the locale's language where nothing else is said, and French where the locale says nothing", async () => {
  const cwd = await emptyFolder();
  const title = async (LANG: string) => (await chorus(["plan"], { cwd, variables: { LANG } })).stderr.split(":")[0]?.trim();
  expect(await Promise.all(["fr_FR.UTF-8", "C", "", "fr"].map(title))).toEqual(["erreur", "erreur", "erreur", "erreur"]);
  expect(await title("en_GB.UTF-8")).toBe("error");
});

it("sends nothing where one endpoint of two is given, or where it is not trusted", async () => {
  const cwd = await workIn("examples/direct");
  const one = await chorus(["plan"], { cwd, variables: { CHORUS_PRODUCTION_API_URL: "http://127.0.0.1:9" } });
  expect(one).toMatchObject({ code: 1, stdout: "" });
  expect(one.stderr).toContain("CHR-ENDPOINT-PAIR");
  const both = { CHORUS_PRODUCTION_API_URL: "http://127.0.0.1:9", CHORUS_PRODUCTION_OAUTH_URL: "http://127.0.0.1:9" };
  const untrusted = await chorus(["plan"], { cwd, variables: both });
  expect(untrusted.stderr).toContain("CHR-UNTRUSTED-HOST");
  expect(untrusted.stderr).toContain("--trust loopback");
});

it("takes no word for longer than it can hold, nor from the future", async () => {
  const cwd = await workIn("examples/direct");
  const attest = (...dates: readonly string[]) =>
    chorus(["attest", "production/raccordement/principale/siege", "--by", "C", "--seen", "vu", ...dates], { cwd });
  for (const dates of [["--until", "2020-01-01"], ["--at", "2100-01-01"], ["--at", "2026-01-02", "--until", "2026-01-01"]]) {
    const ran = await attest(...dates);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("CHR-USAGE");
  }
  expect((await attest("--at", "2026-01-02", "--until", "2100-01-01")).code).toBe(0);
});

it.each([".", "x".repeat(300)])("tells what the machine refuses to write, without a stack: %s", async (out) => {
  const cwd = await workIn("examples/direct");
  const ran = await chorus(["plan", "--offline", "--out", out], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("CHR-FILE-REFUSED");
  expect(ran.stderr).not.toMatch(/\n\s+at /);
});
