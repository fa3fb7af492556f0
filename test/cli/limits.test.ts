import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { chorus, workIn } from "./support.ts";

const MB = 1024 * 1024;

it.each([
  ["chorus.state.jsonl", ["plan", "--offline"]],
  ["chorus.config.yaml", ["plan", "--offline"]],
  ["chorus.attestations.yaml", ["report", "--format", "json"]],
] as const)("%s is not written over by an output", async (file, argv) => {
  const cwd = await workIn("examples/direct");
  const before = await readFile(join(cwd, file)).catch(() => undefined);
  const ran = await chorus([...argv, "--out", file], { cwd });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("CHR-USAGE");
  expect(await readFile(join(cwd, file)).catch(() => undefined)).toEqual(before);
});

describe("a file that is too large, or none", () => {
  it.each([
    ["chorus.config.yaml", 33, ["validate"]],
    ["chorus.attestations.yaml", 65, ["plan", "--offline"]],
    ["chorus.requests.jsonl", 65, ["plan", "--offline"]],
    ["chorus.state.jsonl", 257, ["plan", "--offline"]],
    ["plan.json", 257, ["show", "plan.json"]],
    ["other.jsonl", 257, ["state", "push", "other.jsonl"]],
  ] as const)("%s of %i MB is refused before it is read", async (file, megabytes, argv) => {
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, file), "", { flag: "a" });
    await truncate(join(cwd, file), megabytes * MB);
    const ran = await chorus(argv, { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout + ran.stderr).toContain("CHR-FILE-TOO-LARGE");
    expect(ran.stdout + ran.stderr).toContain(`${file} pèse ${megabytes} Mo ; la limite est de ${megabytes - 1} Mo.`);
  });

  it.each([
    ["chorus.state.jsonl", ["plan", "--offline"], "CHR-CONFIG-UNREADABLE"],
    ["plan.json", ["show", "plan.json"], "CHR-PLAN-FORM"],
    ["other.jsonl", ["state", "push", "other.jsonl"], "CHR-CONFIG-UNREADABLE"],
    ["proof.json", ["collect", "proof.json"], "CHR-PROOF-FORM"],
    ["chorus.requests.jsonl", ["plan", "--offline"], "CHR-REQUEST-FORM"],
    ["chorus.attestations.yaml", ["plan", "--offline"], "CHR-CONFIG-UNREADABLE"],
  ] as const)("%s that is a folder is told as that", async (file, argv, code) => {
    const cwd = await workIn("examples/direct");
    await mkdir(join(cwd, file));
    expect(await chorus(argv, { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining(code) });
  });
});

describe("a link in a repository", () => {
  const elsewhere = async (file: string, text: string): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "chorus-outside-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, file), text);
    return join(folder, file);
  };

  it("is not followed out of it by an inclusion, and nothing of where it leads is shown", async () => {
    const cwd = await workIn("examples/direct");
    await symlink(await elsewhere("private.yaml", "canary-of-a-file: [\n"), join(cwd, "part.yaml"));
    await writeFile(join(cwd, "chorus.config.yaml"), "version: 1\ninclude: [part.yaml]\n");
    const ran = await chorus(["validate"], { cwd });
    expect(ran.code).toBe(1);
    // A pattern finds no links.
    expect(ran.stdout + ran.stderr).toContain("CHR-INCLUDE-NOTHING");
    expect(ran.stdout + ran.stderr).toContain("chorus.config.yaml:2:11");
    expect(ran.stdout + ran.stderr).not.toContain("canary-of-a-file");
  });

  it("is not followed out of it by a list of clients", async () => {
    const cwd = await workIn("examples/editeur");
    await rm(join(cwd, "clients.csv"));
    await symlink(await elsewhere("private.csv", "canary;of;a;file\n"), join(cwd, "clients.csv"));
    const ran = await chorus(["validate"], { cwd });
    expect(ran.stdout + ran.stderr).toContain("CHR-INCLUDE-OUTSIDE");
    expect(ran.stdout + ran.stderr).not.toContain("canary");
  });

  it("is followed within it, and to it", async () => {
    const cwd = await workIn("examples/editeur");
    await mkdir(join(cwd, "lists"));
    await writeFile(join(cwd, "lists/all.csv"), "code;siret;nom\nC1;12345678200010;x\n");
    await rm(join(cwd, "clients.csv"));
    await symlink("lists/all.csv", join(cwd, "clients.csv"));
    expect((await chorus(["validate"], { cwd })).code).toBe(0);
    const way = join(await workIn("examples/ci"), "way");
    await symlink(cwd, way);
    expect((await chorus(["validate", "-c", join(way, "chorus.config.yaml")], { cwd: tmpdir() })).code).toBe(0);
  });
});
