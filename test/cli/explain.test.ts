import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { validate } from "../../src/config/validators/explain.gen.js";
import { KINDS } from "../../src/model/address.ts";
import type { Explainable, Explanation } from "../../src/model/explanation.ts";
import { CODES } from "../docs/codes.ts";
import { DIRECT } from "../support/direct.ts";
import { chorus } from "./support.ts";

const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const explain = async (words: readonly string[], language = "en") => chorus(["explain", ...words, "--lang", language], { cwd: await emptyFolder() });

/** What in a document is not as its schema says. */
const faultsOf = (json: string): unknown => {
  validate(JSON.parse(json));
  return validate.errors ?? [];
};

const explanations = async (words: readonly string[], language = "en"): Promise<readonly Explanation[]> => {
  const { stdout } = await explain([...words, "--format", "json"], language);
  expect(faultsOf(stdout)).toEqual([]);
  return (JSON.parse(stdout) as { readonly explanations: readonly Explanation[] }).explanations;
};

const known = async (): Promise<Explainable> => {
  const { stdout } = await explain(["--format", "json"]);
  expect(faultsOf(stdout)).toEqual([]);
  return JSON.parse(stdout) as Explainable;
};

describe.each(["en", "fr"])("in %s", (language) => {
  it("explains every code, every kind and every key of the schema, with nothing left out", { timeout: 60_000 }, async () => {
    const { codes, kinds, keys } = await known();
    expect(new Set(codes.map(({ code }) => code))).toEqual(CODES);
    expect([...kinds].toSorted()).toEqual([...KINDS].toSorted());
    expect(keys).toEqual(expect.arrayContaining(["version", "clients.from", "structures.*.etat", "environments.production.comptesTechniques.*.couvre.*", "x-*"]));
    for (const words of [codes.map(({ code }) => code), kinds, keys]) {
      const ran = await explain(words, language);
      expect(ran).toMatchObject({ code: 0, stderr: "" });
      expect(ran.stdout).not.toMatch(/undefined|\[object|null/);
      const told = await explanations(words, language);
      for (const word of words) expect(told.map(({ name }) => name)).toContain(word);
    }
    const told = (await explanations(keys, language)).filter(({ of }) => of === "key");
    expect(told).toHaveLength(keys.length);
    for (const key of told) expect(key).toMatchObject({ descriptions: expect.arrayContaining([expect.stringMatching(/\S/)]) as unknown });
  });

  it("shows a code, a kind and a key", async () => {
    expect((await explain(["CHR-SIRET-KEY", "edi", "structures.*.etat"], language)).stdout).toMatchSnapshot();
  });

  it("lists all that it explains", async () => {
    const { stdout } = await explain([], language);
    for (const word of [...CODES, ...KINDS, "structures.*.etat"]) expect(stdout).toContain(word);
  });

  it("names what is near to words that it does not know, all of them at once, and the lists", async () => {
    const ran = await explain(["structuer", "CHR-SIRT-KEY", "sate.http", "zzzzzz"], language);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr.match(/CHR-EXPLAIN-UNKNOWN/g)).toHaveLength(4);
    for (const word of ["structures", "CHR-SIRET-KEY", "state.http", "rattachement", "renewProofAfter"]) expect(ran.stderr).toContain(word);
  });
});

it("takes a key with its stars, without them, with names of one's own, with places in lists, or by its last name", async () => {
  const names = async (word: string): Promise<readonly string[]> => (await explanations([word])).map(({ name }) => name);
  for (const word of ["structures.*.etat", "structures.etat", "structures.siege.etat", "etat"]) expect(await names(word)).toEqual(["structures.*.etat"]);
  for (const word of ["moved.*.from", "moved[0].from", "moved.0.from", "moved.from"]) expect(await names(word)).toEqual(["moved.*.from"]);
  expect(await names("x-notes")).toEqual(["x-*"]);
  expect((await names("nom")).length).toBeGreaterThan(2);
});

it("explains what is a kind and a key as both, and a code without its beginning", async () => {
  expect((await explanations(["application"])).map(({ of, name }) => [of, name])).toEqual([["kind", "application"], ["key", "application"]]);
  expect(await explanations(["edi"])).toEqual([expect.objectContaining({ of: "kind", keys: ["structures.*.edi"] })]);
  expect((await explanations(["siret-key"])).map(({ name }) => name)).toEqual(["CHR-SIRET-KEY"]);
});

it("says of a key what it may be, whether it must be there, and where else it stands", async () => {
  expect(await explanations(["state.http.updateMethod", "contact.telephone", "state"])).toEqual([
    expect.objectContaining({ types: ["string"], allowed: ["POST", "PUT"], required: false, example: "POST" }),
    expect.objectContaining({ required: true, elsewhere: expect.arrayContaining(["contacts.*.telephone"]) as unknown }),
    expect.objectContaining({ keys: ["http", "postgres"], oneOf: ["http", "postgres"] }),
  ]);
});

it("speaks the language of the configuration that its reader works on, whatever else is wrong with it", async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "chorus.config.yaml"), `${DIRECT}language: en\nstrucures: {}\n`);
  expect((await chorus(["explain", "CHR-SIRET-KEY"], { cwd })).stdout).toContain("Wrong key of a SIRET");
  expect((await chorus(["explain", "siret-kye"], { cwd })).stderr).toContain("Nothing to explain");
  expect((await chorus(["explain", "CHR-SIRET-KEY", "--lang", "fr"], { cwd })).stdout).toContain("Clé du SIRET fausse");
});

it("gives JSON over an unknown word, as other commands do", async () => {
  const { stdout, code } = await explain(["structuer", "--format", "json"]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: "CHR-EXPLAIN-UNKNOWN", arguments: { near: ["structure", "structures"] } }] });
});

it("is completed: codes, kinds, and keys without the stars that a shell would take for files", async () => {
  const complete = async (word: string): Promise<readonly string[]> => (await chorus(["--complete", "explain", word], { cwd: await emptyFolder() })).stdout.split("\n").filter(Boolean);
  expect(await complete("CHR-SIRET-K")).toEqual(["CHR-SIRET-KEY"]);
  expect(await complete("ratt")).toEqual(["rattachement"]);
  expect(await complete("structures.et")).toEqual(["structures.etat"]);
  expect((await complete("")).some((word) => word.includes("*"))).toBe(false);
});

it("gives documents that say what they are, and a schema that tells one from the other", async () => {
  const one = JSON.parse((await explain(["edi", "--format", "json"])).stdout) as { readonly explanations: readonly object[] };
  expect(one).toMatchObject({ format: "chorus-explain", version: 1 });
  for (const wrong of [{ ...one, codes: [] }, { ...one, version: 2 }, { ...one, explanations: [{ ...one.explanations[0], of: "key" }] }]) expect(faultsOf(JSON.stringify(wrong))).not.toEqual([]);
});
