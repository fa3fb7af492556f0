import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import { configurationOf } from "../../src/simulator/generate/configuration-of.ts";
import type { GenerateOptions } from "../../src/simulator/generate/draft.ts";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { doneScenario, secretsOf } from "../support/done-world.ts";
import { desiredFrom } from "../support/world.ts";
import { chorus, practise } from "./support.ts";

/** Of what only people can say, a plan asks for their word whatever was imported. */
const ATTESTED: ReadonlySet<string> = new Set(["raccordement", "matelas"]);

const WIDER = ["factures", "structures", "transverses", "utilisateurs", "engagements"] as const;

/** A world in which all that a generated configuration wants is there, and that configuration with the home of each account alone. */
const cutDown = async (options: GenerateOptions) => {
  const { "chorus.config.yaml": generated = "" } = configurationOf(options);
  const whole = generated.replace(/^secrets: .*\n/m, "");
  const desired = await desiredFrom(whole);
  const done = doneScenario(desired, { missingRaccordement: "structures" });
  const production = done.environments.production ?? {};
  const structures = Object.fromEntries(Object.entries(production.structures ?? {}).map(([siret, one], at) => [
    siret,
    { ...one, designation: at % 3 === 0 ? "Mairie d'Évry" : `ÉTABLISSEMENT ${at} (annexe)`, services: at % 4 === 0 ? { COMPTA: { nom: "Comptabilité" }, FERME: { nom: "Fermé", actif: false } } : {}, espaces: at % 5 === 4 ? ["raccordements" as const, "factures-recues" as const] : one.espaces ?? [] },
  ]));
  const scenario: Scenario = { ...done, environments: { ...done.environments, production: { ...production, structures } } };
  const cut = whole.split("\n").filter((line) => !/^ {2}s\d+: /.test(line) || line.includes('"login"')).join("\n");
  return { whole: desired, cut, scenario, variables: secretsOf(desired) };
};

const folderWith = async (config: string): Promise<string> => {
  const cwd = await mkdtemp(join(tmpdir(), "chorus-test-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await writeFile(join(cwd, "chorus.config.yaml"), config);
  return cwd;
};

describe.each([
  { seed: 1, structures: 12 },
  { seed: 7, structures: 25 },
  { seed: 23, structures: 18 },
])("a world of seed $seed with $structures structures", (size) => {
  it("comes in whole, and what could be proven asks for no step", { timeout: 120_000 }, async () => {
    const { whole, cut, scenario, variables } = await cutDown({ ...size, topology: "direct", now: Date.now() });
    const cwd = await folderWith(cut);
    const practice = await practise(scenario);
    const given = { ...practice.variables, ...variables };
    const seen = await chorus(["import", "live", "--env", "production", "--lang", "en"], { cwd, variables: given });
    expect(seen, seen.stderr).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "chorus.config.yaml"), "utf8")).toBe(cut);
    const ran = await chorus(["import", "live", "--env", "production", "--write"], { cwd, variables: given });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    const after = await readFile(join(cwd, "chorus.config.yaml"), "utf8");
    expect(cut.split("\n").filter((line) => !after.split("\n").includes(line))).toEqual([]);
    const imported = await desiredFrom(after);
    const idsOf = ({ environments }: typeof whole): readonly string[] => Object.values(environments.production?.structures ?? {}).map(({ identifiant }) => identifiant).toSorted();
    expect(idsOf(imported)).toEqual(idsOf(whole));
    for (const args of [["plan", "--offline"], ["plan"]]) {
      const planned = await chorus([...args, "--env", "production", "--format", "json"], { cwd, variables: given });
      const { steps } = JSON.parse(planned.stdout) as PlanDocument;
      const open = steps.flatMap(({ items }) => items.map(({ address }) => address.split("/"))).filter(([, kind = "", , what]) => !ATTESTED.has(kind) && what !== "raccordements");
      expect(open.map((parts) => parts.join("/"))).toEqual([]);
    }
    const again = await chorus(["import", "live", "--env", "production", "--lang", "en"], { cwd, variables: given });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/^0 structures reached and not declared/) as string });
    expect(await readFile(join(cwd, "chorus.config.yaml"), "utf8")).toBe(after);
  });
});

it("names what it could not read, and APIs that nobody declared", async () => {
  const { cut, scenario, variables } = await cutDown({ seed: 3, structures: 4, topology: "direct", now: Date.now() });
  const applications = scenario.environments.production?.applications ?? {};
  const [name = ""] = Object.keys(applications);
  const practice = await practise(scenario);
  await practice.change({ environments: { production: { applications: { [name]: { apis: [...WIDER], consentements: [...WIDER] } } } } });
  const cwd = await folderWith(cut);
  const given = { ...practice.variables, ...variables };
  expect((await chorus(["import", "live", "--lang", "en"], { cwd, variables: given })).stdout).toContain("engagements");
  const nobody = await chorus(["import", "live", "--env", "production"], { cwd: await folderWith(cut.replace(/^structures:\n(?: .*\n)+/m, "")), variables: given });
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining("CHR-IMPORT-NO-ACCOUNT") as string });
  const passwords = Object.keys(given).filter((variable) => !variable.startsWith("CHORUS_PRODUCTION_PASSWORD"));
  const without = await chorus(["import", "live", "--lang", "en"], { cwd, variables: Object.fromEntries(passwords.map((variable) => [variable, (given as Record<string, string>)[variable] ?? ""])) });
  expect(without).toMatchObject({ code: 1, stdout: expect.stringContaining("could not be read") as string });
});
