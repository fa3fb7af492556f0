import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { Secret, type SecretReference } from "../../../src/model/secret.ts";
import type { ProcessResult } from "../../../src/ports/ports.ts";
import { createSecrets, type SecretSources } from "../../../src/piste/secrets.ts";
import { parseTrust } from "../../../src/piste/trust.ts";

const CANARY = "c4n4ry-value";

/** A real folder, real files and real processes, which are counted. */
const setUp = (trust: readonly string[] = [], more: Partial<SecretSources> = {}) => {
  const root = mkdtempSync(join(tmpdir(), "chorus-secrets-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, "configuration");
  mkdirSync(folder);
  const runs: (readonly string[])[] = [];
  const reads: string[] = [];
  const secrets = createSecrets({
    variables: {},
    folder,
    trust: parseTrust(trust.map((token) => token.replace("ROOT", root))).trust,
    files: {
      read: async (path) => {
        reads.push(path);
        return readFile(path);
      },
      realPath: (path) => realpath(path),
    },
    processes: {
      run: async (command, { cwd }): Promise<ProcessResult> => {
        runs.push(command);
        const [file = "", ...args] = command;
        try {
          return { exitCode: 0, ...(await promisify(execFile)(file, args, { cwd })) };
        } catch (error) {
          const { code, stdout = "", stderr = "" } = error as { code?: unknown; stdout?: string; stderr?: string };
          if (typeof code !== "number") throw error;
          return { exitCode: code, stdout, stderr };
        }
      },
    },
    ...more,
  });
  const text = async (reference: SecretReference): Promise<unknown> => {
    const value = await secrets.resolve(reference);
    return value instanceof Secret ? value.reveal() : value;
  };
  return { root, folder, runs, reads, text, secrets };
};

const print = (text: string): readonly string[] => [process.execPath, "-e", `process.stdout.write(${JSON.stringify(text)})`];

describe("environment", () => {
  const variable = (name: string): SecretReference => ({ from: "environment", variable: name });

  it("gives the value as it is", async () => {
    const { text } = setUp([], { variables: { A: " spaced\n" } });
    expect(await text(variable("A"))).toBe(" spaced\n");
  });

  it("misses what is unset or empty", async () => {
    const { text } = setUp([], { variables: { EMPTY: "" } });
    expect(await text(variable("NONE"))).toEqual({ missing: "$NONE", reason: "unset" });
    expect(await text(variable("EMPTY"))).toEqual({ missing: "$EMPTY", reason: "empty" });
  });
});

describe("file", () => {
  it.each([
    ["value\n", "value"],
    ["value\r\n", "value"],
    ["value\n\n", "value\n"],
    [" value", " value"],
    ["\uFEFFvalue", "value"],
  ])("without a key: %j", async (content, value) => {
    const { folder, text } = setUp();
    writeFileSync(join(folder, "secret"), content);
    expect(await text({ from: "file", file: "secret" })).toBe(value);
  });

  it.each([
    ['{"key":"value","other":1}', "value"],
    ["# comment\nother=1\nkey=value\n", "value"],
    ["export key = value ", "value"],
    ["key='va lue'", "va lue"],
    ['key="va#l$ue"', "va#l$ue"],
    ["key=a=b==", "a=b=="],
    ["key=old\r\nkey=value\r\n", "value"],
    ["key=va\"lue", 'va"lue'],
  ])("with a key: %j", async (content, value) => {
    const { folder, text } = setUp();
    writeFileSync(join(folder, "secret"), content);
    expect(await text({ from: "file", file: "secret", key: "key" })).toBe(value);
  });

  it.each([
    ["", "secret", undefined, "empty"],
    ["\n", "secret", undefined, "empty"],
    ["key=", "secret", "key", "empty"],
    ["other=c4n4ry-value", "secret", "key", "no-key"],
    ['{"key":12}', "secret", "key", "no-key"],
    ["{}", "secret", "constructor", "no-key"],
    ["x", "none", undefined, "not-found"],
    ["x", ".", undefined, "untrusted"],
    ["x", "../configuration-other/secret", undefined, "untrusted"],
    ["x", "../../../../etc/passwd", undefined, "untrusted"],
    ["x", "/etc/passwd", undefined, "untrusted"],
  ])("misses %j %s %s: %s", async (content, file, key, reason) => {
    const { folder, text, reads } = setUp();
    writeFileSync(join(folder, "secret"), content);
    const missing = await text({ from: "file", file, ...(key === undefined ? {} : { key }) });
    expect(missing).toEqual({ missing: key === undefined ? file : `${file} ${key}`, reason });
    if (reason === "untrusted") expect(reads).toEqual([]);
  });

  it("reads where the person said, once, and nowhere beside", async () => {
    const { root, text, reads } = setUp(["files:ROOT/vault"]);
    mkdirSync(join(root, "vault"));
    writeFileSync(join(root, "vault/all.env"), "A=1\nB=2");
    writeFileSync(join(root, "vault-other"), "x");
    const file = join(root, "vault/all.env");
    expect(await Promise.all([text({ from: "file", file, key: "A" }), text({ from: "file", file, key: "B" })])).toEqual([
      "1",
      "2",
    ]);
    expect(reads).toHaveLength(1);
    expect(await text({ from: "file", file: join(root, "vault-other") })).toMatchObject({ reason: "untrusted" });
  });

  it("says unreadable of what is no file", async () => {
    const { folder, text } = setUp();
    mkdirSync(join(folder, "directory"));
    expect(await text({ from: "file", file: "directory" })).toEqual({ missing: "directory", reason: "unreadable" });
  });
});

describe("command", () => {
  it("runs once for all its keys", async () => {
    const { runs, text } = setUp(["commands"]);
    const command = print(JSON.stringify({ a: "1", b: "2", n: 3 }));
    const found = await Promise.all(["a", "b", "n", "none"].map((key) => text({ from: "command", command, key })));
    expect(found).toEqual([
      "1",
      "2",
      { missing: `${process.execPath} n`, reason: "no-key" },
      { missing: `${process.execPath} none`, reason: "no-key" },
    ]);
    expect(await text({ from: "command", command, key: "a" })).toBe("1");
    expect(runs).toHaveLength(1);
  });

  it("takes the whole output without a key", async () => {
    const { text } = setUp(["commands"]);
    expect(await text({ from: "command", command: print("value\n") })).toBe("value");
  });

  it("never runs untrusted", async () => {
    const { folder, runs, text } = setUp(["loopback", "files:/"]);
    const command = [process.execPath, "-e", "require('fs').writeFileSync('was-run', '')"];
    expect(await text({ from: "command", command })).toEqual({ missing: process.execPath, reason: "untrusted" });
    expect(existsSync(join(folder, "was-run"))).toBe(false);
    expect(runs).toEqual([]);
  });

  it("runs in the configuration's folder", async () => {
    const { folder, text } = setUp(["commands"]);
    await text({ from: "command", command: [process.execPath, "-e", "require('fs').writeFileSync('was-run', '')"] });
    expect(existsSync(join(folder, "was-run"))).toBe(true);
  });

  it.each([
    [`process.stdout.write('${CANARY}')`, "key", "not-json"],
    [`process.stdout.write('["${CANARY}"]')`, "key", "not-json"],
    [`console.log('${CANARY}'); console.error('${CANARY}'); process.exit(3)`, undefined, "failed"],
    ["", undefined, "empty"],
  ])("says nothing of what it printed: %s", async (script, key, reason) => {
    const { text } = setUp(["commands"]);
    const command = [process.execPath, "-e", script];
    const missing = await text({ from: "command", command, ...(key === undefined ? {} : { key }) });
    expect(missing).toMatchObject({ reason });
    expect(JSON.stringify(missing)).not.toContain(CANARY);
  });

  it("fails when there is no such command, or it does not end", async () => {
    const { text } = setUp(["commands"]);
    expect(await text({ from: "command", command: ["no-such-command-here"] })).toMatchObject({ reason: "failed" });
    const endless = setUp(["commands"], {
      processes: { run: async () => ({ exitCode: undefined, stdout: CANARY, stderr: "" }) },
    });
    expect(await endless.text({ from: "command", command: ["x"] })).toEqual({ missing: "x", reason: "timed-out" });
  });
});

it("follows a link in the folder to where it leads, and reads nothing outside", async () => {
  const { secrets, folder, root } = setUp();
  writeFileSync(join(root, "outside"), "hunter2");
  symlinkSync(join(root, "outside"), join(folder, "inside"));
  expect(await secrets.resolve({ from: "file", file: "inside" })).toMatchObject({ reason: "untrusted" });
});
