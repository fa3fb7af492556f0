import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIRECT, DIRECT_DONE, SECRETS } from "../support/direct.ts";
import { leaksBelow, leaksIn, secretsGiven } from "../support/leaks.ts";
import { writesIn } from "../support/writes.ts";
import { chorus, launch, practise, workIn } from "./support.ts";

/** What every run is searched for would find what it looks for. */
const SECRET = 'canary "é" & 9f3e/+%';

const PLANTED: Readonly<Record<string, string>> = {
  "as it is": SECRET,
  "in a URL": `?secret=${encodeURIComponent(SECRET)}&x`,
  "in a form": new URLSearchParams({ client_secret: SECRET, x: "y" }).toString(),
  "in JSON": JSON.stringify({ secret: SECRET }),
  "in JSON in JSON": JSON.stringify({ text: JSON.stringify({ secret: SECRET }) }),
  "in base64": Buffer.from(SECRET).toString("base64"),
  "in base64 after one byte": Buffer.from(`a${SECRET}b`).toString("base64"),
  "in base64 after two": Buffer.from(`ab${SECRET}cd`).toString("base64"),
  "in a header": `cpro-account: ${Buffer.from(`TECH_1_73282932000074@cpro.fr:${SECRET}`).toString("base64")}`,
  "in base64url": Buffer.from(`??>${SECRET}`).toString("base64url"),
};

describe("a secret that leaked", () => {
  it.each(Object.entries(PLANTED))("is found %s", (_name, text) => {
    expect(leaksIn(`before ${text} after`, [SECRET])).not.toEqual([]);
    expect(leaksIn(`before ${text} after`, ["canary-of-another"])).toEqual([]);
  });

  it.each(Object.entries(PLANTED))("is found %s in a file, wherever it is", async (_name, text) => {
    const folder = await workIn("examples/direct");
    await writeFile(join(folder, ".hidden"), text);
    expect(await leaksBelow(folder, [SECRET])).not.toEqual([]);
  });

  it("is known by the name of its variable, and long enough to be looked for", () => {
    const variables = { ...SECRETS, CHORUS_QUALIFICATION_PASSWORD_C00417: "canary-417", CHORUS_TRUST: "loopback", CHORUS_BY: "Camille" };
    expect(secretsGiven(variables)).toEqual([...Object.values(SECRETS), "canary-417"]);
    expect(() => leaksIn("", ["id"])).toThrow("too short");
  });
});

describe("a run", () => {
  it("fails its test where a secret is printed", async () => {
    const cwd = await workIn("examples/direct");
    const { CHORUS_PRODUCTION_PASSWORD: password } = SECRETS;
    await expect(chorus(["plan", "--config", `${password}.yaml`], { cwd, variables: SECRETS })).rejects.toThrow(`printed ${password} (plain)`);
  });

  it("fails its test where a secret is left in a file, but not over one that the test put there", async () => {
    const cwd = await workIn("examples/direct");
    const secrets = ["canary-in-a-file"];
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT.replace("facturation@", `${secrets[0]}@`));
    expect(await chorus(["validate"], { cwd, secrets })).toMatchObject({ code: 0 });
    const planned = chorus(["plan", "--offline", "--out", "plan.json"], { cwd, secrets });
    await expect(planned).rejects.toThrow("left in plan.json: canary-in-a-file (plain)");
  });

  it("fails its test where a token is left in a file", async () => {
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    const { variables } = await practise(DIRECT_DONE);
    const run = () => chorus(["plan"], { cwd, variables: { ...variables, ...SECRETS } });
    expect(await run()).toMatchObject({ code: 0 });
    const { tokens: [token = ""] } = (await (await fetch(`${variables["CHORUS_SIMULATOR_URL"]}/admin/tokens`)).json()) as { readonly tokens: readonly string[] };
    await writeFile(join(cwd, "kept.txt"), `Bearer ${token}`);
    await expect(run()).rejects.toThrow(`left in kept.txt: ${token} (plain)`);
  });

  it("fails its test where something is written to the platforms", async () => {
    const cwd = await workIn("examples/direct");
    await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
    const { variables } = await practise(DIRECT_DONE);
    const { ended } = await launch(["plan"], { cwd, variables: { ...variables, ...SECRETS } });
    await fetch(`${variables["CHORUS_PRODUCTION_API_URL"]}/cpro/organisations/v1/structures/x/parametres-edi`, { method: "PATCH" });
    await expect(ended).rejects.toThrow("sent PATCH /production/cpro/organisations/v1/structures/x/parametres-edi");
  });

  it("tells reads from writes by their path", () => {
    const of = (...paths: readonly string[]) => paths.map((path) => ({ method: "POST", path: `/production${path}` }));
    expect(writesIn([
      { method: "GET", path: "/production/cpro/transverses/v1/health-check" },
      ...of("/api/oauth/token", "/cpro/factures/v1/rechercher/fournisseur", "/cpro/utilisateurs/v1/monCompte/recuperer/rattachements"),
    ])).toEqual([]);
    const writes = of("/cpro/factures/v1/deposer/flux", "/cpro/factures/v1/soumettre", "/cpro/structures/v1/ajouter/rattachement");
    expect(writesIn([...writes, { method: "PATCH", path: "/x" }])).toHaveLength(4);
  });
});

it("every test of the command runs it through here", async () => {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(".test.ts") && file !== "support.test.ts");
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(join(import.meta.dirname, file), "utf8")] as const));
  expect(texts.filter(([, text]) => /\bspawn\w*\b|\blaunch\b|\bCLI\b|dist\/cli/.test(text)).map(([file]) => file)).toEqual(["package.test.ts"]);
});
