import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { chorus, practise, readLines, ROOT, workIn, type Practice } from "./support.ts";

const EMPTY = { version: 1, settings: { missingRaccordement: "structures" }, environments: {} } as const;

const ATTESTED = [
  "qualification/espace/moe/raccordements",
  "qualification/raccordement/principale/moe",
  ...["assistance", "factures-travaux"].flatMap((api) => [
    `qualification/subscription/principale/${api}`,
    `qualification/cgu/principal/${api}`,
  ]),
];

const doQualification = async ({ change, variables }: Practice): Promise<Readonly<Record<string, string>>> => {
  const done = JSON.parse(await readFile(join(ROOT, "examples/simulation/half-way.json"), "utf8"));
  const account = done.environments.qualification.comptesTechniques["TECH_1_00000000054054@cpro.fr"];
  account.motDePasseChangeLe = new Date(Date.now() - 30 * 86_400_000).toISOString();
  await change(done);
  const application = done.environments.qualification.applications["APP_SANDBOX_api-choruspro.aife@finances.gouv.fr"];
  return {
    ...variables,
    CHORUS_QUALIFICATION_CLIENT_ID: application.clientId,
    CHORUS_QUALIFICATION_CLIENT_SECRET: application.clientSecret,
    CHORUS_QUALIFICATION_PASSWORD: account.motDePasse,
  };
};

const planOf = async (cwd: string, variables: Readonly<Record<string, string>>, ...more: readonly string[]) => {
  const ran = await chorus(["plan", "--format", "json", ...more], { cwd, variables });
  expect(ran.stderr).not.toContain("Error");
  return JSON.parse(ran.stdout) as PlanDocument;
};

const statusOf = ({ resources }: PlanDocument, address: string) =>
  resources.find((resource) => resource.address === address)?.status;

it("goes from nothing to a proven qualification, and knows what is left", async () => {
  const cwd = await workIn("chorus.config.yaml");
  const practice = await practise(EMPTY);
  const { simulator } = practice;

  const first = await planOf(cwd, practice.variables);
  expect(first.summary.inOrder).toBe(0);
  expect(simulator.requests()).toEqual([]);
  expect(first.steps.map(({ environment, action }) => `${environment} ${action}`)).toMatchSnapshot();

  const variables = await doQualification(practice);
  const attest = ["attest", ...ATTESTED, "--by", "Camille Durand", "--seen", "vu à l'écran", "--evidence", "TICKET-12"];
  expect(await chorus(attest, { cwd, variables })).toMatchObject({ code: 0, stderr: expect.not.stringContaining("CHR-USAGE") });

  const applied = await chorus(["apply"], { cwd, variables });
  expect(applied.code).toBe(0);
  const after = await planOf(cwd, variables, "--offline");
  expect(after.steps.filter(({ environment }) => environment === "qualification")).toEqual([]);
  expect(after.resources.filter(({ address, status }) => address.startsWith("qualification/") && status !== "in-order")).toEqual([]);
  expect(after.steps.length).toBeGreaterThan(4);
  expect(simulator.requests().every(({ method }) => method === "POST" || method === "GET")).toBe(true);

  const state = join(cwd, "chorus.state.jsonl");
  const [before, written] = [await readFile(state, "utf8"), await stat(state)];
  await chorus(["apply"], { cwd, variables });
  await chorus(["refresh"], { cwd, variables });
  expect(await readFile(state, "utf8")).toBe(before);
  expect((await stat(state)).mtimeMs).toBe(written.mtimeMs);
  const [header, ...lines] = await readLines(state);
  expect(header).toMatchObject({ chorus: "state", version: 2 });
  expect(lines.map((line) => (line as { subject: string }).subject)).toEqual([
    "qualification/application/principale",
    "qualification/compte-piste/principal",
    "qualification/compte-technique/principal",
    "qualification/matelas/principal",
    "qualification/structure/moe",
  ]);
});

it("tells by the exit code what is left, when asked", async () => {
  const cwd = await workIn("chorus.config.yaml");
  const practice = await practise(EMPTY);
  expect((await chorus(["plan"], { cwd, variables: practice.variables })).code).toBe(0);
  expect((await chorus(["plan", "--detailed-exitcode"], { cwd, variables: practice.variables })).code).toBe(2);
  const variables = { ...(await doQualification(practice)), CHORUS_ENV: "qualification" };
  await chorus(["attest", ...ATTESTED, "--by", "C", "--seen", "vu"], { cwd, variables });
  expect((await chorus(["plan", "--detailed-exitcode"], { cwd, variables })).code).toBe(0);
  await chorus(["apply"], { cwd, variables });
  expect((await chorus(["plan", "--offline", "--detailed-exitcode"], { cwd, variables })).code).toBe(0);
});

it("plans a part: an environment, a structure with all that is on it, one address", async () => {
  const cwd = await workIn("chorus.config.yaml");
  const addresses = async (...args: readonly string[]) =>
    (await planOf(cwd, {}, "--offline", ...args)).resources.map(({ address }) => address);
  expect((await addresses("--env", "production")).every((address) => address.startsWith("production/"))).toBe(true);
  expect(await addresses("--target", "production/structure/fournisseur")).toEqual([
    "production/espace/fournisseur/factures-emises",
    "production/espace/fournisseur/raccordements",
    "production/raccordement/principale/fournisseur",
    "production/rattachement/principal/fournisseur",
    "production/structure/fournisseur",
  ]);
  expect(await addresses("--target", "production/cgu/principal/factures")).toEqual(["production/cgu/principal/factures"]);
  const unknown = await chorus(["plan", "--offline", "--target", "production/structure/fournisseurs"], { cwd });
  expect(unknown).toMatchObject({ code: 1, stdout: "" });
  expect(unknown.stderr).toContain("CHR-ADDRESS-UNKNOWN");
  expect(unknown.stderr).toContain("production/structure/fournisseur");
});

it("writes a plan, shows it again, and applies no more than was reviewed", async () => {
  const cwd = await workIn("chorus.config.yaml");
  const practice = await practise(EMPTY);
  const variables = await doQualification(practice);
  const out = await chorus(["plan", "--offline", "--out", "plan.json"], { cwd, variables });
  expect(out.code).toBe(0);
  const shown = await chorus(["show", "plan.json"], { cwd });
  expect(shown.stdout).toBe(out.stdout);

  const config = join(cwd, "chorus.config.yaml");
  await writeFile(config, (await readFile(config, "utf8")).replace("nom: 25915604MOE", "nom: 25915604MOE\n    services: [NOUVEAU]"));
  await chorus(["apply", "plan.json"], { cwd, variables });
  const after = await planOf(cwd, variables, "--offline");
  expect(statusOf(after, "qualification/structure/moe")).toBe("in-order");
  expect(statusOf(after, "qualification/service/moe/NOUVEAU")).not.toBe("in-order");
  const state = await readFile(join(cwd, "chorus.state.jsonl"), "utf8");
  expect(state).not.toContain("NOUVEAU");
});

it("refuses to take a state that is gone for an empty one", async () => {
  const cwd = await workIn("chorus.config.yaml");
  const variables = await doQualification(await practise(EMPTY));
  await chorus(["refresh", "--env", "qualification"], { cwd, variables });
  await rm(join(cwd, "chorus.state.jsonl"));
  const gone = await chorus(["plan", "--offline"], { cwd, variables });
  expect(gone).toMatchObject({ code: 1, stdout: "" });
  expect(gone.stderr).toContain("CHR-STATE-GONE");
  expect((await chorus(["refresh", "--new-state"], { cwd, variables })).code).toBe(0);
});

it("names a structure that vanished from the configuration", async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(
    join(cwd, "chorus.state.jsonl"),
    [
      { chorus: "state", version: 2, lineage: "3f6c1c8e-4f5e-4f0e-9a53-0f7f6a3f7c11" },
      {
        subject: "production/structure/bordeaux",
        records: [{ conditions: [{ type: "Active", status: "true", reason: "structure-active", since: "2026-11-01T00:00:00Z" }] }],
      },
    ]
      .map((line) => JSON.stringify(line))
      .join("\n"),
  );
  const ran = await chorus(["plan", "--offline"], { cwd });
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain("CHR-VANISHED");
  expect(ran.stderr).toContain("bordeaux");
});

it("applies a plan of a part to that part alone", async () => {
  const cwd = await workIn("chorus.config.yaml");
  const practice = await practise(EMPTY);
  const variables = await doQualification(practice);
  await chorus(["plan", "--offline", "--env", "qualification", "--out", "part.json"], { cwd, variables });
  const applied = await chorus(["apply", "part.json"], { cwd, variables });
  expect(applied.code).toBe(0);
  expect(applied.stdout).not.toContain("~ ");
  expect(await readFile(join(cwd, "chorus.state.jsonl"), "utf8")).not.toContain('"production/');
});
