import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { started } from "./client.ts";
import type { Client } from "./client.ts";
import { FERMEE, LOGIN, LYON, NANTES, PASSWORD, SANDBOX, SIEGE } from "./scenario-fixture.ts";

// Clients in other languages that know the documented protocol and nothing of this project.

let client: Client;
beforeAll(async () => { client = await started(); });
afterAll(() => client.simulator.close());

test.each(["python3", "perl", "curl", "sh", "base64"])("%s is on this machine", (command) => {
  expect(spawnSync("sh", ["-c", `command -v ${command}`]).status, `${command} is needed to run clients written by strangers`).toBe(0);
});

describe("a client written by a stranger gets what it expects", () => {
  test("in Python", async () => {
    expect(JSON.parse(await said("python3", "client.py"))).toEqual({
      form: { status: 200, token_type: "Bearer", expires_in: 3600, refresh: false },
      basic: { status: 200, token_type: "Bearer", expires_in: 3600, refresh: false },
      wrong: { status: 400, error: "invalid_client" },
      health: { status: 200, code: "OK", traced: "Id-" },
      rattachements: [SIEGE, LYON, NANTES, FERMEE],
      recherche: [SIEGE],
      services: { codeRetour: 0, "first page": 10 },
      refused: { status: 401, realm: "PISTE" },
    });
  });

  test("in Perl", async () => {
    expect((await said("perl", "client.pl")).trim().split("\n")).toEqual([
      "form 200 Bearer 3600", "basic 200 Bearer", "wrong 400 invalid_client", "health 200 OK", "rattachements 4", `recherche ${SIEGE} ACTIVE`,
      "organisation active", 'refused 401 Bearer realm="PISTE",error="Unauthorized",error_description="login or password incorrects"',
    ]);
  });

  test("with curl, in a shell", async () => {
    expect((await said("sh", "client.sh")).trim().split("\n")).toEqual([
      "form Bearer 3600", "basic Bearer", "health 200", "rattachements 4", `recherche ${SIEGE}`, "unknown 403",
    ]);
  });
});

/** What the client prints. It gets the login and the password on its standard input, as it would from a vault. */
async function said(command: string, file: string): Promise<string> {
  const url = `${client.simulator.url}/qualification`;
  const child = spawn(command, [join(import.meta.dirname, "strangers", file), url, url, SANDBOX.clientId, SANDBOX.clientSecret, SIEGE]);
  let output = "";
  let problems = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => { output += text; });
  child.stderr.setEncoding("utf8").on("data", (text: string) => { problems += text; });
  child.stdin.end(`${LOGIN}\n${PASSWORD}\n`);
  const code = await new Promise((resolve, reject) => { child.on("close", resolve).on("error", reject); });
  expect(code, problems).toBe(0);
  return output;
}
