import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import type { Code } from "../../src/diagnostics/codes.ts";
import { DIAGNOSTICS } from "../../src/messages/fr/diagnostics.ts";
import { openProject } from "../../src/operations/open-project.ts";
import { collectProofs } from "../../src/operations/proof/collect.ts";
import { NO_TRUST } from "../../src/piste/trust.ts";
import { nodeProcesses } from "../../src/ports/node-processes.ts";
import { renderDiagnosticsText } from "../../src/views/diagnostics.ts";
import { storePorts, temporaryFolder } from "../support/files.ts";

/** One folder a proof: what is in it stands beside the configuration of `examples/editeur`, at one moment. */
const ROOT = fileURLToPath(new URL("./proofs/", import.meta.url));
const EXAMPLE = fileURLToPath(new URL("../../examples/editeur/", import.meta.url));
const CASES = readdirSync(ROOT);
const NOW_MS = Date.UTC(2026, 10, 24, 8, 12);

const expectedOf = (name: string) => JSON.parse(readFileSync(join(ROOT, name, "expected.json"), "utf8")) as readonly (Readonly<Record<string, unknown>> & { readonly code: string })[];

const collect = async (name: string, maxAgeMs?: number) => {
  const folder = temporaryFolder();
  for (const from of [EXAMPLE, join(ROOT, name)]) cpSync(from, folder, { recursive: true });
  const output = { isTerminal: false, width: undefined, write: () => {} };
  const ports = { ...storePorts(), randomness: { uuid: () => "lineage", fraction: () => 0.5 }, variables: {}, processes: nodeProcesses, clipboard: { copy: async () => "sent" as const }, terminal: { stdout: output, stderr: output, ask: async () => undefined, converse: async () => undefined } };
  const project = await openProject(ports, { entry: join(folder, "chorus.config.yaml"), trust: NO_TRUST, live: false });
  const files = readdirSync(join(ROOT, name)).filter((file) => file.endsWith(".json") && file !== "expected.json").toSorted();
  const collected = await collectProofs(project, ports.files, { files: files.map((file) => ({ path: join(folder, file), named: file })), nowMs: NOW_MS, maxAgeMs });
  return { ...collected, folder, state: await project.store.read() };
};

describe("one folder, one proof", () => {
  it.each(CASES)("%s", async (name) => {
    const { refused, proofs, state } = await collect(name);
    const expected = expectedOf(name);
    expect(refused.map(({ code, severity, arguments: given }) => ({ code, severity, ...given }))).toEqual(
      expected.map((one) => expect.objectContaining({ ...one, severity: "error" })),
    );
    const isTaken = expected.length === 0 || name === "replayed";
    expect(proofs.length).toBe(isTaken ? 1 : 0);
    expect(state.records.size > 0).toBe(isTaken);
    for (const language of ["fr", "en"] as const) {
      expect(renderDiagnosticsText(refused, { language, palette: createColors(false), width: 100 })).not.toContain("undefined");
    }
  });

  it("covers every code that a proof can raise", () => {
    const raised = new Set(CASES.flatMap((name) => expectedOf(name).map(({ code }) => code)));
    expect((Object.keys(DIAGNOSTICS) as readonly Code[]).filter((code) => code.startsWith("CHR-PROOF-") && !raised.has(code))).toEqual([]);
  });

  it("takes in an older one where the person says so, and refuses a younger one", async () => {
    expect((await collect("old", 40 * 86_400_000)).refused).toEqual([]);
    expect((await collect("accepted", 60_000)).refused.map(({ code }) => code)).toEqual(["CHR-PROOF-OLD"]);
  });

  it("does not take a folder, a missing file or a nest of brackets for a proof", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "deep.json"), "[".repeat(100_000));
    const { readProof } = await import("../../src/operations/proof/read-proof.ts");
    const { nodeFiles } = await import("../../src/ports/node-files.ts");
    for (const [file, problem] of [[folder, "unreadable"], [join(folder, "absent.json"), "not-found"], [join(folder, "deep.json"), "json"]] as const) {
      expect(await readProof(file, nodeFiles)).toMatchObject({ diagnostic: { code: "CHR-PROOF-FORM", arguments: { problem } } });
    }
  });
});
