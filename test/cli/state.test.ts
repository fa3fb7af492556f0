import { execFileSync } from "node:child_process";
import { appendFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ResourceRecord } from "../../src/model/condition.ts";
import { DIRECT } from "../support/direct.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise, readLines, workIn, type Ran } from "./support.ts";

/** `chorus state …` in a real folder, on what a refresh recorded. */

const project = async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const desired = await desiredFrom(DIRECT);
  const practice = await practise(doneScenario(desired));
  const variables: Readonly<Record<string, string>> = { ...practice.variables, ...secretsOf(desired) };
  const run = (...args: readonly string[]): Promise<Ran> => chorus(args, { cwd, variables });
  const state = join(cwd, "chorus.state.jsonl");
  return { cwd, practice, run, state, text: () => readFile(state, "utf8") };
};

const refreshed = async () => {
  const made = await project();
  expect((await made.run("refresh")).code).toBe(0);
  return made;
};

const SIEGE = "production/structure/siege";

describe("what is recorded", () => {
  it("is listed, a line an address, all or of a subject", async () => {
    const { run } = await refreshed();
    const all = (await run("state", "list")).stdout.trim().split("\n");
    expect(all).toContain(SIEGE);
    expect(all).toEqual(all.toSorted());
    const some = (await run("state", "list", SIEGE, "--format", "json")).stdout;
    expect((JSON.parse(some) as readonly string[]).every((one) => all.includes(one) && one.includes("siege"))).toBe(true);
  });

  it("is shown with its evidence, in both languages, and as data", async () => {
    const { run } = await refreshed();
    const [record] = JSON.parse((await run("state", "show", SIEGE, "--format", "json")).stdout).filter(({ address }: ResourceRecord) => address === SIEGE) as readonly ResourceRecord[];
    expect(record?.conditions).toEqual([expect.objectContaining({ type: "Active", status: "true", proof: "verified" })]);
    for (const language of ["fr", "en"]) {
      const { stdout } = await run("state", "show", SIEGE, "--lang", language);
      expect(stdout).toContain(SIEGE);
      expect(stdout).toContain("(Active=true)");
      expect(stdout).toMatch(/(GET|POST) \/\S+ · 200/);
    }
  });

  it("names the address that was probably meant", async () => {
    const { run } = await refreshed();
    const { code, stderr } = await run("state", "show", "production/structure/sieg");
    expect([code, stderr.includes(SIEGE), stderr.includes("chorus state list")]).toEqual([1, true, true]);
  });

  it("is nothing at first, and says so to who reads, not to what reads", async () => {
    const { run } = await project();
    expect(await run("state", "list", "--lang", "en")).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("Nothing is recorded yet") });
  });

  it("is forgotten, and known again by the next refresh", async () => {
    const { run, text } = await refreshed();
    const before = await text();
    expect((await run("state", "forget", SIEGE)).stdout).toContain(`- ${SIEGE}\n`);
    expect((await run("state", "list")).stdout).not.toContain(`${SIEGE}\n`);
    await run("refresh");
    expect((await text()).split("\n").length).toBe(before.split("\n").length);
  });

  it("goes from one name to another, unless something has that name", async () => {
    const { run } = await refreshed();
    expect(await run("state", "move", "siege", "lyon")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-TAKEN") });
    expect(await run("state", "move", "nobody", "anybody")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-ADDRESS-UNKNOWN") });
    const before = (await run("state", "list")).stdout;
    expect((await run("state", "move", "siege", "maison")).code).toBe(0);
    expect((await run("state", "list")).stdout.split("\n").toSorted()).toEqual(before.replaceAll("/siege", "/maison").split("\n").toSorted());
  });
});

describe("a whole state", () => {
  it("is pulled as its file has it, and pushed where nothing newer would be lost", async () => {
    const { run, cwd, text, practice } = await refreshed();
    const before = await text();
    expect((await run("state", "pull")).stdout).toBe(before);
    await run("state", "pull", "--out", "pulled.jsonl");
    expect(await readFile(join(cwd, "pulled.jsonl"), "utf8")).toBe(before);
    await run("state", "forget", SIEGE);
    expect((await run("state", "push", "pulled.jsonl")).code).toBe(0);
    expect(await text()).toBe(before);

    await run("state", "forget", SIEGE);
    await run("state", "pull", "--out", "less.jsonl");
    await run("state", "push", "pulled.jsonl");
    expect(await run("state", "push", "less.jsonl")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-OLDER") });
    expect(await text()).toBe(before);
    expect((await run("state", "push", "less.jsonl", "--force")).code).toBe(0);
    expect(await text()).toBe(await readFile(join(cwd, "less.jsonl"), "utf8"));
    expect(practice.simulator.requests().every(({ method }) => method === "GET" || method === "POST")).toBe(true);
  });

  it("of another lineage is refused, and one that cannot be read", async () => {
    const { run, cwd, text } = await refreshed();
    const before = await text();
    await writeFile(join(cwd, "other.jsonl"), before.replace(/"lineage":"[^"]*"/, '"lineage":"another"'));
    expect(await run("state", "push", "other.jsonl")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-LINEAGE") });
    await writeFile(join(cwd, "torn.jsonl"), before.slice(0, -40));
    expect(await run("state", "push", "torn.jsonl", "--force")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-CORRUPT") });
    expect(await run("state", "push", "none.jsonl")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-CONFIG-NOT-FOUND") });
    expect(await text()).toBe(before);
  });

  it("that was torn says how to recover, and is as it was before the last write", async () => {
    const { run, state, text } = await refreshed();
    expect(await run("state", "restore")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-BACKUP") });
    const before = await text();
    await run("state", "forget", SIEGE);
    await writeFile(state, before.slice(0, -40));
    expect(await run("plan", "--offline")).toMatchObject({ code: 1, stderr: expect.stringContaining("chorus state restore") });
    expect((await run("state", "restore")).code).toBe(0);
    expect(await text()).toBe(before);
    expect((await run("plan", "--offline")).code).toBe(0);
  });

  it("that is lost with its file is restored from beside this machine's notes", async () => {
    const { run, state, text } = await refreshed();
    const before = await text();
    await run("state", "forget", SIEGE);
    await rm(state);
    expect((await run("state", "restore")).code).toBe(0);
    expect(await text()).toBe(before);
  });

  it("goes nowhere where --to is no place, nor where it is already, but says that it is the same", async () => {
    const { run, text } = await refreshed();
    const before = await text();
    for (const to of ["nowhere", "{ ftp: x }", "{ postgres: {} }"]) {
      expect(await run("state", "migrate", "--to", to)).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-USAGE") });
    }
    expect((await run("state", "migrate")).stderr).toContain("CHR-USAGE");
    expect((await run("state", "migrate", "--to", "file")).stdout).toMatch(/sha256 [0-9a-f]{64}/);
    expect(await text()).toBe(before);
  });
});

describe("a lock", () => {
  const holder = { owner: "alice", host: "elsewhere", pid: 1, since: "2026-11-24T09:12:00Z", command: "chorus apply" };

  it("of another machine is waited for as long as asked, tells its holder, and is opened by hand", async () => {
    const { run, state } = await refreshed();
    await writeFile(`${state}.lock`, JSON.stringify(holder));
    const held = await run("state", "forget", SIEGE, "--lock-timeout", "1s");
    expect(held).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-LOCKED") });
    for (const told of ["alice", "elsewhere", "chorus apply", "chorus state unlock"]) expect(held.stderr).toContain(told);
    expect((await run("state", "unlock")).stdout).toContain("alice");
    expect((await run("state", "unlock", "--lang", "en")).stdout).toBe("Nothing is locked.\n");
    expect((await run("state", "forget", SIEGE)).code).toBe(0);
    expect((await readdir(join(state, ".."))).filter((file) => file.includes(".lock"))).toEqual([]);
  }, 60_000);

  it("of a process of this machine that is no more is taken over", async () => {
    const { run, state } = await refreshed();
    await writeFile(`${state}.lock`, JSON.stringify({ ...holder, host: hostname(), pid: 2 ** 22 + 1 }));
    expect((await run("state", "forget", SIEGE)).code).toBe(0);
  });

  it("is waited for as long as --lock-timeout says", async () => {
    const { run, state } = await refreshed();
    await run("state", "forget", SIEGE);
    await writeFile(`${state}.lock`, JSON.stringify(holder));
    expect(await run("refresh", "--refresh", "--lock-timeout", "1s")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-LOCKED") });
    expect(await run("refresh", "--lock-timeout", "soon")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-USAGE") });
  }, 60_000);
});

describe("in Git", () => {
  const gitIn = (cwd: string) => (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=Camille", "-c", "user.email=c@exemple.fr", "-c", "commit.gpgsign=false", ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  it("the history of a subject is that of its line", async () => {
    const { run, cwd } = await refreshed();
    const git = gitIn(cwd);
    git("init", "-q");
    git("add", "chorus.state.jsonl");
    git("commit", "-qm", "First refresh");
    await run("state", "forget", "production/structure/lyon");
    git("commit", "-qam", "Another subject");
    await run("state", "forget", SIEGE);
    git("commit", "-qam", "Forget siege");
    const { stdout } = await run("state", "history", SIEGE, "--format", "json");
    const entries = JSON.parse(stdout) as readonly { readonly author: { readonly who: string; readonly command: string }; readonly before?: string; readonly after?: string }[];
    expect(entries.map(({ author }) => author.command)).toEqual(["Forget siege", "First refresh"]);
    expect(entries[0]?.after).toBeUndefined();
    expect(entries[0]?.before).toBe(entries[1]?.after);
    expect((await run("state", "history", SIEGE)).stdout).toContain("Camille");
  });

  it("is none where there is no Git", async () => {
    const { run } = await refreshed();
    expect(await run("state", "history", SIEGE)).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-HISTORY") });
  });

  it("one that is not merged by Chorus, but has marks of a conflict, is refused with the way to recover", async () => {
    const { run, state } = await refreshed();
    await appendFile(state, "<<<<<<< HEAD\n");
    expect(await run("plan", "--offline")).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-STATE-CORRUPT") });
    expect(await readLines(state).catch(() => "torn")).toBe("torn");
  });
});
