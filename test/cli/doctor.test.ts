import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DIRECT, DIRECT_DONE, SECRETS } from "../support/direct.ts";
import { problemsOfHar, type Har } from "../support/har.ts";
import { chorus, practise, start, workIn } from "./support.ts";

const direct = async (): Promise<string> => {
  const cwd = await workIn("examples/direct");
  await writeFile(join(cwd, "chorus.config.yaml"), DIRECT);
  return cwd;
};

const readHar = async (file: string): Promise<Har> => JSON.parse(await readFile(file, "utf8")) as Har;

it("examines, and ends with 0 only where nothing failed", async () => {
  const cwd = await direct();
  const practice = await practise(DIRECT_DONE);
  const fine = await chorus(["doctor", "--format", "json"], { cwd, variables: { ...practice.variables, ...SECRETS } });
  expect(fine.code).toBe(0);
  expect(JSON.parse(fine.stdout)).toMatchObject({ format: "chorus-doctor", version: 1, summary: { failed: 0, ok: 10 } });
  const { CHORUS_PRODUCTION_PASSWORD: _password, ...secrets } = SECRETS;
  const lacking = await chorus(["doctor", "--lang", "en"], { cwd, variables: { ...practice.variables, ...secrets } });
  expect(lacking.code).toBe(1);
  expect(lacking.stdout).toContain("$CHORUS_PRODUCTION_PASSWORD: not set (password of principal)");
  expect(lacking.stdout).toContain("… account  principal: waits for secrets");
});

it("answers names and numbers that mean nothing", async () => {
  const cwd = await direct();
  const { variables } = await practise(DIRECT_DONE);
  for (const [args, code] of [
    [["--account", "pricipal"], "CHR-ADDRESS-UNKNOWN"],
    [["--application", "other"], "CHR-ADDRESS-UNKNOWN"],
    [["--limit", "many"], "CHR-USAGE"],
    [["--trace", "nowhere/trace.har"], "CHR-USAGE"],
  ] as const) {
    const ran = await chorus(["doctor", ...args], { cwd, variables });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain(code);
  }
});

it.each(["plan", "refresh", "apply", "doctor"])("traces the exchanges of %s for its owner alone", async (command) => {
  const cwd = await direct();
  const practice = await practise(DIRECT_DONE);
  const file = join(cwd, "trace.har");
  await writeFile(file, "older", { mode: 0o644 });
  const ran = await chorus([command, "--trace", "trace.har"], { cwd, variables: { ...practice.variables, ...SECRETS } });
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain("trace.har");
  const har = await readHar(file);
  expect(problemsOfHar(har)).toEqual([]);
  expect(har.log.entries).toHaveLength(practice.simulator.requests().length);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it.each(["SIGINT", "SIGKILL"] as const)("leaves a whole trace of what there was on %s", async (signal) => {
  const cwd = await direct();
  const practice = await practise({ ...DIRECT_DONE, faults: [{ fault: "503", rate: 1, route: "/cpro" }] });
  const { child, ended } = await start(["plan", "--trace", "trace.har"], { cwd, variables: { ...practice.variables, ...SECRETS } });
  while (practice.simulator.requests().length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill(signal);
  await ended;
  const har = await readHar(join(cwd, "trace.har"));
  expect(problemsOfHar(har)).toEqual([]);
  expect(har.log.entries.length).toBeGreaterThanOrEqual(3);
});
