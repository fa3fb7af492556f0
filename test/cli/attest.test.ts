import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { chorus, practise, workIn } from "./support.ts";
import { DIRECT, DIRECT_DONE } from "../support/direct.ts";

const RACCORDEMENT = "production/raccordement/principale/siege";
const LYON = "production/rattachement/principal/lyon";
const BY = ["--by", "Camille Durand"];

it("keeps a file of evidence by its digest, says when it changed, and what attests nothing", { timeout: 120_000 }, async () => {
  const cwd = await workIn("examples/direct");
  const run = (...args: readonly string[]) => chorus(args, { cwd });
  await writeFile(join(cwd, "ecran.png"), "une image");
  expect(await run("attest", RACCORDEMENT, ...BY, "--seen", "ligne du siège", "--evidence", "ecran.png")).toMatchObject({ code: 0 });
  const file = join(cwd, "chorus.attestations.yaml");
  expect(await readFile(file, "utf8")).toMatch(/evidence:\n {4}file: ecran\.png\n {4}sha256: [0-9a-f]{64}\n/);
  expect(await run("validate")).toMatchObject({ code: 0, stdout: expect.not.stringContaining("CHR-EVIDENCE-FILE") });

  await writeFile(join(cwd, "ecran.png"), "une autre");
  await writeFile(file, (await readFile(file, "utf8")).replace("# ", `- address: production/raccordement/principale/lion\n  by: C\n  at: 2026-01-01\n  seen: vu\n  until: 2030-01-01\n  covers: "0"\n# `));
  const { code, stdout } = await run("validate");
  expect(code).toBe(0);
  expect(stdout).toContain("CHR-EVIDENCE-FILE");
  expect(stdout).toContain("CHR-ATTESTATION-UNMATCHED");
  expect(stdout).toContain("chorus.attestations.yaml:1:");
  expect(stdout).toContain("production/raccordement/principale/lyon");
  expect((await run("plan", "--offline")).stderr).toMatch(/\d avertissements? sur la configuration/);
});

it("is told where it stands by the file as it is seen from here, as every file is", async () => {
  const cwd = await workIn("examples/direct");
  await mkdir(join(cwd, "below"));
  const run = async (below: string, ...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await chorus(args, { cwd: join(cwd, below) });
    expect(code).toBe(1);
    return stdout + stderr;
  };
  await writeFile(join(cwd, "chorus.attestations.yaml"), "- address: production/espace/lyon/raccordements\n");
  for (const command of ["validate", "status"]) {
    expect(await run("", command)).toMatch(/^chorus\.attestations\.yaml:1:3 erreur/m);
    expect(await run("below", command)).toMatch(/^\.\.\/chorus\.attestations\.yaml:1:3 erreur/m);
  }
  expect(await run("", "plan", "--offline", "--output", "github")).toMatch(/^::error file=chorus\.attestations\.yaml,line=1/m);
  await rm(join(cwd, "chorus.attestations.yaml"));
  await writeFile(join(cwd, "chorus.state.jsonl"), "half");
  expect(await run("", "status")).toMatch(/^chorus\.state\.jsonl:1:1 erreur[^]*git checkout -- chorus\.state\.jsonl\./m);
});

it("refuses what holds a password, and writes nothing then", async () => {
  const cwd = await workIn("examples/direct");
  const variables = { CHORUS_PRODUCTION_PASSWORD: "canari-mot(2)passe" };
  await writeFile(join(cwd, "note.txt"), "le mot de passe est canari-mot(2)passe");
  await writeFile(join(cwd, "Informations de connexion.pdf"), "%PDF-1.4");
  for (const evidence of ["note.txt", "Informations de connexion.pdf"]) {
    const ran = await chorus(["attest", RACCORDEMENT, ...BY, "--seen", "vu", "--evidence", evidence], { cwd, variables });
    expect(ran).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("CHR-EVIDENCE-SECRET") });
  }
  await expect(readFile(join(cwd, "chorus.attestations.yaml"))).rejects.toThrow("ENOENT");
});

it("keeps every word where several are given at once", { timeout: 120_000 }, async () => {
  const cwd = await workIn("examples/direct");
  const { resources } = JSON.parse((await chorus(["plan", "--offline", "--format", "json"], { cwd })).stdout) as PlanDocument;
  const addresses = resources.map(({ address }) => address).filter((address) => /^production\/(espace|raccordement|matelas|cgu)\//.test(address)).slice(0, 7);
  expect(addresses.length).toBe(7);
  const runs = await Promise.all(addresses.map((address) => chorus(["attest", address, ...BY, "--seen", "vu"], { cwd })));
  expect(runs.map(({ code }) => code)).toEqual(addresses.map(() => 0));
  const written = await readFile(join(cwd, "chorus.attestations.yaml"), "utf8");
  expect([...written.matchAll(/^- address: (.*)$/gm)].map(([, address = ""]) => address).toSorted()).toEqual(addresses.toSorted());
  await expect(readFile(join(cwd, "chorus.attestations.yaml.lock"))).rejects.toThrow("ENOENT");
});

it.each(["Pacific/Noumea", "America/Guadeloupe"])("takes no date that could be another, and the same moment in %s", { timeout: 60_000 }, async (TZ) => {
  const cwd = await workIn("examples/direct");
  const run = (...args: readonly string[]) => chorus(["attest", RACCORDEMENT, ...BY, "--seen", "vu", ...args], { cwd, variables: { TZ } });
  for (const [until, meant] of [["01/02/2097", "2097-02-01"], ["12-01-2097", "2097-01-12"], ["2097-02-31", "2026-12-31"], ["2097-06", "2026-12-31"], ["2097-06-30T23:00", "2026-12-31"]]) {
    const { code, stderr } = await run("--until", until ?? "");
    expect([code, stderr.replaceAll(/\s+/g, " ")]).toEqual([1, expect.stringMatching(new RegExp(`CHR-DATE-FORM.*--until : « ${until} ».*Écrivez .*${meant}`))]);
  }
  expect(await run("--at", "24/11/2026")).toMatchObject({ code: 1, stderr: expect.stringContaining("--at") });
  expect(await run("--until", "2097-06-30")).toMatchObject({ code: 0, stdout: expect.stringContaining("30/06/2097") });
  const file = join(cwd, "chorus.attestations.yaml");
  expect(await readFile(file, "utf8")).toContain("until: 2097-06-30T23:59:59Z");
  await writeFile(file, (await readFile(file, "utf8")).replace("2097-06-30T23:59:59Z", "2097-06-30T23:00"));
  expect((await chorus(["validate"], { cwd, variables: { TZ } })).stdout.replaceAll(/\s+/g, " ")).toMatch(/chorus.attestations.yaml:7:.*« until: 2097-06-30T23:00 »/);
});

it("accepts a difference until a date", { timeout: 120_000 }, async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const practice = await practise(DIRECT_DONE);
  await practice.change({ environments: { production: { comptesTechniques: { "TECH_1_73282932000074@cpro.fr": { rattachements: [] } } } } });
  const [application] = Object.values(DIRECT_DONE.environments.production?.applications ?? {});
  const [account] = Object.values(DIRECT_DONE.environments.production?.comptesTechniques ?? {});
  const variables = {
    ...practice.variables,
    CHORUS_PRODUCTION_CLIENT_ID: application?.clientId ?? "",
    CHORUS_PRODUCTION_CLIENT_SECRET: application?.clientSecret ?? "",
    CHORUS_PRODUCTION_PASSWORD: account?.motDePasse ?? "",
  };
  const run = (...args: readonly string[]) => chorus(args, { cwd, variables });
  const lyon = async () => (JSON.parse((await run("plan", "--format", "json")).stdout) as PlanDocument).resources.find(({ address }) => address === LYON);
  expect(await lyon()).toMatchObject({ status: "to-do" });
  for (const [missing, args] of [["--reason", ["--accept"]], ["--until", ["--accept", "--reason", "cédé"]], ["--accept", ["--reason", "cédé"]]] as const) {
    expect(await run("attest", LYON, ...BY, ...args)).toMatchObject({ code: 1, stderr: expect.stringContaining(missing) });
  }
  const accepted = await run("attest", LYON, ...BY, "--accept", "--reason", "cédé en janvier", "--until", "2099-01-31");
  expect(accepted).toMatchObject({ code: 0, stdout: expect.stringMatching(/différence acceptée par Camille Durand, jusqu'au\s+31\/01\/2099/) });
  expect(await lyon()).toMatchObject({ status: "accepted", conditions: [{ status: "false", accepted: { reason: "cédé en janvier" } }] });
  expect((await run("plan")).stdout.replaceAll(/\s+/g, " ")).toContain("différence acceptée jusqu'au 31/01/2099 par Camille Durand « cédé en janvier »");
  await practice.change({ environments: { production: { comptesTechniques: { "TECH_1_73282932000074@cpro.fr": { rattachements: ["73282932000082"] } } } } });
  expect((await run("plan")).stdout.replaceAll(/\s+/g, " ")).toContain("l'acceptation peut être retirée");
});
