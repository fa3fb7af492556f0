import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/model/condition.ts";
import type { PlanDocument } from "../../src/plan/plan-document.ts";
import type { ScenarioFault } from "../../src/simulator/scenario.ts";
import { DIRECT, SECRETS } from "../support/direct.ts";
import { directBut, type DirectParts } from "../support/direct-world.ts";
import { said } from "../support/plans.ts";
import { chorus, practise, workIn } from "./support.ts";

/** Each class of unknown, as a person or a tool meets it: by the command, over HTTP. */

interface Setting {
  readonly yaml?: string;
  readonly spoil?: (parts: DirectParts) => void;
  readonly faults?: readonly ScenarioFault[];
  readonly secrets?: Readonly<Record<string, string>>;
  /** Addresses that somebody gave his word on before. */
  readonly attested?: readonly string[];
  readonly args?: readonly string[];
}

const planIn = async ({ yaml = DIRECT, spoil, faults = [], secrets = SECRETS, attested = [], args = [] }: Setting): Promise<PlanDocument> => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), yaml);
  const practice = await practise({ ...directBut(spoil), faults });
  const variables = { ...practice.variables, ...secrets };
  if (attested.length > 0) await chorus(["attest", ...attested, "--by", "Camille Durand", "--seen", "vu à l'écran"], { cwd, variables });
  const ran = await chorus(["plan", "--format", "json", ...args], { cwd, variables });
  expect(ran.code, ran.stderr).toBe(0);
  return JSON.parse(ran.stdout) as PlanDocument;
};

const evidenceOf = ({ resources }: PlanDocument, address: string): Condition["evidence"] =>
  resources.find((resource) => resource.address === address)?.conditions[0]?.evidence;

const of = (kind: string, name: string): string => `production/${kind}/${name}`;
const ACCOUNT = of("compte-technique", "principal");
const SIEGE = of("structure", "siege");
const RACCORDEMENT = of("raccordement/principale", "siege");
const FACTURES_EMISES = of("espace", "siege/factures-emises");

it("unprovable: no API tells of it", async () => {
  expect(said(await planIn({}), of("espace", "siege/raccordements"))).toBe("unknown unprovable no-api-tells");
});

describe("not-configured", () => {
  it("a secret is missing, and only what needs it is not known", async () => {
    const { CHORUS_PRODUCTION_PASSWORD: _password, ...secrets } = SECRETS;
    const plan = await planIn({ secrets });
    expect(said(plan, ACCOUNT)).toBe("unknown not-configured secret-missing");
    expect(said(plan, of("application", "principale"))).toBe("true verified token-granted");
  });

  it("the API that would tell is not selected", async () => {
    const yaml = DIRECT.replace("apis: [factures, structures, transverses, utilisateurs]", "apis: [factures, structures]");
    expect(said(await planIn({ yaml }), FACTURES_EMISES)).toBe("unknown not-configured api-not-selected");
  });
});

describe("not-asked", () => {
  it("the time was up", async () => {
    const faults = [{ fault: "slow-headers", rate: 1, route: "/cpro", delayMs: 20_000 }] as const;
    const plan = await planIn({ faults, args: ["--timeout", "4s"] });
    expect(said(plan, of("application", "principale"))).toBe("true verified token-granted");
    expect(said(plan, SIEGE)).toBe("unknown not-asked not-asked");
  });

  it("offline", async () => {
    expect(said(await planIn({ args: ["--offline"] }), SIEGE)).toBe("unknown not-asked not-asked");
  });
});

it("waiting: something else must come true first", async () => {
  const plan = await planIn({
    spoil: ({ application }) => {
      application.apis = application.apis.filter((api) => api !== "transverses");
    },
  });
  expect(said(plan, of("subscription/principale", "transverses"))).toBe("false verified route-forbidden");
  expect(said(plan, FACTURES_EMISES)).toBe("unknown waiting waits");
  const { resources } = plan;
  expect(resources.find(({ address }) => address === FACTURES_EMISES)?.waitsFor).toEqual([of("subscription/principale", "transverses")]);
});

it("elsewhere: the secrets stay at the client's", async () => {
  const plan = await planIn({ yaml: `${DIRECT}secrets: chez-le-client\n` });
  expect(said(plan, of("application", "principale"))).toBe("unknown elsewhere secrets-elsewhere");
  expect(said(plan, ACCOUNT)).toBe("unknown elsewhere secrets-elsewhere");
});

it("transient: the platform does not answer well enough, this time", async () => {
  const plan = await planIn({ faults: [{ fault: "503", rate: 1, route: "/cpro/transverses" }] });
  expect(said(plan, FACTURES_EMISES)).toBe("unknown transient platform-unavailable");
  expect(evidenceOf(plan, FACTURES_EMISES)).toMatchObject({ by: "api", status: 503, tries: 4 });
  expect(said(plan, SIEGE)).toBe("true verified structure-active");
});

describe("unexpected-answer", () => {
  it("what is no JSON", async () => {
    const plan = await planIn({ faults: [{ fault: "not-json", rate: 1, route: "/cpro/transverses/v1/recuperer" }] });
    expect(said(plan, FACTURES_EMISES)).toBe("unknown unexpected-answer answer-not-understood");
    expect(evidenceOf(plan, FACTURES_EMISES)).toMatchObject({ by: "api", status: 200 });
  });

  it("a value that no description has: where it stands is told", async () => {
    const plan = await planIn({ faults: [{ fault: "unknown-values", rate: 1, route: "/cpro/utilisateurs" }] });
    const address = of("rattachement/principal", "lyon");
    expect(said(plan, address)).toBe("unknown unexpected-answer answer-not-understood");
    expect(evidenceOf(plan, address)).toMatchObject({ by: "api", status: 200, surprise: expect.stringMatching(/^\/\w+\/\d+\/\w+$/) });
  });
});

describe("contradicted", () => {
  it("a person's word, by a 403 that echoes the request", async () => {
    const plan = await planIn({
      spoil: ({ settings, raccordements }) => {
        settings.missingRaccordement = "structures";
        for (const name of Object.keys(raccordements)) delete raccordements[name];
      },
      attested: [RACCORDEMENT],
    });
    expect(said(plan, RACCORDEMENT)).toBe("unknown contradicted refused-as-if-not-connected");
    expect(evidenceOf(plan, RACCORDEMENT)).toMatchObject({ by: "api", status: 403 });
  });

  it("one route that refuses the account, by another that accepts it", { timeout: 90_000 }, async () => {
    const plan = await planIn({ faults: [{ fault: "401-piste", rate: 1, route: "/cpro/utilisateurs" }] });
    expect(said(plan, ACCOUNT)).toBe("unknown contradicted accepted-elsewhere");
    expect(evidenceOf(plan, ACCOUNT)).toMatchObject({
      by: "api",
      status: 401,
      request: expect.stringContaining("/cpro/utilisateurs/"),
      against: { status: 200, request: expect.stringContaining("/cpro/transverses/"), at: expect.any(String) },
    });
  });
});
