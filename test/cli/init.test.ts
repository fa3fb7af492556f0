import { execFileSync } from "node:child_process";
import { createServer } from "node:net";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { chorus, ROOT, start } from "./support.ts";
import { ENTER, sitDown } from "./terminal.ts";

const folder = async (remote?: string): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  if (remote !== undefined) {
    git(made, "init", "-q");
    git(made, "remote", "add", "origin", remote);
  }
  return made;
};

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd, encoding: "utf8", env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" } });

const COMMON = ["--piste", "a@exemple.fr", "--siret", "732 829 320 00074", "--contact", "Équipe: API", "--telephone", "+33 4 72 00 00 01"];
const FLAGS = {
  direct: ["--topology", "direct", "--application", "MON-APPLI", ...COMMON],
  concentrateur: ["--topology", "concentrateur", "--application", "MON-APPLI", ...COMMON],
  editeur: ["--topology", "editeur", "--editeur", "EXEMPLE, SA", "--solution", "Gestion", ...COMMON],
} as const;

describe.each(["direct", "concentrateur", "editeur"] as const)("%s", (topology) => {
  it.each(["fr", "en"])("is written with words in %s, and is valid", async (language) => {
    const cwd = await folder();
    const ran = await chorus(["init", ...FLAGS[topology], "--lang", language], { cwd });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    expect(await chorus(["validate"], { cwd })).toMatchObject({ code: 0, stderr: "" });
    expect(await chorus(["plan", "--offline"], { cwd })).toMatchObject({ code: 0 });
    const text = await readFile(join(cwd, "chorus.config.yaml"), "utf8");
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+config\.schema\.json\n/);
    expect(text).toContain(`language: ${language}`);
  });
});

it("names every flag that is missing where nobody can be asked", async () => {
  const ran = await chorus(["init", "--piste", "a@exemple.fr", "--lang", "en"], { cwd: await folder() });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("--topology, --application, --siret, --contact, --telephone");
});

it("tells what would be wrong before anything is written", async () => {
  const cwd = await folder();
  const ran = await chorus(["init", ...FLAGS.direct, "--siret", "73282932000075"], { cwd });
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-SIRET-KEY") as string });
  await expect(readFile(join(cwd, "chorus.config.yaml"))).rejects.toThrow("ENOENT");
});

describe("in a repository", () => {
  it.each([
    ["git@github.com:exemple/raccordement.git", { ".github/workflows/chorus.yml": "github/chorus.yml", ".github/chorus-state.sh": "github/chorus-state.sh" }],
    ["https://gitlab.exemple.fr/g/p.git", { ".gitlab-ci.yml": "gitlab/.gitlab-ci.yml", "chorus.gitlab-ci.yml": "gitlab/chorus.gitlab-ci.yml" }],
  ])("of %s, writes its pipeline and how Git merges the state", async (remote, pipeline) => {
    const cwd = await folder(remote);
    expect(await chorus(["init", ...FLAGS.direct], { cwd })).toMatchObject({ code: 0 });
    for (const [file, source] of Object.entries(pipeline)) {
      expect(await readFile(join(cwd, file), "utf8")).toBe(await readFile(join(ROOT, "examples/ci", source), "utf8"));
    }
    expect(git(cwd, "config", "--get", "merge.chorus-state.driver").trim()).toBe("chorus state merge %O %A %B");
    expect(git(cwd, "check-attr", "merge", "chorus.state.jsonl")).toContain("chorus-state");
    expect(git(cwd, "check-ignore", ".chorus/cache/x").trim()).toBe(".chorus/cache/x");
  });

  it("leaves what is there as it is, adds what lacks once, and says so", async () => {
    const cwd = await folder("git@gitlab.com:g/p.git");
    await writeFile(join(cwd, ".gitignore"), "node_modules/\r\n.env");
    await writeFile(join(cwd, ".gitlab-ci.yml"), "stages: [test]\n");
    git(cwd, "config", "merge.chorus-state.driver", "mine");
    const first = await chorus(["init", ...FLAGS.direct, "--lang", "en"], { cwd });
    expect(first.stdout).toContain("include: [{ local: chorus.gitlab-ci.yml }]");
    expect(first.stdout).toMatch(/! \.gitlab-ci\.yml +there already, and left as it is/);
    expect(await readFile(join(cwd, ".gitignore"), "utf8")).toBe("node_modules/\r\n.env\r\n.chorus/\r\n");
    expect(await readFile(join(cwd, ".gitlab-ci.yml"), "utf8")).toBe("stages: [test]\n");
    expect(git(cwd, "config", "--get", "merge.chorus-state.driver").trim()).toBe("mine");
    const files = [".gitignore", ".gitattributes", "chorus.config.yaml", "chorus.gitlab-ci.yml"];
    const before = await Promise.all(files.map((file) => readFile(join(cwd, file), "utf8")));
    const again = await chorus(["init", "--lang", "en"], { cwd });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/! chorus\.config\.yaml +there already/) as string });
    expect(await Promise.all(files.map((file) => readFile(join(cwd, file), "utf8")))).toEqual(before);
  });
});

it("asks what it was not given, and asks again what cannot be", async () => {
  const cwd = await folder();
  const seated = await sitDown(["init", "--lang", "en", "--piste", "a@exemple.fr", "--telephone", "+33 4 72 00 00 01"], { cwd });
  await seated.sees("Who calls the APIs");
  seated.types(ENTER);
  await seated.sees("Name of the application");
  seated.types(`MON-APPLI${ENTER}`);
  await seated.sees("SIRET (14 digits)");
  seated.types(`73282932000075${ENTER}`);
  await seated.sees("SIRET (14 digits)");
  seated.types(`73282932000074${ENTER}`);
  await seated.sees("Technical contact");
  seated.types(`Camille Durand${ENTER}`);
  await seated.sees("chorus validate");
  expect(await seated.ended).toMatchObject({ code: 0 });
  expect(await readFile(join(cwd, "chorus.config.yaml"), "utf8")).toMatch(/topology: direct[^]*application: MON-APPLI[^]*nom: Camille Durand[^]*siege: 73282932000074/);
});

it("sets up a world to practise on, in which the first plan proves something and asks for something", async () => {
  const cwd = await folder();
  const port = await freePort();
  const ran = await chorus(["init", "--practice", "--port", port, "--lang", "en"], { cwd });
  expect(ran, ran.stderr).toMatchObject({ code: 0 });
  const [simulate = "", plan = ""] = [...ran.stdout.matchAll(/^ +\d +(.*)$/gm)].map(([, command]) => command ?? "");
  expect(plan).toBe(". ./practice.env && chorus plan");
  const running = await start(simulate.split(" ").slice(1), { cwd });
  await running.printed(new RegExp(`:${port}`));
  const variables = Object.fromEntries([...(await readFile(join(cwd, "practice.env"), "utf8")).matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [name ?? "", value ?? ""]));
  const planned = await chorus(["plan", "--lang", "en"], { cwd, variables });
  expect(planned, planned.stderr).toMatchObject({ code: 0 });
  expect(planned.stdout).toMatch(/PRODUCTION: [1-9]\d* proven.*to do/);
  expect(await chorus(["init", "--practice"], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-USAGE") as string });
});

/** One that was free a moment ago. */
const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return String(typeof address === "object" && address !== null ? address.port : 0);
};
