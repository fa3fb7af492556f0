import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import schema from "../../schemas/config.schema.json" with { type: "json" };
import { APIS } from "../../src/catalogue/apis.ts";
import { ESPACES } from "../../src/catalogue/espaces.ts";
import { validate } from "../../src/config/validators/config.gen.js";
import { chorus, ROOT, workIn } from "../cli/support.ts";
import { openEditor, type Editor, type Proposal } from "./editor.ts";

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

const labels = (proposals: readonly Proposal[]): readonly string[] => proposals.map(({ label }) => label);

/** What stands there once somebody went through the places of a proposal and changed nothing. */
const written = ({ writes }: Proposal): string => writes.replaceAll(/\$\{\d+:((?:\\.|[^}])*)\}/g, "$1").replaceAll(/\\(.)/g, "$1");

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
    const work = await workIn("examples/simulation/empty.yaml");
    await rm(join(work, "chorus.config.yaml"));
    expect(await chorus(["init", "--topology", topology, ...own, ...common], { cwd: work })).toMatchObject({ code: 0 });
    const first = await readFile(join(work, "chorus.config.yaml"), "utf8");
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

describe("completion", () => {
  it.each([
    ["apis: [factures, |]", Object.keys(APIS)],
    ["apis:\n  - |", Object.keys(APIS)],
    ["espaces: [|]", Object.keys(ESPACES)],
    ["topology: |", ["direct", "editeur", "concentrateur"]],
    ["structures:\n  siege:\n    etat: |", ["actif", "pause", "sortant"]],
  ])("offers after %j exactly what may stand there", async (line, words) => {
    expect([...labels(await editor.complete(lines(line)))].toSorted()).toEqual([...words].toSorted());
  });

  it("offers the keys of a structure that are not there yet", async () => {
    const offered = labels(await editor.complete(lines("structures:", "  siege:", "    identifiant: 73282932000074", "    |")));
    expect([...offered].toSorted()).toEqual(Object.keys(schema.definitions.structure.properties).filter((key) => key !== "identifiant").toSorted());
  });

  it.each([
    ["structures:\n  |", ["structure", "structure that differs", "structure that leaves"]],
    ["qualification:\n  |", ["structure"]],
    ["clients:\n  |", ["clients", "clients with applications of their own"]],
    ["contact:\n  |", ["contact"]],
    ["clients:\n  from: clients.csv\n  password:\n    |", ["secret in a variable", "secret in a file", "secret from a command"]],
  ])("offers after %j the whole of it, in which nothing is wrong", async (line, whole) => {
    const proposals = await editor.complete(lines(line));
    expect(labels(proposals)).toEqual(expect.arrayContaining(whole));
    const indent = " ".repeat(line.length - 1 - line.lastIndexOf("\n") - 1);
    for (const label of whole) {
      const proposal = proposals.find((one) => one.label === label);
      const text = lines(line.replace("|", () => written(proposal ?? { label, writes: "" }).replaceAll("\n", `\n${indent}`)));
      expect(text).not.toMatch(/\$\{|\\/);
      expect(await editor.complaints(text), text).toEqual([]);
      // As we read it: scalars are text.
      validate(parse(text, { schema: "failsafe" }));
      expect(validate.errors ?? [], text).toEqual([]);
    }
  });
});
