import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chorus, workIn } from "./support.ts";

const CONFIG = "chorus.config.yaml";

describe("chorus add structure", () => {
  it("adds one line and nothing else, of which the dry run is the change", async () => {
    const cwd = await workIn("examples/direct");
    const before = await readFile(join(cwd, CONFIG), "utf8");
    const dry = await chorus(["add", "structure", "rennes", "12345678200010", "--dry-run"], { cwd });
    expect(dry).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, CONFIG), "utf8")).toBe(before);
    const ran = await chorus(["add", "structure", "rennes", "12345678200010"], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: dry.stdout });
    const after = await readFile(join(cwd, CONFIG), "utf8");
    const added = after.split("\n").filter((line) => !before.split("\n").includes(line));
    expect(added).toEqual(["  rennes: 12345678200010"]);
    expect(after.replace("  rennes: 12345678200010\n", "")).toBe(before);
    expect(dry.stdout.split("\n").filter((line) => /^[+-](?![+-])/.test(line))).toEqual(["+  rennes: 12345678200010"]);
    expect(JSON.parse((await chorus(["config", "--format", "json"], { cwd })).stdout)).toMatchObject({ environments: { production: { structures: { rennes: { identifiant: "12345678200010" } } } } });
  });

  it("writes to the file that has the structures, with its mark and its ends of line", async () => {
    const cwd = await workIn("examples/direct");
    const text = await readFile(join(cwd, CONFIG), "utf8");
    await writeFile(join(cwd, CONFIG), `include: [more.yaml]\n${text.replace(/^structures:[^]*?(?=^\S)/m, "")}`);
    const more = `\ufeffversion: 1\r\nstructures:\r\n  siege: "73282932000074"   # le siège\r\n\r\n  # fin`;
    await writeFile(join(cwd, "more.yaml"), Buffer.from(more, "utf16le"));
    const ran = await chorus(["add", "structure", "lyon", "73282932000082", "--nom", "Agence : Lyon"], { cwd });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    const after = (await readFile(join(cwd, "more.yaml"))).toString("utf16le");
    expect(after).toBe(more.replace("# le siège\r\n", '# le siège\r\n  lyon: { identifiant: 73282932000082, nom: "Agence : Lyon" }\r\n'));
  });

  it.each([
    ["a name that is there", ["siege", "12345678200010"], "CHR-YAML-DUPLICATE-KEY"],
    ["a SIRET that is there", ["rennes", "73282932000074"], "CHR-IDENTIFIER-TWICE"],
    ["a SIRET whose key is wrong", ["rennes", "12345678200011"], "CHR-SIRET-KEY"],
    ["13 digits", ["rennes", "1234567400019"], "CHR-SIRET-FORM"],
    ["a name that is none", ["#rennes", "12345678200010"], "CHR-"],
    ["a name that would be more than one", ["a: {b", "12345678200010"], "CHR-"],
  ])("refuses %s, says where, and writes nothing", async (_what, args, code) => {
    const cwd = await workIn("examples/direct");
    const before = await readFile(join(cwd, CONFIG), "utf8");
    const ran = await chorus(["add", "structure", ...args], { cwd });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(code);
    expect(ran.stderr).toContain(CONFIG);
    expect(await readFile(join(cwd, CONFIG), "utf8")).toBe(before);
  });

  it("leaves alone what an alias shares", async () => {
    const cwd = await workIn("examples/direct");
    const text = await readFile(join(cwd, CONFIG), "utf8");
    const shared = text.replace(/^structures:.*$/m, "x-shared: &shared").concat("structures: *shared\n");
    await writeFile(join(cwd, CONFIG), shared);
    const ran = await chorus(["add", "structure", "rennes", "12345678200010"], { cwd });
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-EDIT-PLACE") as string });
    expect(await readFile(join(cwd, CONFIG), "utf8")).toBe(shared);
  });
});

describe("chorus add client", () => {
  it("adds one row, in the list's encoding", async () => {
    const cwd = await workIn("examples/concentrateur");
    const before = Buffer.from((await readFile(join(cwd, "clients.csv"), "utf8")).replace("Mairie exemple", "Mairie d'Évry-Courcouronnes"), "latin1");
    await writeFile(join(cwd, "clients.csv"), before);
    const ran = await chorus(["add", "client", "C9", "12345678200036", "--nom", "Café; l'été"], { cwd });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    const after = await readFile(join(cwd, "clients.csv"));
    expect(after.subarray(0, before.length)).toEqual(before);
    expect(after.subarray(before.length).toString("latin1")).toMatch(/^C9;12345678200036;"Café; l'été";+\n$/);
  });

  it("refuses a code that is there, and a configuration without a list", async () => {
    const cwd = await workIn("examples/concentrateur");
    expect(await chorus(["add", "client", "C00417", "12345678200036"], { cwd })).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-CSV-CODE-TWICE") as string });
    expect(await chorus(["add", "client", "C9", "12345678200036"], { cwd: await workIn("examples/direct") })).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-EDIT-NO-LIST") as string });
  });
});
