import { readFileSync } from "node:fs";
import { createColors } from "picocolors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasErrors } from "../../../src/diagnostics/diagnostic.ts";
import { validate } from "../../../src/operations/validate.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import { renderDiagnosticsJson, renderDiagnosticsText } from "../../../src/views/diagnostics.ts";
import { memoryFiles } from "./memory-files.ts";

const read = (name: string): Buffer => readFileSync(new URL(`../../../${name}`, import.meta.url));

const SOURCES: readonly Readonly<Record<string, Buffer>>[] = [
  { "chorus.config.yaml": read("chorus.config.yaml") },
  { "chorus.config.yaml": read("examples/direct/chorus.config.yaml") },
  {
    "chorus.config.yaml": read("examples/editeur/chorus.config.yaml"),
    "clients.csv": read("examples/editeur/clients.csv"),
  },
  {
    "chorus.config.yaml": read("examples/concentrateur/chorus.config.yaml"),
    "clients.csv": read("examples/concentrateur/clients.csv"),
  },
];

/** What people and editors do to a file: a stretch replaced, doubled, moved, cut, or noise. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  with: fc.oneof(
    fc.constantFrom("", "\n", "  ", "\t", ":", "- ", "[", "}", "&a ", "*a", "<<: *a", "'", '"', "|", "#", ";", "?", "\u0000", "\ufeff", "__proto__: 1\n", "é"),
    fc.string({ maxLength: 12 }),
    fc.uint8Array({ maxLength: 6 }),
  ),
});

const mutate = (bytes: Uint8Array, mutations: readonly { at: number; length: number; with: string | Uint8Array }[]): Uint8Array =>
  mutations.reduce<Uint8Array>((before, { at, length, with: inserted }) => {
    const start = Math.floor(at * before.length);
    return Buffer.concat([before.subarray(0, start), Buffer.from(inserted as string), before.subarray(start + length)]);
  }, bytes);

describe("a configuration that was changed by accident", () => {
  it("is answered with places, whatever it has become", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SOURCES),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (source, mutations, isCsv) => {
          const name = isCsv && source["clients.csv"] !== undefined ? "clients.csv" : "chorus.config.yaml";
          const files = memoryFiles({ ...source, [name]: mutate(source[name] ?? Buffer.of(), mutations) });
          const { diagnostics, desired } = await validate({ files, entry: "chorus.config.yaml", trust: NO_TRUST });
          expect(desired !== undefined || hasErrors(diagnostics)).toBe(true);
          for (const { where } of diagnostics) {
            expect(where?.line).toBeGreaterThan(0);
            expect(where?.column).toBeGreaterThan(0);
          }
          renderDiagnosticsJson(diagnostics, "en");
          renderDiagnosticsText(diagnostics, { language: "fr", palette: createColors(false), width: 80 });
        },
      ),
      { numRuns: Number(process.env["CHORUS_MUTATIONS"] ?? 1000) },
    );
  }, 120_000);
});
