import { describe, expect, it } from "vitest";
import { createSecrets } from "../../../src/piste/secrets.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import { nodeFiles } from "../../../src/ports/node-files.ts";
import { nodeProcesses } from "../../../src/ports/node-processes.ts";
import { temporaryFolder } from "../../support/files.ts";

/** A secret that a real command prints, which gets so long. */
const secretOf = (command: readonly string[], timeoutMs: number) =>
  createSecrets({
    variables: {},
    files: nodeFiles,
    processes: { run: (argv, options) => nodeProcesses.run(argv, { ...options, timeoutMs }) },
    folder: temporaryFolder(),
    trust: { ...NO_TRUST, commands: true },
  }).resolve({ from: "command", command });

const node = (script: string): readonly string[] => [process.execPath, "-e", script];

describe("a command that prints a secret", () => {
  it("and never ends is given up, also where what it began holds its output", async () => {
    expect(await secretOf(node("setInterval(() => {}, 1000)"), 500)).toEqual({ missing: process.execPath, reason: "timed-out" });
    expect(await secretOf(["/bin/sh", "-c", "sleep 100 & sleep 100; true"], 500)).toEqual({ missing: "/bin/sh", reason: "timed-out" });
  });

  it("and takes no heed of a friendly end is given up too", async () => {
    expect(await secretOf(node('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'), 500)).toMatchObject({ reason: "timed-out" });
  });

  it("or megabytes without an end is stopped, and none of it is kept", async () => {
    const found = await secretOf(node('const text = "canary".repeat(200_000); const more = () => process.stdout.write(text, more); more();'), 30_000);
    expect(found).toEqual({ missing: process.execPath, reason: "failed" });
  });

  it("or megabytes of complaints is stopped as well", async () => {
    expect(await secretOf(node('const text = "x".repeat(1_000_000); const more = () => process.stderr.write(text, more); more();'), 30_000)).toMatchObject({ reason: "failed" });
  });
});
