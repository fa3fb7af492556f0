import { readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { DIRECT, DIRECT_DONE } from "../support/direct.ts";
import { chorus, practise, workIn, type Ran } from "./support.ts";

/** Planted secrets, with what breaks shells, URLs, JSON and patterns. Every run is searched for those that it is given. */
const CANARY = {
  CHORUS_PRODUCTION_CLIENT_ID: "canary-id-4c1d",
  CHORUS_PRODUCTION_CLIENT_SECRET: 'canary-secret-$&"\\/ 9f3e',
  CHORUS_PRODUCTION_PASSWORD: "canary:pass(~)%20é+7b2a",
};

const worldWithCanary = () => {
  const world = structuredClone(DIRECT_DONE) as unknown as {
    environments: {
      production: {
        applications: Record<string, { clientId: string; clientSecret: string }>;
        comptesTechniques: Record<string, { motDePasse: string }>;
      };
    };
  };
  const [application] = Object.values(world.environments.production.applications);
  const [account] = Object.values(world.environments.production.comptesTechniques);
  if (application === undefined || account === undefined) throw new Error("no world");
  application.clientId = CANARY.CHORUS_PRODUCTION_CLIENT_ID;
  application.clientSecret = CANARY.CHORUS_PRODUCTION_CLIENT_SECRET;
  account.motDePasse = CANARY.CHORUS_PRODUCTION_PASSWORD;
  return world as unknown as typeof DIRECT_DONE;
};

it("shows and writes no secret, whatever is asked", { timeout: 120_000 }, async () => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  const practice = await practise(worldWithCanary());
  const variables = { ...practice.variables, ...CANARY };
  const run = (...args: readonly string[]): Promise<Ran> => chorus(args, { cwd, variables });
  const outputs: Ran[] = [
    await run("validate", "--format", "json"),
    await run("config"),
    await run("plan", "--out", "plan.json"),
    await run("plan", "--format", "json"),
    await run("attest", "production/raccordement/principale/siege", "--by", "C", "--seen", "vu"),
    await run("apply", "plan.json"),
    await run("refresh"),
    await run("plan", "--trace", "plan.har"),
    await run("doctor", "--trace", "doctor.har"),
    await run("doctor", "--format", "json"),
    await run("status"),
    await run("report", "--out", "report.html"),
    await run("report", "--format", "markdown"),
    await run("report"),
    await run("show", "plan.json"),
  ];
  expect(outputs.map(({ code }) => code)).toEqual(outputs.map(() => 0));
  expect(practice.simulator.requests().some(({ path, status }) => path.includes("rattachements") && status === 200)).toBe(true);
});

it("sends no secret to a host that only the configuration names", async () => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(request.url ?? "");
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cwd = await workIn("examples/direct");
  const endpoints = `environments:\n  production:\n    endpoints: { oauth: "${url}", api: "${url}" }\n`;
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT + endpoints);
  for (const command of ["plan", "apply", "refresh"]) {
    const ran = await chorus([command], { cwd, variables: CANARY });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("CHR-TRUST-HOST");
  }
  const told = await chorus(["plan"], {
    cwd,
    variables: { ...CANARY, CHORUS_PRODUCTION_OAUTH_URL: url, CHORUS_PRODUCTION_API_URL: url, CHORUS_TRUST: "host:example.org" },
  });
  expect(told.code).toBe(1);
  expect(received).toEqual([]);
});

it("runs no command and reads no file that only the configuration names", async () => {
  const cwd = await workIn("examples/direct");
  const marker = join(cwd, "ran");
  await writeFile(
    join(cwd, "chorus.config.yaml"),
    `${DIRECT}secrets:\n  clientSecret: { command: [touch, "${marker}"] }\n  password: { file: /etc/hostname }\n`,
  );
  const ran = await chorus(["plan"], { cwd, variables: CANARY });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain("CHR-TRUST-COMMAND");
  expect(ran.stderr).toContain("CHR-TRUST-FILE");
  expect(await readdir(cwd)).not.toContain("ran");
  expect((await chorus(["plan", "--offline"], { cwd, variables: CANARY })).code).toBe(0);
  expect(await readdir(cwd)).not.toContain("ran");
});
