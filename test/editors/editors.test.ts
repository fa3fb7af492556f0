import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import schema from "../../schemas/config.schema.json" with { type: "json" };
import { chorus, ROOT, workIn } from "../cli/support.ts";
import { openEditor, type Editor } from "./editor.ts";

let folder: string;
let editor: Editor;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chorus-editor-"));
  const installed = join(folder, "node_modules/chorus-as-code");
  await mkdir(dirname(installed), { recursive: true });
  await symlink(ROOT, installed, "junction");
  editor = await openEditor(folder);
});

afterAll(async () => {
  editor.close();
  await rm(folder, { recursive: true, force: true });
});

/** As `chorus init` and the pages write it. */
const MODELINE = "# yaml-language-server: $schema=./node_modules/chorus-as-code/schemas/config.schema.json";

const lines = (...more: readonly string[]): string => [MODELINE, "version: 1", ...more, ""].join("\n");

describe("an editor", () => {
  it.each([
    ["top|ology: direct", schema.properties.topology.description],
    ["clients: { fr|om: clients.csv }", schema.definitions.clients.properties.from.description],
    ["structures: { siege: { eta|t: pause } }", "Life of a structure."],
    ["state: { http: { pass|word: { env: A } } }", "For basic authentication."],
  ])("says over %s what it is", async (line, description) => {
    expect(await editor.hover(lines(line))).toContain(description);
  });

  it("says at the place of a wrong key that it is none, and at that of a wrong word which there are", async () => {
    const [key, ...others] = await editor.complaints(lines("structures:", "  siege: { identifiant: FR1, etta: pause }"));
    expect(others).toEqual([]);
    expect(key).toMatchObject({ message: expect.stringContaining("etta") as string, range: { start: { line: 3, character: 29 }, end: { line: 3, character: 33 } } });
    expect(await editor.complaints(lines("strucures: {}"))).toEqual([expect.objectContaining({ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 9 } } })]);
    expect(await editor.complaints(lines("topology: directe"))).toEqual([expect.objectContaining({ message: expect.stringContaining("concentrateur") as string })]);
  });

  it.each(["direct", "concentrateur", "editeur"])("finds nothing wrong in what is written for %s, nor in its example", async (topology) => {
    const common = ["--piste", "a@exemple.fr", "--siret", "73282932000074", "--contact", "Facturation", "--telephone", "0472000001"];
    const own = topology === "editeur" ? ["--editeur", "EXEMPLE", "--solution", "Gestion"] : ["--application", "MON-APPLI"];
    const written = await workIn("examples/simulation/empty.yaml");
    await rm(join(written, "chorus.config.yaml"));
    expect(await chorus(["init", "--topology", topology, ...own, ...common], { cwd: written })).toMatchObject({ code: 0 });
    const first = await readFile(join(written, "chorus.config.yaml"), "utf8");
    expect(first.split("\n")[0]).toBe(MODELINE);
    expect(await editor.complaints(first)).toEqual([]);
    const example = await readFile(join(ROOT, "examples", topology, "chorus.config.yaml"), "utf8");
    expect(await editor.complaints(example.replace(/^#.*$/m, MODELINE))).toEqual([]);
  });
});

it("finds nothing wrong in digits, which are read as text", async () => {
  const digits = lines(
    "application: { production: FACTURATION, siret: 73282932000074 }",
    "contact: { nom: A, email: a@b.fr, telephone: 0472000001 }",
    "structures: { siege: 01234567400019, lyon: { identifiant: 73282932000082, services: [100], client: 417 } }",
  );
  expect(await editor.complaints(digits)).toEqual([]);
});
