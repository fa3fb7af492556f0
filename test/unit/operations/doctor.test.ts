import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, it, onTestFinished } from "vitest";
import type { Choice } from "../../../src/doctor/choose.ts";
import type { DoctorDocument } from "../../../src/doctor/doctor-document.ts";
import { examine } from "../../../src/operations/doctor.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import type { Scenario } from "../../../src/simulator/scenario.ts";
import { renderDoctorText } from "../../../src/views/doctor-text.ts";
import { DIRECT, DIRECT_DONE, LOGIN, SECRETS } from "../../support/direct.ts";
import { startProject, type TestProject } from "../../support/project.ts";
import { selfSigned } from "../piste/support/certificate.ts";
import { screen } from "../views/screen.ts";

const ROOT = join(import.meta.dirname, "../../..");
const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(
  JSON.parse(readFileSync(join(ROOT, "schemas/doctor.schema.json"), "utf8")) as object,
);

interface Setup {
  readonly scenario?: Scenario;
  readonly yaml?: string;
  readonly secrets?: Record<string, string>;
  readonly others?: Record<string, string>;
}

const start = async ({ scenario = DIRECT_DONE, yaml = DIRECT, secrets = SECRETS, others = {} }: Setup = {}): Promise<TestProject> => {
  const project = await startProject(scenario, { yaml, secrets, others });
  onTestFinished(() => project.close());
  return project;
};

interface Options extends Partial<Choice> {
  readonly hosts?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** The document of an examination: valid by its schema, without a secret, without a write. */
const examined = async (project: TestProject, { hosts = [], variables = {}, limit = 20, ...choice }: Options = {}): Promise<DoctorDocument> => {
  const ports = { ...project.ports, variables: { ...project.ports.variables, ...variables } };
  const trust = { ...NO_TRUST, loopback: true, hosts: new Set(hosts) };
  const document = await examine(ports, await project.open(), { choice: { limit, ...choice }, trust, version: "1" });
  expect(validate(JSON.parse(JSON.stringify(document))), JSON.stringify(validate.errors)).toBe(true);
  expect(project.simulator.requests().every(({ method }) => method !== "PATCH" && method !== "PUT")).toBe(true);
  for (const secret of [SECRETS.CHORUS_PRODUCTION_CLIENT_SECRET, SECRETS.CHORUS_PRODUCTION_PASSWORD, "wrong-secret", LOGIN]) {
    expect(JSON.stringify(document)).not.toContain(secret);
  }
  return document;
};

/** `token principale: ok token-granted` */
const verdicts = ({ environments }: DoctorDocument): readonly string[] =>
  environments.flatMap(({ checks }) =>
    checks.map(({ check, subject, status, reason }) => `${check} ${subject.replace(/(127\.0\.0\.1|localhost):\d+/, "HOST")}: ${status} ${reason}`),
  );

const checkOf = (document: DoctorDocument, name: string) =>
  document.environments.flatMap(({ checks }) => checks).find(({ id }) => id.startsWith(name));

const LOOPBACK = ["proxy HOST: skipped loopback", "dns HOST: ok resolved", "tcp HOST: ok connected", "tls HOST: skipped plain-http"];
const APIS = ["factures", "structures", "transverses", "utilisateurs"];
const SUBSCRIBED = APIS.map((api) => `api principale/${api}: ok route-answers`);
const WAITING = APIS.map((api) => `api principale/${api}: waiting waits`);

const changed = (change: (production: NonNullable<Scenario["environments"]["production"]>) => unknown): Scenario => {
  const scenario = structuredClone(DIRECT_DONE);
  const { production } = scenario.environments;
  if (production === undefined) throw new Error("no production");
  return { ...scenario, environments: { production: change(production) as typeof production } };
};

it("tells which files of secrets every user of the machine may read", async () => {
  const yaml = `${DIRECT}secrets: { clientId: { file: "secrets.json", key: id }, clientSecret: { file: "secrets.json", key: secret }, password: { file: "password" } }\n`;
  const others = {
    "secrets.json": JSON.stringify({ id: SECRETS.CHORUS_PRODUCTION_CLIENT_ID, secret: SECRETS.CHORUS_PRODUCTION_CLIENT_SECRET }),
    password: SECRETS.CHORUS_PRODUCTION_PASSWORD,
  };
  const project = await start({ yaml, others });
  chmodSync(join(project.folder, "secrets.json"), 0o644);
  chmodSync(join(project.folder, "password"), 0o600);
  const [environment] = (await examined(project)).environments;
  expect(environment?.checks[0]).toMatchObject({ status: "ok", reason: "secrets-found", facts: { found: 3, exposed: ["secrets.json"] } });
  expect(renderDoctorText(await examined(project), screen("en", 100))).toContain("secrets.json: every user of this machine can read it (chmod 600)");
  expect(renderDoctorText(await examined(project, { variables: { OS: "Windows_NT" } }), screen("en", 100))).not.toContain("chmod");
  chmodSync(join(project.folder, "secrets.json"), 0o600);
  expect((await examined(project)).environments[0]?.checks[0]?.facts).toEqual({ found: 3 });
});

it("finds everything fine, with what each line rests on", async () => {
  const document = await examined(await start());
  expect(verdicts(document)).toEqual([
    "secrets : ok secrets-found",
    ...LOOPBACK,
    "clock : ok clock-right",
    "token principale: ok token-granted",
    ...SUBSCRIBED,
    "account principal: ok login-accepted",
  ]);
  expect(document.summary).toEqual({ ok: 10, failed: 0, waiting: 0, unknown: 0, skipped: 2 });
  expect(checkOf(document, "production/token/")).toMatchObject({
    facts: { lifetimeS: 3600 },
    evidence: { asked: "POST /production/api/oauth/token", status: 200, tries: 1, durationMs: expect.any(Number), correlationId: expect.stringMatching(/^Id-/) },
  });
});

it("agrees with the plan on a wrong secret, asks the other environment once, and lets the rest wait", async () => {
  const project = await start({ secrets: { ...SECRETS, CHORUS_PRODUCTION_CLIENT_SECRET: "wrong-secret" } });
  const document = await examined(project);
  expect(verdicts(document).slice(6)).toEqual(["token principale: failed client-refused", ...WAITING, "account principal: waiting waits"]);
  const token = checkOf(document, "production/token/");
  expect(token).toMatchObject({ evidence: { status: 400, tries: 9 }, facts: { elsewhere: { environment: "qualification", answer: "refused", evidence: { tries: 1 } } } });
  expect(token?.causes?.map(({ cause }) => cause)).not.toContain("other-environment");
  expect(checkOf(document, "production/account/")?.waitsFor).toBe("production/token/principale");
  const asked = project.simulator.requests().map(({ environment }) => environment);
  expect([asked.length, asked.filter((environment) => environment === "qualification").length]).toEqual([10, 1]);
});

it("proves that credentials are the other environment's", async () => {
  const [application] = Object.values(DIRECT_DONE.environments.production?.applications ?? {});
  const scenario = changed((production) => ({ ...production, applications: {} }));
  const both = { ...scenario, environments: { ...scenario.environments, qualification: { applications: { sandbox: application } } } } as unknown as Scenario;
  const token = checkOf(await examined(await start({ scenario: both })), "production/token/");
  expect(token).toMatchObject({ status: "failed", reason: "client-refused", facts: { elsewhere: { answer: "accepted", evidence: { status: 200 } } } });
  expect(token?.causes).toEqual([{ cause: "other-environment" }]);
});

it("tells an API that is not subscribed, and an account that is refused, from the rest", async () => {
  const closed = changed((production) => ({
    ...production,
    applications: Object.fromEntries(
      Object.entries(production.applications ?? {}).map(([nom, one]) => [nom, { ...one, apis: one.apis.filter((api) => api !== "factures") }]),
    ),
  }));
  const document = await examined(await start({ scenario: closed, secrets: { ...SECRETS, CHORUS_PRODUCTION_PASSWORD: "wrong-secret" } }));
  expect(verdicts(document).filter((line) => line.includes("failed"))).toEqual([
    "api principale/factures: failed route-forbidden",
    "account principal: failed login-refused",
  ]);
  expect(checkOf(document, "production/api/principale/factures")?.causes?.[0]).toEqual({ cause: "not-selected", told: "other-apis-answer" });
});

it("says which secret is missing, by its reference", async () => {
  const { CHORUS_PRODUCTION_PASSWORD: _password, ...secrets } = SECRETS;
  const document = await examined(await start({ secrets }));
  expect(checkOf(document, "production/secrets")).toMatchObject({
    status: "failed",
    facts: { found: 2, missing: [{ of: "password", name: "principal", secret: "$CHORUS_PRODUCTION_PASSWORD", reason: "unset" }] },
  });
  expect(checkOf(document, "production/account/")).toMatchObject({ status: "waiting", waitsFor: "production/secrets" });
});

it("asks nothing where the name is not found", async () => {
  const project = await start({ scenario: { ...DIRECT_DONE, faults: [{ fault: "dns", rate: 1 }] } });
  const document = await examined(project, { hosts: ["dns-failure.invalid"] });
  expect(verdicts(document)).toEqual([
    "secrets : ok secrets-found",
    "proxy dns-failure.invalid: ok no-proxy-set",
    "dns dns-failure.invalid: failed name-not-found",
    "tcp dns-failure.invalid: waiting cable",
    "tls dns-failure.invalid: waiting cable",
    "clock : waiting nothing-answered",
    "token principale: waiting cable",
    ...APIS.map((api) => `api principale/${api}: waiting cable`),
    "account principal: waiting cable",
  ]);
  expect(checkOf(document, "production/dns")?.causes).toEqual(expect.arrayContaining([{ cause: "dns", told: "name-not-found" }]));
  expect(project.simulator.requests()).toEqual([]);
});

it("measures how far the clocks are apart", async () => {
  const document = await examined(await start({ scenario: { ...DIRECT_DONE, faults: [{ fault: "clock-skew", rate: 1 }] } }));
  const clock = checkOf(document, "production/clock");
  expect(clock).toMatchObject({ status: "failed", reason: "clock-off", causes: [{ cause: "clock", told: "clock-off" }] });
  expect(Math.abs((clock?.facts?.aheadS ?? 0) - 600)).toBeLessThanOrEqual(1);
});

it("tells that a proxy answers in the platform's place", async () => {
  const document = await examined(await start({ scenario: { ...DIRECT_DONE, faults: [{ fault: "502", rate: 1 }] } }));
  expect(checkOf(document, "production/token/")).toMatchObject({ status: "failed", reason: "platform-unavailable", causes: expect.arrayContaining([expect.objectContaining({ cause: "proxy" })]) });
});

it("names a proxy by its variable, without its password, and that it cannot be reached", async () => {
  const variables = { https_proxy: "http://user:wrong-secret@127.0.0.1:9", ...endpoints("https://api.example.org") };
  const document = await examined(await start(), { hosts: ["api.example.org"], variables });
  expect(checkOf(document, "production/proxy")).toMatchObject({ status: "ok", facts: { variable: "https_proxy", proxy: "http://[secret]@127.0.0.1:9" } });
  expect(checkOf(document, "production/tcp")).toMatchObject({ status: "failed", reason: "not-connected", facts: { code: "ECONNREFUSED" } });
});

const endpoints = (url: string) => ({ CHORUS_PRODUCTION_OAUTH_URL: url, CHORUS_PRODUCTION_API_URL: url });

it("shows the certificates that it sees, and tells a private authority from an unknown one", async () => {
  const pair = selfSigned("localhost");
  const server = createServer(pair, (_, response) => response.writeHead(503).end());
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const project = await start();
  const file = join(project.folder, "ca.pem");
  writeFileSync(file, pair.cert);
  const trusted = await examined(project, { hosts: [host], variables: { ...endpoints(`https://${host}`), CHORUS_CA_FILE: file } });
  expect(checkOf(trusted, "production/tls")).toMatchObject({
    status: "ok",
    reason: "private-root",
    facts: { root: "CHORUS_CA_FILE", chain: [{ subject: "CN=test", issuer: "CN=test", validFrom: "2020-01-01T00:00:00Z", validUntil: "2049-12-31T23:59:59Z" }] },
  });
  expect(checkOf(trusted, "production/token")).toMatchObject({ status: "failed", reason: "platform-unavailable" });
  const unknown = await examined(project, { hosts: [host], variables: endpoints(`https://${host}`) });
  expect(checkOf(unknown, "production/tls")).toMatchObject({ status: "failed", reason: "issuer-unknown", causes: expect.arrayContaining([{ cause: "tls-interception", told: "private-issuer" }]) });
  expect(checkOf(unknown, "production/token")).toMatchObject({ status: "waiting", waitsFor: `production/tls/${host}` });
  const unreadable = await examined(project, { hosts: [host], variables: { ...endpoints(`https://${host}`), CHORUS_CA_FILE: "nowhere.pem" } });
  expect(checkOf(unreadable, "production/tls")).toMatchObject({ status: "failed", reason: "ca-unreadable" });
});

const CONCENTRATEUR = `${DIRECT.replace("direct", "concentrateur").replace(/structures:[\s\S]*/, "structures: { operateur: 73282932000074 }\n")}clients: { from: clients.csv }\n`;

it("tries no more accounts than told, and those that are named", async () => {
  const sirets = ["12345678200010", "01234567400019", "73282932000082", "73282932000090"];
  const others = { "clients.csv": `code;siret\n${sirets.map((siret, index) => `C${index};${siret}`).join("\n")}\n` };
  const project = await start({ yaml: CONCENTRATEUR, others });
  const few = await examined(project, { limit: 2 });
  expect(few.environments[0]?.checks.filter(({ check }) => check === "account")).toHaveLength(2);
  expect(few.environments[0]?.notTried.accounts).toBeGreaterThan(0);
  const named = await examined(project, { accounts: ["C3"] });
  expect(verdicts(named).filter((line) => line.startsWith("account"))).toEqual(["account C3: waiting secret-missing"]);
  expect(named.environments[0]?.notTried).toEqual({ applications: 0, accounts: 0 });
});

it("prints a line for each thousand of many accounts, and those that failed", () => {
  const checks = Array.from({ length: 2500 }, (_, index) => {
    const failed = index === 1200;
    return { id: `production/account/C${index}`, check: "account", subject: `C${index}`, status: failed ? "failed" : "ok", reason: failed ? "login-refused" : "login-accepted" } as const;
  });
  const summary = { ok: 2499, failed: 1, waiting: 0, unknown: 0, skipped: 0 };
  const document = { format: "chorus-doctor", version: 1, createdAt: "2026-11-24T08:12:00Z", chorus: "1", summary, environments: [{ environment: "production", checks, notTried: { applications: 0, accounts: 0 } }] };
  const text = renderDoctorText(document as unknown as DoctorDocument, screen("en"));
  expect(text.split("\n").slice(2, -2)).toEqual([
    "PRODUCTION: 2499 fine, 1 failed",
    "",
    "  ✓ account 1 to 1000: 1000 fine",
    "  ✗ account 1001 to 2000: 999 fine, 1 failed",
    "  ✓ account 2001 to 2500: 500 fine",
    "  ✗ account  C1200: technical login or password refused",
    "",
  ]);
});
