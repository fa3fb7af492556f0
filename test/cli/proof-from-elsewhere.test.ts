import { generateKeyPairSync } from "node:crypto";
import { appendFile, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { atTheClient } from "../../src/operations/at-the-client.ts";
import type { ProofDocument } from "../../src/model/proof.ts";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { leaksIn } from "../support/leaks.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise, readLines, ROOT, workIn, type Practice } from "./support.ts";

const EXAMPLE = join(ROOT, "examples/editeur");
const LOGIN = "production/compte-technique/C00417";

const worldOf = async () => {
  const [yaml, csv] = await Promise.all(["chorus.config.yaml", "clients.csv"].map((file) => readFile(join(EXAMPLE, file), "utf8")));
  const desired = atTheClient(await desiredFrom(yaml ?? "", { "clients.csv": csv ?? "" }));
  return { scenario: doneScenario(desired), secrets: secretsOf(desired), csv: csv ?? "" };
};

interface Machines {
  readonly practice: Practice;
  readonly vendor: string;
  readonly client: string;
  readonly atTheVendor: (...args: readonly string[]) => ReturnType<typeof chorus>;
  readonly atTheClients: (...args: readonly string[]) => ReturnType<typeof chorus>;
  readonly secrets: readonly string[];
}

/** The vendor's folder without a secret; the client's with his own, and a list in which he is alone. */
const machines = async (): Promise<Machines> => {
  const { scenario, secrets, csv } = await worldOf();
  const practice = await practise(scenario);
  const [vendor, client] = [await workIn("examples/editeur"), await workIn("examples/editeur")];
  await writeFile(join(client, "clients.csv"), csv.split("\n").slice(0, 2).join("\n"));
  const own = Object.fromEntries(Object.entries(secrets).filter(([name]) => name.endsWith("_C00417")));
  return {
    practice,
    vendor,
    client,
    secrets: Object.values(own),
    atTheVendor: (...args) => chorus(args, { cwd: vendor, variables: practice.variables, secrets: Object.values(own) }),
    atTheClients: (...args) => chorus(args, { cwd: client, variables: { ...practice.variables, ...own } }),
  };
};

const planOf = async ({ atTheVendor }: Machines, ...more: readonly string[]): Promise<PlanDocument> =>
  JSON.parse((await atTheVendor("plan", "--format", "json", ...more)).stdout) as PlanDocument;

const first = ({ resources }: PlanDocument, address: string) => resources.find((one) => one.address === address)?.conditions[0];

describe("proof from elsewhere", () => {
  it("is made at the client's, collected at the vendor's, and shown as verified with its origin", { timeout: 120_000 }, async () => {
    const both = await machines();
    expect(first(await planOf(both), LOGIN)).toMatchObject({ status: "unknown", unknown: "elsewhere" });

    const made = await both.atTheClients("prove", "--out", "C00417.json");
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining("Preuve de C00417 (production) écrite dans C00417.json, non signée") });
    expect(made.stdout).toContain("0 contredit, ");
    const proof = JSON.parse(await readFile(join(both.client, "C00417.json"), "utf8")) as ProofDocument;
    expect(proof).toMatchObject({
      client: "C00417",
      environment: "production",
      applications: [{ name: "C00417", nom: "EXEMPLE-C00417" }],
      comptesTechniques: [{ login: "TECH_1_12345678200010@cpro.fr" }],
      structures: [{ type: "SIRET", identifiant: "12345678200010" }],
    });
    expect(leaksIn(JSON.stringify(proof), both.secrets)).toEqual([]);

    await copyFile(join(both.client, "C00417.json"), join(both.vendor, "C00417.json"));
    const collected = await both.atTheVendor("collect", "C00417.json");
    expect(collected).toMatchObject({ code: 0, stderr: expect.not.stringContaining("CHR-") });
    expect(collected.stdout).toContain("C00417.json : preuve de C00417 (production), du ");
    expect(collected.stdout).toContain("Enregistré : ");

    for (const more of [[], ["--offline"]]) {
      const plan = await planOf(both, ...more);
      const condition = first(plan, LOGIN);
      expect(condition).toMatchObject({ status: "true", proof: "verified", evidence: { by: "api", origin: { client: "C00417", at: proof.madeAt } } });
      expect(condition).not.toHaveProperty("stale");
      expect(first(plan, "production/rattachement/C00417/C00417")).toMatchObject({ status: "true", evidence: { origin: { client: "C00417" } } });
      expect(first(plan, "production/cgu/principal/factures")).toMatchObject({ status: "true", proof: "inferred", evidence: { origin: { client: "C00417" } } });
      expect(first(plan, "production/compte-technique/C00932")).toMatchObject({ status: "unknown" });
    }
    const [day, month, year] = [proof.madeAt.slice(8, 10), proof.madeAt.slice(5, 7), proof.madeAt.slice(0, 4)];
    expect((await both.atTheVendor("plan")).stdout).toMatch(new RegExp(`faits prouvés : preuve reçue de C00417, du ${day}/${month}/${year}`));

    const before = await readFile(join(both.vendor, "chorus.state.jsonl"), "utf8");
    await both.atTheVendor("refresh");
    expect(await readFile(join(both.vendor, "chorus.state.jsonl"), "utf8")).toBe(before);
    const lines = await readLines(join(both.vendor, "chorus.state.jsonl"));
    expect(lines).toContainEqual(expect.objectContaining({ subject: LOGIN, origin: { client: "C00417", at: proof.madeAt } }));

    const again = await both.atTheVendor("collect", "C00417.json");
    expect(again).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-PROOF-REPLAYED") });
  });

  it("tells what is not so, which then asks for a step with its origin", { timeout: 120_000 }, async () => {
    const both = await machines();
    await both.practice.change({ environments: { production: { comptesTechniques: { "TECH_1_12345678200010@cpro.fr": { motDePasse: "another-pass-word" } } } } });
    await both.atTheClients("prove", "--out", join(both.vendor, "C00417.json"));
    expect((await both.atTheVendor("collect", "C00417.json")).code).toBe(0);
    const plan = await planOf(both, "--offline");
    expect(first(plan, LOGIN)).toMatchObject({ status: "false", reason: "login-refused" });
    expect((await both.atTheVendor("plan", "--offline")).stdout.replaceAll(/\s+/g, " ")).toMatch(/login ou mot de passe technique refusé : 401 sur .*, preuve reçue de C00417, du /);
  });

  it("is signed where the vendor lists keys, by the client's and no other", { timeout: 120_000 }, async () => {
    const both = await machines();
    await appendFile(join(both.vendor, "chorus.config.yaml"), '  preuves: { cles: "cles/{code}.pem" }\n');
    await mkdir(join(both.vendor, "cles"));
    const [own, other] = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")];
    await writeFile(join(both.client, "cle.pem"), own.privateKey.export({ type: "pkcs8", format: "pem" }));
    await writeFile(join(both.client, "autre.pem"), other.privateKey.export({ type: "pkcs8", format: "pem" }));
    const out = join(both.vendor, "C00417.json");

    await both.atTheClients("prove", "--out", out);
    expect((await both.atTheVendor("collect", "C00417.json")).stderr).toContain("CHR-PROOF-KEY-FILE");
    await writeFile(join(both.vendor, "cles/C00417.pem"), own.publicKey.export({ type: "spki", format: "pem" }));
    expect((await both.atTheVendor("collect", "C00417.json")).stderr).toContain("CHR-PROOF-UNSIGNED");
    await both.atTheClients("prove", "--out", out, "--key", "autre.pem");
    expect((await both.atTheVendor("collect", "C00417.json")).stderr).toContain("CHR-PROOF-KEY");
    await both.atTheClients("prove", "--out", out, "--key", "cle.pem");
    const signed = await readFile(out, "utf8");
    await writeFile(out, signed.replace(/"value": "./, (text) => `${text.slice(0, -1)}${text.endsWith("A") ? "B" : "A"}`));
    expect((await both.atTheVendor("collect", "C00417.json")).stderr).toContain("CHR-PROOF-ALTERED");
    await writeFile(out, signed);
    expect(await both.atTheVendor("collect", "C00417.json")).toMatchObject({ code: 0, stdout: expect.stringMatching(/signée\s+par\s+la\s+clé/) });
  });

  it("says on the client's machine what is missing, and refuses what it cannot mean", async () => {
    const both = await machines();
    const none = await chorus(["prove", "--out", "x.json"], { cwd: both.client, variables: both.practice.variables });
    expect(none.stdout).toContain("secrets introuvables sur cette machine : $CHORUS_PRODUCTION_CLIENT_ID_C00417");
    for (const [args, code] of [
      [["prove"], "--out"],
      [["prove", "--out", "x.json", "--client", "C9"], "C9"],
      [["prove", "--out", "x.json", "--env", "qualification"], "qualification"],
      [["prove", "--out", "x.json", "--key", "absent.pem"], "CHR-PROOF-KEY-FILE"],
      [["prove", "--out", "x.json", "--key", "clients.csv"], "CHR-PROOF-KEY-FILE"],
    ] as const) {
      const ran = await both.atTheClients(...args);
      expect(ran, args.join(" ")).toMatchObject({ code: 1, stderr: expect.stringContaining(code) });
    }
    expect(await both.atTheVendor("prove", "--out", "x.json")).toMatchObject({ code: 1, stderr: expect.stringContaining("--client") });
  });
});
